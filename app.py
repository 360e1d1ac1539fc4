"""Overview: what this collection is about, when it was written and how it sounds."""

import streamlit as st

from ui import article_map, evidence, layout, lead, most_used, panels, stand_outs, tone_panels

with layout.page(__doc__) as view:
    lead.show(view)
    stand_outs.show(view)
    left, right = st.columns(2, gap="large")
    with left:
        panels.topic_sizes(view, most=10)
        panels.over_time(view)
    with right:
        most_used.names_and_phrases(view, most=12)
        tone_panels.tone(view)
    if view.bundle.counts["topics"]:
        article_map.show_map(view)
    evidence.show(view)

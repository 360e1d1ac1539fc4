"""Sentiment: how the articles sound, sentence by sentence, and where that differs."""

import streamlit as st

from ui import evidence, extremes, layout, tone_panels

with layout.page(__doc__) as view:
    left, right = st.columns(2, gap="large")
    with left:
        tone_panels.tone(view)
        tone_panels.tone_by_outlet(view)
        tone_panels.tone_by_voice(view)
        tone_panels.tone_along(view)
    with right:
        if view.bundle.counts["topics"]:
            tone_panels.tone_by_topic(view)
        tone_panels.tone_over_time(view)
    evidence.show(view)
    extremes.show(view)

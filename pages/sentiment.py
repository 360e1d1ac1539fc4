"""Sentiment: how the articles sound, sentence by sentence, and where that differs."""

import streamlit as st

from ui import evidence, extremes, layout, panels

with layout.page(__doc__) as view:
    left, right = st.columns(2, gap="large")
    with left:
        panels.tone(view)
        panels.tone_by_outlet(view)
        panels.tone_over_time(view)
    with right:
        if view.bundle.counts["topics"]:
            panels.tone_by_topic(view)
    evidence.show(view)
    extremes.show(view)

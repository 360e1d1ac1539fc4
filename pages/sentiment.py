"""Sentiment: how the articles sound, sentence by sentence, and where that differs."""

import streamlit as st

from figures import tone
from ui import evidence, extremes, figure, layout, zoom
from ui.marks import chosen_name

with layout.page(__doc__) as view:
    chosen = chosen_name()
    left, right = st.columns(2, gap="large")
    with left:
        figure.show(view, tone.distribution(view, chosen=chosen))
        figure.show(view, tone.by_outlet(view, chosen=chosen))
        figure.show(view, tone.by_voice(view, chosen=chosen))
        figure.show(view, tone.along(view, chosen=chosen))
    with right:
        if view.bundle.counts["topics"]:
            figure.show(view, tone.by_topic(view, chosen=chosen))
        zoom.show(view)
        figure.show(view, tone.over_time(view, chosen=chosen))
    evidence.show(view)
    extremes.show(view)

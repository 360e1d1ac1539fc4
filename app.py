"""Overview: what this collection is about, when it was written and how it sounds."""

import streamlit as st

from figures import published, terms, tone, topics
from figures.article_map import article_map
from ui import evidence, figure, layout, lead, stand_outs, zoom
from ui.marks import chosen_name

with layout.page(__doc__) as view:
    lead.show(view)
    stand_outs.show(view)
    chosen = chosen_name()
    left, right = st.columns(2, gap="large")
    with left:
        figure.show(view, topics.sizes(view, most=10, chosen=chosen))
        zoom.show(view)
        figure.show(view, published.published(view, chosen=chosen))
    with right:
        figure.show(view, terms.names_and_phrases(view, most=12, chosen=chosen))
        figure.show(view, tone.distribution(view, chosen=chosen))
    if view.bundle.counts["topics"]:
        figure.show(view, article_map(view, chosen=chosen))
    evidence.show(view)

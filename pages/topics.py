"""Topics: groups of articles that use the same words, and the words that tell them apart."""

import streamlit as st

from ui import (
    article_map,
    evidence,
    layout,
    most_used,
    over_time,
    panels,
    topic_cards,
    topic_edits,
    topic_lead,
    topic_numbers,
)

with layout.page(__doc__) as view:
    if not view.bundle.counts["topics"]:
        panels.few_articles()
        most_used.terms(view, most_used.Wanted(20))
    else:
        topic_lead.show(view)
        topic_edits.show(view)
        sizes, places = st.columns([2, 3], gap="large")
        with sizes:
            panels.topic_sizes(view)
        with places:
            article_map.show_map(view)
        over_time.topics(view)
    evidence.show(view)
    topic_cards.show(view)
    topic_numbers.show(view)

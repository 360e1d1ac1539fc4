"""Topics: groups of articles that use the same words, and the words that tell them apart."""

import streamlit as st

from figures import terms, topics
from figures.article_map import article_map
from ui import evidence, figure, layout, over_time, topic_cards, topic_edits, topic_lead, topic_numbers
from ui.marks import chosen_name

with layout.page(__doc__) as view:
    chosen = chosen_name()
    if not view.bundle.counts["topics"]:
        figure.show(view, topics.TOO_FEW)
        figure.show(view, terms.most_used(view, terms.Wanted(20), chosen=chosen))
    else:
        topic_lead.show(view)
        topic_edits.show(view)
        sizes, places = st.columns([2, 3], gap="large")
        with sizes:
            figure.show(view, topics.sizes(view, chosen=chosen))
        with places:
            figure.show(view, article_map(view, chosen=chosen))
        over_time.show_topics(view)
    evidence.show(view)
    topic_cards.show(view)
    topic_numbers.show(view)

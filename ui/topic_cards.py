"""Topic cards: each topic with its words, how far it can be trusted, and its most typical articles."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.steps.topics import ARTICLE_TOPICS
from ui import address, topic_edits, words
from ui.view import View

_COLUMNS = 2
_TERMS = 12
_TYPICAL = 3
# Hennig (2007): a group that comes back less well than this should not be trusted.
_SHAKY = 0.6


def show(view: View) -> None:
    """A card for each topic that has selected articles."""
    topics = view.topics[(view.topics["topic_id"] >= 0) & (view.topics["n_articles"] > 0)]
    if topics.empty:
        return
    terms = view.curated.terms
    fits = view.articles.join(view.bundle.frame(ARTICLE_TOPICS, ["weight"]))
    st.subheader("The topics and their words", anchor=False)
    columns = st.columns(_COLUMNS, gap="large")
    for number, (_, topic) in enumerate(topics.iterrows()):
        with columns[number % _COLUMNS]:
            topic_id = topic["topic_id"]
            _card(view, topic, terms[terms["topic_id"] == topic_id], fits[fits["topic_id"] == topic_id])


def _card(view: View, topic: pd.Series, terms: pd.DataFrame, articles: pd.DataFrame) -> None:
    with st.container(border=True, key=f"topic_{topic['topic_id']}"):
        name, edit = st.columns([4, 1], vertical_alignment="center")
        name.markdown(f"**{words.plain(topic['label'])}**")
        with edit:
            topic_edits.popover(view, topic)
        counted = f"{view.counted(int(topic['n_articles']))} ({words.share(topic['share'])})"
        st.caption(f"{counted} · {_trust(topic)}")
        st.text(", ".join(terms["term"].head(_TERMS)))
        for _, article in (
            articles.sort_values(["weight", "article_id"], ascending=[False, True]).head(_TYPICAL).iterrows()
        ):
            st.page_link(
                "pages/articles.py",
                label=words.plain(words.title(article["headline"], article["article_id"])),
                query_params=address.travelling(article=article["article_id"]),
            )


def _trust(topic: pd.Series) -> str:
    if pd.isna(topic["stability"]):
        return "made by you: its stability is not measured"
    state = "shaky" if topic["stability"] < _SHAKY else "stable"
    back = f"{state}: comes back at {topic['stability']:.2f} on 80 % of the articles"
    return f"{back} · coherence {topic['coherence']:.2f} (NPMI)"

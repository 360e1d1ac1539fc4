"""Topic cards: each topic with its words, how far it can be trusted, and articles that stand for it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.steps.topics import ARTICLE_TOPICS
from analysis.topic_examples import examples_among
from analysis.topic_labels import outline
from analysis.topic_stability import SHAKY
from ui import address, topic_edits, words
from ui.view import View

_COLUMNS = 2
_TERMS = 12
_EXAMPLES = 3


def show(view: View) -> None:
    """A card for each topic that has selected articles."""
    topics = view.topics[(view.topics["topic_id"] >= 0) & (view.topics["n_articles"] > 0)]
    if topics.empty:
        return
    terms = view.curated.terms
    fits = view.articles.join(view.bundle.frame(ARTICLE_TOPICS, ["weight"]))
    examples = view.curated.examples.sort_values("rank", kind="stable")["article_id"]
    st.subheader("The topics and their words", anchor=False)
    columns = st.columns(_COLUMNS, gap="large")
    for number, (_, topic) in enumerate(topics.iterrows()):
        with columns[number % _COLUMNS]:
            topic_id = topic["topic_id"]
            shown = examples_among(fits[fits["topic_id"] == topic_id], examples, _EXAMPLES)
            _card(view, topic, terms[terms["topic_id"] == topic_id], shown)


def _card(view: View, topic: pd.Series, terms: pd.DataFrame, examples: pd.DataFrame) -> None:
    with st.container(border=True, key=f"topic_{topic['topic_id']}"):
        name, edit = st.columns([4, 1], vertical_alignment="center")
        name.markdown(f"**{words.plain(topic['label'])}**")
        with edit:
            topic_edits.popover(view, topic)
        counted = f"{view.counted(int(topic['n_articles']))} ({words.share(topic['share'])})"
        st.caption(f"{counted} · {_trust(topic)}")
        _words(terms)
        for _, article in examples.iterrows():
            st.page_link(
                "pages/articles.py",
                label=words.plain(words.title(article["headline"], article["article_id"])),
                query_params=address.travelling(article=article["article_id"]),
            )


def _words(terms: pd.DataFrame) -> None:
    """The terms by how many of the topic's articles hold them; in one line where that is not known."""
    lines = list(outline(terms))
    for name, held in lines:
        st.text(f"{name}: {', '.join(held[:_TERMS])}", help=_OUTLINE_HELP if name == lines[0][0] else None)
    if not lines:
        st.text(", ".join(terms["term"].head(_TERMS)))


_OUTLINE_HELP = "All: at least 95 % of the topic's stories hold the word; most: at least half; some: at least 15 %."


def _trust(topic: pd.Series) -> str:
    if pd.isna(topic["stability"]):
        return "made by you: its stability is not measured"
    state = "shaky" if topic["stability"] < SHAKY else "stable"
    back = f"{state}: found again in {words.share(topic['stability'])} of refits on 80 % of the articles"
    return f"{back} · coherence {words.ratio(topic['coherence'])} (NPMI)"

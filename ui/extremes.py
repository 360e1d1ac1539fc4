"""Extremes: the most negative and the most positive sentences of the selected articles."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.steps.sentiment import SENTENCES
from ui import address, words
from ui.view import View

_SHOWN = 5
_COLUMNS = ["article_id", "sentence_number", "start", "end", "polarity", "polarity_vader"]


def show(view: View) -> None:
    """Five sentences of either end, each opening its article."""
    scores = view.bundle.frame(SENTENCES, _COLUMNS)
    scores = scores[scores["polarity"].notna() & scores["article_id"].isin(view.articles["article_id"])]
    if scores.empty:
        st.info("No sentence is scored: sentiment is scored in English only.")
        return
    # Scores end at ±1: of those that reach it, the ones come first that plain VADER finds strongest too.
    ranked = scores.sort_values(["polarity", "polarity_vader", "article_id", "sentence_number"])
    negative, positive = st.columns(2, gap="large")
    with negative:
        st.subheader("The most negative sentences", anchor=False)
        _list(view, ranked)
    with positive:
        st.subheader("The most positive sentences", anchor=False)
        _list(view, ranked.iloc[::-1])


def _list(view: View, ranked: pd.DataFrame) -> None:
    """The first different sentences: what two articles share word for word is shown once."""
    # Copies seldom stand in more than a handful of articles.
    sentences = ranked.head(_SHOWN * 10)
    row_of = {article_id: row for row, article_id in view.articles["article_id"].items()}
    rows = [row_of[article_id] for article_id in sentences["article_id"]]
    bodies = view.bodies(sorted(set(rows)))
    shown: set[str] = set()
    for row, sentence in zip(rows, sentences.itertuples(index=False), strict=True):
        article = view.articles.loc[row]
        text = words.shorten(bodies[row][sentence.start : sentence.end], 320)
        if text in shown or len(shown) == _SHOWN:
            continue
        shown.add(text)
        st.html(f'<p style="margin:0"><b>{words.tone(sentence.polarity)}</b> {words.as_html(text)}</p>')
        st.page_link(
            "pages/articles.py",
            label=words.plain(words.title(article["headline"], bodies[row])),
            query_params=address.travelling(article=article["article_id"], sentence=str(sentence.sentence_number)),
        )

"""Extremes: the most negative and the most positive sentences of the selected articles."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.tone_places import extremes_of
from figures import words
from ui import address
from ui.view import View

_SHOWN = 5
# Copies seldom stand in more than a handful of articles.
_LOOKED_AT = 10 * _SHOWN


def show(view: View) -> None:
    """Five sentences of either end, each opening its article."""
    lowest, highest = extremes_of(view.bundle, view.articles, _LOOKED_AT)
    if lowest.empty:
        st.info("No sentence is scored: sentiment is scored in English only.")
        return
    negative, positive = st.columns(2, gap="large")
    with negative:
        st.subheader("The most negative sentences", anchor=False)
        _list(view, lowest)
    with positive:
        st.subheader("The most positive sentences", anchor=False)
        _list(view, highest)


def _list(view: View, sentences: pd.DataFrame) -> None:
    """The first different sentences: what two articles share word for word is shown once."""
    bodies = view.bodies(sorted(set(sentences["row"])))
    shown: set[str] = set()
    for sentence in sentences.itertuples():
        article = view.articles.loc[sentence.row]
        body = bodies[sentence.row]
        text = words.shorten(body[sentence.start : sentence.end], 320)
        if text in shown or len(shown) == _SHOWN:
            continue
        shown.add(text)
        st.html(f'<p style="margin:0"><b>{words.tone(sentence.polarity)}</b> {words.as_html(text)}</p>')
        st.page_link(
            "pages/articles.py",
            label=words.plain(words.title(article["headline"], body)),
            query_params=address.travelling(article=article["article_id"], sentence=str(sentence.sentence_number)),
        )

"""Nearest: the articles that are most like the one that is read, with what they share."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.bundle import Bundle
from analysis.nearest import Near, nearest
from figures import words
from ui import address
from ui.view import View

_SAID = ((0.45, "very much alike"), (0.25, "much alike"), (0.15, "alike"), (0.0, "somewhat alike"))


def show(view: View, row: int) -> None:
    """The articles nearest to this one, selected or not, each a link; says so where there are none."""
    found = _nearest(view.bundle.key, row, view.bundle, view.everything)
    with st.container(key="nearest", gap="xsmall"):
        st.markdown(
            "**Nearest articles**",
            help="Other stories that share the words that tell most of this one, of the whole collection: cosine of "
            "TF-IDF weights, 0 to 1. The number counts how much of their weight is shared.",
        )
        if not found:
            st.caption("No other article shares enough words with this one.")
        others = view.everything.loc[[near.row for near in found]]
        for near, headline in zip(found, view.titles(others), strict=True):
            _entry(others.loc[near.row], near, headline)


def likeness(similarity: float) -> str:
    """What a cosine of two articles means, in words and as a number: "much alike (0.31)"."""
    said = next(name for least, name in _SAID if similarity >= least)
    return f"{said} ({words.ratio(similarity)})"


def _entry(article: pd.Series, near: Near, headline: str) -> None:
    with st.container(key=f"near_{near.row}", gap=None):
        st.page_link(
            "pages/articles.py",
            label=words.plain(headline),
            query_params=address.staying(article=article["article_id"], sentence=None),
        )
        about = [words.outlet(article["outlet"]), words.day(article["day"]), likeness(near.similarity)]
        shared = f"both have: {', '.join(near.shared)}" if near.shared else ""
        st.caption(words.plain(words.listed(*filter(None, [*about, shared]))))


@st.cache_resource(max_entries=64, show_spinner="Looking for the nearest articles")
def _nearest(key: tuple[str, str, str], row: int, _bundle: Bundle, _articles: pd.DataFrame) -> list[Near]:
    del key  # cache key only
    return nearest(_bundle, _articles, row)

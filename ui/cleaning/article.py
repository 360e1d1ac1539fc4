"""One article before and after: which, and its lines as they were found beside those that are read."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.articles import ARTICLES, REMOVED
from analysis.staging import ITEMS
from figures import words
from ui import address
from ui.cleaning import markup
from ui.cleaning.comparison import Comparison, compare
from ui.view import View

# More than a person would look through in a list.
_MOST_OFFERED = 1_000
_MOST_LINES = 3_000
_LONGEST_TITLE = 110
# Of a line's number in the address: int() has a limit, and no text so many lines.
_MOST_DIGITS = 9


def show(view: View, n_removed: pd.Series) -> None:
    """The choice of an article, and the article before and after; `n_removed` counts its removed lines by id."""
    st.subheader("Before and after", anchor=False)
    offered = _offered(view, n_removed)
    if offered.empty:
        st.info("No headline holds these words.")
        return
    article_id = _choose(view, offered)
    comparison = comparison_of(view, article_id)
    article = offered[offered["article_id"] == article_id].iloc[0]
    st.html(markup.sides(comparison.first(_MOST_LINES), words.title(article["headline"]), chosen_line()))
    if len(comparison.lines) > _MOST_LINES:
        st.caption(f"The first {_MOST_LINES:,} of {len(comparison.lines):,} lines.")
    st.page_link("pages/articles.py", label="Open in the reader", query_params=address.travelling(article=article_id))


def chosen_line() -> int | None:
    """The number of the line that the address names, from 0; None for none."""
    text = address.value("line")
    return int(text) - 1 if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def comparison_of(view: View, article_id: str) -> Comparison:
    """The lines of an article as they were found, each with what became of it."""
    only = [("article_id", "=", article_id)]
    removed = view.bundle.frame(REMOVED, ["line_number", "reason"], only)
    reasons = dict(zip(removed["line_number"].tolist(), removed["reason"], strict=True))
    text = view.bundle.frame(ITEMS, ["text"], only)["text"].iloc[0]
    return compare(text, view.bundle.frame(ARTICLES, ["body"], only)["body"].iloc[0], reasons)


def _offered(view: View, n_removed: pd.Series) -> pd.DataFrame:
    """The articles to choose from, those with the most removed lines first, and the one that is asked for."""
    articles = view.everything.assign(n_removed=view.everything["article_id"].map(n_removed).fillna(0).astype(int))
    asked = articles["article_id"] == address.value("article")
    if len(articles) > _MOST_OFFERED:
        wanted = st.text_input("Headline with", key="w_headline", placeholder="some words of a headline")
        held = articles["headline"].str.contains(wanted.strip(), case=False, regex=False, na=False)
        articles = articles[held | asked] if wanted.strip() else articles
    ranked = articles.sort_values(["n_removed", "article_id"], ascending=[False, True])
    return pd.concat([ranked[asked.reindex(ranked.index)], ranked.head(_MOST_OFFERED)]).drop_duplicates("article_id")


def _choose(view: View, offered: pd.DataFrame) -> str:
    """The article that the reader chooses among `offered`; before that one of length with much removed."""
    ids = offered["article_id"].tolist()
    telling = offered.loc[offered["n_words"] >= offered["n_words"].median(), "article_id"]
    titles = [
        f"{words.shorten(title, _LONGEST_TITLE)} ({words.count(int(number), 'line')} removed)"
        for title, number in zip(view.titles(offered), offered["n_removed"], strict=True)
    ]
    names = dict(zip(ids, titles, strict=True))
    asked = address.value("article")
    st.session_state["w_compared"] = asked if asked in names else telling.iloc[0]
    st.selectbox("Article", ids, format_func=names.__getitem__, key="w_compared", on_change=_take)
    return str(st.session_state["w_compared"])


def _take() -> None:
    address.put(article=st.session_state["w_compared"], line=None)

"""Health: what was read, what could not be, and what was noticed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.articles import NOTICES, PROBLEMS
from ui import evidence, words
from ui.view import View


def show(view: View) -> None:
    """The counts, which add up, and behind each the list of what it counts."""
    counts = view.bundle.counts
    st.subheader("What was read", anchor=False)
    st.markdown(
        f"{words.count(counts['items'], 'item')} found = **{words.count(counts['articles'], 'article')}** "
        f"+ **{words.count(counts['problems'], 'problem')}**. {words.plain(_of_articles(view))}"
    )
    if counts["problems"]:
        with st.expander(f"Problems ({counts['problems']:,}): items that became no article", expanded=True):
            _table(view.bundle.frame(PROBLEMS), "problems")
    _noticed(view)


def _of_articles(view: View) -> str:
    articles = view.everything
    parts = [
        (int(articles["day"].isna().sum()), "has no date", "have no date"),
        (int(articles["outlet"].isna().sum()), "has no outlet", "have no outlet"),
        (int(articles["headline"].isna().sum()), "has no headline", "have no headline"),
        (int(articles["language"].isna().sum()), "is in an unsure language", "are in an unsure language"),
    ]
    said = [words.count(number, *ending) for number, *ending in parts if number]
    return f"Of the articles, {', '.join(said)}." if said else "Every article has a headline, an outlet and a date."


def _noticed(view: View) -> None:
    notices = view.bundle.frame(NOTICES)
    st.subheader("What was noticed", anchor=False)
    if notices.empty:
        st.caption("Nothing: no text is cut off, no id repeats, every date could be read.")
        return
    kinds = notices["kind"].value_counts().sort_index()
    kind = st.segmented_control(
        "Kind", list(kinds.index), format_func=lambda kind: f"{kind} ({kinds[kind]:,})", key="notice",
        label_visibility="collapsed",
    )  # fmt: skip
    if kind is None:
        return
    _table(notices[notices["kind"] == kind], "notices")
    ids = notices.loc[notices["kind"] == kind, "article_id"]
    evidence.listing(view, view.everything[view.everything["article_id"].isin(ids)])


def _table(rows: pd.DataFrame, key: str) -> None:
    st.dataframe(rows, hide_index=True, key=f"table_{key}")

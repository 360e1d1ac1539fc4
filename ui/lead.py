"""The lead of the overview: what this collection is, in a few sentences."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from figures import words
from ui import address, checks
from ui.view import View


def show(view: View) -> None:
    """How much there is, from whom and when; and what a reader should know of its health."""
    st.markdown(f"#### {words.plain(_what(view))}")
    health = _health(view) if view.selection.is_everything else ""
    if health:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(words.plain(health), width="content")
            st.page_link("pages/data.py", label="See the data", query_params=address.travelling())


def _what(view: View) -> str:
    articles, counts = view.articles, view.bundle.counts
    outlets = articles["outlet"].nunique()
    days = articles["day"].dropna()
    parts = [view.n_articles()]
    parts += [f"from {words.count(outlets, 'outlet')}"] if outlets else []
    parts += [_between(days)] if len(days) else ["without dates"]
    sentence = ", ".join(parts)
    copies = counts["articles"] - counts["stories"]
    if copies and not view.selection.by_story and view.selection.is_everything:
        sentence += f". {words.count(copies, 'is a copy', 'are copies')} of another"
    return f"{sentence}. Together {words.count(int(articles['n_words'].sum()), 'word')}."


def _between(days: pd.Series) -> str:
    first, last = days.min(), days.max()
    return f"of {words.day(first)}" if first == last else f"from {words.day(first)} to {words.day(last)}"


def _health(view: View) -> str:
    removed = view.bundle.counts["removed_lines"]
    furniture = words.count(removed, "line of furniture removed", "lines of furniture removed")
    return " · ".join([*checks.worst(view), *([furniture] if removed else [])])

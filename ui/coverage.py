"""Coverage: from when the articles are, and in what languages."""

from __future__ import annotations

import streamlit as st

from analysis.health import ends_of, languages_of
from analysis.marks import Mark
from analysis.selection import NONE
from figures import words
from ui import evidence
from ui.marks import chosen_mark, put_mark
from ui.view import View


def show(view: View) -> None:
    """The first and the last day with their articles, the number without a date, the number in each language."""
    _dates(view)
    _languages(view)


def _dates(view: View) -> None:
    ends = ends_of(view.articles)
    undated = int(view.articles["day"].isna().sum())
    st.subheader("Dates", anchor=False)
    if ends.empty:
        st.caption("No article has a date that is known.")
        return
    names = ("On",) if len(ends) == 1 else ("Earliest", "Latest")
    options = {
        mark: f"{name} {words.day(day)} ({words.count(n, 'article')})"
        for name, day, n, mark in zip(names, ends["day"], ends["n_articles"], ends["mark"], strict=True)
    }
    _choice(view, "Dates", options)
    dated = len(view.articles) - undated
    st.caption(f"{words.count(dated, 'article')} dated, {undated:,} undated.")


def _languages(view: View) -> None:
    st.subheader("Languages", anchor=False)
    languages = languages_of(view.articles)
    options = {
        row.mark: f"{'not sure' if row.language == NONE else words.language(row.language)} "
        f"{row.n_articles:,} ({words.share(row.share)})"
        for row in languages.itertuples(index=False)
    }
    _choice(view, "Languages", options)


def _choice(view: View, label: str, options: dict[str, str]) -> None:
    """Pills, one a mark; below them the articles behind the one that is chosen."""
    chosen = str(chosen_mark())
    widget = f"w_{label}"
    st.session_state[widget] = chosen if chosen in options else None
    st.pills(
        label,
        list(options),
        format_func=lambda mark: options[mark],
        key=widget,
        label_visibility="collapsed",
        on_change=lambda: put_mark(Mark.parse(st.session_state[widget] or "")),
    )
    if chosen in options:
        evidence.show(view)

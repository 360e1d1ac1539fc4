"""Print view: a page without its controls, which says what it shows; for paper, and for a picture of the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from analysis import VERSION
from analysis.selection import Selection
from figures import words
from ui import address
from ui.view import View

_RULES = Path(__file__).with_name("print.css").read_text(encoding="utf-8")
_PARAMETER, _ASKED = "view", "print"


def is_asked() -> bool:
    """Whether the address asks for it."""
    return address.value(_PARAMETER) == _ASKED


def style() -> None:
    """What hides the controls: on the screen where that is asked for, on paper always."""
    st.html(f"<style>@media {'all' if is_asked() else 'print'} {{\n{_RULES}\n}}</style>")


def state(view: View, *, selects: bool) -> None:
    """Say what is shown: in the print view and on paper, where the bar of the selection is not.

    `selects` says whether the page keeps to the selection; else it shows all articles.
    """
    shown = view if selects else replace(view, selection=Selection(), articles=view.everything)
    source = (view.place.name, f"Broadsheet {VERSION}", f"fingerprint {view.bundle.fingerprint}")
    said = words.listed(*filter(None, (f"{shown.n_articles()}{shown.rule}", shown.n_hits(), _dates(shown), *source)))
    selected = words.isolated(shown.in_words() or "all articles")
    st.html(f'<p class="stated"><b>{words.as_html(f"Selected: {selected}")}</b><br>{words.as_html(said)}</p>')


def link(file: str) -> None:
    """The link from the page of `file` to its print view, or back."""
    params = {name: values for name, values in address.params().items() if name != _PARAMETER}
    asked = {} if is_asked() else {_PARAMETER: _ASKED}
    with st.container(key="print_view"):
        st.page_link(
            file,
            label="Print view" if asked else "Back to the page with its controls",
            query_params={**params, **asked},
        )


def _dates(view: View) -> str:
    days = view.articles["day"].dropna()
    n_undated = len(view.articles) - len(days)
    if days.empty:
        return "undated" if n_undated else ""
    undated = f", {n_undated:,} undated" if n_undated else ""
    return f"{words.days(days.min().date(), days.max().date())}{undated}"

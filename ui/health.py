"""Health: what was read, what could not be, and what was noticed."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.health import everything_found
from analysis.selection import Selection
from figures import words
from figures.csv_export import csv_of
from ui import checks, coverage, evidence, problems
from ui.saving import save_button
from ui.view import View


def show(view: View) -> None:
    """The counts, which add up, and behind each the list of what it counts; of all articles, whatever is selected."""
    whole = replace(view, selection=Selection(), articles=view.everything)
    _read(whole)
    problems.show(whole)
    checks.show(whole)
    coverage.show(whole)
    # A mark that is none of the above: of a link, or of a check by another name.
    evidence.show(whole)


def _read(view: View) -> None:
    counts = view.bundle.counts
    st.subheader("What was read", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="items"):
        st.markdown(
            f"{words.count(counts['items'], 'item')} found = **{words.count(counts['articles'], 'article')}** "
            f"+ **{words.count(counts['problems'], 'problem')}**.",
            width="content",
        )
        save_button(
            "Save all findings (CSV)",
            lambda: csv_of(everything_found(view.bundle, view.everything)),
            "findings.csv",
            key="save_findings",
        )

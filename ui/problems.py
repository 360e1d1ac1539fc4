"""Problems: the items that became no article, by what is wrong with them."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analysis.articles import PROBLEMS
from analysis.health import problems_of
from figures import words
from figures.csv_export import csv_of
from ui import address, findings, tables
from ui.saving import save_button
from ui.view import View

# The browser is sent no more rows than a person would scroll through.
_MOST_ROWS = 1_000


def show(view: View) -> None:
    """How many items each problem has, and where they are; nothing where every item became an article."""
    counts = problems_of(view.bundle)
    if counts.empty:
        return
    problems = view.bundle.frame(PROBLEMS)
    with findings.group("Items that became no article"):
        for number, (problem, n_items) in enumerate(zip(counts["problem"], counts["n_items"], strict=True)):
            _row(problems[problems["problem"] == problem], problem, words.count(n_items, "item"), f"problem_{number}")


def _row(items: pd.DataFrame, problem: str, number: str, key: str) -> None:
    is_open = address.value("problem") == problem
    findings.row(
        findings.Finding(
            key,
            label=f"**{number}** {words.plain(problem)}",
            meaning=words.plain(_first_of(items)),
            is_open=is_open,
            toggle=partial(address.put, problem=None if is_open else problem),
        )
    )
    if is_open:
        _list(items)


def _first_of(items: pd.DataFrame) -> str:
    first = items.iloc[0]
    where = words.shorten(f"{first['source_path']} {first['item']}".strip(), 80)
    more = f", and {words.count(len(items) - 1, 'other')}" if len(items) > 1 else ""
    detail = f": {words.shorten(first['detail'], 160)}" if first["detail"] and not more else ""
    return f"{where}{more}{detail}"


def _list(items: pd.DataFrame) -> None:
    with st.container(key="problem_items", border=True):
        shown = items.head(_MOST_ROWS)[["source_path", "item", "detail"]]
        tables.show(
            shown,
            key="table_problems",
            column_config={"source_path": "File", "item": "Where in it", "detail": "What was found"},
        )
        if len(items) > _MOST_ROWS:
            st.caption(f"The first {_MOST_ROWS:,} of {len(items):,}; the saved list has all.")
        with st.container(horizontal=True):
            save_button("Save the list (CSV)", lambda: csv_of(items), "problems.csv", key="save_problems")
            st.button("Close", key="close_problems", on_click=lambda: address.put(problem=None))

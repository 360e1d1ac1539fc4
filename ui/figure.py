"""Figures: a chart whose marks open what they count, with a plain widget and a table that do the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from analysis.selection import Mark
from charts.marks import PICK
from ui import address, words


def chosen_mark() -> Mark | None:
    """The mark that the address names: `term=` for a term, `mark=` for any other."""
    if term := address.value("term"):
        return Mark("term", term)
    return Mark.parse(address.value("mark"))


def put_mark(mark: Mark | None) -> None:
    """Name `mark` in the address, or none."""
    is_term = mark is not None and mark.kind == "term"
    term = mark.value if mark is not None and is_term else None
    address.put(term=term, mark=None if mark is None or is_term else str(mark), shown=None)


def figure(chart: alt.LayerChart, rows: pd.DataFrame, *, key: str, names: Sequence[str], table: pd.DataFrame) -> None:
    """Show `chart`, drawn from `rows`, whose column `mark` says what each of its marks stands for.

    A click on a mark chooses it; one on the chosen mark lets it go. Below stand a menu with the `names` of
    the rows that chooses as well, and `table`, which says the same in numbers.
    """
    chosen = chosen_mark()
    marks = [str(mark) for mark in rows["mark"]]
    # A new key makes a chart without a pick of its own: the address alone knows what is chosen.
    chart_key = f"{key}_{chosen}"
    st.altair_chart(chart, key=chart_key, on_select=lambda: _clicked(chart_key), selection_mode=PICK)
    menu, numbers = st.columns([3, 1], vertical_alignment="bottom")
    with menu:
        _menu(key, marks, names, str(chosen) if chosen else "")
    with numbers, st.popover("Table", width="stretch"):
        st.dataframe(table, hide_index=True, key=f"{key}_table")


def _menu(key: str, marks: Sequence[str], names: Sequence[str], chosen: str) -> None:
    options = dict(zip(marks, names, strict=True))
    widget = f"w_{key}_menu"
    st.session_state[widget] = chosen if chosen in options else None
    st.selectbox(
        "Show the articles behind",
        list(options),
        format_func=lambda mark: words.shorten(options[mark], 80),
        key=widget,
        placeholder="choose, or click the chart",
        label_visibility="collapsed",
        on_change=lambda: put_mark(Mark.parse(st.session_state[widget] or "")),
    )


def _clicked(chart_key: str) -> None:
    picked: list[dict[str, Any]] = st.session_state[chart_key]["selection"].get(PICK) or []
    mark = Mark.parse(str(picked[0].get("mark", ""))) if picked else None
    put_mark(None if mark == chosen_mark() else mark)

"""Figures: a chart whose marks open what they count, with a plain widget and a table that do the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import altair as alt
import pandas as pd
import streamlit as st

from analysis.marks import Mark
from charts import picked_marks
from charts.marks import PICK
from charts.numbers import Style
from ui import evidence, menu, table_popover
from ui.marks import chosen_mark, put_mark
from ui.view import View


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and what stands with it.

    Each of `rows` is a mark of the chart: its column `mark` says what it stands for, `names` what to call it
    in a menu. `table` says in numbers what the chart shows. `lists`: what the chosen mark stands for is listed
    below it; else the page lists it elsewhere. `note` says what a column of the table means, `styles` how its numbers
    are written where the default of `ui.tables` does not fit.
    """

    key: str
    chart: alt.LayerChart
    rows: pd.DataFrame
    names: Sequence[str]
    table: pd.DataFrame
    lists: bool = True
    note: str = ""
    styles: Mapping[str, Style] = field(default_factory=dict)


def show(view: View, figure: Figure) -> None:
    """Show `figure`, and below it what the chosen mark stands for, if it is one of its own.

    A click on a mark chooses it; one on the chosen mark lets it go. The menu below does the same.
    """
    chosen = chosen_mark()
    draw(figure, str(chosen) if chosen else "", lambda mark: put_mark(Mark.parse(mark)))
    if figure.lists and chosen is not None and str(chosen) in [str(mark) for mark in figure.rows["mark"]]:
        evidence.show(view)


def draw(figure: Figure, chosen: str, choose: Callable[[str], None], behind: str = "articles") -> None:
    """Draw `figure` with its menu and its table; a click on a mark, or in the menu, hands it to `choose`.

    `chosen` is the mark that the address names; that of a click on it is "". `behind` says what marks count.
    """
    # A new key makes a chart without a pick of its own: the address alone knows what is chosen.
    chart_key = f"{figure.key}_{chosen or None}"

    def _clicked() -> None:
        picked = picked_marks(st.session_state[chart_key])
        choose(picked[0] if picked and picked[0] != chosen else "")

    st.altair_chart(figure.chart, key=chart_key, on_select=_clicked, selection_mode=PICK)
    choice, numbers = st.columns([3, 1], vertical_alignment="bottom")
    with choice:
        names = dict(zip(map(str, figure.rows["mark"]), figure.names, strict=True))
        menu.show(figure.key, f"Show the {behind} behind", names, chosen, choose)
    with numbers:
        table_popover.show(figure.key, lambda: figure.table, figure.styles, figure.note)

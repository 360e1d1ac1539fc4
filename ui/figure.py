"""Figures on a page: a chart whose marks open what they count, with a plain widget and a table that do the same."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.marks import Mark
from charts import picked_marks
from charts.marks import PICK
from figures import words
from figures.figure import Drawn, Figure, Missing
from ui import bursts, evidence, figure_menu, menu, table_popover
from ui.marks import chosen_mark, put_mark
from ui.view import View


def show(view: View, drawn: Drawn, *, lists: bool = True) -> None:
    """Show a figure, and below it what the chosen mark stands for, if it is one of its own; or why there is none.

    A click on a mark chooses it; one on the chosen mark lets it go. The menu below does the same. `lists`: the articles
    behind the chosen mark are listed here; else the page does that elsewhere.
    """
    chosen = chosen_mark()
    draw(view, drawn, str(chosen) if chosen else "", lambda mark: put_mark(Mark.parse(mark)))
    if isinstance(drawn, Missing):
        return
    if lists and chosen is not None and str(chosen) in drawn.marks:
        evidence.show(view)
    bursts.show(view, drawn.bursts)
    if drawn.beside:
        st.caption(words.plain(drawn.beside))


def draw(view: View, drawn: Drawn, chosen: str, choose: Callable[[str], None], behind: str = "articles") -> None:
    """Draw a figure with its menu, its table and what it can be saved as.

    A click on a mark, or a choice in the menu, hands it to `choose`. `chosen` is the mark that the address names; that
    of a click on it is "". `behind` says what marks count. Of a figure that is missing the reason is told.
    """
    if isinstance(drawn, Missing):
        st.info(words.plain(drawn.reason))
    else:
        _draw(view, drawn, chosen, choose, behind)


def _draw(view: View, figure: Figure, chosen: str, choose: Callable[[str], None], behind: str) -> None:
    # A new key makes a chart without a pick of its own: the address alone knows what is chosen.
    chart_key = f"{figure.key}_{chosen or None}"

    def _clicked() -> None:
        picked = picked_marks(st.session_state[chart_key])
        choose(picked[0] if picked and picked[0] != chosen else "")

    # Streamlit takes the specification apart.
    st.vega_lite_chart(spec=dict(figure.spec), key=chart_key, on_select=_clicked, selection_mode=PICK)
    choice, buttons = st.columns([3, 2], vertical_alignment="bottom")
    with choice:
        names = dict(zip(map(str, figure.rows["mark"]), figure.names, strict=True))
        menu.show(figure.key, f"Show the {behind} behind", names, chosen, choose)
    with buttons, st.container(horizontal=True):
        table_popover.show(figure.key, lambda: figure.table, figure.styles, figure.note)
        figure_menu.show(view, figure)

"""Topic numbers: why there are as many topics as there are, and how to have another number."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from analysis.settings import settings_of
from analysis.steps.topics import TOPIC_FIT
from charts import picked_marks
from charts.marks import PICK
from figures.figure import Drawn, Figure
from figures.topic_numbers import numbers
from ui import collections, figure_menu, making, table_popover
from ui.view import View


def show(view: View) -> None:
    """The numbers of topics that were compared, what each is worth, and a box that asks for another number."""
    fits = view.bundle.frame(TOPIC_FIT)
    if fits.empty:
        return
    drawn = numbers(view)
    if isinstance(drawn, Figure):
        key = f"numbers_{view.bundle.fingerprint}"
        clicked = partial(_clicked, key, _box(view))
        st.altair_chart(drawn.chart, key=key, on_select=clicked, selection_mode=PICK)
    _change(view, drawn, fits.iloc[0])


def _change(view: View, drawn: Drawn, fit: pd.Series) -> None:
    """The box for another number, the button that finds so many topics, and the table behind the curves."""
    n_topics, most = view.bundle.counts["topics"], int(fit["n_stories"])
    with st.container(horizontal=True, vertical_alignment="bottom", key="number_of_topics"):
        wanted = st.number_input("Number of topics", 1, most, n_topics, key=_box(view), width=160)
        is_new = wanted != n_topics
        asked = st.button("Find so many topics", key="find_topics", disabled=not is_new)
        freed = fit["is_asked"] and st.button("Let the program choose", key="free_topics")
        if isinstance(drawn, Figure):
            table_popover.show(drawn.key, lambda: drawn.table, drawn.styles, drawn.note, is_wide=False)
            figure_menu.show(view, drawn, is_wide=False)
    if is_new:
        own = collections.is_own(view.place)
        st.caption("The topics are found anew" + ("." if own else ", in a version of your own; this one stays."))
    if asked or freed:
        _rebuild(view, int(wanted) if asked else 0)


def _rebuild(view: View, number: int) -> None:
    settings = settings_of(view.bundle.manifest["settings"])
    making.rebuild(view.place, view.bundle, replace(settings, topics=replace(settings.topics, number=number)))


def _box(view: View) -> str:
    """The key of the box: that of another build is another, and stands as that build was made."""
    return f"n_topics_{view.bundle.fingerprint}"


def _clicked(chart_key: str, box: str) -> None:
    if picked := picked_marks(st.session_state[chart_key]):
        st.session_state[box] = int(picked[0])

"""Zoom: the way back from a year, a month or a day, and to those beside it; all of it is the selection of days."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.zoom import Stretch, beside, way_to
from figures import words
from ui import address
from ui.marks import put_mark
from ui.view import View


def show(view: View) -> None:
    """The year and the month that hold the selected days, and the days beside them, each a button; once a page.

    Nothing where all days are shown.
    """
    days, whole = view.selected_days, view.whole_days
    if days is None or whole is None or days.holds(whole) or "zoom" in view.placed:
        return
    view.placed.add("zoom")
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="zoom"):
        _step("All dates", None, "all")
        *above, _ = way_to(days, whole)
        for number, one in enumerate(above):
            st.caption("›", width="content")
            _step(_named(one), one, f"above_{number}")
        st.caption("›", width="content")
        st.markdown(f"**{words.plain(_named(days))}**", width="content")
        before, after = beside(days, whole)
        if before:
            _step(f"← {_named(before)}", before, "before")
        if after:
            _step(f"{_named(after)} →", after, "after")


def _step(label: str, days: Stretch | None, key: str) -> None:
    st.button(words.plain(label), key=f"zoom_{key}", type="tertiary", on_click=_go, args=(days,))


def _go(days: Stretch | None) -> None:
    put_mark(None)
    first, last = (days.first, days.last) if days else (None, None)
    address.put_selection(replace(address.selection(), first_day=first, last_day=last))


def _named(days: Stretch) -> str:
    return words.days(days.first, days.last)

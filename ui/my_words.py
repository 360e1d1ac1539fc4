"""My words: words of the reader's own over time, a line each, kept in the address as `words=`."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.queries import NOTHING
from analysis.word_groups import group_query
from figures import periods, terms, words
from figures.own_words import own_words, totals
from ui import address, choices, evidence, figure, over_time, zoom
from ui.hidden_words import hidden
from ui.marks import chosen_name
from ui.view import View

_PARAMETER = "words"
_MOST_LINES = 8
_OFFERED = 6
_DRAWN_FIRST = 3
_MEASURES = {"share": "Share of articles", "rate": "Per 10,000 words", "articles": "Articles", "uses": "Occurrences"}
_HELP = (
    "A line in the chart for each line here. Commas divide what counts as the same: flood, “high water”, rain*. "
    "Between commas all signs of the search hold: quotation marks for a phrase, an asterisk for a beginning, OR, -not."
)


def show(view: View) -> None:
    """The words that the reader asks for over time, with the boxes that ask."""
    lines = _lines()
    _box(lines)
    if missing := periods.why_no_course(view):
        figure.show(view, missing)
        if lines:
            st.caption(words.plain(totals(view, lines)))
    else:
        offered = [line for line in map(_quoted, terms.leading(view, _OFFERED, hidden())) if line not in lines]
        _offer(view, lines, offered)
        if drawn := lines or offered[:_DRAWN_FIRST]:
            _figure(view, drawn)
    evidence.show(view)


def _lines() -> list[str]:
    """The lines that the address names, each once; no more than can be told apart."""
    asked = (line.strip() for line in address.params().get(_PARAMETER, ()))
    return list(dict.fromkeys(filter(None, asked)))[:_MOST_LINES]


def _quoted(term: str) -> str:
    """A line that asks for `term` as it is."""
    return term if term.isalnum() else f'"{term}"'


def _offer(view: View, lines: list[str], offered: list[str]) -> None:
    """Buttons for lines to begin with, or to add."""
    if not offered or len(lines) >= _MOST_LINES:
        return
    first = f"To begin with, the {_DRAWN_FIRST} that most {view.nouns} hold are drawn. " if not lines else ""
    with st.container(horizontal=True, vertical_alignment="center", key="offered_words"):
        st.caption(f"{first}Follow:", width="content")
        for number, line in enumerate(offered):
            put = partial(address.put, **{_PARAMETER: [*lines, line], "mark": None})
            st.button(words.plain(words.shorten(line.strip('"'), 40)), key=f"offer_{number}", on_click=put)


def _box(lines: list[str]) -> None:
    st.session_state["w_my_words"] = "\n".join(lines)
    st.text_area(
        f"Words to follow, up to {_MOST_LINES} lines",
        key="w_my_words",
        placeholder='flood, "high water", rain*',
        help=_HELP,
        on_change=_take,
    )
    unknown = [line for line in lines if group_query(line) == NOTHING]
    if unknown:
        st.warning(words.plain(f"No word in: {'; '.join(unknown)}. It finds nothing."))


def _take() -> None:
    typed = st.session_state["w_my_words"].splitlines()
    address.put(**{_PARAMETER: [line.strip() for line in typed if line.strip()][:_MOST_LINES], "mark": None})


def _figure(view: View, lines: list[str]) -> None:
    zoom.show(view)
    with st.container(horizontal=True, vertical_alignment="bottom", key="my_words"):
        measure = choices.menu("count_as", _named(view), "Show", width=210)
        unit = over_time.choose_unit(view)
    drawn = own_words(view, lines, measure, unit, chosen=chosen_name())
    figure.show(view, drawn, lists=False)


def _named(view: View) -> dict[str, str]:
    return {**_MEASURES, "share": f"Share of {view.nouns}", "articles": view.nouns.capitalize()}

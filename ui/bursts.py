"""Bursts on a page: their numbers for the chart, and a list that names each by an article and opens all of its."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analysis.bundle import Bundle
from analysis.bursts import Burst, typical_row
from ui import evidence, findings, words
from ui.marks import chosen_mark, put_mark
from ui.view import View

_MOST = 6
_METHOD = (
    "A burst is a run of periods with far more than usual, by Kleinberg’s automaton of two states (2002), the higher "
    "with twice the odds of the whole time, or twice the articles a day. The headline is that of the article whose "
    "words are most like those of the burst."
)


def numbers(rows: pd.DataFrame, found: Sequence[Burst]) -> pd.Series[str]:
    """The number of the burst of `found` in which each of `rows` is, from "1"; empty for none, and for a weak one."""
    said = pd.Series("", rows.index, dtype=str)
    for number, one in enumerate(_numbered(found), 1):
        said.loc[one.first : one.last] = str(number)
    return said


def show(view: View, found: Sequence[Burst]) -> None:
    """The strongest of `found`, a line each with a button that opens its articles; nothing where there is none."""
    if not found:
        return
    numbered = _numbered(found)
    with st.container(key="bursts", gap="xsmall"):
        for number, one in enumerate(numbered, 1):
            _row(view, number, one)
        more = f"The {len(numbered)} strongest of {len(found):,}. " if len(found) > len(numbered) else ""
        st.caption(words.plain(more + _METHOD))
    if chosen_mark() in [one.mark for one in numbered]:
        evidence.show(view)


def _numbered(found: Sequence[Burst]) -> list[Burst]:
    """The strongest of `found`, as many as a chart can number, in the order of time."""
    return sorted(found[:_MOST], key=lambda one: (one.start, str(one.mark)))


def _row(view: View, number: int, one: Burst) -> None:
    is_open = chosen_mark() == one.mark
    # Columns of a chart show their counts where the lines show the numbers of bursts.
    numbered = f"**{number}** " if one.name else ""
    with st.container(horizontal=True, vertical_alignment="center", key=f"burst_{number}"):
        st.markdown(numbered + words.plain(_said(view, one)), width="stretch")
        toggle = partial(put_mark, None if is_open else one.mark)
        findings.opener(view.counted(one.n_articles), f"burst_{number}", toggle, is_open=is_open)


def _said(view: View, one: Burst) -> str:
    """When it was and of what, how much more than usual, and the headline that stands for it."""
    rows = view.behind(one.mark).index.to_numpy()
    row = _typical(view.bundle.key, one.mark.value, tuple(rows.tolist()), view.bundle)
    title = f": “{words.shorten(view.titles(view.everything.loc[[row]])[0], 90)}”" if row is not None else ""
    if one.name:
        much = f"{words.share(one.here)} of the {view.nouns}, {words.share(one.usual)} over all the time"
        return f"{one.name}, {_when(one)}{title} ({much})"
    return f"{_when(one)}{title} ({one.here:.1f} a day, {one.usual:.1f} over all the time)"


def _when(one: Burst) -> str:
    return words.days(one.start, one.end - pd.Timedelta(days=1))


@st.cache_resource(max_entries=128, show_spinner=False)
def _typical(key: tuple[str, str, str], mark: str, rows: tuple[int, ...], _bundle: Bundle) -> int | None:
    del key, mark  # cache key only
    return typical_row(_bundle, _bundle.counts["articles"], pd.Series(rows, dtype="int64").to_numpy())

"""Menu: the plain widget that chooses a mark of a chart, as a click does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from figures import words

# More options take longer to send than a reader would scroll through; the others are found by their words.
_MOST_OFFERED = 200
_LONGEST_NAME = 80


def show(key: str, label: str, names: Mapping[str, str], chosen: str, choose: Callable[[str], None]) -> None:
    """A menu of marks by their `names`, which hands the one that is chosen to `choose`, "" for none.

    Of many it offers the first, and has a field that finds any of them by the words of its name. `chosen` is the mark
    that stands in it, if it is one of them.
    """
    told = dict(zip(names, _told_apart(list(names.values())), strict=True))
    sought = _sought(key, len(told)) if len(told) > _MOST_OFFERED else ""
    offered = _offered(told, sought, chosen)
    widget = f"w_{key}_menu"
    st.session_state[widget] = chosen if chosen in told else None
    st.selectbox(
        label,
        offered,
        format_func=told.__getitem__,
        key=widget,
        placeholder=_invitation(len(offered), len(told), sought),
        label_visibility="collapsed",
        on_change=lambda: choose(st.session_state[widget] or ""),
    )


def _told_apart(names: Sequence[str]) -> list[str]:
    """`names`, cut; those of the same letters numbered, since a menu knows its options by these alone."""
    cut = pd.Series([words.shorten(name, _LONGEST_NAME) for name in names], dtype=object)
    nth = cut.groupby(cut).cumcount()
    return [f"{name} [{number + 1}]" if number else name for name, number in zip(cut, nth, strict=True)]


def _sought(key: str, number: int) -> str:
    """What the reader typed to find one of so many marks."""
    return st.text_input(
        "Find what to show",
        key=f"w_{key}_find",
        placeholder=f"find any of {number:,} by its words",
        label_visibility="collapsed",
    )


def _offered(names: Mapping[str, str], sought: str, chosen: str) -> list[str]:
    """The first marks whose name holds all words that are `sought`, in any case, and the one that is `chosen`."""
    parts = sought.casefold().split()
    found = [mark for mark, name in names.items() if all(part in name.casefold() for part in parts)]
    first = found[:_MOST_OFFERED]
    return first if chosen in first or chosen not in names else [chosen, *first]


def _invitation(n_offered: int, n_all: int, sought: str) -> str:
    if sought:
        return f"choose of {n_offered:,} found, or click the chart" if n_offered else "none holds these words"
    first = "" if n_offered == n_all else f" of the first {n_offered:,}"
    return f"choose{first}, or click the chart"

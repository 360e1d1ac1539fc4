"""The address of the page: the only home of what a reader has chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.selection import PARAMS, Selection

# What belongs to the collection, and what belongs to the selection: both travel with every link.
_TRAVELLING = ("collection", *PARAMS)

# Longer values are no choice that a page offers.
_LONGEST = 500


def params() -> dict[str, list[str]]:
    """All parameters of the address, each with its values; overlong ones are cut."""
    return {name: [value[:_LONGEST] for value in st.query_params.get_all(name)] for name in st.query_params}


def value(name: str) -> str:
    """The first value of a parameter; empty if it is not there."""
    return next(iter(params().get(name, ())), "")


def selection() -> Selection:
    """The selection that the address states."""
    return Selection.from_params(params())


def put(**changes: str | Sequence[str] | None) -> None:
    """Change parameters of the address; an empty value takes one out."""
    wanted: dict[str, str | Sequence[str]] = {**params()}
    for name, new in changes.items():
        wanted.pop(name, None)
        if new:
            wanted[name] = new if isinstance(new, str) else list(new)
    st.query_params.from_dict(wanted)


def state_again(page: str) -> None:
    """Let the browser show the address of this run of `page`: after a link from a page to itself it does not.

    In all other cases it does, and might take a statement for one more step back.
    """
    before, stated = st.session_state.get("address", ("", {}))
    if page == before and params() != stated:
        put()
    st.session_state["address"] = (page, params())


def put_selection(chosen: Selection) -> None:
    """State `chosen` as the selection, and forget what was picked under another one."""
    put(**{**dict.fromkeys(PARAMS), **chosen.to_params(), "shown": None})


def travelling(**more: str | Sequence[str] | None) -> Mapping[str, str | list[str]]:
    """The parameters of a link to another page: collection, selection, and `more`."""
    kept: dict[str, str | list[str]] = {name: found for name, found in params().items() if name in _TRAVELLING}
    return kept | {name: new if isinstance(new, str) else list(new) for name, new in more.items() if new}

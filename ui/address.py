"""The address of the page: the only home of what a reader has chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

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


def link() -> str:
    """The whole address of the page as it is shown."""
    stated = urlencode(params(), doseq=True)
    return f"{st.context.url or ''}{'?' if stated else ''}{stated}"


def put(**changes: str | Sequence[str] | None) -> None:
    """Change parameters of the address; an empty value takes one out."""
    st.query_params.from_dict(staying(**changes))


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


def staying(**changes: str | Sequence[str] | None) -> Mapping[str, str | list[str]]:
    """The parameters of a link from a page to itself: all there are, but for `changes`; an empty value goes."""
    kept: dict[str, str | list[str]] = {name: found for name, found in params().items() if name not in changes}
    return kept | _stated(changes)


def travelling(**more: str | Sequence[str] | None) -> Mapping[str, str | list[str]]:
    """The parameters of a link to another page: collection, selection, and `more`."""
    kept: dict[str, str | list[str]] = {name: found for name, found in params().items() if name in _TRAVELLING}
    return kept | _stated(more)


def _stated(values: Mapping[str, str | Sequence[str] | None]) -> dict[str, str | list[str]]:
    """Those of `values` that an address states: empty ones do not stand there."""
    return {name: value if isinstance(value, str) else list(value) for name, value in values.items() if value}

"""Choices: widgets whose value is a parameter of the address; only what differs from the first option stands there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from ui import address


def chosen(name: str, options: Mapping[str, str]) -> str:
    """Which of `options` the parameter `name` names; the first for none of them."""
    value = address.value(name)
    return value if value in options else next(iter(options))


def segments(name: str, options: Mapping[str, str], label: str, *, quiet: bool = False) -> str:
    """A choice among a few `options` (values with their labels) that stand side by side; the chosen value.

    `quiet`: its label is for screen readers only.
    """
    visibility = "collapsed" if quiet else "visible"
    return _ask(partial(st.segmented_control, required=True, label_visibility=visibility), name, options, label)


def menu(name: str, options: Mapping[str, str], label: str, *, width: int) -> str:
    """A choice among many `options` in a menu; the chosen value."""
    return _ask(partial(st.selectbox, width=width), name, options, label)


def switch(name: str, label: str) -> bool:
    """Whether something is on, which it is not by default."""
    is_on = address.value(name) == "yes"
    st.session_state[f"w_{name}"] = is_on
    st.toggle(label, key=f"w_{name}", on_change=lambda: put(name, "yes" if st.session_state[f"w_{name}"] else ""))
    return is_on


def put(name: str, value: str) -> None:
    """State a choice in the address; what was listed under another one starts at its first page."""
    address.put(**{name: value or None, "shown": None})


def _ask(widget: Callable[..., object], name: str, options: Mapping[str, str], label: str) -> str:
    """Show `widget` with what the address says, and let it say so there; the chosen value."""
    st.session_state[f"w_{name}"] = now = chosen(name, options)
    widget(
        label,
        list(options),
        format_func=lambda value: options[value],
        key=f"w_{name}",
        on_change=_take,
        args=(name, next(iter(options))),
    )
    return now


def _take(name: str, default: str) -> None:
    value = st.session_state[f"w_{name}"]
    put(name, "" if value == default else value)

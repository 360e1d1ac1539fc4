"""Findings: a row each, with a number, what it counts, and what that means; a click opens the list of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True, slots=True)
class Finding:
    """One row. `label` and `meaning` are Markdown; `toggle` opens the list that belongs to it, or closes it."""

    key: str
    label: str
    meaning: str
    is_open: bool
    toggle: Callable[[], None]


def group(heading: str) -> DeltaGenerator:
    """A place for rows that belong together, below their heading."""
    place = st.container(gap="xxsmall", key=f"findings_{heading.replace(' ', '_').lower()}")
    place.markdown(f"**{heading}**")
    return place


def row(finding: Finding) -> None:
    """Show the number and what it counts beside what it means; in a narrow window the one above the other."""
    with st.container(key=f"finding_{finding.key}"):
        number, meaning = st.columns([2, 3], gap="xxsmall", vertical_alignment="center")
        with number:
            opener(finding.label, finding.key, finding.toggle, is_open=finding.is_open)
        with meaning:
            st.caption(finding.meaning)


def opener(label: str, key: str, toggle: Callable[[], None], *, is_open: bool) -> None:
    """A button, `label` in Markdown, whose arrow says whether the list that `toggle` opens or closes is open."""
    st.button(
        label,
        key=f"open_{key}",
        type="tertiary",
        icon=f":material/{'expand_more' if is_open else 'chevron_right'}:",
        on_click=toggle,
    )

"""Findings: a row each, with a number, what it counts, and what that means; a click opens the list of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True, slots=True)
class Finding:
    """One row. `label` and `meaning` are Markdown; `toggle` opens the list that belongs to it, or closes it."""

    key: str
    label: str
    meaning: str
    is_open: bool
    toggle: Callable[[], None]


def row(finding: Finding) -> None:
    """Show the number and what it counts beside what it means; in a narrow window the one above the other."""
    with st.container(key=f"finding_{finding.key}"):
        number, meaning = st.columns([2, 3], gap="small", vertical_alignment="center")
        with number:
            st.button(
                f"{'▾' if finding.is_open else '▸'} {finding.label}",
                key=f"open_{finding.key}",
                type="tertiary",
                on_click=finding.toggle,
            )
        with meaning:
            st.caption(finding.meaning)

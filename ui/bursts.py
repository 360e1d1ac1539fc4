"""Bursts on a page: a list that names each by an article and opens all of its."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from analysis.bursts import Burst
from figures import bursts, words
from ui import evidence, findings
from ui.marks import chosen_mark, put_mark
from ui.view import View


def show(view: View, found: Sequence[Burst]) -> None:
    """The strongest of `found`, a line each with a button that opens its articles; nothing where there is none."""
    if not found:
        return
    numbered = bursts.numbered(found)
    with st.container(key="bursts", gap="xsmall"):
        for number, one in enumerate(numbered, 1):
            _row(view, number, one)
        more = f"The {len(numbered)} strongest of {len(found):,}. " if len(found) > len(numbered) else ""
        st.caption(words.plain(more + bursts.METHOD))
    if chosen_mark() in [one.mark for one in numbered]:
        evidence.show(view)


def _row(view: View, number: int, one: Burst) -> None:
    is_open = chosen_mark() == one.mark
    # Columns of a chart show their counts where the lines show the numbers of bursts.
    numbered = f"**{number}** " if one.name else ""
    with st.container(horizontal=True, vertical_alignment="center", key=f"burst_{number}"):
        st.markdown(numbered + words.plain(bursts.said(view, one)), width="stretch")
        toggle = partial(put_mark, None if is_open else one.mark)
        findings.opener(view.counted(one.n_articles), f"burst_{number}", toggle, is_open=is_open)

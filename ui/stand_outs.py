"""What stands out, on the overview: a sentence each, with the number of articles that it is about."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis.stand_outs import StandOut
from figures import stand_outs, words
from ui import evidence, findings
from ui.marks import chosen_mark, put_mark
from ui.view import View


def show(view: View) -> None:
    """What stands out of the selection, each opening its articles; nothing where nothing does."""
    found = stand_outs.found(view)
    if not found:
        return
    st.subheader("What stands out?", anchor=False)
    with st.container(gap="xsmall"):
        for number, one in enumerate(found):
            _row(view, number, one)
    st.caption(words.plain(stand_outs.METHOD))
    if chosen_mark() in [one.mark for one in found]:
        evidence.show(view)


def _row(view: View, number: int, one: StandOut) -> None:
    is_open = chosen_mark() == one.mark
    with st.container(key=f"stand_out_{number}"):
        said, counted = st.columns([5, 1], gap="small", vertical_alignment="center")
        said.markdown(stand_outs.said(view, one, _strong))
        toggle = partial(put_mark, None if is_open else one.mark)
        with counted:
            findings.opener(
                view.counted_behind(one.mark, one.n_articles), f"stand_out_{number}", toggle, is_open=is_open
            )


def _strong(text: str) -> str:
    return f"**{words.plain(text)}**"

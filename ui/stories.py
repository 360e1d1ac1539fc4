"""Stories on a page: how many articles are copies, which texts were carried most, and by which outlets."""

from __future__ import annotations

import streamlit as st

from figures import stories, words
from figures.figure import Figure, Missing
from ui import evidence, figure
from ui.marks import chosen_mark, chosen_name
from ui.view import View


def show(view: View, body: evidence.Body) -> None:
    """How many articles are copies, the texts that were carried most, the outlets that carry the same.

    What is behind a mark is shown by `body`, a story below the chart of stories.
    """
    st.markdown(f"#### {words.plain(stories.summary(view))}")
    carried = stories.carried(view, chosen=chosen_name())
    _show(view, carried)
    if isinstance(carried, Figure):
        mark = chosen_mark()
        if mark is not None and mark.kind == "story":
            evidence.show(view, body=body)
        _show(view, stories.pairs(view, chosen=chosen_name()))
    evidence.show(view, body=body)


def _show(view: View, drawn: Figure | Missing) -> None:
    """Show a figure; why there is none in a line, since the heading says what matters."""
    if isinstance(drawn, Figure):
        figure.show(view, drawn, lists=False)
    else:
        st.caption(words.plain(drawn.reason))

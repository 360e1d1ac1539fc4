"""Course: how the tone runs through the article that is read, each column opening its sentence."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import picked_marks
from charts.marks import PICK
from figures import words
from figures.course import course
from ui import address, figure_menu, table_popover
from ui.reader import Page
from ui.view import View

_LONGEST = 160


def show(view: View, page: Page, sentence: int | None) -> None:
    """A column a scored sentence of `page`; the chosen one stands out, a click chooses another or lets it go."""
    rows = frame(page)
    if len(rows) < 2:
        return
    chosen = None if sentence is None else str(sentence)
    drawn = course(rows, len(page.sentences) - len(rows), _article(page), chosen=chosen)
    key = f"course_{page.article_id}_{chosen}"
    st.altair_chart(drawn.chart, key=key, on_select=lambda: _clicked(key, chosen), selection_mode=PICK)
    with st.container(horizontal=True):
        table_popover.show(drawn.key, lambda: drawn.table, drawn.styles, drawn.note, is_wide=False)
        figure_menu.show(view, drawn, is_wide=False)


def _article(page: Page) -> str:
    """Which article it is, in a sentence."""
    return f"Of the article “{words.title(page.headline, page.body)}” ({words.listed(*page.details)})."


def frame(page: Page) -> pd.DataFrame:
    """The scored sentences of `page` in their order: mark, start and end as shares of the body, polarity, headline."""
    length = max(1, len(page.body))
    return pd.DataFrame(
        [
            (str(number), one.start / length, one.end / length, one.polarity, _text(page, one.start, one.end))
            for number, one in enumerate(page.sentences)
            if one.polarity is not None
        ],
        columns=["mark", "start", "end", "polarity", "headline"],
    )


def _text(page: Page, start: int, end: int) -> str:
    return words.shorten(page.body[start:end], _LONGEST)


def _clicked(key: str, chosen: str | None) -> None:
    picked = next(iter(picked_marks(st.session_state[key])), None)
    address.put(sentence=None if picked == chosen else picked)

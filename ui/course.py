"""Course: how the tone runs through the article that is read, each column opening its sentence."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import Measure, course, picked_marks
from charts.marks import PICK
from figures import words
from ui import address, table_popover
from ui.reader import Page

_LONGEST = 160
_NOTE = "To choose a sentence without the chart, click it in the text, or walk there with the arrows."


def show(page: Page, sentence: int | None) -> None:
    """A column a scored sentence of `page`; the chosen one stands out, a click chooses another or lets it go."""
    rows = frame(page)
    if len(rows) < 2:
        return
    n_unscored = len(page.sentences) - len(rows)
    noted = f"; {words.count(n_unscored, 'sentence')} without words of tone left blank" if n_unscored else ""
    chosen = None if sentence is None else str(sentence)
    chart = course(
        rows,
        value=Measure("polarity", "tone", "signed"),
        title="How does the tone run through it?",
        subtitle=f"A column a scored sentence, as wide as it is long, −1 to +1, n = {len(rows):,}{noted}.",
        chosen=chosen,
    )
    key = f"course_{page.article_id}_{chosen}"
    st.altair_chart(chart, key=key, on_select=lambda: _clicked(key, chosen), selection_mode=PICK)
    table = rows[["headline", "polarity"]].rename(columns={"headline": "sentence", "polarity": "tone"})
    table_popover.show("course", lambda: table, {"tone": "signed"}, _NOTE, is_wide=False)


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

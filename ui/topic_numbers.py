"""Topic numbers: why there are as many topics as there are, and how to have another number."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.settings import settings_of
from analysis.steps.topics import TOPIC_FIT, TOPIC_NUMBERS
from analysis.topic_stability import MOST_COMPARED
from charts import Measure, curves, picked_marks
from charts.marks import PICK
from charts.numbers import Style
from figures import words
from ui import collections, making, table_popover
from ui.view import View

_VALUES = (
    Measure("stability", "stability", "ratio"),
    Measure("coherence", "coherence", "ratio"),
    Measure("worth", "both together", "ratio"),
)
_COLUMNS = {
    "n_topics": "topics",
    "stability": "stability",
    "coherence": "coherence",
    "worth": "both together",
    "is_chosen": "shown",
}
_MEASURES = (
    "Stability: how alike the groups are when a fifth of the articles is left out (adjusted Rand index, 1: the same). "
    "Coherence: how often their words meet in an article (NPMI, −1 to 1)"
)
_NOTE = (
    "Both together: stability × (1 + coherence) ÷ 2 × the share of articles in groups of three or more. "
    "A click on a number of the chart puts it into the box."
)


def show(view: View) -> None:
    """The numbers of topics that were compared, what each is worth, and a box that asks for another number."""
    numbers, fits = view.bundle.frame(TOPIC_NUMBERS), view.bundle.frame(TOPIC_FIT)
    if fits.empty:
        return
    fit = fits.iloc[0]
    if not numbers.empty:
        _curves(view, numbers, fit)
    _change(view, numbers, fit)


def reason(n_topics: int, best: int | None, *, is_asked: bool, is_edited: bool = False) -> str:
    """Why there are `n_topics` topics, in a sentence; `best` is the number of most worth, None where none is."""
    counted = words.count(n_topics, "topic") + (" before your changes" if is_edited else "")
    if best is None:
        return f"{counted}: no other number was compared."
    if not is_asked:
        return f"{counted}: of the numbers that were compared they are the most stable and coherent, both together."
    if best == n_topics:
        return f"{counted}, as was asked for; the program would have chosen the same number."
    return f"{counted}, as was asked for; the program would have chosen {best:,}."


def _best(numbers: pd.DataFrame) -> int | None:
    """The number of most worth, the smaller of equals."""
    return None if numbers.empty else int(numbers.loc[numbers["worth"].idxmax(), "n_topics"])


def _curves(view: View, numbers: pd.DataFrame, fit: pd.Series) -> None:
    n_topics = view.bundle.counts["topics"]
    is_edited = len(view.curated.visible) != n_topics
    why = reason(n_topics, _best(numbers), is_asked=fit["is_asked"], is_edited=is_edited)
    chart = curves(
        numbers.assign(mark=numbers["n_topics"].astype(str)),
        along=Measure("n_topics", "topics"),
        values=_VALUES,
        title="How many topics?",
        subtitle=f"{why} {_MEASURES}, {_compared(fit)}.",
        chosen=str(n_topics),
    )
    key = f"numbers_{view.bundle.fingerprint}"
    st.altair_chart(chart, key=key, on_select=lambda: _clicked(key, _box(view)), selection_mode=PICK)


def _compared(fit: pd.Series) -> str:
    """Of how many stories the measures were taken: "n = 833 stories, copies aside"."""
    n_stories, n_compared = int(fit["n_stories"]), min(int(fit["n_fitted"]), MOST_COMPARED)
    counted = f"n = {words.count(n_compared, 'story', 'stories')}"
    return f"{counted}, copies aside" if n_compared == n_stories else f"{counted}, a fixed sample of {n_stories:,}"


def _change(view: View, numbers: pd.DataFrame, fit: pd.Series) -> None:
    """The box for another number, the button that finds so many topics, and the table behind the curves."""
    n_topics, most = view.bundle.counts["topics"], int(fit["n_stories"])
    with st.container(horizontal=True, vertical_alignment="bottom", key="number_of_topics"):
        wanted = st.number_input("Number of topics", 1, most, n_topics, key=_box(view), width=160)
        is_new = wanted != n_topics
        asked = st.button("Find so many topics", key="find_topics", disabled=not is_new)
        freed = fit["is_asked"] and st.button("Let the program choose", key="free_topics")
        if not numbers.empty:
            ratios: dict[str, Style] = dict.fromkeys(("stability", "coherence", "both together"), "ratio")
            shown = numbers[list(_COLUMNS)].rename(columns=_COLUMNS)
            table_popover.show("numbers", lambda: shown, ratios, _NOTE, is_wide=False)
    if is_new:
        own = collections.is_own(view.place)
        st.caption("The topics are found anew" + ("." if own else ", in a version of your own; this one stays."))
    if asked or freed:
        _rebuild(view, int(wanted) if asked else 0)


def _rebuild(view: View, number: int) -> None:
    settings = settings_of(view.bundle.manifest["settings"])
    making.rebuild(view.place, view.bundle, replace(settings, topics=replace(settings.topics, number=number)))


def _box(view: View) -> str:
    """The key of the box: that of another build is another, and stands as that build was made."""
    return f"n_topics_{view.bundle.fingerprint}"


def _clicked(chart_key: str, box: str) -> None:
    if picked := picked_marks(st.session_state[chart_key]):
        st.session_state[box] = int(picked[0])

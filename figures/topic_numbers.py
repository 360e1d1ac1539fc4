"""Topic numbers: why there are as many topics as there are."""

from __future__ import annotations

import pandas as pd

from analysis.steps.topics import TOPIC_FIT, TOPIC_NUMBERS
from analysis.topic_stability import MOST_COMPARED
from charts import Measure, curves
from charts.numbers import Style
from figures import words
from figures.figure import Drawn, Figure, Missing
from figures.reading import Reading

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
_NONE = Missing("Too few articles to compare numbers of topics.")


def numbers(reading: Reading) -> Drawn:
    """The numbers of topics that were compared, and what each is worth; of the whole collection."""
    compared, fits = reading.bundle.frame(TOPIC_NUMBERS), reading.bundle.frame(TOPIC_FIT)
    if compared.empty or fits.empty:
        return _NONE
    n_topics, fit = reading.bundle.counts["topics"], fits.iloc[0]
    is_edited = len(reading.curated.visible) != n_topics
    why = reason(n_topics, _best(compared), is_asked=fit["is_asked"], is_edited=is_edited)
    rows = compared.assign(mark=compared["n_topics"].astype(str))
    chart = curves(
        rows,
        along=Measure("n_topics", "topics"),
        values=_VALUES,
        title="How many topics?",
        subtitle=f"{why} {_MEASURES}, {_compared(fit)}.",
        chosen=str(n_topics),
    )
    names = [
        f"{words.count(n, 'topic')} ({words.ratio(worth)})"
        for n, worth in zip(rows["n_topics"], rows["worth"], strict=True)
    ]
    ratios: dict[str, Style] = dict.fromkeys(("stability", "coherence", "both together"), "ratio")
    table = compared[list(_COLUMNS)].rename(columns=_COLUMNS)
    of = f"The whole collection; {words.count(reading.bundle.counts['articles'], 'article')}."
    return Figure("numbers", chart, rows, names, table, _NOTE, ratios, of=of)


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


def _compared(fit: pd.Series) -> str:
    """Of how many stories the measures were taken: "n = 833 stories, copies aside"."""
    n_stories, n_compared = int(fit["n_stories"]), min(int(fit["n_fitted"]), MOST_COMPARED)
    counted = f"n = {words.count(n_compared, 'story', 'stories')}"
    return f"{counted}, copies aside" if n_compared == n_stories else f"{counted}, a fixed sample of {n_stories:,}"

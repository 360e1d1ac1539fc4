"""Bursts: their numbers for a chart, and what is said of each, named by an article."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.bundle import Bundle
from analysis.bursts import Burst, typical_row
from figures import words
from figures.memo import remembered
from figures.reading import Reading

_MOST = 6

METHOD = (
    "A burst is a run of periods with far more than usual, by Kleinberg’s automaton of two states (2002), the higher "
    "with twice the odds of the whole time, or twice the articles a day. The headline is that of the article whose "
    "words are most like those of the burst."
)


def numbered(found: Sequence[Burst]) -> list[Burst]:
    """The strongest of `found`, as many as a chart can number, in the order of time."""
    return sorted(found[:_MOST], key=lambda one: (one.start, str(one.mark)))


def numbers(rows: pd.DataFrame, found: Sequence[Burst]) -> pd.Series[str]:
    """The number of the burst of `found` in which each of `rows` is, from "1"; empty for none, and for a weak one."""
    said = pd.Series("", rows.index, dtype=str)
    for number, one in enumerate(numbered(found), 1):
        said.loc[one.first : one.last] = str(number)
    return said


def said(reading: Reading, one: Burst) -> str:
    """When it was and of what, how much more than usual, and the headline that stands for it."""
    rows = reading.behind(one.mark).index.to_numpy()
    row = _typical(reading.bundle.key, one.mark.value, tuple(rows.tolist()), reading.bundle)
    title = f": “{words.shorten(reading.titles(reading.everything.loc[[row]])[0], 90)}”" if row is not None else ""
    when = words.days(one.start, one.end - pd.Timedelta(days=1))
    if one.name:
        much = f"{words.share(one.here)} of the {reading.nouns}, {words.share(one.usual)} over all the time"
        return f"{one.name}, {when}{title} ({much})"
    return f"{when}{title} ({one.here:.1f} a day, {one.usual:.1f} over all the time)"


@remembered(128)
def _typical(key: tuple[str, str, str], mark: str, rows: tuple[int, ...], _bundle: Bundle) -> int | None:
    del key, mark  # cache key only
    return typical_row(_bundle, _bundle.counts["articles"], pd.Series(rows, dtype="int64").to_numpy())

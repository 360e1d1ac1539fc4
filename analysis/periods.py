"""Periods: days, weeks, months and years, how many articles each has, and what share of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.marks import Mark, at_mark, days_mark

Unit = Literal["day", "week", "month", "year"]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
# A chart of more columns than this can no longer be read; of more than that, no longer be drawn.
_MOST_PERIODS = 60
_MOST_DRAWN = 400
_DAYS: dict[Unit, float] = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
# How pandas calls each unit.
FREQUENCIES: dict[Unit, str] = {"day": "D", "week": "W-SUN", "month": "M", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods behind each other without a gap: their `starts` and `ends` (exclusive), and which are not complete."""

    starts: pd.DatetimeIndex
    ends: pd.DatetimeIndex
    is_partial: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts)

    def places(self, days: pd.Series) -> Ints:
        """Which period each of `days` is in, from 0; -1 for those in none, and for undated ones."""
        found = np.searchsorted(self.starts.to_numpy(), days.to_numpy(self.starts.dtype), side="right") - 1
        inside = days.notna().to_numpy() & (found >= 0)
        inside[inside] = days.to_numpy(self.starts.dtype)[inside] < self.ends.to_numpy()[found[inside]]
        return np.where(inside, found, -1).astype(np.int64)

    def count(self, days: pd.Series) -> Ints:
        """How many of `days` each period has."""
        places = self.places(days)
        return np.bincount(places[places >= 0], minlength=len(self)).astype(np.int64)

    def sum(self, days: pd.Series, weights: Floats) -> Floats:
        """The sum of the `weights` of those of `days` that each period has."""
        places = self.places(days)
        kept = places >= 0
        return np.bincount(places[kept], weights[kept], minlength=len(self)).astype(np.float64)

    def marks(self) -> list[Mark]:
        """The mark of the days of each."""
        lasts = self.ends - pd.Timedelta(days=1)
        return [days_mark(a.date(), b.date()) for a, b in zip(self.starts, lasts, strict=True)]


@dataclass(frozen=True)
class Series:
    """Some articles that are counted over time: how to call them, their mark, and the rows; `uses` are occurrences.

    `rows` are labels of the index of the articles among which they are counted; `uses`, where there are any, say for
    each how often it holds what is counted.
    """

    name: str
    mark: Mark
    rows: Ints
    uses: Ints | None = None


def unit_for(days: pd.Series, most: int = _MOST_PERIODS) -> Unit:
    """The shortest of day, week, month and year that shows `days` in a readable chart, of `most` periods.

    Days only for up to three weeks: news has its weekly rhythm, which would drown everything else.
    """
    span = _span(days)
    if span <= 21:
        return "day"
    return next((unit for unit in UNITS[1:3] if span / _DAYS[unit] <= most), "year")


def units_for(days: pd.Series) -> list[Unit]:
    """The units in which `days` can be drawn, the shortest first: of at most 400 periods; years always."""
    span = _span(days)
    return [unit for unit in UNITS if unit == "year" or span / _DAYS[unit] <= _MOST_DRAWN]


def _span(days: pd.Series) -> int:
    days = days.dropna()
    return (days.max() - days.min()).days + 1 if len(days) else 1


def periods_of(covered: pd.Series, unit: Unit) -> Periods:
    """The periods from the first to the last of the days `covered`; those that reach beyond them are partial."""
    covered = covered.dropna()
    first, last = covered.min(), covered.max()
    frequency = FREQUENCIES[unit]
    every = pd.period_range(first, last, freq=frequency) if len(covered) else pd.PeriodIndex([], freq=frequency)
    starts, lasts = every.start_time, every.end_time.normalize()
    is_partial = np.asarray((starts < first) | (lasts > last)) if len(covered) else np.zeros(0, bool)
    return Periods(starts, lasts + pd.Timedelta(days=1), is_partial)


def by_period(
    articles: pd.DataFrame, unit: Unit, covered: pd.Series | None = None, among: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Dated articles by period, without gaps: start, end (exclusive), n_articles, is_partial, mark.

    `covered` are the days that could have had articles, by default those of `articles`: a period without any
    between the first and the last of them is a zero, one that reaches beyond them is partial. With `among`, the
    articles from which these were taken, there are also n_all, how many of those it has, and `share` (0 to 1); where
    there are none of those there is no data, and n_articles and share are null. A story counts once in each period.
    """
    periods = periods_of(articles["day"] if covered is None else covered, unit)
    rows = pd.DataFrame(
        {
            "start": periods.starts,
            "end": periods.ends,
            "n_articles": periods.count(articles["day"]),
            "is_partial": periods.is_partial,
            "mark": [str(mark) for mark in periods.marks()],
        }
    )
    if among is None:
        return rows
    n_all = periods.count(among["day"])
    known = rows["n_articles"].where(n_all > 0)
    return rows.assign(n_articles=known, n_all=n_all, share=known / np.maximum(n_all, 1))


def once_a_period(articles: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """The dated ones of `articles`, one of each story in each period: what a share of stories is a share of."""
    dated = articles[articles["day"].notna()]
    periods = dated["day"].dt.to_period(FREQUENCIES[unit])
    return dated[~pd.DataFrame({"story": dated["story_id"], "period": periods}).duplicated()]


def over_periods(
    series: Sequence[Series], articles: pd.DataFrame, n_words: pd.Series, unit: Unit, covered: pd.Series
) -> pd.DataFrame:
    """Each of `series` in each period, in their order: its share of `articles`, and how often it is used.

    Columns: name, start, end (exclusive), is_partial, n_articles, n_all (of `articles`), share (0 to 1),
    n_occurrences, n_words (of `articles`), per_10k, mark. Where a period has none of `articles` there is no data:
    n_articles, share, n_occurrences and per_10k are null. `n_words` has the words of each article, by row.
    """
    periods = periods_of(covered, unit)
    n_all = periods.count(articles["day"])
    words = periods.sum(articles["day"], n_words[articles.index].to_numpy(float))
    frames = [_one(one, articles, periods, n_all, words) for one in series]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=_COLUMNS)


_COLUMNS = [
    "name",
    "start",
    "end",
    "is_partial",
    "n_articles",
    "n_all",
    "share",
    "n_occurrences",
    "n_words",
    "per_10k",
    "mark",
]


def _one(one: Series, articles: pd.DataFrame, periods: Periods, n_all: Ints, n_words: Floats) -> pd.DataFrame:
    is_here = np.isin(one.rows, articles.index)
    days = articles["day"].loc[one.rows[is_here]]
    uses = (np.ones(len(one.rows)) if one.uses is None else one.uses.astype(float))[is_here]
    known = n_all > 0
    n_articles = np.where(known, periods.count(days), np.nan)
    n_occurrences = np.where(known, periods.sum(days, uses), np.nan)
    return pd.DataFrame(
        {
            "name": one.name,
            "start": periods.starts,
            "end": periods.ends,
            "is_partial": periods.is_partial,
            "n_articles": n_articles,
            "n_all": n_all,
            "share": n_articles / np.maximum(n_all, 1),
            "n_occurrences": n_occurrences,
            "n_words": n_words,
            "per_10k": 10_000 * n_occurrences / np.maximum(n_words, 1),
            "mark": [str(at_mark(days, one.mark)) for days in periods.marks()],
        }
    )

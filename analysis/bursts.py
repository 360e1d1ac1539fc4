"""Bursts: runs of periods in which something is written about far more than usual.

Kleinberg (2002), "Bursty and hierarchical structure in streams", in its form for batches (section 4) with two states: a
usual rate, and one of twice the odds. A burst begins where what the higher rate explains better is worth the cost of
going up, ln of the number of periods; so a longer look asks for more. What many periods explain counts together: a few
articles in quick succession make no burst, and neither does a rise that follows the collection's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.marks import Mark, at_mark, days_mark
from analysis.nearest import term_weights
from analysis.steps.keywords import TERM_COUNTS, TERMS

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_RATIO = 2.0
# Of fewer articles chance and one busy desk can be told apart by nobody.
_FEWEST = 4
_FEWEST_PERIODS = 4
# So many articles of a burst are compared to find the one that stands for it.
_MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Burst:
    """A run of periods, rows `first` to `last` of the frame it was found in; `mark` opens its `n_articles`.

    `here` and `usual` are the shares (0 to 1) of all articles in these periods and over all of them, or the articles a
    day where nothing is there to be a share of. `weight` is how much better the higher rate explains it, in nats.
    """

    name: str
    mark: Mark
    first: int
    last: int
    start: pd.Timestamp
    end: pd.Timestamp
    n_articles: int
    here: float
    usual: float
    weight: float


def bursts_of(rows: pd.DataFrame) -> list[Burst]:
    """The bursts of each name in `rows`, as `over_periods` gives them, against all articles; the strongest first."""
    return _ranked(
        burst
        for name, of in rows.groupby("name", sort=False)
        for burst in _bursts(str(name), of, _gains_of_shares(*_counts(of)), of["n_all"].to_numpy(float))
    )


def volume_bursts(rows: pd.DataFrame, covered: pd.Series) -> list[Burst]:
    """The bursts of `rows`, as `by_period` gives them, against an even flow over the days `covered`; strongest first.

    Batches have no total here, so their numbers are those of a Poisson process, of twice the rate in a burst.
    """
    if rows.empty:
        return []
    first, last = covered.min(), covered.max() + pd.Timedelta(days=1)
    n_days = (rows["end"].clip(upper=last) - rows["start"].clip(lower=first)).dt.days.to_numpy(float)
    n_articles = rows["n_articles"].to_numpy(float)
    gains = n_articles * np.log(_RATIO) - (_RATIO - 1) * n_days * n_articles.sum() / n_days.sum()
    return _ranked(_bursts("", rows, gains, n_days))


def runs(gains: Floats) -> list[tuple[int, int]]:
    """The runs of periods in the higher state, as first and last, that explain most for the cost of going up to them.

    `gains` say for each period how much better the higher state explains it, in nats. Found as Viterbi's algorithm
    does, in one pass; of two ways that are worth the same the one with less in the higher state is taken.
    """
    cost = np.log(max(2, len(gains)))
    low, high = 0.0, -np.inf
    came_up, stayed_up = list[bool](), list[bool]()
    for gain in gains.tolist():
        came_up.append(low - cost >= high)
        stayed_up.append(high > low)
        low, high = max(low, high), max(low - cost, high) + gain
    found, is_up, last = list[tuple[int, int]](), high > low, len(gains) - 1
    for n in range(len(gains) - 1, -1, -1):
        if is_up and came_up[n]:
            found.append((n, last))
            is_up = False
        elif not is_up and stayed_up[n]:
            is_up, last = True, n - 1
    return found[::-1]


def typical_row(bundle: Bundle, n_articles: int, rows: Ints) -> int | None:
    """Which of the articles `rows` stands for them: its words are most like those of all together; None for none.

    The cosine of TF-IDF weights with their sum; of more than 200, as many of them, evenly spread, are compared.
    `n_articles` is how many the collection has.
    """
    if not len(rows):
        return None
    compared = np.sort(rows)[:: -(-len(rows) // _MOST_COMPARED)]
    terms = bundle.frame(TERMS, ["n_articles_of_forms", "is_keyword", "form_of"])
    columns = ["article_row", "term_id", "n_occurrences"]
    counts = bundle.frame(TERM_COUNTS, columns, [("article_row", "in", compared.tolist())])
    weights = term_weights(counts, terms, n_articles)
    together = weights.groupby("form")["weight"].transform("sum")
    fits = (weights["weight"] * together).groupby(weights["article_row"]).sum()
    return int(fits.round(9).idxmax()) if len(fits) else int(compared[0])


def _counts(of: pd.DataFrame) -> tuple[Floats, Floats]:
    return of["n_articles"].fillna(0).to_numpy(float), of["n_all"].to_numpy(float)


def _gains_of_shares(n_articles: Floats, n_all: Floats) -> Floats:
    """How much better twice the odds explain each number of `n_all` articles than the share of all periods does."""
    share = n_articles.sum() / max(1.0, n_all.sum())
    if not 0 < share < 1:
        return np.zeros(len(n_all))
    higher = _RATIO * share / (1 - share + _RATIO * share)
    gains: Floats = n_articles * np.log(higher / share) + (n_all - n_articles) * np.log((1 - higher) / (1 - share))
    return gains


def _bursts(name: str, of: pd.DataFrame, gains: Floats, totals: Floats) -> Iterator[Burst]:
    n_articles = of["n_articles"].fillna(0).to_numpy(float)
    if len(of) < _FEWEST_PERIODS:
        return
    for first, last in runs(gains):
        inside = slice(first, last + 1)
        if (number := int(n_articles[inside].sum())) < _FEWEST:
            continue
        start, end = of["start"].iloc[first], of["end"].iloc[last]
        yield Burst(
            name,
            _mark(of["mark"].iloc[first], start, end),
            int(of.index[first]),
            int(of.index[last]),
            start,
            end,
            number,
            float(number / totals[inside].sum()),
            float(n_articles.sum() / totals.sum()),
            float(gains[inside].sum()),
        )


def _mark(text: str, start: pd.Timestamp, end: pd.Timestamp) -> Mark:
    """The mark of one period over all the days from `start` to `end`."""
    days = days_mark(start.date(), (end - pd.Timedelta(days=1)).date())
    one = Mark.parse(text)
    return at_mark(days, one.subject) if one is not None and one.of_days else days


def _ranked(found: Iterator[Burst]) -> list[Burst]:
    return sorted(found, key=lambda one: (-round(one.weight, 9), str(one.mark)))

"""What stands out of some articles: differences between groups of them that chance hardly gives.

Each is a test of one group against the rest. Of all groups that were compared in one way the level is divided by their
number (Bonferroni), so that a collection in which nothing stands out says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from statistics import NormalDist
from typing import Literal

import numpy as np
import pandas as pd

from analysis.carriers import stories_of
from analysis.marks import Mark, days_mark

Kind = Literal["topic in time", "topic of an outlet", "tone of a topic", "tone of an outlet", "story"]

LEVEL = 0.01
"""How often chance may give any difference of one kind."""

# A group of fewer says more of its articles than of itself, and the normal distribution is no good for it.
_FEWEST = 10
_LEAST_TONE = 0.05
_LEAST_RATIO = 1.5
_FEWEST_DAYS = 14
_FEWEST_COPIES = 3


@dataclass(frozen=True, slots=True)
class StandOut:
    """One difference: `mark` opens the `n_articles` that it is about.

    `here` and `elsewhere` are shares (0 to 1) of the articles of an outlet, or of a time, that are on the topic, and of
    the others; or the mean polarity (-1 to 1) of the group and of the others; of a story, its articles and its named
    outlets. `z` is the standard score of the difference, 0 for a story, which needs none.
    """

    kind: Kind
    mark: Mark
    n_articles: int
    here: float
    elsewhere: float
    z: float


def stand_outs(articles: pd.DataFrame, whole_stories: pd.DataFrame) -> list[StandOut]:
    """What stands out of `articles`, the strongest of each kind, in the order of `Kind`; empty where nothing does.

    Shares are compared by the two-proportion z test and means by Welch's, at `LEVEL` for all groups of a kind together;
    a difference that is sure but small (half as much again of a share, .05 of tone) does not stand out.

    Args:
        articles: rows of `articles_of`, -1 the topic of those without one.
        whole_stories: these with the other articles of their stories.
    """
    kinds = (_topics_in_time, _topics_of_outlets, _tones_of_topics, _tones_of_outlets)
    found = (max(kind(articles), key=_strength, default=None) for kind in kinds)
    return [one for one in chain(found, _stories(whole_stories)) if one is not None]


def _strength(one: StandOut) -> tuple[float, int, str]:
    """Of two groups that are all there is, each differs from the other as much: the smaller one stands out."""
    return round(abs(one.z), 9), -one.n_articles, str(one.mark)


def _topics_in_time(articles: pd.DataFrame) -> list[StandOut]:
    """Topics with a larger share of the earlier half of the dated articles than of the later, or the other way."""
    dated = articles[articles["day"].notna()]
    days = dated["day"]
    if len(dated) < 2 * _FEWEST or (days.max() - days.min()).days < _FEWEST_DAYS:
        return []
    later = days >= days.quantile(0.5, interpolation="higher")
    halves = later.map({False: "earlier", True: "later"})
    marks = {half: days_mark(of.min().date(), of.max().date()) for half, of in days.groupby(halves)}
    return _shares("topic in time", dated["topic_id"], halves, marks.__getitem__)


def _topics_of_outlets(articles: pd.DataFrame) -> list[StandOut]:
    """Topics with a larger share of the articles of one outlet than of all others."""
    named = articles[articles["outlet"].notna()]
    return _shares("topic of an outlet", named["topic_id"], named["outlet"], lambda outlet: Mark("outlet", outlet))


def _shares(kind: Kind, topics: pd.Series, groups: pd.Series, mark_of: Callable[[str], Mark]) -> list[StandOut]:
    """Topics with a surely larger share of one of the `groups` than of the others."""
    table = pd.crosstab(groups, topics)
    counts, sizes = table.to_numpy(float), table.sum(axis=1).to_numpy(float)[:, None]
    others, rest = counts.sum(axis=0) - counts, sizes.sum() - sizes
    if not rest.all():
        return []
    here, elsewhere, pooled = counts / sizes, others / rest, counts.sum(axis=0) / sizes.sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        z = (here - elsewhere) / np.sqrt(pooled * (1 - pooled) * (1 / sizes + 1 / rest))
    large = (counts >= _FEWEST) & (sizes >= 2 * _FEWEST) & (rest >= 2 * _FEWEST)
    sure = large & (z > _least_z(int(large.sum()))) & (here >= _LEAST_RATIO * elsewhere)
    found = np.argwhere(sure & (table.columns.to_numpy() >= 0)).tolist()
    marks = [Mark("topic-in", f"{table.columns[column]}|{mark_of(table.index[row])}") for row, column in found]
    return [
        StandOut(kind, mark, int(counts[at]), float(here[at]), float(elsewhere[at]), float(z[at]))
        for mark, at in zip(marks, map(tuple, found), strict=True)
    ]


def _tones_of_topics(articles: pd.DataFrame) -> list[StandOut]:
    return _tones("tone of a topic", articles[articles["topic_id"] >= 0], "topic_id", "scored-topic")


def _tones_of_outlets(articles: pd.DataFrame) -> list[StandOut]:
    return _tones("tone of an outlet", articles, "outlet", "scored-outlet")


def _tones(kind: Kind, articles: pd.DataFrame, column: str, mark_kind: str) -> list[StandOut]:
    """Groups whose mean polarity surely differs from that of all others together."""
    scored = articles[articles["polarity"].notna() & articles[column].notna()]
    by_group = scored.groupby(column)["polarity"]
    squares = (scored["polarity"] ** 2).groupby(scored[column]).sum()
    sums = pd.DataFrame({"n": by_group.size(), "sum": by_group.sum(), "squares": squares})
    rest = sums.sum() - sums
    large = (sums["n"] >= _FEWEST) & (rest["n"] >= _FEWEST)
    sums, rest = sums[large], rest[large]
    (mean, variance), (other, other_variance) = _moments(sums), _moments(rest)
    error = np.sqrt(variance / sums["n"] + other_variance / rest["n"])
    z = (mean - other) / error.where(error > 0)
    sure = (z.abs() > _least_z(len(z))) & ((mean - other).abs() >= _LEAST_TONE)
    return [
        StandOut(
            kind,
            Mark(mark_kind, str(name)),
            int(sums["n"][name]),
            float(mean[name]),
            float(other[name]),
            float(z[name]),
        )
        for name in z.index[sure]
    ]


def _moments(sums: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Mean and unbiased variance, from number, sum and sum of squares."""
    mean = sums["sum"] / sums["n"]
    return mean, (sums["squares"] / sums["n"] - mean**2).clip(lower=0) * sums["n"] / (sums["n"] - 1)


def _least_z(n_compared: int) -> float:
    """The least size of z that stands out of this many comparisons."""
    return NormalDist().inv_cdf(1 - LEVEL / 2 / max(1, int(n_compared)))


def _stories(whole_stories: pd.DataFrame) -> list[StandOut]:
    """The story that most articles carry."""
    most = stories_of(whole_stories).head(1)
    told = most[most["n_articles"] >= _FEWEST_COPIES]
    return [
        StandOut("story", Mark("story", str(one.story_id)), one.n_articles, one.n_articles, one.n_outlets, 0.0)
        for one in told.itertuples()
    ]

"""Clusters: articles grouped by what they are about."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.vectors import SEED, Floats, members, sample, to_unit_length
from analysis.votes import Run, elect, run_k_means

Labels = npt.NDArray[np.int64]

# Below this many stories a group would be an anecdote.
MIN_STORIES = 5

# With fewer a group hangs on the runs that chance gave; with more nothing changes but the time.
_RUNS = 40
_STARTS = 5
_MOST_COMPARED = 1_000
_ROWS_AT_A_TIME = 10_000

# Tukey (1977): what lies further below the first quartile than this many times the middle half is apart.
_FENCE = 1.5
# What has this cosine to a centre is more like it than not.
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of the rows that were clustered, largest first, each with its centre (a row of unit length).

    `runs` are the clusterings that were put to the vote, their groups numbered as these.
    """

    labels: Labels
    centres: Floats
    runs: tuple[Run, ...]

    @property
    def number(self) -> int:
        """How many groups there are."""
        return len(self.centres)

    def votes(self, points: Floats) -> Floats:
        """Points by groups: the share of runs, 0 to 1, that have the point in the group."""
        counted = np.zeros((len(points), self.number))
        for start in range(0, len(points), _ROWS_AT_A_TIME):
            part = np.asarray(points[start : start + _ROWS_AT_A_TIME], np.float32)
            every = np.arange(start, start + len(part))
            for run in self.runs:
                counted[every, run.assign(part)] += 1
        return counted / len(self.runs)


def find_clusters(points: Floats, number: int, n_runs: int = _RUNS, seed: int = SEED) -> Clusters:
    """Group `points`, rows of unit length, in `number` groups; fewer where there are fewer distinct points.

    Many runs of k-means vote: a single one, the best of many included, hangs on where it began (see `votes`). A point
    weighs the less, the more others resemble it: texts made by a form, such as tables of results, would else take most
    of the groups for themselves.
    """
    number = min(number, _n_distinct(points))
    if number < 2:
        return _numbered(points, np.zeros(len(points), np.int64), (), max(1, number))
    weights = _rarities(points)
    singles = np.asarray(points, np.float32)
    labels, runs = elect(singles, run_k_means(singles, weights, number, n_runs, seed))
    if len(np.unique(labels)) < number:
        labels, runs = _k_means(points, weights, number, seed), ()
    return _numbered(points, labels, runs, number)


def centres(points: Floats, labels: Labels, number: int) -> Floats:
    """The mean of each group, at unit length."""
    return to_unit_length(members(labels, number) @ points)


def fence(cosines: Floats) -> float:
    """The cosine to its centre below which an article fits nowhere: the lower fence of `cosines`, those of all.

    Tukey (1977), Exploratory data analysis: the first quartile less 1.5 times the distance of the quartiles. In a bell
    curve 3 or 4 of 1,000 lie below it. At most .5, where an article is more like its centre than not.
    """
    low, high = np.quantile(cosines, [0.25, 0.75])
    return min(_LIKE, float(low - _FENCE * (high - low)))


def _numbered(points: Floats, labels: Labels, runs: tuple[Run, ...], number: int) -> Clusters:
    """The groups in the order of their sizes, the largest first."""
    labels = np.asarray(np.unique(labels, return_inverse=True)[1], np.int64)
    order = np.argsort(-np.bincount(labels), kind="stable")
    new = np.argsort(order)
    labels = new[labels]
    of_groups = centres(points, labels, len(order))
    if not runs or len(order) < number:
        return Clusters(labels, of_groups, (Run(np.asarray(of_groups, np.float32), np.arange(len(order))),))
    return Clusters(labels, of_groups, tuple(Run(run.centres, new[run.groups]) for run in runs))


def _k_means(points: Floats, weights: Floats, number: int, seed: int) -> Labels:
    """The best of a few runs: for a handful of points, whose groups a vote may leave empty."""
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    with warnings.catch_warnings():
        # Fewer distinct points than groups: some groups stay empty, and nobody need be told.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = KMeans(number, n_init=_STARTS, random_state=seed).fit(points, sample_weight=weights)
    return np.asarray(model.labels_, np.int64)


def _rarities(points: Floats) -> Floats:
    """One over the mean resemblance of each point to a sample of all; the rarest tenth weighs alike, lest one lead."""
    compared = points[sample(len(points), _MOST_COMPARED)]
    crowding = np.maximum(points @ compared.T, 0).mean(axis=1)
    return np.asarray(1 / np.maximum(crowding, max(1e-3, float(np.quantile(crowding, 0.1)))))


def _n_distinct(points: Floats) -> int:
    return len({row.tobytes() for row in points.round(6) + 0.0})

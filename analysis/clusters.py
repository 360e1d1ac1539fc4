"""Clusters: articles grouped by what they are about, and how far the groups can be trusted."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.vectors import SEED, Floats, to_unit_length

Labels = npt.NDArray[np.int64]

# Below this many stories a group would be an anecdote.
MIN_STORIES = 5

_STARTS = 10
_MOST_COMPARED = 1_000
_N_REFITS = 10
_REFIT_SHARE = 0.8
_SMALLEST = 3
_MOST_GROUPS = 20

# Choosing a number takes some dozens of fits, each of which may be rougher than the one that counts.
_QUICK_STARTS = 3
_QUICK_REFITS = 3


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of the rows that were clustered, largest first, each with its centre (a row of unit length)."""

    labels: Labels
    centres: Floats

    @property
    def number(self) -> int:
        """How many groups there are."""
        return len(self.centres)


def find_clusters(points: Floats, number: int = 0) -> Clusters:
    """Group `points`, rows of unit length, by k-means; `number` 0 lets `choose_number` say how many.

    Fewer groups come out where there are fewer distinct points.
    """
    number = min(number or choose_number(points), len(np.unique(points.round(9), axis=0)))
    labels = _k_means(points, number)
    order = np.argsort(-np.bincount(labels, minlength=number), kind="stable")
    labels = np.argsort(order)[labels]
    return Clusters(labels, centres(points, labels, number))


def choose_number(points: Floats) -> int:
    """How many groups stand best apart and come back most surely: mean silhouette times mean stability.

    Rousseeuw (1987), Silhouettes. The silhouette alone creeps up with every further group of sparse texts. A
    number that leaves a group with fewer than three of the points is chosen only if all do. Of many points a
    seeded sample of 1,000 decides; 1 where no number makes groups.
    """
    compared = points[_sample(len(points), _MOST_COMPARED)]
    groupings = [_k_means(compared, number, _QUICK_STARTS) for number in _candidates(len(compared))]
    groupings = [labels for labels in groupings if 1 < len(set(labels)) < len(compared)]
    whole = [labels for labels in groupings if np.bincount(labels).min() >= _SMALLEST]
    worth = {int(labels.max()) + 1: _worth(compared, labels) for labels in whole or groupings}
    return max(worth, key=lambda number: (worth[number], -number)) if worth else 1


def _worth(points: Floats, labels: Labels) -> float:
    from sklearn.metrics import silhouette_score

    number = int(labels.max()) + 1
    found = Clusters(labels, centres(points, labels, number))
    steady = stability(points, found, _QUICK_REFITS) @ np.bincount(labels) / len(labels)
    return float(silhouette_score(points, labels, metric="cosine") * steady)


def _candidates(n_points: int) -> list[int]:
    """Numbers to compare: a few groups tell little of thousands of articles, and many are more than one can hold."""
    fewest, most = max(2, round(n_points**0.5 / 4)), max(2, min(_MOST_GROUPS, n_points // 4))
    return [number for number in range(min(fewest, most), most + 1) if number <= 12 or number % 2 == 0]


def centres(points: Floats, labels: Labels, number: int) -> Floats:
    """The mean of each group, at unit length."""
    sums = np.zeros((number, points.shape[1]))
    np.add.at(sums, labels, points)
    return to_unit_length(sums)


def stability(points: Floats, clusters: Clusters, n_refits: int = _N_REFITS) -> Floats:
    """For each group how well it comes back, from 0 to 1, when some of the articles are left out.

    The mean over refits on 80 % of the points of the best Jaccard overlap with a new group: Hennig (2007),
    Cluster-wise assessment of cluster stability. Above 0.75 a group is stable, below 0.6 it is shaky.
    """
    random = np.random.default_rng(SEED)
    found = np.zeros((n_refits, clusters.number))
    for refit in range(n_refits):
        chosen = np.sort(random.choice(len(points), max(2, int(len(points) * _REFIT_SHARE)), replace=False))
        again = _k_means(points[chosen], min(clusters.number, len(chosen)), starts=1)
        found[refit] = _best_overlaps(clusters.labels[chosen], again, clusters.number)
    return np.asarray(found.mean(axis=0))


def _best_overlaps(old: Labels, new: Labels, number: int) -> Floats:
    table = np.zeros((number, int(new.max()) + 1))
    np.add.at(table, (old, new), 1)
    union = table.sum(axis=1, keepdims=True) + table.sum(axis=0, keepdims=True) - table
    return np.asarray((table / np.maximum(union, 1)).max(axis=1))


def _k_means(points: Floats, number: int, starts: int = _STARTS) -> Labels:
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    if number < 2:
        return np.zeros(len(points), np.int64)
    with warnings.catch_warnings():
        # Fewer distinct points than groups: some groups stay empty, and nobody need be told.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return np.asarray(KMeans(number, n_init=starts, random_state=SEED).fit_predict(points), np.int64)


def _sample(n_points: int, most: int) -> Labels:
    if n_points <= most:
        return np.arange(n_points)
    return np.sort(np.random.default_rng(SEED).choice(n_points, most, replace=False))

"""Clusters: articles grouped by what they are about."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.vectors import SEED, Floats, members, sample, to_unit_length

Labels = npt.NDArray[np.int64]

# Below this many stories a group would be an anecdote.
MIN_STORIES = 5

_STARTS = 5
_MOST_COMPARED = 1_000

# Tukey (1977): what lies further below the first quartile than this many times the middle half is apart.
_FENCE = 1.5
# What has this cosine to a centre is more like it than not.
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of the rows that were clustered, largest first, each with its centre (a row of unit length)."""

    labels: Labels
    centres: Floats

    @property
    def number(self) -> int:
        """How many groups there are."""
        return len(self.centres)


def find_clusters(points: Floats, number: int, starts: int = _STARTS, seed: int = SEED) -> Clusters:
    """Group `points`, rows of unit length, in `number` groups; fewer where there are fewer distinct points.

    K-means in which a point weighs the less, the more others resemble it: texts made by a form, such as tables of
    results, would else take most of the groups for themselves.
    """
    labels = _k_means(points, min(number, _n_distinct(points)), starts, seed)
    order = np.argsort(-np.bincount(labels), kind="stable")
    labels = np.argsort(order)[labels]
    return Clusters(labels, centres(points, labels, len(order)))


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


def _k_means(points: Floats, number: int, starts: int, seed: int) -> Labels:
    from sklearn.cluster import KMeans
    from sklearn.exceptions import ConvergenceWarning

    if number < 2:
        return np.zeros(len(points), np.int64)
    with warnings.catch_warnings():
        # Fewer distinct points than groups: some groups stay empty, and nobody need be told.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = KMeans(number, n_init=starts, random_state=seed).fit(points, sample_weight=_rarities(points))
    # A start may leave a group empty; the numbers of the others close up.
    return np.asarray(np.unique(model.labels_, return_inverse=True)[1], np.int64)


def _rarities(points: Floats) -> Floats:
    """One over the mean resemblance of each point to a sample of all; the rarest tenth weighs alike, lest one lead."""
    compared = points[sample(len(points), _MOST_COMPARED)]
    crowding = np.maximum(points @ compared.T, 0).mean(axis=1)
    return np.asarray(1 / np.maximum(crowding, max(1e-3, float(np.quantile(crowding, 0.1)))))


def _n_distinct(points: Floats) -> int:
    return len({row.tobytes() for row in points.round(6) + 0.0})

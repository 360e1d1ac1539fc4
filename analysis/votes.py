"""Votes: many clusterings of the same points, and the one that they agree on.

A k-means ends in one of many local optima that are nearly as good, and with other articles in another one. What most
runs agree on is far steadier: cluster ensembles, Strehl and Ghosh (2002); by vote, Dimitriadou, Weingessel and Hornik
(2002), A combination scheme for fuzzy clustering.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.vectors import Floats, to_unit_length

Labels = npt.NDArray[np.int64]
Singles = npt.NDArray[np.float32]

_MOST_STEPS = 25
# A run that moves fewer points than this share of them has arrived.
_AT_REST = 1e-3
_MOST_BALLOTS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """One clustering: its centres, rows of unit length, and for each of them the group that it stands for."""

    centres: Singles
    groups: Labels

    def assign(self, points: Singles) -> Labels:
        """The group of each point."""
        return np.asarray(self.groups[(points @ self.centres.T).argmax(axis=1)], np.int64)


def run_k_means(points: Singles, weights: Floats, number: int, n_runs: int, seed: int) -> Singles:
    """The centres of `n_runs` spherical k-means (Dhillon and Modha 2001): an array of runs by `number` by dimensions.

    All run at once, so that a step is one product of matrices; they differ in where they begin. `weights` says what
    each of `points`, rows of unit length, weighs.
    """
    centres = _begin(points, np.asarray(weights, np.float32), (n_runs, number), seed)
    labels = _nearest(points, centres)
    for _ in range(_MOST_STEPS):
        moved = _means(points, weights, labels, number)
        # A group that lost all its points stays where it was.
        stays = ~moved.any(axis=2)
        moved[stays] = centres[stays]
        centres, before = moved, labels
        labels = _nearest(points, centres)
        if (labels != before).mean() < _AT_REST:
            break
    return centres


def elect(points: Singles, centres: Singles) -> tuple[Labels, tuple[Run, ...]]:
    """The group that most runs have each of `points` in, and the runs with their groups numbered alike.

    The run that agrees most with the others goes first; each is then matched with the groups that won (Hungarian
    method, Kuhn 1955, by the Jaccard overlap of their points), and votes, until nothing changes or a group would lose
    its last point.
    """
    number = centres.shape[1]
    labels = _nearest(points, centres).T
    won = labels[_agreements(labels, number).mean(axis=1).argmax()]
    groups = [_matched(won, run, number) for run in labels]
    for _ in range(_MOST_BALLOTS):
        counted = _counted(labels, groups, number).argmax(axis=1)
        if np.array_equal(counted, won) or len(np.unique(counted)) < number:
            break
        won, groups = counted, [_matched(counted, run, number) for run in labels]
    return won, tuple(Run(*run) for run in zip(centres, groups, strict=True))


def _begin(points: Singles, weights: Singles, shape: tuple[int, int], seed: int) -> Singles:
    """Runs by groups by dimensions: points far from each other, k-means++ (Arthur and Vassilvitskii 2007).

    Of a few points that are drawn for a place each run takes the one that leaves all points nearest to a centre: else
    one crowded group often has two centres and two small ones none, which no step mends.
    """
    random, (n_runs, number) = np.random.default_rng(seed), shape
    n_drawn, every = 2 + int(log(number)), np.arange(n_runs)
    begun = np.empty((n_runs, number), np.int64)
    far = np.ones((n_runs, len(points)), np.float32)
    for place in range(number):
        odds = np.cumsum(far * weights, axis=1, dtype=np.float64)
        marks = random.random((n_runs, n_drawn)) * odds[:, -1:]
        found = [np.searchsorted(*pair, side="right") for pair in zip(odds, marks, strict=True)]
        drawn = np.minimum(np.stack(found), len(points) - 1)
        apart = np.maximum(1 - points[drawn.ravel()] @ points.T, 0).reshape(n_runs, n_drawn, -1)
        left = np.minimum(far[:, np.newaxis], apart)
        best = (left @ weights).argmin(axis=1)
        begun[:, place], far = drawn[every, best], left[every, best]
    return points[begun]


def _nearest(points: Singles, centres: Singles) -> Labels:
    """Points by runs: the nearest centre of each."""
    n_runs, number, n_dimensions = centres.shape
    cosines = points @ centres.reshape(-1, n_dimensions).T
    return np.asarray(cosines.reshape(len(points), n_runs, number).argmax(axis=2), np.int64)


def _means(points: Singles, weights: Floats, labels: Labels, number: int) -> Singles:
    """Runs by groups by dimensions: the weighted mean of each group at unit length, or zero."""
    sums = _members(labels, number, weights) @ points
    return np.asarray(to_unit_length(sums), np.float32).reshape(labels.shape[1], number, -1)


def _members(labels: Labels, number: int, weights: Floats) -> Any:
    """A sparse matrix, a row for each group of each run: what each point in it weighs."""
    from scipy.sparse import csc_matrix

    n_points, n_runs = labels.shape
    rows = labels + np.arange(n_runs) * number
    starts = np.arange(n_points + 1) * n_runs
    values = np.repeat(np.asarray(weights, np.float32), n_runs)
    return csc_matrix((values, rows.ravel(), starts), (n_runs * number, n_points)).tocsr()


def _agreements(labels: Labels, number: int) -> Floats:
    """The adjusted Rand index (Hubert and Arabie 1985) of each two runs; `labels` has a row for each."""
    n_runs, n_points = labels.shape
    held = _members(labels.T, number, np.ones(n_points))
    shared = (held @ held.T).toarray().astype(float).reshape(n_runs, number, n_runs, number)
    together = (shared**2).sum(axis=(1, 3)) - n_points
    own = np.diag(together)
    chance = np.outer(own, own) / max(1, n_points * (n_points - 1))
    most = (own[:, np.newaxis] + own) / 2
    return np.asarray((together - chance) / np.maximum(most - chance, 1e-12))


def _matched(won: Labels, run: Labels, number: int) -> Labels:
    """For each group of a run that of `won` which it stands for, no two for the same."""
    from scipy.optimize import linear_sum_assignment

    shared = np.bincount(run * number + won, minlength=number * number).reshape(number, number).astype(float)
    union = shared.sum(axis=1, keepdims=True) + shared.sum(axis=0) - shared
    return np.asarray(linear_sum_assignment(shared / np.maximum(union, 1), maximize=True)[1], np.int64)


def _counted(labels: Labels, groups: Sequence[Labels], number: int) -> Floats:
    """Points by groups: how many runs have the point in the group."""
    votes, every = np.zeros((labels.shape[1], number)), np.arange(labels.shape[1])
    for run, numbers in zip(labels, groups, strict=True):
        votes[every, numbers[run]] += 1
    return votes

"""Graph layout: where the points of a small network stand, and their names, none on another."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from charts.placing import Box

Floats = npt.NDArray[np.float64]

_ROUNDS = 300
_PATIENCE = 60
_AIR = 5.0


def places(distances: Floats) -> Floats:
    """A place in the plane for each point, so that they are about as far from each other as `distances` say.

    Stress majorization (de Leeuw 1977; Gansner, Koren and North 2004), from the places of classical scaling: the same
    distances give the same places. A row a point, around (0, 0).
    """
    n_points = len(distances)
    found = _scaled(distances)
    for _ in range(_ROUNDS):
        apart = np.linalg.norm(found[:, np.newaxis] - found, axis=2)
        ratio = np.divide(distances, apart, out=np.zeros_like(distances), where=apart > 0)
        pull = -ratio
        np.fill_diagonal(pull, ratio.sum(axis=1))
        found = pull @ found / n_points
    return found


def _scaled(distances: Floats) -> Floats:
    """Classical scaling (Torgerson 1952) to two dimensions, and a little aside where that is one place for several."""
    n_points = len(distances)
    centring = np.eye(n_points) - 1 / n_points
    values, vectors = np.linalg.eigh(-centring @ distances**2 @ centring / 2)
    found = np.zeros((n_points, 2))
    for column, which in enumerate(np.argsort(-values, kind="stable")[:2]):
        vector = vectors[:, which] * np.sqrt(max(values[which], 0.0))
        # The sign of an eigenvector is any.
        found[:, column] = vector if vector[np.argmax(np.abs(vector))] >= 0 else -vector
    angles = np.arange(n_points) * np.pi * (3 - np.sqrt(5))
    aside = 1e-3 * (distances.max(initial=0) or 1)
    return found + aside * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def set_apart(boxes: Sequence[Box], width: float, height: float) -> list[Box]:
    """`boxes` within `width` and `height`, moved the shortest way until none covers another; the first one stays.

    Where there is no room for all of them some still do.
    """
    placed = [_within(box, width, height) for box in boxes]
    for n in range(_ROUNDS):
        # What is crowded against an edge gets out by the longer way.
        is_crowded = n >= _PATIENCE and n % 3 == 0
        pairs = [pair for pair in combinations(range(len(placed)), 2) if _covers(*(placed[n] for n in pair))]
        if not pairs:
            break
        for first, second in pairs:
            placed[first], placed[second] = _part(placed[first], placed[second], (first == 0, is_crowded))
        placed = [placed[0], *(_within(box, width, height) for box in placed[1:])]
    return placed


def _covered(one: Box, other: Box) -> tuple[float, float]:
    """By how many pixels of width and of height two boxes cover each other; both above 0 if they do."""
    across = (one.width + other.width) / 2 + _AIR - abs(one.x - other.x)
    down = (one.height + other.height) / 2 + _AIR - abs(one.y - other.y)
    return across, down


def _covers(one: Box, other: Box) -> bool:
    return min(_covered(one, other)) > 0


def _part(one: Box, other: Box, how: tuple[bool, bool]) -> tuple[Box, Box]:
    """The two boxes beside each other; `how`: whether the first one stays, and whether they go the longer way."""
    first_stays, is_longer = how
    across, down = _covered(one, other)
    if min(across, down) <= 0:
        return one, other
    back, forth = (0.0, 1.0) if first_stays else (0.5, 0.5)
    if (down <= across) != is_longer:
        shift = down if other.y >= one.y else -down
        return replace(one, y=one.y - back * shift), replace(other, y=other.y + forth * shift)
    shift = across if other.x >= one.x else -across
    return replace(one, x=one.x - back * shift), replace(other, x=other.x + forth * shift)


def _within(box: Box, width: float, height: float) -> Box:
    x = min(max(box.x, box.width / 2), max(box.width / 2, width - box.width / 2))
    y = min(max(box.y, box.height / 2), max(box.height / 2, height - box.height / 2))
    return replace(box, x=x, y=y)

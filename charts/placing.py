"""Placing: where a label belongs, and labels moved up or down until none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

_ROUNDS = 120
_AIR = 4.0


_LEAST_CROWD = 3

Floats = npt.NDArray[np.float64]


def crowd(x: Floats, y: Floats, cell: tuple[float, float]) -> tuple[float, float]:
    """The middle of the crowd among some points: the median of those in and around the fullest cell of a grid.

    Where not even three are near each other, the median of all.
    """
    columns, rows = (np.floor((at - at.min()) / (size or 1)).astype(int) for at, size in zip((x, y), cell, strict=True))
    counts = np.zeros((columns.max() + 3, rows.max() + 3), int)
    np.add.at(counts, (columns + 1, rows + 1), 1)
    around = np.lib.stride_tricks.sliding_window_view(counts, (3, 3)).sum(axis=(2, 3))
    column, row = np.unravel_index(around.argmax(), around.shape)
    near = (np.abs(columns - column) <= 1) & (np.abs(rows - row) <= 1)
    if near.sum() < _LEAST_CROWD:
        near[:] = True
    return float(np.median(x[near])), float(np.median(y[near]))


@dataclass(frozen=True, slots=True)
class Box:
    """A label: the pixels of its middle and of its size."""

    x: float
    y: float
    width: float
    height: float


def spread(boxes: Sequence[Box], width: float, height: float) -> list[Box]:
    """`boxes` within `width` and `height`, moved up or down until none covers another, if there is room."""
    placed = [_within(box, width, height) for box in boxes]
    for _ in range(_ROUNDS):
        overlaps = [
            pair for pair in combinations(range(len(placed)), 2) if _overlap(placed[pair[0]], placed[pair[1]]) > 0
        ]
        if not overlaps:
            break
        for first, second in overlaps:
            placed[first], placed[second] = _part(placed[first], placed[second])
        placed = [_within(box, width, height) for box in placed]
    return placed


def _overlap(one: Box, other: Box) -> float:
    """By how many pixels of height two boxes cover each other."""
    if abs(one.x - other.x) >= (one.width + other.width) / 2 + _AIR:
        return 0.0
    return (one.height + other.height) / 2 + _AIR - abs(one.y - other.y)


def _part(one: Box, other: Box) -> tuple[Box, Box]:
    """The two boxes moved apart, each by half of their overlap; the upper one up."""
    shift = max(_overlap(one, other), 0.0) / 2
    if one.y > other.y:
        shift = -shift
    return replace(one, y=one.y - shift), replace(other, y=other.y + shift)


def _within(box: Box, width: float, height: float) -> Box:
    return replace(
        box,
        x=_clamp(box.x, box.width / 2, width - box.width / 2),
        y=_clamp(box.y, box.height / 2, height - box.height / 2),
    )


def _clamp(value: float, low: float, high: float) -> float:
    return min(max(value, low), max(low, high))

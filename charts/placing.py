"""Placing: labels moved up or down until none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

_ROUNDS = 120
_AIR = 4.0


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

"""Cut a text into neighbouring pieces, so that nothing of it is lost or shown twice."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Generic, NamedTuple, TypeVar

from ui.reader.page import Mark

Label = TypeVar("Label")


class Tile(NamedTuple, Generic[Label]):
    """A stretch of text, `start` up to `end`, and what it is."""

    start: int
    end: int
    label: Label


class Marked(NamedTuple):
    """The kinds of mark on a stretch, separated by spaces, and the number of the place they make together."""

    kinds: str
    place: int


def tile(stretches: Sequence[Tile[Label]], start: int, end: int) -> Iterator[Tile[Label | None]]:
    """Cut `start` to `end` along sorted, disjoint stretches; what lies between them is labelled None.

    The tiles are not empty, follow each other without a gap, and cover exactly `start` to `end`.
    """
    reached = start
    first = bisect_right(stretches, start, key=lambda stretch: stretch.end)
    for stretch in islice(stretches, first, None):
        left, right = max(stretch.start, reached), min(stretch.end, end)
        if left >= right:
            break
        if reached < left:
            yield Tile(reached, left, None)
        yield Tile(left, right, stretch.label)
        reached = right
    if reached < end:
        yield Tile(reached, end, None)


def disjoint(stretches: Iterable[Tile[Label]], length: int) -> list[Tile[Label]]:
    """Sorted stretches inside 0 to `length`, the earlier one winning where two overlap; empty ones go."""
    kept: list[Tile[Label]] = []
    reached = 0
    for start, end, label in sorted(stretches, key=lambda stretch: stretch[:2]):
        left, right = max(start, reached), min(end, length)
        if left < right:
            kept.append(Tile(left, right, label))
            reached = right
    return kept


def places(marks: Iterable[Mark], length: int, first: int = 0) -> list[Tile[Marked]]:
    """Disjoint marked stretches; marks that overlap share one place, numbered on from `first`."""
    return [
        stretch
        for number, group in enumerate(_overlapping(marks, length), start=first)
        for stretch in _flatten(group, number)
    ]


def _overlapping(marks: Iterable[Mark], length: int) -> list[list[Mark]]:
    """Groups of marks that overlap one after the other, clipped to 0 to `length`, empty ones left out."""
    groups: list[list[Mark]] = []
    reached = 0
    for start, end, kind in sorted(marks):
        clipped = Mark(max(start, 0), min(end, length), kind)
        if clipped.start >= clipped.end:
            continue
        if not groups or clipped.start >= reached:
            groups.append([])
        groups[-1].append(clipped)
        reached = max(reached, clipped.end)
    return groups


def _flatten(group: list[Mark], place: int) -> Iterator[Tile[Marked]]:
    borders = sorted({border for mark in group for border in (mark.start, mark.end)})
    for start, end in pairwise(borders):
        kinds = {mark.kind for mark in group if mark.start < end and start < mark.end}
        yield Tile(start, end, Marked(" ".join(sorted(kinds)), place))

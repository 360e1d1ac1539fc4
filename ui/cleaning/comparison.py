"""Before and after: the lines of an item as they were found, and what is read of each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from analysis.cleaning.lines import split_lines


class Line(NamedTuple):
    """A line of an item; `number` counts from 0.

    One that is kept has a `body`, as it is read; one that is removed a `reason`; a blank one neither.
    """

    number: int
    found: str
    body: str | None
    reason: str | None


class Gap(NamedTuple):
    """A stretch of lines, `first` to `last`, between two that are kept: for each reason how many were removed."""

    first: int
    last: int
    reasons: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The lines of one item, in order."""

    lines: tuple[Line, ...]

    @property
    def removed(self) -> list[Line]:
        """The lines that were taken out."""
        return [line for line in self.lines if line.reason is not None]

    @property
    def kept(self) -> list[Line]:
        """The lines that are read."""
        return [line for line in self.lines if line.body is not None]

    def gaps(self) -> Iterator[Gap]:
        """The stretches in which lines were removed, in order."""
        for is_kept, stretch in groupby(self.lines, key=lambda line: line.body is not None):
            lines = list(stretch)
            reasons = [line.reason for line in lines if line.reason is not None]
            if reasons and not is_kept:
                counts = {reason: reasons.count(reason) for reason in dict.fromkeys(reasons)}
                yield Gap(lines[0].number, lines[-1].number, counts)

    def first(self, most: int) -> Comparison:
        """The first `most` lines."""
        return Comparison(self.lines[:most])

    def around(self, number: int, most: int) -> tuple[Line, ...]:
        """The line of this number with at most `most` visible lines before it and as many after it."""
        before = [line for line in self.lines[:number] if _is_visible(line)]
        after = [line for line in self.lines[number + 1 :] if _is_visible(line)]
        return (*before[-most:], *self.lines[number : number + 1], *after[:most])


def compare(text: str, body: str, removed: Mapping[int, str]) -> Comparison:
    """The lines of `text`, as it was taken from its file, beside those of `body`; `removed` has reasons by number.

    Raises:
        ValueError: the lines of the body are not those that were kept.
    """
    found = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = [number for number, line in enumerate(split_lines(text)) if line and number not in removed]
    bodies = dict(zip(kept, _visible_lines(body), strict=True))
    return Comparison(
        tuple(Line(number, line, bodies.get(number), removed.get(number)) for number, line in enumerate(found))
    )


def _visible_lines(body: str) -> Sequence[str]:
    return [line for line in body.split("\n") if line]


def _is_visible(line: Line) -> bool:
    return line.body is not None or line.reason is not None

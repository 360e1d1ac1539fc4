"""A part of a report: its key, its title, and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from figures.reading import Reading
from report.asked import Asked
from report.document import Block


@dataclass(frozen=True, slots=True)
class Part:
    """A section that a report may have; `write` gives what stands in it, nothing where it is to be left out."""

    key: str
    title: str
    write: Callable[[Reading, Asked], Iterable[Block]]

"""Progress: what a build says of itself while it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Progress(NamedTuple):
    """How far a stage is: `done` of `total` units; a total of 0 means that it is not known."""

    stage: str
    done: int
    total: int = 0


Report = Callable[[Progress], None]


def say_nothing(progress: Progress) -> None:
    """A `Report` for whoever does not watch."""
    del progress

"""Contributions: what a score is made of, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum


@dataclass(frozen=True, slots=True)
class Contribution:
    """What the text from `start` to before `end`, in code points, adds to a score, and what for."""

    start: int
    end: int
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A score as a sum: what it is without any word, and what each part of the sentence adds, in their order."""

    base: float = 0.0
    contributions: tuple[Contribution, ...] = ()

    @property
    def total(self) -> float:
        """The sum; the score is this, rounded or cut off at -1 and 1."""
        return self.base + fsum(contribution.weight for contribution in self.contributions)

"""Outcome: what cleaning gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Removed(NamedTuple):
    """A line that is not in the body, and why."""

    line_number: int
    """From 0, in the item's original text."""
    text: str
    """The line in NFC, with single spaces."""
    reason: str
    """The name of the rule that took it."""
    body_offset: int
    """Where it stood: the offset in code points at which the next kept line begins, or the body's length."""


class Notice(NamedTuple):
    """Something a reader should know about an article."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's parts. Every visible line of the item is in the body or among the removed, once."""

    headline: str | None
    byline: str | None
    date_text: str | None
    body: str
    removed: tuple[Removed, ...]
    notices: tuple[Notice, ...]

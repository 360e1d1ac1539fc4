"""The tree of a query: frozen values, so that what was typed twice is one key of every cache."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that follow each other within a sentence; one word is a phrase too.

    `is_prefix`: its last word may go on. `column`: "headline" or "body" where it must stand in that; empty for either.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    column: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases or more of which the ends are at most `distance` words from where the last of them begins."""

    phrases: tuple[Phrase, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Named:
    """Articles whose `field`, "outlet" or "byline", holds the folded `text` between ends of words."""

    field: str
    text: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Articles of these days, both included; None for no end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that `part` does not find."""

    part: Query


@dataclass(frozen=True, slots=True)
class All:
    """Articles that all `parts` find; none where there is no part."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Articles that one of `parts` finds."""

    parts: tuple[Query, ...]


Query: TypeAlias = Phrase | Near | Named | Days | Not | All | Any

NOTHING = All(())


def positive(query: Query) -> tuple[Phrase | Near, ...]:
    """The phrases that are looked for, each once, in their order; none of those that are excluded."""
    return tuple(dict.fromkeys(_positive(query)))


def _positive(query: Query) -> Iterator[Phrase | Near]:
    if isinstance(query, Phrase | Near):
        yield query
    elif isinstance(query, All | Any):
        for part in query.parts:
            yield from _positive(part)


def with_phrase(typed: str, query: Query, phrase: str) -> str:
    """What to type for the articles that `query`, which was `typed`, finds and that hold `phrase`."""
    asked = f"({typed})" if isinstance(query, Any) else typed
    return f'{asked} "{phrase}"'.strip()

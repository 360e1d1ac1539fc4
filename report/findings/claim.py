"""A claim: what the numbers carry, before it has its place in a report."""

from __future__ import annotations

from dataclasses import dataclass

from figures import words
from figures.figure import Figure
from report.document import Line, Quote, Run

# Stands around a name in a sentence; no text of an article holds it.
_SIGN = "\0"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed in a line, on which `basis`, with sentences that show it and a small figure of what is compared.

    `topic` is the topic that it is about, -1 for none: of one topic one claim of a kind is enough.
    """

    line: Line
    basis: str
    figure: Figure
    quotes: tuple[Quote, ...]
    topic: int = -1


def strong(name: str) -> str:
    """`name` set off in a sentence that `line_of` reads."""
    return f"{_SIGN}{name.replace(_SIGN, '')}{_SIGN}"


def line_of(sentence: str) -> Line:
    """A sentence with its names, as `strong` gives them, in bold."""
    parts = enumerate(sentence.split(_SIGN))
    return tuple(Run(words.isolated(part), "strong" if place % 2 else "") for place, part in parts if part)

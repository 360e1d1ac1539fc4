"""What the reader is given: one article, and how to show it."""

from dataclasses import dataclass
from typing import NamedTuple


class Sentence(NamedTuple):
    """One sentence; `start` and `end` count code points of the body."""

    start: int
    end: int
    polarity: float | None = None  # -1 to 1; None: not scored
    in_quotes: bool = False


class Mark(NamedTuple):
    """A place to point at, in code points of the text it belongs to; `kind` is "term" or "hit"."""

    start: int
    end: int
    kind: str = "term"


class RemovedLine(NamedTuple):
    """A line that cleaning took out of the text just before `body_offset`, and why."""

    body_offset: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """One article as the reader shows it.

    Newlines separate the paragraphs of the body. Sentences are sorted and do not overlap; marks may overlap
    each other and reach over the ends of sentences and paragraphs. Where there is no headline, the opening
    words stand in, and say so.
    """

    article_id: str
    headline: str | None
    details: tuple[str, ...]  # outlet, byline, date: already worded
    body: str
    sentences: tuple[Sentence, ...]
    marks: tuple[Mark, ...]
    headline_marks: tuple[Mark, ...] = ()
    removed: tuple[RemovedLine, ...] = ()
    notices: tuple[str, ...] = ()
    url: str | None = None  # becomes a link only if it is http or https
    language: str | None = None  # ISO 639-1; chooses hyphenation and the voice of a screen reader


@dataclass(frozen=True, slots=True)
class Options:
    """How to show a page: tinted by tone, with what cleaning removed, opened at a sentence."""

    tone: bool = True
    removed: bool = False
    sentence: int | None = None  # index in `Page.sentences`

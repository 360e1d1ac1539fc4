"""A page cut into the pieces that the browser puts together: blocks of sentences of plain and marked runs.

All cutting happens here, because offsets count code points and a browser counts UTF-16 units.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, TypedDict
from urllib.parse import urlsplit

from figures import words
from ui.reader.page import Options, Page, RemovedLine, Sentence
from ui.reader.tiles import Marked, Tile, disjoint, places, tile

_PARAGRAPH = re.compile(r"[^\n]+")
_LONGEST_OPENING = 80


class Run(TypedDict):
    """Text that is marked as a whole or not at all; `place` numbers the marked places of the page."""

    text: str
    kinds: str
    place: int | None


class Piece(TypedDict):
    """A sentence, or the part of it in this block; `number` is None for text between sentences."""

    number: int | None
    polarity: float | None
    title: str
    runs: list[Run]


class Paragraph(TypedDict):
    """A paragraph, or the part of it before or after a removed line."""

    kind: Literal["paragraph"]
    pieces: list[Piece]


class Removed(TypedDict):
    """Removed lines that follow each other and share their reason."""

    kind: Literal["removed"]
    reason: str
    lines: list[str]


class Link(TypedDict):
    """Where the article stood, and the host to name."""

    href: str
    host: str


class Built(TypedDict):
    """Everything that the browser shows of a page."""

    id: str
    language: str | None
    headline: list[Run]
    untitled: bool
    details: list[str]
    notices: list[str]
    link: Link | None
    toned: bool
    blocks: list[Paragraph | Removed]


def build(page: Page, options: Options) -> Built:
    """Cut `page` into pieces; the texts of all runs, put together, are the body without its newlines."""
    title = page.headline if page.headline is not None else opening(page.body)
    marked = places(page.headline_marks, len(title)) if page.headline is not None else []
    text = _Text.of(page, options, first_place=len({stretch.label.place for stretch in marked}))
    return Built(
        id=page.article_id,
        language=page.language,
        headline=list(_runs(title, marked, 0, len(title))),
        untitled=page.headline is None,
        details=[detail for detail in page.details if detail],
        notices=list(page.notices),
        link=link(page.url),
        toned=options.tone and any(sentence.polarity is not None for sentence in page.sentences),
        blocks=list(_blocks(text, page.removed if options.removed else ())),
    )


def opening(body: str) -> str:
    """The first words of `body`, at most 80 characters, with an ellipsis where there is more."""
    squeezed = " ".join(body[: 8 * _LONGEST_OPENING].split())
    if len(squeezed) <= _LONGEST_OPENING:
        return squeezed
    whole_words = squeezed[: _LONGEST_OPENING + 1].rpartition(" ")[0]
    return (whole_words or squeezed[:_LONGEST_OPENING]) + "…"


def link(url: str | None) -> Link | None:
    """The link to show for `url`; None unless it is a well-formed http or https address."""
    address = (url or "").strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    # A browser reads "\\" as "/", Python as part of the host: the name shown would not be the one opened.
    misread = "\\" in address or not address.isprintable()
    if parts.scheme not in ("http", "https") or not host or misread:
        return None
    return Link(href=address, host=host.removeprefix("www."))


def tone_title(sentence: Sentence) -> str:
    """What pointing at a sentence says of its tone, such as "Tone −0.31, in quotation marks"."""
    if sentence.polarity is None:
        return "Tone: not scored"
    return f"Tone {words.tone(sentence.polarity)}" + (", in quotation marks" if sentence.in_quotes else "")


@dataclass(frozen=True, slots=True)
class _Text:
    page: Page
    toned: bool
    sentences: list[Tile[int]]
    marked: list[Tile[Marked]]

    @classmethod
    def of(cls, page: Page, options: Options, first_place: int) -> "_Text":
        numbered = (Tile(one.start, one.end, number) for number, one in enumerate(page.sentences))
        sentences = disjoint(numbered, len(page.body))
        marked = places(page.marks, len(page.body), first_place)
        return cls(page, options.tone, sentences, marked)


def _blocks(text: _Text, removed: Iterable[RemovedLine]) -> Iterator[Paragraph | Removed]:
    waiting = sorted(removed, key=lambda line: line.body_offset)
    for start, end in _paragraphs(text.page.body, [line.body_offset for line in waiting]):
        due = [line for line in waiting if line.body_offset <= start]
        waiting = waiting[len(due) :]
        yield from _removed(due)
        yield Paragraph(kind="paragraph", pieces=list(_pieces(text, start, end)))
    yield from _removed(waiting)


def _paragraphs(body: str, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    edges = sorted({0, len(body), *(cut for cut in cuts if 0 < cut < len(body))})
    stretches = [Tile(before, after, None) for before, after in pairwise(edges)]
    for paragraph in _PARAGRAPH.finditer(body):
        for part in tile(stretches, *paragraph.span()):
            yield part.start, part.end


def _removed(lines: Iterable[RemovedLine]) -> Iterator[Removed]:
    for reason, group in groupby(lines, key=lambda line: line.reason):
        yield Removed(kind="removed", reason=reason, lines=[line.text for line in group])


def _pieces(text: _Text, start: int, end: int) -> Iterator[Piece]:
    for left, right, number in tile(text.sentences, start, end):
        runs = list(_runs(text.page.body, text.marked, left, right))
        sentence = text.page.sentences[number] if number is not None and text.toned else None
        yield Piece(
            number=number,
            polarity=sentence.polarity if sentence else None,
            title=tone_title(sentence) if sentence else "",
            runs=runs,
        )


def _runs(text: str, marked: Sequence[Tile[Marked]], start: int, end: int) -> Iterator[Run]:
    for left, right, mark in tile(marked, start, end):
        kinds, place = mark or ("", None)
        yield Run(text=text[left:right], kinds=kinds, place=place)

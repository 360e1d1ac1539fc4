"""Part: one article of an export, and the small operations that all layouts share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.dates import parse_date

EXPORT_MARK = "export mark"
EXPORT_FIELD = "export field"

_LINE_END = re.compile(r"\r\n|\r|\n")
_PAGE_END = re.compile(r"(?:\r\n|\r|\n)?\f")
# `Page 3 of 20`, with the owner's name behind it in exports of Factiva, whose PDF files may have no spaces.
_PAGE_MARK = re.compile(
    r"(?:Page|Seite|Pagina|Página)\s*\d+\s*(?:of|sur|von|de|di|van)\s*\d+(?:\s*(?:©|\(c\)).{,80})?"
    r"|©\s*\d{4}\s*Factiva,\s*Inc\.\s*All\s*rights\s*reserved\.?",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,4}\s*(?:[-–—]|/\s*\d{1,4})?")
# A title that is repeated at the head of a page may be cut there, but has so many characters.
_SHORTEST_CUT = 20
_WEEKDAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b,?",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?=.*\d{4})(?=.*(?:\d{1,2}\b.*\d{4}|\d{4}.*\d{1,2})).{6,60}")
_BY = re.compile(r"(?:By|Von|Par|Por|Di|Door)\s+(?=\S)", re.IGNORECASE)
_REASONS = {"headline": "headline", "outlet": "outlet", "published": "date line", "byline": "byline", "url": "url"}


class Part:
    """The lines of one article, the fields that were found in them, and for each line taken what it is."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)
        self.fields: dict[str, str] = {}
        self.taken: dict[int, str] = {}
        self.furniture = _furniture(self.lines)
        self.take(self.furniture, EXPORT_MARK)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def visible(self, start: int = 0, stop: int | None = None) -> list[int]:
        """The numbers of the lines that are not blank, nor head or foot of a page."""
        numbers = range(start, len(self.lines) if stop is None else stop)
        return [number for number in numbers if self.lines[number].strip() and number not in self.furniture]

    def has_text(self) -> bool:
        """Whether a line is left that is not taken."""
        return any(number not in self.taken for number in self.visible())

    def take(self, numbers: Iterable[int], reason: str) -> None:
        """Say of lines, unless they are taken, what they are."""
        for number in numbers:
            if self.lines[number].strip():
                self.taken.setdefault(number, reason)

    def give(self, field: str, value: str, numbers: Iterable[int]) -> None:
        """Take the lines that hold a field; the first value that is not empty stays."""
        if field == "byline":
            value = _BY.sub("", value.strip())
        if value.strip() and field not in self.fields:
            self.fields[field] = " ".join(value.split())
        self.take(numbers, _REASONS[field])

    def join(self, numbers: Sequence[int]) -> str:
        """These lines as one, without heads and feet of pages."""
        return " ".join(self.lines[number].strip() for number in numbers if number not in self.furniture)


class PageNumber(str):
    """A line at the head or foot of a page that holds nothing but its number."""

    __slots__ = ()


def lines_of(text: str) -> list[str]:
    """The lines of `text`; a page break ends one, and the numbers beside it are of pages."""
    pages = _PAGE_END.split(text)
    return [line for page in pages for line in _lines_of_page(page, among_others=len(pages) > 1)]


def _lines_of_page(page: str, among_others: bool) -> list[str]:
    lines = _LINE_END.split(page)
    visible = [number for number, line in enumerate(lines) if line.strip()]
    for number in {*visible[:1], *visible[-1:]} if among_others else ():
        if _PAGE_NUMBER.fullmatch(lines[number].strip()):
            lines[number] = PageNumber(lines[number])
    return lines


def is_page_mark(line: str) -> bool:
    """Whether `line` says nothing but which page it is on."""
    return isinstance(line, PageNumber) or bool(_PAGE_MARK.fullmatch(line.strip()))


def _furniture(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that say the page, and of titles below them that are there again and again."""
    marks = {number for number, line in enumerate(lines) if is_page_mark(line)}
    below = [number + 1 for number in sorted(marks) if number + 1 < len(lines) and number + 1 not in marks]
    below = [number for number in below if lines[number].strip()]
    others = [line.strip() for number, line in enumerate(lines) if line.strip() and number not in marks | set(below)]
    seen = set[str]()
    titles = set[int]()
    for number in below:
        title = lines[number].strip()
        if title in seen or any(_is_title_of(title, other) for other in others):
            titles.add(number)
        seen.add(title)
    return frozenset(marks | titles)


def _is_title_of(title: str, line: str) -> bool:
    return title == line or (len(title) >= _SHORTEST_CUT and line.startswith(title.rstrip(" .…")))


def parts_from(lines: Sequence[str], starts: Sequence[int]) -> Iterator[Part]:
    """A part from each of `starts` to the next; what stands before the first belongs to it, taken as a mark."""
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(lines)
        part = Part(lines[0 if number == 0 else start : stop])
        if number == 0:
            part.take(range(start), EXPORT_MARK)
        yield part


def starts_after(lines: Sequence[str], end: re.Pattern[str]) -> list[int]:
    """Where articles begin that each end with a line that is `end`: at the top, and after each but the last."""
    ends = [number for number, line in enumerate(lines) if end.fullmatch(line.strip())]
    return [0, *(number + 1 for number in ends[:-1])] if ends else []


def paragraph(lines: Sequence[str], start: int) -> range:
    """The lines from `start` to the next blank one."""
    stop = start
    while stop < len(lines) and lines[stop].strip():
        stop += 1
    return range(start, stop)


def date_in(line: str) -> str | None:
    """The date that `line` is, without the day of the week; None if it is none."""
    if not _DATE.fullmatch(line.strip()):
        return None
    text = " ".join(_WEEKDAY.sub(" ", line).split()).strip(" ,")
    return text if parse_date(text) else None

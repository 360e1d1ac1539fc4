"""Part: one article of an export, and the small operations that all layouts share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.dates import parse_date

EXPORT_MARK = "export mark"
EXPORT_FIELD = "export field"

_LINE_END = re.compile(r"\r\n|\r|\n|\f")
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

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)

    def visible(self, start: int = 0, stop: int | None = None) -> list[int]:
        """The numbers of the lines that are not blank."""
        numbers = range(start, len(self.lines) if stop is None else stop)
        return [number for number in numbers if self.lines[number].strip()]

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
        """These lines as one."""
        return " ".join(self.lines[number].strip() for number in numbers)


def lines_of(text: str) -> list[str]:
    """The lines of `text`; a page break ends one."""
    return _LINE_END.split(text)


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

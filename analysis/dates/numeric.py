"""Numeric dates: `04/05/2016`, whose order of day and month has to be known, and `2016/05/04`, which says it itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# Between day and month; spaces alone only where a year of four digits follows.
_BETWEEN = r"\s?[/.\-]\s?|\s(?=\d{1,2}\s\d{4})"
_YEAR_LAST = re.compile(
    rf"(?<![\d/.:-])(\d{{1,2}})({_BETWEEN})(\d{{1,2}})(?:{_BETWEEN}|\s(?=\d{{4}}))(\d{{4}}|'?\d{{2}})(?![\d:/-]|\.\d)"
)
_YEAR_FIRST = re.compile(r"(?<![\d/.:-])(\d{4})(\.\s|[/.-])(\d{1,2})\2(\d{1,2})(?![\d:])\.?")
_EAST_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?")
# The century of a year of two digits, as POSIX has it: 69 to 99 are of the twentieth.
_FIRST_OF_THE_TWENTIETH = 69


class Order(StrEnum):
    """What stands first in a date of three numbers."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


# Where nothing tells. It is what a date with slashes means to most libraries, and articles that it concerns say so.
DEFAULT_ORDER = Order.MONTH_FIRST


@dataclass(frozen=True, slots=True)
class NumericDate:
    """Three numbers with the year last, as they stand in a text."""

    text: str
    start: int
    numbers: tuple[int, int, int]
    dotted: bool
    short_year: bool

    def read_as(self, order: Order) -> date | None:
        """The day that it is in this order; None if there is no such day."""
        first, second, third = self.numbers
        if order is Order.YEAR_FIRST and not self.short_year:
            return None
        year, month, day = {
            Order.DAY_FIRST: (third, second, first),
            Order.MONTH_FIRST: (third, first, second),
            Order.YEAR_FIRST: (first, second, third),
        }[order]
        try:
            return date(_full_year(year) if self.short_year else year, month, day)
        except ValueError:
            return None

    def possible(self) -> dict[Order, date]:
        """The days that it can be with the year last, by order; one where both orders give the same."""
        read = {order: self.read_as(order) for order in (Order.DAY_FIRST, Order.MONTH_FIRST)}
        found = {order: day for order, day in read.items() if day}
        return found if len(set(found.values())) > 1 else dict(list(found.items())[:1])

    def only_order(self) -> Order | None:
        """The order that it must have; None if it tells nothing."""
        day = self.read_as(Order.DAY_FIRST), self.read_as(Order.MONTH_FIRST)
        if (day[0] is None) == (day[1] is None):
            return None
        return Order.DAY_FIRST if day[0] else Order.MONTH_FIRST

    def best(self, order: Order | None) -> date | None:
        """The day that it is, in `order` where that is possible; with points, the day stands first unless told."""
        usual = Order.DAY_FIRST if self.dotted else DEFAULT_ORDER
        return (order and self.read_as(order)) or self.read_as(usual) or next(iter(self.possible().values()), None)


def find_numeric(text: str) -> NumericDate | None:
    """The first date in `text` of three numbers with the year last."""
    match = _YEAR_LAST.search(text)
    if match is None:
        return None
    year = match[4].lstrip("'")
    numbers = int(match[1]), int(match[3]), int(year)
    return NumericDate(match[0], match.start(), numbers, "." in match[2], len(year) == len("16"))


def with_iso_dates(text: str, order: Order | None) -> str:
    """`text` with its first date of three numbers as ISO 8601 has it, unless there is no such day."""
    text = _EAST_ASIAN.sub(r"\1/\2/\3 ", text)
    if match := _YEAR_FIRST.search(text):
        iso = _iso(match)
        return f"{text[: match.start()]}{iso}{text[match.end() :]}" if iso else text
    found = find_numeric(text)
    day = found.best(order) if found else None
    if found is None or day is None:
        return text
    return f"{text[: found.start]}{day.isoformat()}{text[found.start + len(found.text) :]}"


def assumed_reading(text: str, order: Order | None = None) -> str | None:
    """How a date is read of which neither `order` nor the date itself tells what stands first; None if one does.

    Returns:
        Such as `04/05/2016 read as 5 April 2016 (month first)`.
    """
    found = None if _YEAR_FIRST.search(text) else find_numeric(text)
    if (
        found is None
        or found.dotted
        or (order and found.read_as(order))
        or len(found.possible()) < len(("day first", "month first"))
    ):
        return None
    day = found.possible()[DEFAULT_ORDER]
    return f"{found.text} read as {day.day} {day:%B %Y} ({DEFAULT_ORDER})"


def _iso(match: re.Match[str]) -> str | None:
    try:
        return date(int(match[1]), int(match[3]), int(match[4])).isoformat()
    except ValueError:
        return None


def _full_year(year: int) -> int:
    return year + (1900 if year >= _FIRST_OF_THE_TWENTIETH else 2000)

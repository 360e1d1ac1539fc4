"""Dates: from what an article says of its time to an instant."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache

# Seconds or milliseconds since 1970, as APIs give them.
_EPOCH = re.compile(r"\d{10}(\d{3})?(\.\d+)?")
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)

# With points between them, the day stands before the month; with slashes, dateutil takes the month first.
_POINTED = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b")

# A date is complete if filling what is missing from either of these gives the same day.
_FILLERS = (datetime(1904, 1, 1), datetime(1905, 2, 2))

# Hours from UTC of the zones that datelines name by their letters.
_ZONES = {"EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "PT": -8}
_ZONES |= {"BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "AEST": 10, "AEDT": 11}
_SECONDS_OF_ZONE = {name: 3600 * hours for name, hours in _ZONES.items()} | {"IST": 19_800}


# Outside English a date names its month in letters beside the digits of day and year. Words without such digits
# are not tried: it takes time, and what could be found in them is no complete day.
_TWO_NUMBERS = re.compile(r"\d[^\d]*[^\W\d_][^\d]*\d|\d\D+\d.*[^\W\d_]|[^\W\d_].*\d\D+\d", re.DOTALL)
_LONGEST = 80


def parse_date(text: str) -> datetime | None:
    """The instant that `text` names, in UTC; None if it names no complete day.

    A time without a zone is taken as UTC.
    """
    text = text.strip()
    try:
        if _EPOCH.fullmatch(text):
            seconds = float(text) / (1000 if len(text.split(".")[0]) == 13 else 1)
            return datetime.fromtimestamp(seconds, UTC)
        return _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError, OSError):
        return _parse_freely(text)


def is_believable(instant: datetime, now: datetime) -> bool:
    """Whether an article can have been published then: from 1900 to a day after `now`."""
    return _EARLIEST <= instant <= now + timedelta(days=1)


def _parse_freely(text: str) -> datetime | None:
    from dateutil import parser

    try:
        with warnings.catch_warnings():
            # A zone that is not known is taken as UTC, like none.
            warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
            day_first = bool(_POINTED.match(text))
            first, second = (
                parser.parse(text, default=filler, tzinfos=_SECONDS_OF_ZONE, dayfirst=day_first) for filler in _FILLERS
            )
        return _in_utc(first) if first.date() == second.date() else None
    except (ValueError, OverflowError, TypeError, AttributeError):
        return _parse_in_any_language(text)


@lru_cache(maxsize=4096)
def _parse_in_any_language(text: str) -> datetime | None:
    if len(text) > _LONGEST or not _TWO_NUMBERS.search(text):
        return None
    try:
        found: datetime | None = _date_parser()(text)
    except Exception:
        # A text that is no date may fail in any of the languages that are tried, each in its own way.
        return None
    return _in_utc(found) if found else None


@cache
def _date_parser() -> Callable[[str], datetime | None]:
    """From a text in any language to its date if it names a complete day; takes about 0.5 s to load."""
    from dateparser.date import DateDataParser

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    # Without the languages of earlier texts, so that the same text always has the same answer.
    parser = DateDataParser(try_previous_locales=False, settings=settings)
    return lambda text: parser.get_date_data(text).date_obj


def _in_utc(instant: datetime) -> datetime:
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)

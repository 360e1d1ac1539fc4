"""Parsing: one text to the instant it names."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache

from analysis.dates.numeric import Order, with_iso_dates
from analysis.dates.words import MONTHS, in_english, plain

# Seconds since 1970 as APIs give them, or thousandths, millionths or billionths of them.
_EPOCH = re.compile(r"(\d{10})(\d{3}|\d{6}|\d{9})?(?:\.\d+)?")
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)

# A date is complete if filling what is missing from either of these gives the same day.
_FILLERS = (datetime(1904, 1, 1), datetime(1905, 2, 2))

# Hours from UTC of the zones that datelines name by their letters.
_ZONES = {"HST": -10, "AKST": -9, "AKDT": -8, "PST": -8, "PDT": -7, "MST": -7, "MDT": -6, "CST": -6, "CDT": -5}
_ZONES |= {"EST": -5, "EDT": -4, "AST": -4, "ADT": -3, "BRT": -3, "ART": -3, "WET": 0, "WEST": 1, "BST": 1, "WAT": 1}
_ZONES |= {"CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "CAT": 2, "SAST": 2, "EAT": 3, "MSK": 3}
_ZONES |= {"TRT": 3, "GST": 4, "PKT": 5, "WIB": 7, "HKT": 8, "SGT": 8, "AWST": 8, "JST": 9, "KST": 9, "AEST": 10}
_ZONES |= {"AEDT": 11, "NZST": 12, "NZDT": 13}
_SECONDS_OF_ZONE = {name: 3600 * hours for name, hours in _ZONES.items()} | {"IST": 19_800, "ACST": 34_200}
_PLACES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}

# Two days, so no day: `12-14 May`, `May 12-14`.
_NAMED = rf"(?:{'|'.join(MONTHS)})"
_RANGE = re.compile(
    rf"\b\d{{1,2}}\s?[-–—/]\s?\d{{1,2}}\.?\s{_NAMED}\b|\b{_NAMED}\.?\s\d{{1,2}}\s?[-–—/]\s?\d{{1,2}}\b(?![:\d])"
)
# Numbers that were no day in any order.
_NO_DAY = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\b|\d{4}[/.]\d")
# Six digits may be a day in any order.
_SHORT = re.compile(r"\d{1,7}")

# Of Latin, Greek and Cyrillic script the tables have the words. What is written in another is tried if it has two
# numbers: it takes time, and what could be found in other words is no complete day.
_OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u052f\u1e00-\u1fff]")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_LONGEST = 100


def parse_date(text: str, order: Order | None = None, language: str | None = None) -> datetime | None:
    """The instant that `text` names, in UTC; None if it names no complete day.

    A time without a zone is taken as UTC. What depends on today, such as `3 hours ago`, names no day.

    Args:
        text: what a field or a line says.
        order: of day and month in a date of three numbers, where both are possible; None: the month first.
        language: ISO 639-1 code, for the few names that are different months in different languages.
    """
    text = plain(text)
    try:
        if epoch := _EPOCH.fullmatch(text):
            return datetime.fromtimestamp(int(epoch[1]), UTC)
        return None if _SHORT.fullmatch(text) else _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError, OSError):
        return _parse_freely(text, order, language)


def is_believable(instant: datetime, now: datetime) -> bool:
    """Whether an article can have been published then: from 1900 to a day after `now`."""
    return _EARLIEST <= instant <= now + timedelta(days=1)


def _parse_freely(text: str, order: Order | None, language: str | None) -> datetime | None:
    from dateutil import parser

    if len(text) > _LONGEST:
        return None
    iso = with_iso_dates(text, order)
    english = in_english(iso, language)
    if _RANGE.search(english) or _NO_DAY.match(english):
        return None
    try:
        with warnings.catch_warnings():
            # A zone that is not known is taken as UTC, like none.
            warnings.simplefilter("ignore", parser.UnknownTimezoneWarning)
            first, second = (parser.parse(english, default=filler, tzinfos=_zone) for filler in _FILLERS)
        return _in_utc(first) if first.date() == second.date() else None
    except (ValueError, OverflowError, TypeError, AttributeError):
        return _parse_in_any_language(iso)


def _zone(name: str | None, seconds: int | None) -> tzinfo | int | None:
    from dateutil import tz

    if seconds is not None:
        return seconds
    return tz.gettz(_PLACES[name]) if name in _PLACES else _SECONDS_OF_ZONE.get(name or "")


@lru_cache(maxsize=4096)
def _parse_in_any_language(text: str) -> datetime | None:
    if not (_OTHER_SCRIPT.search(text) and _TWO_NUMBERS.search(text)):
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

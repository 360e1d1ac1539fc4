"""Dates: from what an article says of its time to an instant."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

# Seconds or milliseconds since 1970, as APIs give them.
_EPOCH = re.compile(r"\d{10}(\d{3})?(\.\d+)?")
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)

# A date is complete if filling what is missing from either of these gives the same day.
_FILLERS = (datetime(1904, 1, 1), datetime(1905, 2, 2))


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
        first, second = (parser.parse(text, default=filler) for filler in _FILLERS)
        return _in_utc(first) if first.date() == second.date() else None
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None


def _in_utc(instant: datetime) -> datetime:
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)

"""Words: numbers, days and article text as people read them, safe to show."""

from __future__ import annotations

import html
import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache

import pandas as pd

from analysis.selection import NONE
from charts.numbers import number_text

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&=^\"'/@])")
_RUN_OF_SPACE = re.compile(r"\s+")

# Letters that run from right to left, and the marks that turn what follows.
_TURNS = frozenset(("R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF"))

NO_HEADLINE = "No headline"
NO_OUTLET = "No outlet"
OTHER_OUTLETS = "Other outlets"
_SHORT = 90
_LEAST_PERCENT = 0.1

# The voices of `analysis.tone_places`, as they are called.
VOICES: Mapping[str, str] = {
    "headline": "Headlines",
    "quoted": "Quoted speech",
    "own-voice": "The reporters’ own voice",
}
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Last")


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun: "1 article", "12,400 articles"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def share(part: float) -> str:
    """A share as a percentage with one decimal below ten: "<0.1 %", "3.1 %", "42 %"."""
    percent = 100 * part
    if 0 < percent < _LEAST_PERCENT:
        return f"<{_LEAST_PERCENT} %"
    return f"{percent:.1f} %" if 0 < percent < 10 else f"{percent:.0f} %"


def tone(polarity: float | None) -> str:
    """A polarity with its sign: "+0.42", "−0.31"; "not scored" for none."""
    return "not scored" if polarity is None or pd.isna(polarity) else number_text(polarity, "signed")


def ratio(number: float) -> str:
    """A number with two decimals: "0.31", "−0.04"."""
    return number_text(number, "ratio")


def part(number: int) -> str:
    """A tenth of a text by its number, from 0: "First tenth", "Last tenth"."""
    return f"{_ORDINALS[number]} tenth"


def day(moment: date | None) -> str:
    """A day: "4 May 2026"; "undated" for none."""
    if moment is None or pd.isna(moment):
        return "undated"
    return f"{moment.day} {moment:%b %Y}"


def days(first: date, last: date) -> str:
    """A run of days: "2–8 Mar 2026", "30 Mar – 5 Apr 2026"; the day, month or year alone where it is just that."""
    if first == last:
        return day(last)
    ends_month = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and ends_month and first.year == last.year:
        if first.month == last.month:
            return f"{first:%b %Y}"
        if (first.month, last.month) == (1, 12):
            return f"{first:%Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    start = f"{first.day} {first:%b}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def between(first: date | None, last: date | None) -> str:
    """As `days`; "from 4 May 2026" or "to 4 May 2026" where one end is open; empty where both are."""
    if first and last:
        return days(first, last)
    return f"from {day(first)}" if first else f"to {day(last)}" if last else ""


def outlet(name: object) -> str:
    """The name of an outlet; "No outlet" for none, however a table or the address says that."""
    return name if isinstance(name, str) and name != NONE else NO_OUTLET


def language(code: str) -> str:
    """The English name of the language of an ISO 639-1 code (Unicode CLDR); the code itself if it has none."""
    return _language_names().get(code, code)


@cache
def _language_names() -> Mapping[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)


def plain(text: str) -> str:
    """`text` for a place that reads Markdown, so that it comes out as it is and on one line, in its own direction."""
    return isolated(_MARKDOWN.sub(r"\\\1", _RUN_OF_SPACE.sub(" ", text)))


def isolated(text: str) -> str:
    """`text` so that, where it runs from right to left, it does not turn round what stands beside it.

    It is put between Unicode's marks of an isolate, which also end what it may have opened; other text stays as it is.
    """
    return f"\u2068{text}\u2069" if any(unicodedata.bidirectional(sign) in _TURNS for sign in text) else text


def listed(*parts: str) -> str:
    """`parts` with dots between them, each in its own direction."""
    return " · ".join(map(isolated, parts))


def as_html(text: str) -> str:
    """`text` for HTML, so that it comes out as it is."""
    return html.escape(text)


def title(headline: str | None, fallback: str = "") -> str:
    """A headline to be listed; the first words of `fallback` in brackets where there is none."""
    if isinstance(headline, str) and headline.strip():
        return headline
    opening = shorten(fallback, _SHORT)
    return f"[{NO_HEADLINE}] {opening}".strip()


def shorten(text: str, most: int) -> str:
    """`text` cut between words to at most `most` characters, with an ellipsis if it was cut."""
    text = _RUN_OF_SPACE.sub(" ", text).strip()
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0] or text[:most]
    return f"{cut} …"

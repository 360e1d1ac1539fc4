"""Credit lines: name, date, place and outlet in one line, with separators between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.cleaning.rules.bylines import byline_of, is_name
from analysis.cleaning.rules.dates import is_date_line
from analysis.cleaning.rules.rule import words_of

_LONGEST = 130
_MOST_PARTS = 5
_SEPARATOR = re.compile(r" ?\| ?| ?[·•] ?| [–—/-] | (?=[Bb][Yy] )")
_LABEL = re.compile(r"(?:The )?[A-ZÀ-ÖØ-Þ][\w'’.&-]*(?:,? (?:[A-ZÀ-ÖØ-Þ&][\w'’.&-]*|of|and|the|in|for|de|la)){0,4}$")
_AND = re.compile(r",? and |, ")
_READING_TIME = re.compile(r"(?i)\d{1,3} ?-?min(?:ute)?s?(?: read)?$")
# Words that tell the name of an outlet, a section or a desk from that of a person.
_NO_PERSON = words_of(
    "the post times news gazette herald tribune journal press daily courier chronicle guardian telegraph observer "
    "mail star sun standard record review weekly magazine radio media group agency agencies bureau desk staff team "
    "correspondent reporter editor world business politics sport sports opinion culture science health technology "
    "markets economy analysis features city north south east west new of"
)


class Credit(NamedTuple):
    """What a credit line says: the date as written, and the name of the writer if there is one."""

    names: str | None
    date_text: str


def credit_of(line: str) -> Credit | None:
    """The parts of a line such as «Jo Marsh | Lindmoor | 3 March 2019», or None where the line says more than that."""
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return None
    parts = _SEPARATOR.split(line)
    dates = [part for part in parts if is_date_line(part)]
    others = [part for part in parts if part not in dates]
    if not dates or not others or len(parts) > _MOST_PARTS or not all(map(_is_credit, others)):
        return None
    names = (byline_of(part) or part for part in others)
    return Credit(next(filter(_are_people, names), None), dates[0])


def _is_credit(part: str) -> bool:
    """Whether the part could be a name, a place, an outlet or a reading time."""
    return bool(_LABEL.match(part) or _READING_TIME.match(part)) or byline_of(part) is not None


def _are_people(names: str) -> bool:
    return all(is_name(name) and _NO_PERSON.isdisjoint(name.lower().split()) for name in _AND.split(names))

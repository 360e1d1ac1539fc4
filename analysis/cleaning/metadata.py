"""Metadata: byline and date, taken from lines that hold nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.cleaning.draft import Draft
from analysis.cleaning.reasons import BYLINE, DATE_LINE
from analysis.cleaning.rules.bylines import byline_of, is_bare_by, is_name
from analysis.cleaning.rules.credit_lines import Credit, credit_of
from analysis.cleaning.rules.dates import has_date, is_date_line, is_stamp


@dataclass
class Metadata:
    """What the lines of an item say about it; None where they say nothing."""

    headline: str | None = None
    byline: str | None = None
    date_text: str | None = None


def take_bylines_and_dates(draft: Draft) -> Metadata:
    """Remove the lines that are bylines, dates or both; the first of each becomes the metadata.

    Within the running text only stamps count as dates: a day alone may be the heading of a part. Below it, a name
    beside a date may be a row of a table.
    """
    metadata = Metadata()
    first, last = _running_text(draft)
    for position, number in enumerate(draft.visible):
        if draft.reasons[number] is not None or draft.prose[number]:
            continue
        inside = first < number < last
        if _is_date(draft.lines[number], inside):
            _take_date(draft, number, metadata)
        elif number < first and (credit := credit_of(draft.lines[number])):
            _take_credit(draft, number, credit, metadata)
        elif number < first or number > last:
            _take_byline(draft, position, metadata)
    return metadata


def _running_text(draft: Draft) -> tuple[int, int]:
    """Numbers of the first and the last kept line of running text; where there is none, every line is inside."""
    prose = [number for number in draft.kept() if draft.prose[number]]
    return (prose[0], prose[-1]) if prose else (-1, len(draft.lines))


def _is_date(line: str, inside: bool) -> bool:
    return is_date_line(line) and (not inside or is_stamp(line))


def _take_date(draft: Draft, number: int, metadata: Metadata) -> None:
    line = draft.lines[number]
    if draft.remove(number, DATE_LINE) and metadata.date_text is None and has_date(line):
        metadata.date_text = line


def _take_credit(draft: Draft, number: int, credit: Credit, metadata: Metadata) -> None:
    if not draft.remove(number, BYLINE if credit.names else DATE_LINE):
        return
    metadata.byline = metadata.byline or credit.names
    if metadata.date_text is None and has_date(credit.date_text):
        metadata.date_text = credit.date_text


def _take_byline(draft: Draft, position: int, metadata: Metadata) -> None:
    number = draft.visible[position]
    line = draft.lines[number]
    names = byline_of(line)
    if is_bare_by(line) and position + 1 < len(draft.visible):
        names = _name_below(draft, position)
    if names is not None and draft.remove(number, BYLINE):
        metadata.byline = metadata.byline or names


def _name_below(draft: Draft, position: int) -> str | None:
    """The name on the line after a bare «By», which goes with it."""
    below = draft.visible[position + 1]
    line = draft.lines[below]
    if not is_name(line) or not draft.remove(below, BYLINE):
        return None
    return line

"""Metadata: byline and date, taken from lines that hold nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.cleaning.draft import Draft
from analysis.cleaning.reasons import BYLINE, DATE_LINE
from analysis.cleaning.rules.bylines import byline_of, is_bare_by, is_name
from analysis.cleaning.rules.credit_lines import Credit, credit_of
from analysis.cleaning.rules.dates import has_date, is_date_line, is_stamp

_SUMMARY_LINES = 2


@dataclass
class Metadata:
    """What the lines of an item say about it; None where they say nothing."""

    headline: str | None = None
    byline: str | None = None
    date_text: str | None = None


def take_bylines_and_dates(draft: Draft) -> Metadata:
    """Remove the lines that are bylines, dates or both; the first of each becomes the metadata.

    Within the running text only stamps count as dates: a day alone may be the heading of a part. Below it, a name
    beside a date may be a row of a table. A byline may stand under a summary of one or two sentences.
    """
    metadata = Metadata()
    first, below_summary, last = _running_text(draft)
    for position, number in enumerate(draft.visible):
        if draft.reasons[number] is not None or draft.prose[number]:
            continue
        inside = first < number < last
        if _is_date(draft.lines[number], inside):
            _take_date(draft, number, metadata)
        elif number < below_summary and (credit := _credit_at(draft.lines[number], inside)):
            _take_credit(draft, number, credit, metadata)
        elif not inside or (number < below_summary and _is_full_byline(draft.lines[number])):
            _take_byline(draft, position, metadata)
    return metadata


def _running_text(draft: Draft) -> tuple[int, int, int]:
    """Numbers of the first, the third and the last kept line of running text.

    Where there is no third, it is the first; where there is none, every line is inside.
    """
    prose = [number for number in draft.kept() if draft.prose[number]]
    if not prose:
        return -1, -1, len(draft.lines)
    return prose[0], prose[_SUMMARY_LINES] if len(prose) > _SUMMARY_LINES else prose[0], prose[-1]


def _credit_at(line: str, inside: bool) -> Credit | None:
    """The parts of a credit line; within the text it must have a name or a stamp, since a heading may have a date."""
    credit = credit_of(line)
    return credit if credit and (not inside or credit.names or is_stamp(credit.date_text)) else None


def _is_full_byline(line: str) -> bool:
    """Whether the line is a byline with a first name: «By Monday» within a text is none."""
    names = byline_of(line)
    return names is not None and is_name(names.partition(",")[0].partition(" and ")[0])


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

"""Markup: an article before and after cleaning, and a line among its neighbours, as HTML of escaped text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from figures import words
from figures.ledger import became_a_field
from ui.cleaning.comparison import Comparison, Gap, Line

# Above the lines stand the heading of each side and the headline.
_ROWS_ABOVE = 3


def sides(comparison: Comparison, title: str, chosen: int | None = None) -> str:
    """The item as it was found beside the article as it is read, row by row.

    `title` stands above what is read; `chosen` is the number of a line to point at.
    """
    kept, removed = len(comparison.kept), len(comparison.removed)
    found = f"{words.count(kept + removed, 'line')}, {removed:,} removed"
    headline = f'<p class="headline" dir="auto" style="grid-row:2">{words.as_html(title)}</p>'
    read = chain(map(_read, comparison.kept), map(_gap, comparison.gaps()))
    return (
        '<div class="compare" role="group" aria-label="Before and after cleaning" tabindex="0">'
        f"{_side('before', 'As it was found', found, _before(comparison.lines, chosen))}"
        f"{_side('after', 'As it is read', words.count(kept, 'line'), [headline, *read])}</div>"
    )


def excerpt(lines: Sequence[Line], chosen: int) -> str:
    """Some lines of an item as they were found, with one to point at."""
    shown = "".join(_before(lines, chosen))
    return f'<div class="excerpt" role="group" aria-label="Lines around it" tabindex="0">{shown}</div>'


def _side(name: str, title: str, detail: str, cells: Iterable[str]) -> str:
    heading = f'<p class="side" style="grid-row:1"><strong>{title}</strong><span>{detail}</span></p>'
    # In a narrow window each side scrolls by itself, also by the keyboard.
    return f'<section class="{name}" aria-label="{title}" tabindex="0">{heading}{"".join(cells)}</section>'


def _before(lines: Sequence[Line], chosen: int | None) -> Iterator[str]:
    """The lines as they were found; of neighbours with one reason the first shows it, the others only say it."""
    last: str | None = None
    for line in lines:
        yield _found(
            line, is_chosen=line.number == chosen, repeats_reason=line.reason == last and line.number != chosen
        )
        last = line.reason if line.reason or line.body is not None else last


def _found(line: Line, *, is_chosen: bool, repeats_reason: bool) -> str:
    kinds = f"line {_kind(line)}" + (" chosen" if is_chosen else "")
    text = f'<{_tag(line)} class="text" dir="auto">{words.as_html(line.found)}</{_tag(line)}>'
    why = _why(line.reason, unseen=repeats_reason) if line.reason is not None else ""
    return f'<p class="{kinds}" style="{_row(line.number)}"><span class="no">{line.number + 1}</span>{text}{why}</p>'


def _kind(line: Line) -> str:
    if line.reason is None:
        return "blank" if line.body is None else "kept"
    return "moved" if became_a_field(line.reason) else "cut"


def _tag(line: Line) -> str:
    return "del" if _kind(line) == "cut" else "span"


def _why(reason: str, *, unseen: bool) -> str:
    verb = "became: " if became_a_field(reason) else "removed: "
    return f'<span class="why{" unseen" * unseen}"><span class="unseen">{verb}</span>{words.as_html(reason)}</span>'


def _read(line: Line) -> str:
    return f'<p class="read" dir="auto" style="{_row(line.number)}">{words.as_html(line.body or "")}</p>'


def _gap(gap: Gap) -> str:
    reasons = ", ".join(f"{reason} ({number:,})" if number > 1 else reason for reason, number in gap.reasons.items())
    said = f"{words.count(sum(gap.reasons.values()), 'line')} not in the body: {reasons}"
    span = gap.last - gap.first + 1
    return f'<p class="gap" style="{_row(gap.first)} / span {span}"><span>{words.as_html(said)}</span></p>'


def _row(number: int) -> str:
    return f"grid-row:{number + _ROWS_ABOVE}"

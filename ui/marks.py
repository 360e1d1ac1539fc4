"""The chosen mark: which mark of a chart the address names, and how it gets there."""

from __future__ import annotations

from analysis.marks import Mark
from figures.mark_values import makes_sense
from ui import address


def chosen_mark() -> Mark | None:
    """The mark that the address names: `term=` for a term, `mark=` for any other; None for one of no sense."""
    if term := address.value("term"):
        return Mark("term", term)
    mark = Mark.parse(address.value("mark"))
    return mark if mark and makes_sense(mark) else None


def chosen_name() -> str | None:
    """The mark that the address names, as a chart knows it."""
    mark = chosen_mark()
    return str(mark) if mark else None


def put_mark(mark: Mark | None) -> None:
    """Name `mark` in the address, or none."""
    is_term = mark is not None and mark.kind == "term"
    term = mark.value if mark is not None and is_term else None
    forgotten = dict.fromkeys(("shown", "at", "with"))
    address.put(term=term, mark=None if mark is None or is_term else str(mark), **forgotten)

"""The chosen mark: which mark of a chart the address names, and how it gets there."""

from __future__ import annotations

from analysis.selection import Mark
from ui import address


def chosen_mark() -> Mark | None:
    """The mark that the address names: `term=` for a term, `mark=` for any other."""
    if term := address.value("term"):
        return Mark("term", term)
    return Mark.parse(address.value("mark"))


def put_mark(mark: Mark | None) -> None:
    """Name `mark` in the address, or none."""
    is_term = mark is not None and mark.kind == "term"
    term = mark.value if mark is not None and is_term else None
    address.put(term=term, mark=None if mark is None or is_term else str(mark), shown=None)

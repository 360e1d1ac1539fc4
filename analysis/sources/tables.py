"""Tables: rows of cells to items, whatever kind of file they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from analysis.articles import Item, Notice, Problem
from analysis.sources.fields import find_columns, item_of_row, missing_text
from analysis.sources.options import Sources

Row = tuple[int, list[str]]
"""The number of a row, from 1, and its cells."""

# So many rows are looked at to see whether the first is a header.
LOOKED_AT = 50

_LONGEST_HEADER = 40
_FEWEST_TIMES_LONGER = 3
_FEWEST_BESIDE_INDEX = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read: the names of its columns, whether its first row gives them, and where each field is."""

    headers: Sequence[str]
    has_header: bool
    columns: dict[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """How the places in a table are named, and what divides its cells; nothing where no character does."""

    table: str = ""
    delimiter: str = ""

    def row(self, number: int) -> str:
        """The name of a row."""
        return f"{self.table} row {number}".lstrip()


def read_table(
    rows: Iterable[Row | Problem], source_path: str, sources: Sources, places: Places
) -> Iterator[Item | Problem]:
    """The items of a table; one problem that names the columns where none of them is the text."""
    rows = iter(rows)
    first = list(islice(rows, LOOKED_AT))
    cells = [row[1] for row in first if not isinstance(row, Problem) and any(map(str.strip, row[1]))]
    if not cells:
        yield from (row for row in first if isinstance(row, Problem))
        return
    layout = layout_of(cells, sources)
    if "text" not in layout.columns:
        yield Problem(
            source_path, places.table, "no column with the text", missing_text(layout.columns, layout.headers)
        )
        return
    has_header = layout.has_header
    for row in chain(first, rows):
        if isinstance(row, Problem):
            yield row
        elif any(map(str.strip, row[1])):
            if not has_header:
                yield _item(row, layout, source_path, places)
            has_header = False


def _item(row: Row, layout: Layout, source_path: str, places: Places) -> Item | Problem:
    number, cells = row
    width = len(layout.headers)
    beyond = cells[width:]
    is_last = width > 0 and layout.headers[-1] == layout.columns["text"]
    if any(map(str.strip, beyond)) and is_last and places.delimiter:
        cells = [*cells[: width - 1], places.delimiter.join(cells[width - 1 :])]
    # Reversed, so that the first of two columns of one name wins.
    named = dict(reversed(list(zip(layout.headers, cells, strict=False))))
    found = item_of_row(named, layout.columns, source_path, places.row(number))
    if isinstance(found, Problem) or not any(map(str.strip, beyond)):
        return found
    detail = "taken as part of the text" if is_last and places.delimiter else f"left out: {' | '.join(beyond)}"
    return replace(found, notices=(Notice("more cells than columns", detail),))


def layout_of(rows: Sequence[Sequence[str]], sources: Sources) -> Layout:
    """How the table that begins with `rows` is read.

    Its first row is the header if it has a name that is known or chosen for the text, or if it looks like one. A
    table of one column is a list of texts.
    """
    headers = list(rows[0])
    found = find_columns(headers, sources)
    if "text" in found:
        return Layout(headers, True, found)
    has_header = _looks_like_header(rows)
    numbered = [f"column {number}" for number in range(1, max(map(len, rows)) + 1)]
    # What was said of another table without a header holds for none that has one.
    by_number = find_columns(numbered, replace(sources, tables=()) if has_header else sources)
    if "text" in by_number:
        return Layout(numbered, False, by_number)
    if len(numbered) == 1:
        return Layout(
            headers if has_header else numbered, has_header, {"text": headers[0] if has_header else "column 1"}
        )
    return Layout(headers, True, found) if has_header else Layout(numbered, False, {})


def _looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of `rows` has a name for each column: short, different, no numbers, no sentences.

    The first column may have none: that of an index, as pandas writes it, has none.
    """
    cells = [cell.strip() for cell in rows[0]]
    names = cells if cells[0] or len(cells) < _FEWEST_BESIDE_INDEX else cells[1:]
    if not all(names) or len(set(names)) < len(names) or len(cells) < max(map(len, rows)):
        return False
    if any(len(name) > _LONGEST_HEADER or name[-1] in ".!?" or not any(map(str.isalpha, name)) for name in names):
        return False
    if len(names) > 1:
        return True
    others = [len(row[0]) for row in rows[1:] if row]
    return bool(others) and min(others) >= _FEWEST_TIMES_LONGER * len(names[0])

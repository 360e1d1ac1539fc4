"""CSV and TSV: one article a row, its fields found by the header."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence

from analysis.articles import Item, Problem
from analysis.sources.decoding import open_text
from analysis.sources.fields import find_columns, item_of_row, missing_text
from analysis.sources.files import File, Limits

_DELIMITERS = ",;\t|"

# The reader's own bound is 131,072 characters a cell, less than one long article; `limits` bounds ours.
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def read_delimited(file: File, limits: Limits) -> Iterator[Item | Problem]:
    """The articles of a table with a header row; its delimiter is the one that finds most known headers."""
    with open_text(file.open(), newline="") as stream:
        first = stream.readline()
        delimiter = max(_DELIMITERS, key=lambda mark: _n_known(first, mark))
        headers = next(csv.reader([first], delimiter=delimiter), [])
        columns = find_columns(headers)
        if "text" not in columns:
            yield Problem(file.source_path, "", "no column with the text", missing_text(columns, headers))
            return
        for number, cells in enumerate(csv.reader(stream, delimiter=delimiter), start=2):
            if any(cell.strip() for cell in cells):
                yield _read_row(headers, cells, columns, file.source_path, f"row {number}", limits)


def _n_known(line: str, delimiter: str) -> tuple[int, int]:
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return len(find_columns(cells)), len(cells)


def _read_row(
    headers: Sequence[str],
    cells: Sequence[str],
    columns: dict[str, str],
    source_path: str,
    place: str,
    limits: Limits,
) -> Item | Problem:
    if sum(map(len, cells)) > limits.item_bytes:
        return Problem(source_path, place, "too large", f"over {limits.item_bytes:,} characters for one article")
    # Reversed, so that the first of two columns of one name wins.
    row = dict(reversed(list(zip(headers, cells, strict=False))))
    return item_of_row(row, columns, source_path, place)

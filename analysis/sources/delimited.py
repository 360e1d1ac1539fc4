"""CSV and TSV: one article a row."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import IO

from analysis.articles import Item, Problem
from analysis.sources.decoding import bounded_lines, open_text
from analysis.sources.fields import find_columns
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.tables import Places, Row, read_table

_DELIMITERS = ",;\t|^~"
# Stands in no text, so that each line is one cell.
_NO_DELIMITER = "\x1f"
_SAMPLE_CHARACTERS = 65_536
_SAMPLE_ROWS = 100
_CONSISTENT_SHARE = 0.9
_STATED = re.compile(r"sep=(.)\s*", re.IGNORECASE)


def read_delimited(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The articles of a table; its delimiter is the one that finds most known headers, or the most even rows."""
    delimiter, is_stated = _delimiter_of(file, sources)
    rows = _rows(file, sources, delimiter, is_stated=is_stated)
    yield from read_table(rows, file.source_path, sources, Places("", delimiter))


def read_rows(file: File, sources: Sources) -> Iterator[Row | Problem]:
    """The rows of a table, numbered from 1, and a problem for each that cannot be read."""
    delimiter, is_stated = _delimiter_of(file, sources)
    return _rows(file, sources, delimiter, is_stated=is_stated)


def _delimiter_of(file: File, sources: Sources) -> tuple[str, bool]:
    """The delimiter of a table, and whether its first line does nothing but state it."""
    with open_text(file, newline="") as stream:
        sample = stream.read(_SAMPLE_CHARACTERS)
    stated = _STATED.fullmatch(_first_line(sample))
    return (stated[1], True) if stated else (find_delimiter(sample, sources), False)


def _rows(file: File, sources: Sources, delimiter: str, *, is_stated: bool) -> Iterator[Row | Problem]:
    with open_text(file, newline="") as stream:
        if is_stated:
            stream.readline()
        yield from _records(stream, delimiter, file.source_path, sources)


def _first_line(text: str) -> str:
    return text.lstrip("\r\n").splitlines()[0] if text.strip() else ""


def find_delimiter(sample: str, sources: Sources) -> str:
    """The character that divides the cells in `sample`, a part of a table from its start; one that is in no text if
    nothing does."""
    first = _first_line(sample)
    marks = _DELIMITERS + "".join(sorted(set(re.findall(r'[^\w\s"\'.,:()-]', first)) - set(_DELIMITERS))) + ":"
    by_header = max(marks, key=lambda mark: _n_known(first, mark, sources))
    n_known, n_cells = _n_known(first, by_header, sources)
    if n_known:
        return by_header if n_cells > 1 else _NO_DELIMITER
    lines = sample.splitlines(keepends=True)
    whole = lines[:-1] if len(sample) == _SAMPLE_CHARACTERS and len(lines) > 1 else lines
    width, delimiter = max((_even_width(whole, mark), -place, mark)[::2] for place, mark in enumerate(_DELIMITERS))
    return delimiter if width > 1 else _NO_DELIMITER


def _n_known(line: str, delimiter: str, sources: Sources) -> tuple[int, int]:
    """How many fields and how many cells a header has; none where none of them is the text."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    known = find_columns(cells, sources)
    return (len(known) if "text" in known else 0), len(cells)


def _even_width(lines: list[str], delimiter: str) -> int:
    """How many cells nearly all rows have; 1 where their number differs, or the mark is only punctuation."""
    text = "".join(lines)
    if text.count(f"{delimiter} ") * 2 > text.count(delimiter):
        return 1
    try:
        rows = [row for _, row in zip(range(_SAMPLE_ROWS), csv.reader(lines, delimiter=delimiter), strict=False) if row]
    except csv.Error:
        return 1
    width, n_rows = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
    return width if n_rows >= _CONSISTENT_SHARE * len(rows) else 1


def _records(stream: IO[str], delimiter: str, source_path: str, sources: Sources) -> Iterator[Row | Problem]:
    too_long: list[int] = []
    reader = csv.reader(_lines(stream, sources.item_bytes, too_long), delimiter=delimiter)
    # The module's own bound is 131,072 characters a cell, less than one long article.
    csv.field_size_limit(sources.item_bytes)
    over = f"over {sources.item_bytes:,} characters for one article (the limit sources.item_bytes)"
    number = 0
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            break
        except csv.Error:
            # A mark of quotation without its partner makes a cell of all that follows, up to the limit.
            yield Problem(source_path, f"row {number}", "too large", f"{over}; a mark of quotation may be missing")
        yield from (Problem(source_path, f"line {line}", "too large", over) for line in too_long)
        too_long.clear()
    yield from (Problem(source_path, f"line {line}", "too large", over) for line in too_long)


def _lines(stream: IO[str], most: int, too_long: list[int]) -> Iterator[str]:
    """The lines of `stream`; the numbers of those over the limit are put down in `too_long`."""
    for number, line in enumerate(bounded_lines(stream, most), start=1):
        if line is None:
            too_long.append(number)
        else:
            yield line

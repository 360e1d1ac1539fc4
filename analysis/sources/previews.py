"""Previews: how a table would be read, before it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from analysis.articles import Problem
from analysis.sources.delimited import read_rows
from analysis.sources.excel import read_sheets
from analysis.sources.fields import find_fields, plain_value, stated_names
from analysis.sources.files import File
from analysis.sources.json_files import objects_of
from analysis.sources.json_lines import lines_of
from analysis.sources.options import Sources
from analysis.sources.recognise import recognise
from analysis.sources.tables import LOOKED_AT, Row, layout_of

# An archive may have very many files that are none of these: they are not opened.
_TABLES = frozenset({".csv", ".tsv", ".xlsx", ".json", ".jsonl", ".ndjson"})

# So many objects are looked at, so that keys which only some have are found too.
_OBJECTS_LOOKED_AT = 1_000

# In characters.
_LONGEST_CELL = 400


@dataclass(frozen=True, slots=True)
class Preview:
    """The start of a table: where it is, its columns, the column of each field that is known, and its first rows.

    `place` is the sheet of a workbook or the list in a JSON file, `headers` are numbers where `has_header` is false.
    """

    source_path: str
    place: str
    headers: tuple[str, ...]
    has_header: bool
    columns: Mapping[str, str]
    rows: tuple[tuple[str, ...], ...]


def preview(file: File, sources: Sources, n_rows: int = 5) -> list[Preview]:
    """The tables in `file`, each sheet of a workbook one; none if it is no table that can be read."""
    if file.suffix not in _TABLES:
        return []
    try:
        kind = recognise(file)
        if kind in (".csv", ".tsv"):
            found = [_of_rows(file, "", read_rows(file, sources), sources, n_rows)]
        elif kind == ".xlsx":
            found = [_of_rows(file, title, rows, sources, n_rows) for title, rows in read_sheets(file, sources)]
        elif kind in (".jsonl", ".ndjson"):
            found = [_of_objects(file, "", lines_of(file, sources), sources, n_rows)]
        elif kind == ".json":
            lists = objects_of(file, sources)
            found = [_of_objects(file, name, objects, sources, n_rows) for name, objects in lists]
        else:
            found = []
    except Exception:
        # A table that cannot be read has no preview; why is listed when it is read.
        return []
    return [table for table in found if table is not None]


def _of_rows(file: File, place: str, rows: Iterable[Row | Problem], sources: Sources, n_rows: int) -> Preview | None:
    first = [row[1] for row in islice(rows, LOOKED_AT) if not isinstance(row, Problem) and any(map(str.strip, row[1]))]
    if not first:
        return None
    layout = layout_of(first, sources)
    shown = tuple(tuple(map(_cell, row)) for row in first[layout.has_header :][:n_rows])
    return Preview(
        file.source_path, place, tuple(layout.headers), layout.has_header, stated_names(layout.columns), shown
    )


def _of_objects(file: File, place: str, objects: Iterable[object], sources: Sources, n_rows: int) -> Preview | None:
    first = [value for value in islice(objects, _OBJECTS_LOOKED_AT) if isinstance(value, dict)]
    headers = tuple(dict.fromkeys(key for value in first for key in value if key == _cell(key)))
    if not headers:
        return None
    shown = tuple(tuple(_cell(plain_value(value.get(key)) or "") for key in headers) for value in first[:n_rows])
    return Preview(file.source_path, place, headers, True, stated_names(find_fields(headers, sources)), shown)


def _cell(text: str) -> str:
    """The start of `text`, without the lone surrogates that JSON may carry."""
    return text[:_LONGEST_CELL].encode("utf-8", "replace").decode()

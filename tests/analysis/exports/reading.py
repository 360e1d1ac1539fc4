"""Reads what was exported, as the programs do that it is meant for; each gives the rows of a flat table as lists."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from analysis.exports import Extract, Format
from analysis.exports.flat import flat

_MADE_HARMLESS = re.compile(r"\A'(?=[=+\-@\t\r])")


def written(rows: Extract, form: Format) -> bytes:
    """The file."""
    out = io.BytesIO()
    form.write(rows, out)
    return out.getvalue()


def table_of(rows: Extract) -> pa.Table:
    """The rows as they are."""
    return pa.Table.from_batches(rows.batches, rows.schema)


def flat_table_of(rows: Extract) -> pa.Table:
    """The rows with what a cell can hold in each."""
    empty = flat(pa.RecordBatch.from_pylist([], rows.schema))
    return pa.Table.from_batches([empty, *map(flat, rows.batches)])


def from_csv(file: bytes, like: pa.Schema) -> pa.Table:
    """A table of flat columns; texts without what made them harmless."""
    types = pa_csv.ConvertOptions(
        column_types=like, strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=False
    )
    parsing = pa_csv.ParseOptions(newlines_in_values=True)
    read = pa_csv.read_csv(io.BytesIO(file), parse_options=parsing, convert_options=types)
    for number, field in enumerate(like):
        if field.type in (pa.string(), pa.large_string()):
            texts = [text and _MADE_HARMLESS.sub("", text) for text in read[field.name].to_pylist()]
            read = read.set_column(number, field, pa.array(texts, field.type))
    return read.cast(like)


def from_excel(file: bytes, like: pa.Schema) -> pa.Table:
    """A table of flat columns, of the first sheet."""
    names, *rows = load_workbook(io.BytesIO(file)).worksheets[0].iter_rows(values_only=True)
    assert list(names) == like.names
    whole = [[unescape(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return pa.table(
        [pa.array(column, field.type) for column, field in zip(_columns(whole, like), like, strict=True)], like
    )


def from_json_lines(file: bytes, like: pa.Schema) -> pa.Table:
    """A table of flat columns: lists and maps are written again as a cell holds them."""
    rows = [json.loads(line) for line in file.decode().split("\n")[:-1]]
    return _table([[_in_a_cell(row[name], name) for row in rows] for name in like.names], like)


def from_parquet(file: bytes, like: pa.Schema) -> pa.Table:
    """A table of flat columns."""
    stored = pq.read_table(io.BytesIO(file))
    return pa.Table.from_batches([pa.RecordBatch.from_pylist([], like), *map(flat, stored.to_batches())])


READERS: dict[str, Callable[[bytes, pa.Schema], pa.Table]] = {
    ".csv": from_csv,
    ".xlsx": from_excel,
    ".jsonl": from_json_lines,
    ".parquet": from_parquet,
}


def _columns(rows: list[list[object]], like: pa.Schema) -> list[list[object]]:
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in like]


def _table(columns: list[list[object]], like: pa.Schema) -> pa.Table:
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, like, strict=True)], like)


def _in_a_cell(value: object, name: str) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.replace("T", " ") if name == "published_at" and isinstance(value, str) else value

"""Formats: extracts written as CSV, JSON lines, Parquet or Excel, a batch at a time."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from analysis.errors import ExportError
from analysis.exports.excel import MOST_ROWS, write_excel
from analysis.exports.extract import Extract
from analysis.exports.flat import flat, inert, json_value


def write_csv(rows: Extract, out: BinaryIO, *, marked: bool = False) -> None:
    """`rows` as CSV (RFC 4180) in UTF-8; `marked`: with a byte order mark, by which Excel sees the encoding.

    Texts stand in quotation marks, so that an empty one is told from none. One that a spreadsheet would run as a
    formula gets an apostrophe before it; numbers stay as they are. Lists stand as JSON, times in UTC.
    """
    schema = flat(pa.RecordBatch.from_pylist([], rows.schema)).schema
    schema = pa.schema([field.with_name(inert(pa.array([field.name]))[0].as_py()) for field in schema])
    if marked:
        out.write(codecs.BOM_UTF8)
    # A line end within a text is kept; the end of a row is that of the standard.
    with pa_csv.CSVWriter(out, schema, write_options=pa_csv.WriteOptions(eol="\r\n")) as writer:
        for batch in map(flat, rows.batches):
            writer.write_batch(pa.record_batch([inert(column) for column in batch.columns], schema=schema))


def write_json_lines(rows: Extract, out: BinaryIO) -> None:
    """`rows` as JSON lines in UTF-8, an object a row; maps as lists of pairs, times as ISO 8601 in UTC."""
    for batch in rows.batches:
        for row in _as_written(batch).to_pylist():
            line = json.dumps(row, ensure_ascii=False, default=json_value)
            out.write(f"{line}\n".encode())


def write_parquet(rows: Extract, out: BinaryIO) -> None:
    """`rows` as Parquet; what they are about stands in the metadata of the file."""
    with pq.ParquetWriter(out, rows.schema.with_metadata(dict(rows.about)), compression="zstd") as writer:
        for batch in rows.batches:
            writer.write_batch(batch)


def _as_written(batch: pa.RecordBatch) -> pa.RecordBatch:
    """`batch` with its short fractions as decimals that people would write: 0.1, and not 0.10000000149."""
    for number, name in enumerate(batch.schema.names):
        if pa.types.is_float32(batch[name].type):
            written = pc.cast(pc.cast(batch[name], pa.string()), pa.float64())
            batch = batch.set_column(number, name, written)
    return batch


def _write_excel(rows: Extract, out: BinaryIO) -> None:
    write_excel(replace(rows, batches=map(_as_written, map(flat, rows.batches))), out)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what people call it, what the names of its files end in, how it is written, how many rows it holds."""

    name: str
    suffix: str
    write: Callable[[Extract, BinaryIO], None]
    most_rows: int | None = None

    def check(self, n_rows: int) -> None:
        """Refuse what it cannot hold, before anything is written.

        Raises:
            ExportError: these are more rows than it holds.
        """
        if self.most_rows is not None and n_rows > self.most_rows:
            raise ExportError(
                f"{self.name} holds {self.most_rows:,} rows below the names of the columns, these are {n_rows:,}; "
                "take another format, or select less"
            )


CSV = Format("CSV", ".csv", write_csv)
MARKED = Format("CSV with byte order mark, for Excel", ".csv", partial(write_csv, marked=True))
FORMATS = (
    CSV,
    MARKED,
    Format("Excel", ".xlsx", _write_excel, MOST_ROWS),
    Format("JSON lines", ".jsonl", write_json_lines),
    Format("Parquet", ".parquet", write_parquet),
)
BY_SUFFIX = {form.suffix: form for form in FORMATS if form is not MARKED}
"""The format that the name of a file ends in."""


def expected_bytes(rows: Extract, form: Format, n_rows: int) -> int:
    """About how large the file of so many rows will be, as the first of them are written."""
    first = list(islice(rows.batches, 1))
    n_first = sum(batch.num_rows for batch in first)
    return round(_size(rows, form, first) * n_rows / n_first) if n_first else _size(rows, form, first)


def _size(rows: Extract, form: Format, batches: list[pa.RecordBatch]) -> int:
    written = io.BytesIO()
    form.write(replace(rows, batches=batches), written)
    return written.tell()

"""Flat: batches with no column that a cell of a table cannot hold, and texts that no spreadsheet runs."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

# What a spreadsheet takes for the beginning of a formula: OWASP, "CSV Injection".
OPENS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OPENING = r"\A([=+\-@\t\r])"
_NO_FRACTION = r"\.0+(Z?)\z"


def flat(batch: pa.RecordBatch) -> pa.RecordBatch:
    """`batch` with lists and maps as JSON, bytes as hex digits, and times as text, to the second where that is all."""
    return pa.record_batch([_flat(column) for column in batch.columns], names=batch.schema.names)


def _flat(column: pa.Array) -> pa.Array:
    if pa.types.is_timestamp(column.type):
        return pc.replace_substring_regex(pc.cast(column, pa.string()), _NO_FRACTION, r"\1")
    if pa.types.is_nested(column.type):
        return pa.array([_as_json(value) for value in column.to_pylist()], pa.string())
    if pa.types.is_binary(column.type) or pa.types.is_fixed_size_binary(column.type):
        return pa.array([None if value is None else value.hex() for value in column.to_pylist()], pa.string())
    return column


def inert(column: pa.Array) -> pa.Array:
    """`column` with an apostrophe before each text that a spreadsheet would run as a formula."""
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        return column
    return pc.replace_substring_regex(column, _OPENING, r"'\1")


def json_value(value: object) -> Any:
    """What JSON has no form for: times as ISO 8601, bytes as hex digits."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value.hex() if isinstance(value, bytes) else str(value)


def _as_json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=json_value)

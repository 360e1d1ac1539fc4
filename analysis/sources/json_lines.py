"""JSON lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from analysis.articles import Item, Problem
from analysis.sources.decoding import open_text
from analysis.sources.fields import find_columns, item_of_row
from analysis.sources.files import File, Limits


def read_json_lines(file: File, limits: Limits) -> Iterator[Item | Problem]:
    """The articles of a file with one JSON object a line; blank lines are passed over."""
    with open_text(file.open(), newline="\n") as stream:
        for number, line in enumerate(_bounded_lines(stream, limits.item_bytes), start=1):
            if line is None:
                detail = f"over {limits.item_bytes:,} characters for one article"
                yield Problem(file.source_path, f"line {number}", "too large", detail)
            elif line.strip():
                yield _read_line(line, file.source_path, f"line {number}")


def _bounded_lines(stream: IO[str], most: int) -> Iterator[str | None]:
    """The lines of `stream`; None for one of more than `most` characters, which is never held whole."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith("\n"):
            yield line
            continue
        while line and not line.endswith("\n"):
            line = stream.readline(most)
        yield None


def _read_line(line: str, source_path: str, place: str) -> Item | Problem:
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        return Problem(source_path, place, "not JSON", str(error))
    if not isinstance(row, dict):
        return Problem(source_path, place, "not a JSON object", f"it is a {type(row).__name__}")
    return item_of_row(row, find_columns(row), source_path, place)

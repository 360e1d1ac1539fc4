"""JSON lines: one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from analysis.articles import Item, Problem
from analysis.sources.decoding import bounded_lines, open_text
from analysis.sources.fields import find_fields, item_of_row
from analysis.sources.files import File
from analysis.sources.options import Sources


def read_json_lines(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The articles of a file with one JSON object a line; blank lines are passed over."""
    with open_text(file, newline="\n") as stream:
        for number, line in enumerate(bounded_lines(stream, sources.item_bytes), start=1):
            if line is None:
                detail = f"over {sources.item_bytes:,} characters for one article (the limit sources.item_bytes)"
                yield Problem(file.source_path, f"line {number}", "too large", detail)
            elif line.strip():
                yield _read_line(line, file.source_path, f"line {number}", sources)


def _read_line(line: str, source_path: str, place: str, sources: Sources) -> Item | Problem:
    try:
        return item_of_value(json.loads(line), source_path, place, sources)
    except RecursionError:
        return Problem(source_path, place, "not JSON", "nested too deep")
    except ValueError as error:
        return Problem(source_path, place, "not JSON", str(error))


def lines_of(file: File, sources: Sources) -> Iterator[object]:
    """The values in a file with one a line; what is none is passed over."""
    with open_text(file, newline="\n") as stream:
        for line in bounded_lines(stream, sources.item_bytes):
            try:
                yield json.loads(line or "")
            except (ValueError, RecursionError):
                continue


def item_of_value(value: object, source_path: str, place: str, sources: Sources) -> Item | Problem:
    """The item in a JSON object; a problem if it is something else, or has no text."""
    if not isinstance(value, dict):
        return Problem(source_path, place, "not a JSON object", f"it is a {type(value).__name__}")
    return item_of_row(value, find_fields(value, sources), source_path, place)

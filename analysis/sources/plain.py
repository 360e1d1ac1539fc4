"""Plain text and Markdown: one article a file, its metadata in a header if it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.articles import Item, Problem
from analysis.sources.decoding import open_text
from analysis.sources.fields import NAMES
from analysis.sources.files import File, Limits

_FIELD_OF_NAME = {name: field for field, names in NAMES.items() if field != "text" for name in names}
_HEADER_LINE = re.compile(rf"({'|'.join(map(re.escape, _FIELD_OF_NAME))})[ \t]*:[ \t]*(.*)", re.IGNORECASE)

# What a line is called in the list of removed lines when it became a field.
_REASONS = {"given_id": "id", "headline": "headline", "outlet": "outlet", "published": "date line"}


def read_plain(file: File, limits: Limits) -> Iterator[Item | Problem]:
    """The one article of a text file."""
    with open_text(file.open(), newline="") as stream:
        text = stream.read(limits.item_bytes + 1)
    if len(text) > limits.item_bytes:
        yield Problem(file.source_path, "", "too large", f"over {limits.item_bytes:,} characters for one article")
    elif not text.strip():
        yield Problem(file.source_path, "", "empty", "the file has no text")
    else:
        yield _with_header(file.source_path, text)


def _with_header(source_path: str, text: str) -> Item:
    fields: dict[str, str] = {}
    taken: dict[int, str] = {}
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
        if not line.strip():
            return Item(source_path, text, taken=taken, **fields)
        match = _HEADER_LINE.fullmatch(line.strip())
        if match is None:
            break
        field = _FIELD_OF_NAME[match[1].lower()]
        fields.setdefault(field, match[2].strip())
        taken[number] = _REASONS.get(field, field)
    return Item(source_path, text)

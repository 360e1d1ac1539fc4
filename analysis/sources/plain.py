"""Plain text and Markdown: one article a file with its metadata in a header if it has one, or an export of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.articles import Item, Notice, Problem
from analysis.sources.decoding import open_text
from analysis.sources.exports import is_export, is_unsplit, split_export
from analysis.sources.fields import NAMES
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.streams import UnreadableError

_FIELD_OF_NAME = {name: field for field, names in NAMES.items() if field != "text" for name in names}
_HEADER_LINE = re.compile(rf"({'|'.join(map(re.escape, _FIELD_OF_NAME))})[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")

# What a line is called in the list of removed lines when it became a field.
_REASONS = {"given_id": "id", "headline": "headline", "outlet": "outlet", "published": "date line"}

# Markdown fences its header with these lines.
_FENCE = "---"
_FRONT_MATTER = "front matter"


def read_plain(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The one article of a text file, or those of an export."""
    text = _read_text(file, sources)
    if not text.strip():
        raise UnreadableError("empty", "the file has no text")
    if items := items_of_text(file.source_path, text):
        yield from items
    else:
        yield replace(_of_text(file.source_path, text), notices=unsplit_notices(text))


def _read_text(file: File, sources: Sources) -> str:
    """The text; that of an export may have many articles and so be larger than one."""
    with open_text(file, newline="") as stream:
        text = stream.read(sources.item_bytes + 1)
        if len(text) > sources.item_bytes:
            if not is_export(text):
                over = f"over {sources.item_bytes:,} characters for one article (the limit sources.item_bytes)"
                raise UnreadableError("too large", over)
            file.check_size(sources)
            text += stream.read(sources.whole_file_bytes)
    return text


def items_of_text(source_path: str, text: str) -> list[Item]:
    """The articles of an export; none if `text` is no export."""
    return [
        replace(Item(source_path, part.text, f"article {number}", taken=part.taken), **part.fields)  # type: ignore[arg-type]
        for number, part in enumerate(split_export(text), start=1)
    ]


def with_header(text: str, *, headline: str = "", outlet: str = "", published: str = "") -> str:
    """The content of a file that is read as `text` with these fields; one that is empty is left to the text.

    A field is one line, whatever is in it. A header that `text` opens with gives what these leave out.
    """
    fields = {"Title": headline, "Source": outlet, "Date": published}
    lines = [f"{name}: {' '.join(value.split())}" for name, value in fields.items() if value.strip()]
    own = _of_text("", text).taken
    if own and text.startswith(_FENCE):
        return "\n".join([_FENCE, *lines, _LINE_END.split(text, 1)[1]])
    return "\n".join([*lines, *([] if own or not lines else [""]), text])


def unsplit_notices(text: str) -> tuple[Notice, ...]:
    """What to say of a text that is kept as one article although it looks like an export of many."""
    if not is_unsplit(text):
        return ()
    said = "it looks like an export of many articles, but where each begins and ends cannot be told for sure"
    return (Notice("export not split", said),)


def _of_text(source_path: str, text: str) -> Item:
    lines = [line.strip() for line in _LINE_END.split(text)]
    if lines[0].lstrip("\ufeff") == _FENCE and _FENCE in lines[1:]:
        return _with_front_matter(source_path, text, lines)
    fields: dict[str, str] = {}
    taken: dict[int, str] = {}
    for number, line in enumerate(lines):
        if not line:
            return replace(Item(source_path, text, taken=taken), **fields)  # type: ignore[arg-type]
        match = _HEADER_LINE.fullmatch(line)
        if match is None:
            break
        _take(match, number, fields, taken)
    return Item(source_path, text)


def _take(match: re.Match[str], number: int, fields: dict[str, str], taken: dict[int, str]) -> None:
    field = _FIELD_OF_NAME[match[1].lower()]
    fields.setdefault(field, match[2].strip())
    taken[number] = _REASONS.get(field, field)


def _with_front_matter(source_path: str, text: str, lines: list[str]) -> Item:
    """The article of a Markdown file that opens with fields between two fences."""
    end = lines.index(_FENCE, 1)
    fields: dict[str, str] = {}
    taken = {number: _FRONT_MATTER for number in range(end + 1) if lines[number]}
    for number, line in enumerate(lines[:end]):
        if match := _HEADER_LINE.fullmatch(line):
            _take(match, number, fields, taken)
    unquoted = {field: value.strip("\"'") for field, value in fields.items()}
    return replace(Item(source_path, text, taken=taken), **unquoted)  # type: ignore[arg-type]

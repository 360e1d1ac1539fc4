"""RTF: its text, as striprtf finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.articles import Item, Problem
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.plain import items_of_text, unsplit_notices
from analysis.sources.streams import UnreadableError

# Bytes of a picture, as many as it says; braces among them would end the text early.
_BINARY = re.compile(rb"\\bin(\d+) ?")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d+)")


def read_rich_text(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The one article of an RTF file, or those of an export; a line is a paragraph."""
    from striprtf.striprtf import rtf_to_text

    content = _without_binary(file.read_whole(sources))
    try:
        text = rtf_to_text(content.decode("latin-1"), encoding=_encoding_of(content), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, KeyError, TypeError) as error:
        raise UnreadableError("damaged", f"no RTF that can be read: {error}") from error
    text = text.replace("\0", " ")
    if not text.strip():
        raise UnreadableError("empty", "the document has no text")
    whole = Item(file.source_path, text, notices=unsplit_notices(text))
    yield from items_of_text(file.source_path, text) or [whole]


def _without_binary(content: bytes) -> bytes:
    parts: list[bytes] = []
    start = 0
    while match := _BINARY.search(content, start):
        parts.append(content[start : match.start()])
        start = match.end() + int(match[1])
    return b"".join([*parts, content[start:]])


def _encoding_of(content: bytes) -> str:
    match = _CODE_PAGE.search(content)
    return f"cp{match[1].decode()}" if match and match[1] not in (b"0", b"65001") else "cp1252"

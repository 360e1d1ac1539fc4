"""Recognise: what a file is, by its first bytes where they show it, else by its name."""

from __future__ import annotations

import re

from analysis.sources.files import File
from analysis.sources.streams import UnreadableError

_HEAD_BYTES = 65_536
_PDF_WITHIN = 1024

# What is no text and no format that is read, by its first bytes.
_OTHERS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted, or an old Office format", "save it anew without a password"),
    (b"\x1f\x8b", "packed by gzip under another name", "let its name end in .gz"),
    (b"\x89PNG", "a picture", "its text has to be recognised first"),
    (b"\xff\xd8\xff", "a picture", "its text has to be recognised first"),
    (b"GIF8", "a picture", "its text has to be recognised first"),
    (b"Rar!\x1a\x07", "a kind of archive that is not read", "pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "a kind of archive that is not read", "pack it as .zip"),
)
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S)
_JSON_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")
_BY_MARK = frozenset({".pdf", ".docx", ".xlsx", ".rtf"})


def recognise(file: File) -> str:
    """The ending that stands for the format of `file`.

    Raises:
        UnreadableError: it is empty, or shows itself as something that is not read.
    """
    with file.open() as stream:
        head = stream.read(_HEAD_BYTES)
    if not head:
        raise UnreadableError("empty", "the file has no bytes")
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return _office_format(head, file.suffix)
    if head.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    for mark, problem, detail in _OTHERS:
        if head.startswith(mark):
            raise UnreadableError(problem, detail)
    return _text_format(head, file.suffix)


def _office_format(head: bytes, suffix: str) -> str:
    has_word, has_excel = b"word/" in head, b"xl/" in head
    if has_word != has_excel:
        return ".docx" if has_word else ".xlsx"
    if suffix in (".docx", ".xlsx"):
        return suffix
    raise UnreadableError("an archive under another name", "let its name end in .zip")


def _text_format(head: bytes, suffix: str) -> str:
    if suffix == ".html" or suffix == ".htm" or _HTML.match(head):
        return ".html"
    if suffix in (".jsonl", ".ndjson") and _JSON_LIST.match(head):
        return ".json"
    return ".txt" if suffix in _BY_MARK else suffix

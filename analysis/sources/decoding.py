"""Decoding: bytes of an unknown encoding to text."""

from __future__ import annotations

import codecs
import io
import re
import zlib
from collections.abc import Iterator
from typing import IO

from analysis.sources.files import File
from analysis.sources.streams import UnreadableError
from analysis.tokens import detect_language

# Enough to see the encoding of any text, little enough to hold for a file of gigabytes.
_SAMPLE_BYTES = 1_000_000
# How far a file that begins in plain ASCII is searched for other characters.
_SEARCHED_BYTES = 64_000_000
_DETECTED_BYTES = 50_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What texts are in fact saved in; among all encodings there are, a wrong one fits too often.
_COMMON = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
_LATIN = frozenset({"cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2"})
_CODE_PAGES = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "sl", "hr", "bs", "sq"), "cp1250"),
    **dict.fromkeys(("tr", "az"), "cp1254"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
}
# Where UTF-8 has so many characters for each broken one, it is UTF-8 that was damaged.
_DAMAGED = 10
_NUL_SHARE = 0.3
_NOT_TEXT = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_TEXT_SHARE = 0.1


def open_text(file: File, *, newline: str) -> io.TextIOWrapper:
    """`file` as text, in the encoding that its first bytes beyond ASCII show.

    A byte that does not fit the encoding becomes U+FFFD. `newline` is that of `open`.

    Raises:
        UnreadableError: it is no text.
    """
    sample = sample_of(file)
    encoding = guess_encoding(sample)
    text = sample[:_DETECTED_BYTES].decode(encoding, "replace")
    if len(_NOT_TEXT.findall(text)) > _NOT_TEXT_SHARE * len(text):
        raise UnreadableError("not text", "most of it are control characters; its ending may be wrong")
    return io.TextIOWrapper(file.open(), encoding=encoding, errors="replace", newline=newline)


def sample_of(file: File) -> bytes:
    """The first million bytes; of a file that begins in ASCII, those around the first that are not."""
    sample = b""
    with file.open() as stream:
        for chunk in _chunks(stream):
            sample = chunk if not chunk.isascii() or not sample else sample
            if not chunk.isascii():
                break
    return sample


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """Parts of a stream up to where it ends or is damaged, each from the first byte beyond ASCII if it has one."""
    for number in range(_SEARCHED_BYTES // _SAMPLE_BYTES):
        try:
            chunk = stream.read(_SAMPLE_BYTES)
        except (EOFError, OSError, zlib.error, UnreadableError):
            return
        if not chunk:
            return
        yield (
            chunk if number == 0 or chunk.isascii() else chunk[chunk.rfind(b"\n", 0, _first_beyond_ascii(chunk)) + 1 :]
        )


def _first_beyond_ascii(chunk: bytes) -> int:
    found = re.search(rb"[\x80-\xff]", chunk)
    return found.start() if found else 0


def guess_encoding(sample: bytes) -> str:
    """The name of the encoding of `sample`: by its mark, then UTF-8 if it fits, then by charset-normalizer."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if wide := _utf_16_without_mark(sample):
        return wide
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf_8(sample) else _detect(sample)
    return "utf-8"


def _utf_16_without_mark(sample: bytes) -> str | None:
    """UTF-16 of mostly Latin letters, where every other byte is zero."""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[start::2].count(0), sample[1 - start :: 2].count(0)
        if zeros > _NUL_SHARE * len(sample) / 2 and others * _DAMAGED < zeros:
            return encoding
    return None


def _is_damaged_utf_8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for character in text[:_DETECTED_BYTES] if character > "\x7f")
    return beyond_ascii - broken > _DAMAGED * broken


def _detect(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    telling = b"\n".join(line for line in sample.splitlines() if not line.isascii())[:_DETECTED_BYTES]
    best = from_bytes(telling, cp_isolation=list(_COMMON)).best()
    if best is None:
        return "cp1252"
    return _by_language(telling, best.encoding) if best.encoding in _LATIN else best.encoding


def _by_language(telling: bytes, encoding: str) -> str:
    """Of the code pages of Latin letters, which differ in a few of them, the one that the language is written in."""
    language = detect_language(telling.decode(encoding, "replace"))
    usual = _CODE_PAGES.get(language or "", "cp1252")
    if usual == "cp1250" and encoding == "iso8859_2":
        return encoding
    try:
        telling.decode(usual)
    except UnicodeDecodeError:
        return encoding
    return usual


def bounded_lines(stream: IO[str], most: int) -> Iterator[str | None]:
    """The lines of `stream`; None for one of more than `most` characters, which is never held whole."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(("\n", "\r")):
            yield line
            continue
        while line and not line.endswith(("\n", "\r")):
            line = stream.readline(most)
        yield None

"""Decoding: bytes of an unknown encoding to text."""

from __future__ import annotations

import codecs
import io
from typing import IO

# Enough to see the encoding of any text, little enough to hold for a file of gigabytes.
_SAMPLE_BYTES = 1_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def open_text(stream: IO[bytes], *, newline: str) -> io.TextIOWrapper:
    """`stream` as text; its encoding is seen from its first million bytes.

    A byte that does not fit the encoding becomes U+FFFD. `newline` is that of `open`.
    """
    buffered = io.BufferedReader(_Raw(stream), _SAMPLE_BYTES)  # type: ignore[type-var]
    encoding = guess_encoding(buffered.peek(_SAMPLE_BYTES))
    return io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline=newline)


def guess_encoding(sample: bytes) -> str:
    """The name of the encoding of `sample`: by its mark, then UTF-8 if it fits, then by charset-normalizer."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return _detect(sample)
    return "utf-8"


def _detect(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


class _Raw(io.RawIOBase):
    """A raw stream over any object that reads bytes, such as a member of an archive."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._stream.close()
        super().close()

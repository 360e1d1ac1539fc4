"""Streams: bytes that are read only as far as the limits go."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from typing import IO

from analysis.sources.options import Sources

_MARK = b"\x1f\x8b"

# However tightly it is packed, so little does no harm.
_HARMLESS_BYTES = 10_000_000


class UnreadableError(Exception):
    """A file or a part of one that becomes no article; what it says is what is listed."""

    def __init__(self, problem: str, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


def bounded(stream: IO[bytes], most: int) -> io.BufferedReader:
    """`stream`, which may give `most` bytes; what goes on after them raises `UnreadableError`."""
    return io.BufferedReader(_Bounded(stream, most))


def unpacked(open_packed: Callable[[], IO[bytes]], sources: Sources) -> io.BufferedReader:
    """The bytes of a gzip file, bounded as a file, and by how much its packed bytes may become.

    A file that is not packed, whatever its name says, is given as it is.
    """
    with open_packed() as unread:
        is_packed = unread.read(len(_MARK)) == _MARK
    packed = open_packed()
    if not is_packed:
        return bounded(packed, sources.file_bytes)
    stream = gzip.GzipFile(fileobj=packed)
    raw = _Bounded(stream, sources.file_bytes, packed, sources.archive_ratio)
    return io.BufferedReader(raw)


def check_ratio(unpacked_bytes: int, packed_bytes: int, sources: Sources) -> None:
    """Refuse what would grow as no text does.

    Raises:
        UnreadableError: so many bytes come out of so few.
    """
    if unpacked_bytes > _HARMLESS_BYTES and unpacked_bytes > sources.archive_ratio * max(1, packed_bytes):
        ratio = f"each packed byte becomes over {sources.archive_ratio:,}"
        raise UnreadableError("refused: an archive bomb", f"{ratio} (the limit sources.archive_ratio)")


class _Bounded(io.RawIOBase):
    """A raw stream over any object that reads bytes, such as a member of an archive."""

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, most: int, packed: IO[bytes] | None = None, ratio: int = 0):
        self._stream = stream
        self._most = most
        self._packed = packed
        self._ratio = ratio
        self._n_bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        chunk = self._stream.read(len(buffer))
        self._n_bytes += len(chunk)
        if self._n_bytes > self._most:
            raise UnreadableError("file too large", f"over {self._most:,} bytes (the limit sources.file_bytes)")
        if self._packed is not None:
            check_ratio(self._n_bytes, self._packed.tell(), Sources(archive_ratio=self._ratio))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._stream.close()
        if self._packed is not None:
            self._packed.close()
        super().close()

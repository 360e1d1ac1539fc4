"""Files: what lies in a folder or an archive, each with a way to open it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from analysis.articles import Problem
from analysis.errors import SourceError
from analysis.sources.options import Sources
from analysis.sources.streams import UnreadableError, bounded, unpacked


@dataclass(frozen=True, slots=True)
class File:
    """A readable file: its path relative to the path that was given, and a way to open its bytes.

    `n_bytes` is its size; None where it is known only when all is unpacked.
    """

    source_path: str
    open: Callable[[], IO[bytes]]
    n_bytes: int | None = None

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case, with the dot; that before it where the ending is .gz."""
        path = PurePosixPath(self.source_path.lower())
        return PurePosixPath(path.stem).suffix if path.suffix == ".gz" else path.suffix

    def read_whole(self, sources: Sources) -> bytes:
        """All its bytes.

        Raises:
            UnreadableError: they are over the limit of what is held in memory.
        """
        self.check_size(sources)
        with self.open() as stream:
            content = stream.read(sources.whole_file_bytes + 1)
        if len(content) > sources.whole_file_bytes:
            raise _too_large(sources)
        return content

    def check_size(self, sources: Sources) -> None:
        """Refuse to hold it in memory where its size is known to be over the limit.

        Raises:
            UnreadableError: it is.
        """
        if self.n_bytes is not None and self.n_bytes > sources.whole_file_bytes:
            raise _too_large(sources)


def _too_large(sources: Sources) -> UnreadableError:
    limit = f"over {sources.whole_file_bytes:,} bytes (the limit sources.whole_file_bytes)"
    return UnreadableError("file too large", f"{limit}; a table or JSON lines may be larger")


def as_file(source_path: str, open_raw: Callable[[], IO[bytes]], n_bytes: int, sources: Sources) -> File:
    """A file whose bytes are read no further than the limits go, unpacked where its name ends in .gz."""
    if source_path.lower().endswith(".gz"):
        return File(source_path, lambda: unpacked(open_raw, sources))
    return File(source_path, lambda: bounded(open_raw(), sources.file_bytes), n_bytes)


def find_files(path: Path, sources: Sources) -> Iterator[File | Problem]:
    """The files at `path`: itself, those of a folder (sorted, searched through), those of archives.

    Hidden files and folders, and folders that hold a bundle, are passed over: they are no input.

    Raises:
        SourceError: `path` is not there or cannot be read.
    """
    if path.is_dir():
        if not os.access(path, os.R_OK | os.X_OK):
            raise SourceError(f"{path}: may not be read; check its permissions")
        for found in _walk(path, path):
            yield from [found] if isinstance(found, Problem) else _open_out(found, _relative(found, path), sources)
    elif path.is_file():
        if not os.access(path, os.R_OK):
            raise SourceError(f"{path}: may not be read; check its permissions")
        yield from _open_out(path, path.name, sources)
    else:
        raise SourceError(f"{path}: no such file or folder")


def _walk(folder: Path, top: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(_relative(folder, top), "", "a folder that cannot be read", error.strerror or str(error))
        return
    if folder != top and _is_bundle(entries):
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk(entry, top)
        else:
            yield entry


def _relative(path: Path, top: Path) -> str:
    return path.relative_to(top).as_posix()


def _is_bundle(entries: Sequence[Path]) -> bool:
    names = [entry.name for entry in entries]
    return "manifest.json" in names and any(name.startswith("tables-") for name in names)


def _open_out(path: Path, source_path: str, sources: Sources) -> Iterator[File | Problem]:
    if path.is_symlink() and not path.exists():
        yield Problem(source_path, "", "broken link", f"it points to {path.readlink()}")
    elif path.is_dir():
        yield Problem(source_path, "", "a link to a folder", "links to folders are not followed")
    elif not path.is_file():
        yield Problem(source_path, "", "not a regular file", "")
    else:
        yield from find_in(source_path, lambda: path.open("rb"), path.stat().st_size, sources)


def find_in(
    source_path: str, open_raw: Callable[[], IO[bytes]], n_bytes: int, sources: Sources
) -> Iterator[File | Problem]:
    """The file whose bytes `open_raw` gives; if its name says that it is an archive, the files in it."""
    from analysis.sources.archives import find_members

    if source_path.lower().endswith(".zip"):
        yield from find_members(open_raw, source_path, sources)
    else:
        yield as_file(source_path, open_raw, n_bytes, sources)

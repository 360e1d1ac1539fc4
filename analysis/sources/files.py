"""Files: what lies in a folder or an archive, each with a way to open it."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from analysis.articles import Problem
from analysis.errors import SourceError


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: bytes of one item, and bytes of one archive after unpacking."""

    item_bytes: int = 10_000_000
    archive_bytes: int = 4_000_000_000


@dataclass(frozen=True, slots=True)
class File:
    """A readable file: its path relative to the path that was given, and a way to open its bytes."""

    source_path: str
    open: Callable[[], IO[bytes]]

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case, with the dot."""
        return PurePosixPath(self.source_path).suffix.lower()


def find_files(path: Path, limits: Limits) -> Iterator[File | Problem]:
    """The files at `path`: itself, those of a folder (sorted, searched through), those of archives.

    Hidden files and folders, and folders that hold a bundle, are passed over: they are no input.

    Raises:
        SourceError: `path` is not there or cannot be read.
    """
    if path.is_dir():
        for file in _walk(path):
            yield from _open_out(file, file.relative_to(path).as_posix(), limits)
    elif path.is_file():
        if not os.access(path, os.R_OK):
            raise SourceError(f"{path}: may not be read; check its permissions")
        yield from _open_out(path, path.name, limits)
    else:
        raise SourceError(f"{path}: no such file or folder")


def _walk(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise SourceError(f"{folder}: cannot be read: {error.strerror}") from error
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        if entry.is_dir() and not entry.is_symlink():
            if not _is_bundle(entry):
                yield from _walk(entry)
        else:
            yield entry


def _is_bundle(folder: Path) -> bool:
    return (folder / "manifest.json").is_file() and any(folder.glob("tables-*"))


def _open_out(path: Path, source_path: str, limits: Limits) -> Iterator[File | Problem]:
    if path.is_symlink() and not path.exists():
        yield Problem(source_path, "", "broken link", f"it points to {path.readlink()}")
    elif path.is_dir():
        yield Problem(source_path, "", "a link to a folder", "links to folders are not followed")
    elif not path.is_file():
        yield Problem(source_path, "", "not a regular file", "")
    elif path.suffix.lower() == ".zip":
        yield from _members(path, source_path, limits)
    else:
        yield File(source_path, lambda: path.open("rb"))


def _members(path: Path, source_path: str, limits: Limits) -> Iterator[File | Problem]:
    try:
        with zipfile.ZipFile(path) as archive:
            left = limits.archive_bytes
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                if member.is_dir() or _is_hidden(member.filename):
                    continue
                left -= member.file_size
                yield _member(archive, member, source_path, has_room=left >= 0)
    except (OSError, zipfile.BadZipFile, NotImplementedError, zlib.error) as error:
        yield Problem(source_path, "", "not a readable archive", str(error))


def _is_hidden(name: str) -> bool:
    return any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in name.split("/"))


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source_path: str, *, has_room: bool) -> File | Problem:
    name = member.filename
    inner = f"{source_path}/{name}"
    if name.startswith(("/", "\\")) or ".." in PurePosixPath(name).parts:
        return Problem(inner, "", "refused: its name leads out of the archive", name)
    if name.lower().endswith(".zip"):
        return Problem(inner, "", "an archive in an archive", "unpack it and add it by itself")
    if member.flag_bits & 0x1:
        return Problem(inner, "", "encrypted", "save it without a password")
    if not has_room:
        return Problem(inner, "", "archive too large", "the unpacked archive is over the limit of bytes")
    return File(inner, lambda: archive.open(member))

"""Archives: the files in a zip, and in the zips inside it."""

from __future__ import annotations

import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO

from analysis.articles import Problem
from analysis.sources.files import File, as_file
from analysis.sources.options import Sources
from analysis.sources.streams import UnreadableError, check_ratio

# An archive in an archive is unpacked in memory up to here, above it on disk.
_IN_MEMORY = 16_000_000

_BROKEN = (OSError, EOFError, zipfile.BadZipFile, NotImplementedError, zlib.error, UnicodeError, ValueError)


@dataclass(slots=True)
class _Room:
    """The bytes that an archive may still become, with all that is packed inside it."""

    n_bytes: int

    def take(self, n_bytes: int) -> bool:
        """Whether there was room for so many."""
        self.n_bytes -= n_bytes
        return self.n_bytes >= 0


def find_members(open_raw: Callable[[], IO[bytes]], source_path: str, sources: Sources) -> Iterator[File | Problem]:
    """The files in the archive whose bytes `open_raw` gives, by name; a problem for each that is refused.

    A file can be opened until the next is asked for.
    """
    try:
        with open_raw() as stream:
            yield from _members(stream, source_path, sources, _Room(sources.archive_bytes), 1)
    except OSError as error:
        yield Problem(source_path, "", "cannot be read", str(error))


def _members(
    stream: IO[bytes], source_path: str, sources: Sources, room: _Room, depth: int
) -> Iterator[File | Problem]:
    try:
        archive = zipfile.ZipFile(stream)
    except _BROKEN as error:
        yield Problem(source_path, "", "not a readable archive", _said(error))
        return
    with archive:
        if names_bundle(archive.namelist()):
            yield Problem(
                source_path, "", "a whole collection", "unpack it and name its folder; the page Data opens it"
            )
            return
        members = sorted(archive.infolist(), key=lambda member: member.filename)
        for member in members:
            if member.is_dir() or (_is_hidden(member.filename) and not _leads_out(member.filename)):
                continue
            inner = f"{source_path}/{member.filename}"
            try:
                _check(member, room, sources)
            except UnreadableError as error:
                yield Problem(inner, "", error.problem, error.detail)
                continue
            if member.filename.lower().endswith(".zip"):
                yield from _inner_members(archive, member, inner, sources, room, depth + 1)
            else:
                yield _file_of(archive, member, inner, sources)
        if not members:
            yield Problem(source_path, "", "empty", "the archive has no files")


def _file_of(archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: str, sources: Sources) -> File:
    return as_file(inner, lambda: archive.open(member), member.file_size, sources)


def _inner_members(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, inner: str, sources: Sources, room: _Room, depth: int
) -> Iterator[File | Problem]:
    if depth > sources.archive_depth:
        limit = f"archives are opened {sources.archive_depth} deep (the limit sources.archive_depth)"
        yield Problem(inner, "", "an archive too deep in archives", f"{limit}; unpack it and add it by itself")
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        try:
            with archive.open(member) as packed:
                shutil.copyfileobj(packed, copy)
        except _BROKEN as error:
            yield Problem(inner, "", "not a readable archive", _said(error))
            return
        copy.seek(0)
        yield from _members(copy, inner, sources, room, depth)


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def names_bundle(names: Iterable[str]) -> bool:
    """Whether files with these names, in an archive, are those of a bundle in one folder."""
    parts = [PurePosixPath(name).parts for name in names]
    return any(part[1:] == ("manifest.json",) for part in parts) and any(
        len(part) == 3 and part[1].startswith("tables-") for part in parts
    )


def _is_hidden(name: str) -> bool:
    return any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in name.split("/"))


def _check(member: zipfile.ZipInfo, room: _Room, sources: Sources) -> None:
    name = member.filename
    if _leads_out(name):
        raise UnreadableError("refused: its name leads out of the archive", name)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableError("refused: a link in an archive", "links are not followed")
    if member.flag_bits & 0x1:
        raise UnreadableError("encrypted", "save it without a password")
    check_ratio(member.file_size, member.compress_size, sources)
    if not room.take(member.file_size):
        limit = f"{sources.archive_bytes:,} bytes (the limit sources.archive_bytes)"
        raise UnreadableError("archive too large", f"with it the unpacked archive is over {limit}")


def _leads_out(name: str) -> bool:
    windows = PureWindowsPath(name)
    absolute = name.startswith(("/", "\\")) or bool(windows.drive)
    return absolute or ".." in PurePosixPath(name).parts or ".." in windows.parts


def check_package(content: IO[bytes], sources: Sources) -> None:
    """Refuse an Office file, which is a zip, that would become too large.

    Raises:
        UnreadableError: it is damaged, or over a limit when unpacked.
    """
    try:
        with zipfile.ZipFile(content) as package:
            members = package.infolist()
    except _BROKEN as error:
        raise UnreadableError("damaged", _said(error)) from error
    content.seek(0)
    n_bytes = sum(member.file_size for member in members)
    check_ratio(n_bytes, sum(member.compress_size for member in members), sources)
    if n_bytes > sources.whole_file_bytes:
        limit = f"over {sources.whole_file_bytes:,} bytes when unpacked (the limit sources.whole_file_bytes)"
        raise UnreadableError("file too large", limit)

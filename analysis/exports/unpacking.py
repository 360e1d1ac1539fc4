"""Unpacking: a bundle out of a zip that somebody gave, and nothing else out of it."""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from analysis.bundle import Bundle, open_bundle
from analysis.curation import read_curation
from analysis.errors import BundleError
from analysis.notes import read_notes
from analysis.sources.archives import names_bundle
from analysis.validation import validate

_FILE = re.compile(
    r"[^/\\]+/(?P<path>manifest\.json|curation\.json|notes\.json|tables-[0-9a-f-]{16,40}/[a-z_]{1,40}\.(parquet|sqlite))"
)
_BROKEN = (OSError, EOFError, BadZipFile, NotImplementedError, RuntimeError, zlib.error, UnicodeError, ValueError)


def is_archive(file: BinaryIO) -> bool:
    """Whether `file` is a zip that holds a bundle, or looks like one."""
    try:
        with ZipFile(file) as archive:
            return names_bundle(archive.namelist())
    except _BROKEN:
        return False


def unpack_archive(file: BinaryIO, folder: Path, most_bytes: int) -> Bundle:
    """The bundle in the zip `file`, written to `folder`, which is made, and read to its end.

    Names in it lead nowhere but to the files that a bundle has.

    Raises:
        BroadsheetError: it holds anything else, more than `most_bytes`, or a bundle that is damaged or of another
            version; `folder` is not there then.
    """
    folder.mkdir(parents=True)
    try:
        with ZipFile(file) as archive:
            for path, entry in _checked(archive, most_bytes):
                target = folder / path
                target.parent.mkdir(exist_ok=True)
                with archive.open(entry) as packed, target.open("wb") as out:
                    shutil.copyfileobj(packed, out)
        bundle = open_bundle(folder)
        validate(bundle)
        read_curation(folder)
        read_notes(folder)
    except _BROKEN as error:
        shutil.rmtree(folder)
        raise BundleError(f"the zip is damaged: {error}") from error
    except BaseException:
        shutil.rmtree(folder)
        raise
    return bundle


def _checked(archive: ZipFile, most_bytes: int) -> Iterator[tuple[str, ZipInfo]]:
    """The files in it, each with where it goes."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    n_bytes = sum(entry.file_size for entry in entries)
    if n_bytes > most_bytes:
        raise BundleError(f"the collection in the zip has {n_bytes:,} bytes, over the limit of {most_bytes:,}")
    tops = {entry.filename.partition("/")[0] for entry in entries}
    for entry in entries:
        found = _FILE.fullmatch(entry.filename)
        if found is None or len(tops) != 1:
            raise BundleError(f"the zip holds {entry.filename[:80]}, which is no part of one collection")
        yield found["path"], entry

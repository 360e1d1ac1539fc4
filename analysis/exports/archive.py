"""Archive: a whole bundle as one zip, which is a bundle again wherever it is unpacked."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from analysis.bundle import Bundle
from analysis.manifest import MANIFEST

# The zip says nothing of the hour at which it was made: the same bundle gives the same bytes.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16
# Files of tables are packed already.
_PACKED = ".parquet"


def write_archive(bundle: Bundle, out: BinaryIO, name: str, beside: Mapping[str, str] | None = None) -> None:
    """`bundle` as a zip that holds one folder, called `name`: its manifest, its tables, and the files `beside` them.

    The same bundle gives the same bytes. Files are copied piece by piece.

    Raises:
        BundleError: a file of it is missing.
    """
    texts = {MANIFEST: (bundle.folder / MANIFEST).read_text(encoding="utf-8"), **(beside or {})}
    top = PurePosixPath(_folder_name(name))
    with ZipFile(out, "w") as archive:
        for file, text in sorted(texts.items()):
            archive.writestr(_entry(top / file), text.encode())
        for path in bundle.paths():
            with (
                path.open("rb") as stored,
                archive.open(_entry(top / path.parent.name / path.name), "w", force_zip64=True) as packed,
            ):
                shutil.copyfileobj(stored, packed)


def _folder_name(name: str) -> str:
    """`name` as a folder can be called on every system."""
    kept = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name)
    return kept.strip("-")[:60] or "bundle"


def _entry(path: PurePosixPath) -> ZipInfo:
    entry = ZipInfo(path.as_posix(), _LONG_AGO)
    entry.compress_type = ZIP_STORED if path.suffix == _PACKED else ZIP_DEFLATED
    entry.external_attr = _MODE
    return entry

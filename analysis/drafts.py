"""Drafts: the tables of a bundle while they are written, and how they take the place of those that are there."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from analysis.bundle import CURATION, NOTES, ROWS_AT_A_TIME, Bundle
from analysis.errors import BundleError
from analysis.manifest import DRAFT, MANIFEST, digest_of, file_of, is_bundle, read_manifest, replace_manifest
from analysis.schema import Table

_LOCK = ".lock"
_TABLES = "tables-"


@dataclass(slots=True)
class Draft:
    """The tables of a bundle while they are written, in a folder of their own."""

    folder: Path
    _writers: dict[str, pq.ParquetWriter] = field(default_factory=dict)
    _digests: dict[str, str] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """Where the table `name` stands."""
        return self.folder / file_of(name)

    def append(self, table: Table, rows: pa.Table) -> None:
        """Append `rows`, which pass the gate of `table`, to what was written of it."""
        if table.name not in self._writers:
            self._writers[table.name] = pq.ParquetWriter(self.path(table.name), table.schema, compression="zstd")
        self._writers[table.name].write_table(table.conform(rows))

    def read(self, name: str, columns: Sequence[str]) -> pa.Table:
        """Columns of a table that is finished."""
        self.finish(name)
        return pq.read_table(self.path(name), columns=list(columns))

    def batches(self, name: str) -> Iterator[pa.RecordBatch]:
        """The rows of a table that is finished, some at a time."""
        self.finish(name)
        with pq.ParquetFile(self.path(name)) as rows:
            yield from rows.iter_batches(batch_size=ROWS_AT_A_TIME)

    def take(self, bundle: Bundle, file: str) -> None:
        """Take a file of `bundle` over as it is, as a second name of it where the disk allows that."""
        target = self.folder / file
        target.unlink(missing_ok=True)
        _link(str(bundle.tables / file), str(target))
        self._digests[file] = bundle.files[file]

    def finish(self, name: str) -> None:
        """Close a table: from now on it can be read, and not be added to."""
        if name in self._writers:
            self._writers[name].close()

    def digest(self, file: str) -> str:
        """A hash of a file that is finished: 32 hex digits."""
        if file not in self._digests:
            self.finish(Path(file).stem)
            self._digests[file] = digest_of(self.folder / file)
        return self._digests[file]

    def digests(self) -> dict[str, str]:
        """A hash of each file."""
        return {path.name: self.digest(path.name) for path in sorted(self.folder.iterdir())}

    def close(self) -> None:
        """Close all tables."""
        for name in self._writers:
            self.finish(name)


@contextmanager
def bundle_lock(folder: Path, *, wait_seconds: float = 0) -> Iterator[None]:
    """Hold the right to write a bundle at `folder`, which is made if it is not there.

    The lock goes with the process that holds it, however that ends.

    Raises:
        BundleError: another process holds it longer than `wait_seconds`, or something else than a
            bundle is there, or the folder cannot be made.
    """
    _refuse_strangers(folder)
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / _LOCK, timeout=wait_seconds):
            try:
                yield
            finally:
                _sweep(folder)
                if is_new and not (folder / MANIFEST).exists():
                    shutil.rmtree(folder, ignore_errors=True)
    except Timeout as error:
        raise BundleError(f"{folder}: another build is writing this bundle; wait for it to end") from error
    except OSError as error:
        raise BundleError(f"{folder}: cannot be written: {error.strerror or error}") from error


@contextmanager
def draft_in(folder: Path) -> Iterator[Draft]:
    """A draft of new tables for the bundle at `folder`; gone afterwards unless it was committed."""
    draft = Draft(folder / f"{DRAFT}{secrets.token_hex(4)}")
    draft.folder.mkdir()
    try:
        yield draft
    finally:
        draft.close()
        shutil.rmtree(draft.folder, ignore_errors=True)


def commit(folder: Path, draft: Draft, manifest: Mapping[str, Any]) -> None:
    """Make `draft` the tables of the bundle at `folder`: by one file, which is replaced in one step."""
    draft.close()
    name = f"{_TABLES}{manifest['fingerprint']}"
    if (folder / name).exists():
        _make_room(folder, name)
    draft.folder.rename(folder / name)
    replace_manifest(folder, {**manifest, "tables": name})


def _make_room(folder: Path, name: str) -> None:
    """Take tables of the same fingerprint out of the way of those that replace them.

    If the manifest names them, it is first pointed to a second name of the same files.
    """
    manifest = folder / MANIFEST
    if manifest.exists() and read_manifest(folder)["tables"] == name:
        aside = f"{name}-{secrets.token_hex(2)}"
        shutil.copytree(folder / name, folder / aside, copy_function=_link)
        replace_manifest(folder, {**read_manifest(folder), "tables": aside})
    shutil.rmtree(folder / name)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _refuse_strangers(folder: Path) -> None:
    """Raise unless `folder` is a bundle, what is left of one, empty, or not there."""
    if folder.exists() and not folder.is_dir():
        raise BundleError(f"{folder}: is a file; name a folder for the bundle")
    if not folder.exists() or is_bundle(folder):
        return
    strangers = sorted(entry.name for entry in folder.iterdir() if not _is_ours(entry.name))
    if strangers:
        raise BundleError(f"{folder}: is not empty and not a bundle (it holds {strangers[0]}); name another folder")


def _is_ours(name: str) -> bool:
    return name in (MANIFEST, CURATION, NOTES, _LOCK) or name.startswith((DRAFT, _TABLES))


def _sweep(folder: Path) -> None:
    """Remove what earlier builds left: drafts, and tables that the manifest does not name."""
    named = read_manifest(folder)["tables"] if is_bundle(folder) else ""
    for entry in folder.iterdir():
        if entry.name.startswith((DRAFT, _TABLES)) and entry.name != named:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

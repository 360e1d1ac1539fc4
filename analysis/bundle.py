"""The bundle: a folder of tables, opened to be read; `drafts` writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from analysis.errors import BundleError, OtherFormatError
from analysis.manifest import digest_of, file_of, read_manifest
from analysis.row_groups import Rows, read_groups
from analysis.schema import Table
from analysis.search import INDEX_NAME, Index

if TYPE_CHECKING:
    import pandas as pd

# Raised with every change of what the tables hold: bundles of another format are built anew.
FORMAT = 6

# What a reader changed of the topics: analysis/curation writes it, builds leave it where it is.
CURATION = "curation.json"
# The tags and notes of a reader: analysis/notes writes it, builds leave it where it is.
NOTES = "notes.json"
# Rows of a table that are read or written at a time.
ROWS_AT_A_TIME = 1024
_READING = RLock()

Made = TypeVar("Made")


@dataclass(frozen=True)
class Bundle:
    """A bundle, opened to be read. It never changes; a rebuild makes another one."""

    folder: Path
    manifest: Mapping[str, Any]
    _made: dict[Callable[[Bundle], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Bundle], Made]) -> Made:
        """What `make` makes of this bundle: made when it is first asked for, and kept as long as the bundle is open.

        For what many questions need and takes long to read; it is shared, so nobody may change it.
        """
        if make not in self._made:
            # Whoever asks meanwhile waits, and does not make it a second time.
            with _READING:
                if make not in self._made:
                    self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    @property
    def key(self) -> tuple[str, str, str]:
        """What caches know it by: a rebuilt bundle is another, and so is a copy."""
        return str(self.folder), self.fingerprint, str(self.manifest["tables"])

    @property
    def fingerprint(self) -> str:
        """What figures show and caches use: the same articles, settings and format give the same."""
        return str(self.manifest["fingerprint"])

    @property
    def counts(self) -> Mapping[str, Any]:
        """The counts that the manifest states."""
        return dict(self.manifest["counts"])

    @cached_property
    def index(self) -> Index:
        """The full-text index."""
        return Index(self.tables / INDEX_NAME)

    @property
    def tables(self) -> Path:
        """The folder of its files."""
        return self.folder / str(self.manifest["tables"])

    @property
    def files(self) -> Mapping[str, str]:
        """A hash of each of its files, by name, as they were written."""
        return dict(self.manifest["files"])

    def paths(self) -> list[Path]:
        """Its files, sorted by name.

        Raises:
            BundleError: one is missing.
        """
        paths = [self.tables / name for name in sorted(self.files)]
        for path in paths:
            if not path.is_file():
                raise BundleError(f"{self.folder}: {path.name} is missing; build it again")
        return paths

    def check(self) -> None:
        """Read every file to its end.

        Raises:
            BundleError: one is missing or not as it was written.
        """
        for name, digest in self.files.items():
            try:
                whole = digest_of(self.tables / name) == digest
            except OSError:
                whole = False
            if not whole:
                raise BundleError(f"{self.folder}: {name} is damaged")

    def schema(self, table: Table) -> pa.Schema:
        """The columns that `table` is stored with.

        Raises:
            BundleError: the table is missing or damaged.
        """
        with self._readable(table.name):
            return pq.read_schema(self._path(table))

    def frame(self, table: Table, columns: Sequence[str] | None = None, where: Any = None) -> pd.DataFrame:
        """The rows of `table` in their stored order: these `columns`, or all; those that meet `where`.

        `where` is a filter of `pyarrow.parquet.read_table`.

        Raises:
            BundleError: the table is missing or damaged.
        """
        with self._readable(table.name):
            return pq.read_table(self._path(table), columns=columns, filters=where).to_pandas()

    def read(self, name: str, columns: Sequence[str]) -> pa.Table:
        """These columns of the table `name`, as a step over the collection reads them.

        Raises:
            BundleError: the table is missing or damaged.
        """
        with self._readable(name):
            return pq.read_table(self.tables / file_of(name), columns=list(columns))

    def batches(self, table: Table) -> Iterator[pa.RecordBatch]:
        """The rows of `table` in their stored order, some at a time: for tables that memory should not hold whole.

        Raises:
            BundleError: the table is missing or damaged.
        """
        with self._readable(table.name), pq.ParquetFile(self._path(table)) as rows:
            yield from rows.iter_batches(batch_size=ROWS_AT_A_TIME)

    def part(self, table: Table, columns: Sequence[str], where: pc.Expression | None) -> Iterator[pa.RecordBatch]:
        """These columns of the rows of `table` that meet `where`, in their stored order, some at a time.

        Raises:
            BundleError: the table is missing or damaged.
        """
        with self._readable(table.name):
            # One batch ahead and no more: a column may hold texts.
            yield from self._dataset(table).to_batches(
                columns=list(columns),
                filter=where,
                batch_size=ROWS_AT_A_TIME,
                batch_readahead=1,
                fragment_readahead=1,
                use_threads=False,
            )

    def n_rows(self, table: Table, where: pc.Expression | None = None) -> int:
        """How many rows of `table` meet `where`; all of them by default.

        Raises:
            BundleError: the table is missing or damaged.
        """
        with self._readable(table.name):
            return int(self._dataset(table).count_rows(filter=where))

    def groups(self, table: Table, column: str, rows: Rows) -> Iterator[tuple[int, pa.Array]]:
        """A `column` of the stored parts of `table` that hold any of `rows`, in order, each with its first row."""
        with self._readable(table.name):
            yield from read_groups(self._path(table), column, rows)

    def _dataset(self, table: Table) -> Any:
        # Loads as long as all else that a command which only looks at a bundle needs.
        from pyarrow.dataset import ParquetFileFormat, dataset

        # Else the whole file is read ahead, compressed.
        return dataset(self._path(table), format=ParquetFileFormat(pre_buffer=False))

    def _path(self, table: Table) -> Path:
        return self.tables / file_of(table.name)

    @contextmanager
    def _readable(self, name: str) -> Iterator[None]:
        try:
            yield
        except (OSError, pa.ArrowException) as error:
            raise BundleError(f"{self.folder}: table '{name}' cannot be read ({error}); build it again") from error


def open_bundle(folder: Path) -> Bundle:
    """The bundle at `folder`.

    Raises:
        BundleError: there is none, or its tables are missing.
        OtherFormatError: it was written by an earlier or a later version.
    """
    manifest = read_manifest(folder)
    if (written := manifest.get("format")) != FORMAT:
        is_older = not (isinstance(written, int) and written > FORMAT)
        what = "another version; build it again" if is_older else "a later version; open it with that one"
        raise OtherFormatError(f"{folder}: was built by {what}", is_older=is_older)
    if not (folder / manifest["tables"]).is_dir():
        raise BundleError(f"{folder}: its tables are missing; build it again")
    return Bundle(folder, manifest)


def open_source(folder: Path) -> Bundle:
    """The bundle at `folder`, of this format or an earlier one: to read of it what it was built from.

    Raises:
        BundleError: there is none.
        OtherFormatError: it was written by a later version.
    """
    try:
        return open_bundle(folder)
    except OtherFormatError as error:
        if not error.is_older:
            raise
        return Bundle(folder, read_manifest(folder))

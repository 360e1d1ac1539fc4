"""Staging: items put down where any process can read them, and kept in the bundle as they were found.

Workers are sent row numbers of the staging file, not texts. The bundle keeps the same rows, so that it can be built
anew with other settings, or with more files, also where the files it was built from are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from analysis.articles import PROBLEMS, Item, Notice, Problem
from analysis.bundle import Bundle
from analysis.errors import BundleError
from analysis.schema import Column, Table

# Rows of the staging file stand in record batches of this many, so that a row is found by division.
BATCH_ROWS = 256

# How many of them are kept at hand.
_BATCHES_OPEN = 512

ITEMS = Table(
    "items",
    "One row an item as it was found, before cleaning, in the order of the articles.",
    (
        Column("article_id", pa.string(), "The article it became."),
        Column("source_path", pa.string(), "The file, relative to the path that was given."),
        Column("text", pa.large_string(), "Its text as it was taken from the file.", is_text=True),
        Column("place", pa.string(), "Where in the file; empty for the whole file."),
        Column("given_id", pa.string(), "The id that it had; null if none.", nullable=True),
        Column("headline", pa.string(), "Its headline field; null if there is no such field.", nullable=True),
        Column("outlet", pa.string(), "Its outlet field.", nullable=True),
        Column("published", pa.string(), "Its date field, as it was written.", nullable=True),
        Column("byline", pa.string(), "Its byline field.", nullable=True),
        Column("url", pa.string(), "Its field for the address.", nullable=True),
        Column("taken", pa.map_(pa.int32(), pa.string()), "Lines that its file's own header used, with what for."),
        Column("notices", pa.map_(pa.string(), pa.string()), "What was noticed while it was read: kind, detail."),
    ),
    key=("article_id",),
)

_FIELDS = ("source_path", "text", "place", "given_id", "headline", "outlet", "published", "byline", "url")
_SCHEMA = pa.schema([pa.field(column.name, column.type) for column in ITEMS.columns if column.name != "article_id"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its row in the staging file, and the id that it was given there.

    `repeats` says why the id is not the one it would have alone: "id" or "text"; empty if it is.
    """

    row: int
    article_id: str
    repeats: str = ""


# Why an id is not the one that its item would have alone, by its number in `Places.repeats`.
REPEATS = ("", "id", "text")


@dataclass(frozen=True, slots=True)
class Places(Sequence[Place]):
    """The places of all items in columns, about 30 bytes each; those that are asked for are made then."""

    rows: npt.NDArray[np.int64]
    article_ids: pa.StringArray
    repeats: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> list[Place]: ...
    def __getitem__(self, index: int | slice) -> Place | list[Place]:
        """One place, or some as a list."""
        if isinstance(index, int):
            return self[index : index + 1][0] if index >= 0 else self[len(self) + index]
        start, stop, _ = index.indices(len(self))
        ids = self.article_ids[start:stop].to_pylist()
        columns = zip(self.rows[start:stop].tolist(), ids, self.repeats[start:stop].tolist(), strict=True)
        return [Place(row, article_id, REPEATS[why]) for row, article_id, why in columns]

    def __iter__(self) -> Iterator[Place]:
        """Each place, in order."""
        for start in range(0, len(self), BATCH_ROWS):
            yield from self[start : start + BATCH_ROWS]

    def only(self, chosen: npt.NDArray[np.int64]) -> Places:
        """Those with these numbers, in their order."""
        return Places(self.rows[chosen], self.article_ids.take(pa.array(chosen)), self.repeats[chosen])


class StagingWriter:
    """Writes items, `BATCH_ROWS` a call save the last."""

    def __init__(self, writer: pa.ipc.RecordBatchFileWriter) -> None:
        self._writer = writer

    def add(self, items: Sequence[Item]) -> None:
        """Append `items`; their rows number on."""
        self._writer.write_batch(pa.RecordBatch.from_pylist([_row(item) for item in items], _SCHEMA))


@contextmanager
def staging_file(path: Path) -> Iterator[StagingWriter]:
    """A new staging file at `path`, whole when the block ends."""
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, _SCHEMA) as writer:
        yield StagingWriter(writer)


def staged_items(staged: Path, rows: Sequence[int]) -> list[Item]:
    """The items in these rows of a staging file, in the order of `rows`."""
    wanted: dict[int, list[int]] = {}
    for row in rows:
        wanted.setdefault(row // BATCH_ROWS, []).append(row)
    found: dict[int, Item] = {}
    for number, together in wanted.items():
        offsets = pa.array([row % BATCH_ROWS for row in together], pa.int64())
        read = _staged_batch(staged, number).take(offsets).to_pylist()
        found.update(zip(together, map(_item, read), strict=True))
    return [found[row] for row in rows]


def staged_rows(staged: Path, places: Sequence[Place]) -> Iterator[pa.Table]:
    """The rows of ITEMS for these places, in their order, a batch at a time."""
    with pa.memory_map(str(staged)) as source:
        batch_of = lru_cache(maxsize=_BATCHES_OPEN)(pa.ipc.open_file(source).get_batch)
        for start in range(0, len(places), BATCH_ROWS):
            batch = places[start : start + BATCH_ROWS]
            ids = pa.array([place.article_id for place in batch], pa.string())
            rows = _gathered(batch_of, np.array([place.row for place in batch]))
            yield rows.append_column("article_id", ids)


def _gathered(batch_of: Callable[[int], pa.RecordBatch], rows: npt.NDArray[np.int64]) -> pa.Table:
    """These rows of a staging file; each of its record batches is asked once."""
    order = np.argsort(rows, kind="stable")
    numbers, starts = np.unique(rows[order] // BATCH_ROWS, return_index=True)
    parts = np.split(rows[order] % BATCH_ROWS, starts[1:])
    found = [batch_of(int(number)).take(pa.array(part)) for number, part in zip(numbers, parts, strict=True)]
    return pa.Table.from_batches(found, _SCHEMA).take(pa.array(np.argsort(order)))


def staged_columns(staged: Path, places: Iterable[Place], names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """These columns of the items in these places, in their order; no text is read that is not asked for."""
    with pa.memory_map(str(staged)) as source:
        reader = pa.ipc.open_file(source)
        batches = [reader.get_batch(number).select(list(names)) for number in range(reader.num_record_batches)]
        columns = pa.Table.from_batches(batches)
    for batch in columns.take(pa.array(_rows_of(places))).to_batches(BATCH_ROWS):
        yield from batch.to_pylist()


def _rows_of(places: Iterable[Place]) -> npt.NDArray[np.int64]:
    return places.rows if isinstance(places, Places) else np.array([place.row for place in places], np.int64)


def stored_items(bundle: Bundle) -> Iterator[Item | Problem]:
    """What `bundle`, which may be of an earlier format, was built from: its items as they were found, and its problems.

    Raises:
        BundleError: they are missing or damaged, or were kept in another way.
    """
    for batch in _batches(bundle, ITEMS):
        yield from items_of(batch)
    for batch in _batches(bundle, PROBLEMS):
        yield from (Problem(**row) for row in batch.to_pylist())


def _batches(bundle: Bundle, table: Table) -> Iterator[pa.RecordBatch]:
    names = [column.name for column in table.columns]
    for batch in bundle.batches(table):
        if batch.schema.names != names:
            raise BundleError(f"{bundle.folder}: its table '{table.name}' is of another version; build it from files")
        yield batch


def items_of(rows: pa.RecordBatch | pa.Table) -> Iterator[Item]:
    """The items in rows of ITEMS."""
    for row in rows.drop_columns(["article_id"]).to_pylist():
        yield _item(row)


def storable(text: str | None) -> str | None:
    """`text` as UTF-8 can hold it: lone surrogates, which JSON may carry, become U+FFFD."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def storable_item(item: Item) -> Item:
    """`item` with all its texts as they can be stored, and so hashed and read back alike."""
    texts = {name: storable(getattr(item, name)) for name in _FIELDS}
    notices = tuple(Notice(notice.kind, storable(notice.detail) or "") for notice in item.notices)
    return replace(item, **texts, notices=notices)  # type: ignore[arg-type]


def _row(item: Item) -> dict[str, object]:
    return {
        **{name: getattr(item, name) for name in _FIELDS},
        "taken": list(item.taken.items()),
        "notices": item.notices,
    }


def _item(row: Mapping[str, Any]) -> Item:
    return Item(**{**row, "taken": dict(row["taken"]), "notices": tuple(Notice(*notice) for notice in row["notices"])})


@lru_cache(maxsize=2)
def _open_staged(staged: Path) -> pa.ipc.RecordBatchFileReader:
    return pa.ipc.open_file(pa.memory_map(str(staged)))


@lru_cache(maxsize=_BATCHES_OPEN)
def _staged_batch(staged: Path, number: int) -> pa.RecordBatch:
    return _open_staged(staged).get_batch(number)

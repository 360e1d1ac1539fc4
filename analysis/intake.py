"""Intake: items put down in a staging file, given their ids and their order, and surveyed."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analysis.articles import Item, Problem
from analysis.cleaning import LineSurvey, Repeats
from analysis.dates import DateOrders, OrderEvidence
from analysis.progress import Progress, Report, say_nothing
from analysis.staging import BATCH_ROWS, REPEATS, Place, Places, staging_file, storable, storable_item

_ID_DIGITS = 12
_HASH_BYTES = 32
_ID_REPEATS, _TEXT_REPEATS = REPEATS.index("id"), REPEATS.index("text")

# So few articles may well be of one day.
_FEWEST_DATED = 10


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was read: where the items stand, sorted by id, what became none, and what repeats.

    `shared_date` is the date that all dated items have, where they are many; None where they differ.
    `date_orders` is what their dates tell of the order of day and month. `item_hashes` and `own_repeats` have a value a
    staging row: a hash of all that its article depends on, and one of those of its lines that repeat.
    """

    staged: Path
    places: Places
    problems: Sequence[Problem]
    repeats: Repeats
    shared_date: str | None
    date_orders: DateOrders
    corpus_fingerprint: str
    metadata_fingerprint: str
    item_hashes: Hashes
    own_repeats: npt.NDArray[np.uint64]


@dataclass(slots=True)
class _Dates:
    """Whether all dated items have one date: then it says when they were saved, not when they were published.

    `orders` gathers what the dates tell of each other.
    """

    first: str = ""
    n_dated: int = 0
    differ: bool = False
    orders: OrderEvidence = field(default_factory=OrderEvidence)

    def add(self, item: Item) -> None:
        self.orders.add(item.source_path, item.place, item.outlet, item.published, item.text)
        if text := (item.published or "").strip():
            self.first = self.first or text
            self.n_dated += 1
            self.differ = self.differ or text != self.first

    def shared(self) -> str | None:
        return self.first if self.n_dated >= _FEWEST_DATED and not self.differ else None


@dataclass(frozen=True, slots=True)
class Hashes(Sequence[bytes]):
    """SHA-256 hashes one after the other in one piece of memory, 32 bytes each."""

    joined: bytearray = field(default_factory=bytearray)

    def add(self, digest: bytes) -> None:
        """Append one."""
        self.joined.extend(digest)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.joined) // _HASH_BYTES

    @overload
    def __getitem__(self, index: int) -> bytes: ...
    @overload
    def __getitem__(self, index: slice) -> list[bytes]: ...
    def __getitem__(self, index: int | slice) -> bytes | list[bytes]:
        """One hash, or some."""
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return bytes(self.joined[index * _HASH_BYTES : (index + 1) * _HASH_BYTES])

    def column(self) -> pa.Array:
        """All of them as an Arrow column, copied."""
        return pa.Array.from_buffers(pa.binary(_HASH_BYTES), len(self), [None, pa.py_buffer(bytes(self.joined))])


@dataclass(slots=True)
class _Keys:
    """What identifies each item, by staging row, in about 120 bytes an item."""

    ids: list[pa.Array] = field(default_factory=list)
    are_given: bytearray = field(default_factory=bytearray)
    text_hashes: Hashes = field(default_factory=Hashes)
    metadata_hashes: Hashes = field(default_factory=Hashes)
    item_hashes: Hashes = field(default_factory=Hashes)

    def add(self, items: Sequence[Item]) -> None:
        self.ids.append(pa.array(list(map(self._add, items)), pa.string()))

    def _add(self, item: Item) -> str:
        """The id of `item` if no other has it."""
        text_hash = _hash(item.text)
        self.text_hashes.add(text_hash)
        fields = (item.headline, item.outlet, item.published, item.byline, item.url)
        self.metadata_hashes.add(_hash(repr((item.source_path, item.place, *fields))))
        # Where in its file it stands makes no difference to what becomes of it.
        rest = (item.source_path, *fields, item.given_id, sorted(item.taken.items()), item.notices)
        self.item_hashes.add(hashlib.sha256(text_hash + repr(rest).encode()).digest())
        self.are_given.append(bool(item.given_id))
        return item.given_id or text_hash.hex()[:_ID_DIGITS]


def take_in(found: Iterable[Item | Problem], staged: Path, report: Report = say_nothing) -> Intake:
    """Write the items of `found` to the file `staged`, and survey them.

    Ids, order and fingerprints depend on the items alone, not on the order in which they are found.
    """
    keys, survey, dates, problems = _Keys(), LineSurvey(), _Dates(), list[Problem]()
    with staging_file(staged) as writer:
        for batch in _in_batches(_items(found, problems)):
            keys.add(batch)
            for item in batch:
                survey.add(item.text, item.outlet, item.taken)
                dates.add(item)
            writer.add(batch)
            report(Progress("Reading", len(keys.text_hashes)))
    places = _give_ids(keys)
    repeats = survey.finish()
    return Intake(
        staged=staged,
        places=places,
        problems=sorted(problems),
        repeats=repeats,
        shared_date=dates.shared(),
        date_orders=dates.orders.finish(),
        corpus_fingerprint=_fingerprint(places, keys.text_hashes),
        metadata_fingerprint=_fingerprint(places, keys.metadata_hashes),
        item_hashes=keys.item_hashes,
        own_repeats=survey.own(repeats),
    )


def _items(found: Iterable[Item | Problem], problems: list[Problem]) -> Iterator[Item]:
    for outcome in found:
        if isinstance(outcome, Problem):
            problems.append(Problem(*(storable(part) or "" for part in outcome)))
        else:
            yield storable_item(outcome)


def _in_batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch = list[Item]()
    for item in items:
        batch.append(item)
        if len(batch) == BATCH_ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _give_ids(keys: _Keys) -> Places:
    """A place for each row, sorted by id; an id that repeats gets -2, -3, ordered by the hash of the texts."""
    columns = {"id": pa.chunked_array(keys.ids, pa.string()).combine_chunks()}
    columns |= {"text": keys.text_hashes.column(), "metadata": keys.metadata_hashes.column()}
    order = pc.sort_indices(pa.table(columns), [(name, "ascending") for name in columns]).to_numpy().astype(np.int64)
    ids = columns["id"].take(pa.array(order))
    repeated = np.zeros(len(order), bool)
    if len(order) > 1:
        repeated[1:] = pc.equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)
    are_given = np.frombuffer(keys.are_given, np.uint8)[order] > 0
    repeats = np.where(repeated, np.where(are_given, _ID_REPEATS, _TEXT_REPEATS), 0).astype(np.uint8)
    if not repeated.any():
        return Places(order, ids, repeats)
    ids = pc.replace_with_mask(ids, pa.array(repeated), pa.array(list(_numbered(ids, repeated)), pa.string()))
    again = pc.sort_indices(ids).to_numpy()
    return Places(order[again], ids.take(pa.array(again)), repeats[again])


def _numbered(ids: pa.StringArray, repeated: npt.NDArray[np.bool_]) -> Iterator[str]:
    """An id of its own for each of the sorted `ids` that repeats the one before it."""
    given, number = set[str](), 1
    before = -1
    for place in np.flatnonzero(repeated).tolist():
        number = number + 1 if place == before + 1 else 2
        base, before = ids[place].as_py(), place
        while (numbered := f"{base}-{number}") in given or _stands_in(ids, numbered):
            number += 1
        given.add(numbered)
        yield numbered


def _stands_in(ids: pa.StringArray, wanted: str) -> bool:
    place = bisect_left(ids, wanted, key=pa.StringScalar.as_py)
    return place < len(ids) and ids[place].as_py() == wanted


def _fingerprint(places: Iterable[Place], hashes: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for place in places:
        digest.update(place.article_id.encode() + b"\0" + hashes[place.row])
    return digest.hexdigest()

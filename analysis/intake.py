"""Intake: items put down in a staging file, given their ids and their order, and surveyed.

The staging file is what workers read: they are sent row numbers, not texts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from analysis.articles import Item, Notice, Problem
from analysis.cleaning import LineSurvey, Repeats
from analysis.progress import Progress, Report, say_nothing

# Rows of the staging file stand in record batches of this many, so that a row is found by division.
_BATCH_ROWS = 256
_ID_DIGITS = 12

# So few articles may well be of one day.
_FEWEST_DATED = 10

_FIELDS = ("source_path", "text", "place", "given_id", "headline", "outlet", "published", "byline", "url")
_SCHEMA = pa.schema(
    [
        *(pa.field(name, pa.large_string() if name == "text" else pa.string()) for name in _FIELDS),
        pa.field("taken", pa.map_(pa.int32(), pa.string())),
        pa.field("notices", pa.map_(pa.string(), pa.string())),
    ]
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its row in the staging file, and the id that it was given there.

    `repeats` says why the id is not the one it would have alone: "id" or "text"; empty if it is.
    """

    row: int
    article_id: str
    repeats: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """All that was read: where the items stand, sorted by id, what became none, and what repeats.

    `shared_date` is the date that all dated items have, where they are many; None where they differ.
    """

    staged: Path
    places: Sequence[Place]
    problems: Sequence[Problem]
    repeats: Repeats
    shared_date: str | None
    corpus_fingerprint: str
    metadata_fingerprint: str


@dataclass(slots=True)
class _Dates:
    """Whether all dated items have one date: then it says when they were saved, not when they were published."""

    first: str = ""
    n_dated: int = 0
    differ: bool = False

    def add(self, published: str | None) -> None:
        if text := (published or "").strip():
            self.first = self.first or text
            self.n_dated += 1
            self.differ = self.differ or text != self.first

    def shared(self) -> str | None:
        return _storable(self.first) if self.n_dated >= _FEWEST_DATED and not self.differ else None


@dataclass(slots=True)
class _Keys:
    """What identifies each item, by staging row."""

    ids: list[str | None] = field(default_factory=list)
    text_hashes: list[bytes] = field(default_factory=list)
    metadata_hashes: list[bytes] = field(default_factory=list)

    def add(self, item: Item) -> None:
        self.ids.append(item.given_id)
        self.text_hashes.append(_hash(item.text))
        fields = (
            item.source_path,
            item.place,
            item.headline,
            item.outlet,
            item.published,
            item.byline,
            item.url,
        )
        self.metadata_hashes.append(_hash(repr(fields)))

    def base_id(self, row: int) -> str:
        return self.ids[row] or self.text_hashes[row].hex()[:_ID_DIGITS]


def take_in(found: Iterable[Item | Problem], staged: Path, report: Report = say_nothing) -> Intake:
    """Write the items of `found` to the file `staged`, and survey them.

    Ids, order and fingerprints depend on the items alone, not on the order in which they are found.
    """
    keys, survey, dates, problems = _Keys(), LineSurvey(), _Dates(), list[Problem]()
    with pa.OSFile(str(staged), "wb") as sink, pa.ipc.new_file(sink, _SCHEMA) as writer:
        for batch in _in_batches(_items(found, problems)):
            for item in batch:
                keys.add(item)
                survey.add(item.text, item.outlet, item.taken)
                dates.add(item.published)
            writer.write_batch(pa.RecordBatch.from_pylist([_staged_row(item) for item in batch], _SCHEMA))
            report(Progress("Reading", len(keys.ids)))
    places = _give_ids(keys)
    return Intake(
        staged=staged,
        places=places,
        problems=sorted(problems),
        repeats=survey.finish(),
        shared_date=dates.shared(),
        corpus_fingerprint=_fingerprint(places, keys.text_hashes),
        metadata_fingerprint=_fingerprint(places, keys.metadata_hashes),
    )


def staged_items(staged: Path, rows: Iterable[int]) -> Iterator[Item]:
    """The items in these rows of a staging file."""
    for row in rows:
        number, offset = divmod(row, _BATCH_ROWS)
        values = _staged_batch(staged, number).slice(offset, 1).to_pylist()[0]
        notices = tuple(Notice(*notice) for notice in values["notices"])
        yield Item(**{**values, "taken": dict(values["taken"]), "notices": notices})


def _items(found: Iterable[Item | Problem], problems: list[Problem]) -> Iterator[Item]:
    for item in found:
        if isinstance(item, Problem):
            problems.append(Problem(*(_storable(part) or "" for part in item)))
        else:
            yield item


def _in_batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch = list[Item]()
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH_ROWS:
            yield batch
            batch = []
    if batch:
        yield batch


def _staged_row(item: Item) -> dict[str, object]:
    row: dict[str, object] = {name: _storable(getattr(item, name)) for name in _FIELDS}
    notices = [(notice.kind, _storable(notice.detail)) for notice in item.notices]
    return {**row, "taken": list(item.taken.items()), "notices": notices}


def _storable(text: str | None) -> str | None:
    """`text` as UTF-8 can hold it: lone surrogates, which JSON may carry, become U+FFFD."""
    if text is None or text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _give_ids(keys: _Keys) -> list[Place]:
    """A place for each row, sorted by id; an id that repeats gets -2, -3, ordered by the hash of the texts."""
    rows = sorted(
        range(len(keys.ids)),
        key=lambda row: (keys.base_id(row), keys.text_hashes[row], keys.metadata_hashes[row]),
    )
    used = {keys.base_id(row) for row in rows}
    places = list[Place]()
    for base, group in groupby(rows, key=keys.base_id):
        number = 1
        for row in group:
            article_id = base
            while number > 1 and (article_id := f"{base}-{number}") in used:
                number += 1
            used.add(article_id)
            repeats = "" if number == 1 else "id" if keys.ids[row] else "text"
            places.append(Place(row, article_id, repeats))
            number += 1
    return sorted(places, key=lambda place: place.article_id)


def _fingerprint(places: Iterable[Place], hashes: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for place in places:
        digest.update(place.article_id.encode("utf-8", "surrogatepass") + b"\0" + hashes[place.row])
    return digest.hexdigest()


@lru_cache(maxsize=2)
def _open_staged(staged: Path) -> pa.ipc.RecordBatchFileReader:
    return pa.ipc.open_file(pa.memory_map(str(staged)))


@lru_cache(maxsize=512)
def _staged_batch(staged: Path, number: int) -> pa.RecordBatch:
    return _open_staged(staged).get_batch(number)

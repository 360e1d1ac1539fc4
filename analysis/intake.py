"""Intake: items put down in a staging file, given their ids and their order, and surveyed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

from analysis.articles import Item, Problem
from analysis.cleaning import LineSurvey, Repeats
from analysis.dates import DateOrders, OrderEvidence
from analysis.progress import Progress, Report, say_nothing
from analysis.staging import BATCH_ROWS, Place, staging_file, storable, storable_item

_ID_DIGITS = 12

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
    places: Sequence[Place]
    problems: Sequence[Problem]
    repeats: Repeats
    shared_date: str | None
    date_orders: DateOrders
    corpus_fingerprint: str
    metadata_fingerprint: str
    item_hashes: Sequence[bytes]
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


@dataclass(slots=True)
class _Keys:
    """What identifies each item, by staging row."""

    ids: list[str | None] = field(default_factory=list)
    text_hashes: list[bytes] = field(default_factory=list)
    metadata_hashes: list[bytes] = field(default_factory=list)
    item_hashes: list[bytes] = field(default_factory=list)

    def add(self, item: Item) -> None:
        self.ids.append(item.given_id)
        self.text_hashes.append(_hash(item.text))
        fields = (item.headline, item.outlet, item.published, item.byline, item.url)
        self.metadata_hashes.append(_hash(repr((item.source_path, item.place, *fields))))
        # Where in its file it stands makes no difference to what becomes of it.
        rest = (item.source_path, *fields, item.given_id, sorted(item.taken.items()), item.notices)
        self.item_hashes.append(hashlib.sha256(self.text_hashes[-1] + repr(rest).encode()).digest())

    def base_id(self, row: int) -> str:
        return self.ids[row] or self.text_hashes[row].hex()[:_ID_DIGITS]


def take_in(found: Iterable[Item | Problem], staged: Path, report: Report = say_nothing) -> Intake:
    """Write the items of `found` to the file `staged`, and survey them.

    Ids, order and fingerprints depend on the items alone, not on the order in which they are found.
    """
    keys, survey, dates, problems = _Keys(), LineSurvey(), _Dates(), list[Problem]()
    with staging_file(staged) as writer:
        for batch in _in_batches(_items(found, problems)):
            for item in batch:
                keys.add(item)
                survey.add(item.text, item.outlet, item.taken)
                dates.add(item)
            writer.add(batch)
            report(Progress("Reading", len(keys.ids)))
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
        digest.update(place.article_id.encode() + b"\0" + hashes[place.row])
    return digest.hexdigest()

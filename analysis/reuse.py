"""Reuse: which articles an earlier build has worked on already, and their rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analysis.article_work import NOT_BELIEVED, SHARED
from analysis.articles import NOTICES
from analysis.bundle import Bundle, open_bundle
from analysis.errors import BundleError
from analysis.manifest import is_bundle
from analysis.merging import Cursor, in_order
from analysis.schema import Table
from analysis.staging import Places
from analysis.steps.words import STREAMS
from analysis.stored_words import VOCABULARY, WORD_STREAMS, as_streams, part_of_streams
from analysis.work_keys import ARTICLE_KEYS

# The origin of an article that no earlier build has worked on.
FRESH = -1

Origins = npt.NDArray[np.int64]
Rows = Mapping[Table, pa.Table]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Bundles from which rows can be taken over, and of those that cannot be used, why."""

    bundles: tuple[Bundle, ...] = ()
    refused: tuple[str, ...] = ()


def find_earlier(folders: Iterable[Path]) -> Earlier:
    """The bundles among `folders` that this program can go on from: whole, and of its own format."""
    bundles, refused = list[Bundle](), list[str]()
    for folder in dict.fromkeys(folders):
        if is_bundle(folder):
            try:
                bundle = open_bundle(folder)
                bundle.check()
                bundles.append(bundle)
            except BundleError as error:
                refused.append(str(error))
    return Earlier(tuple(bundles), tuple(refused))


@dataclass(frozen=True, slots=True)
class Plan:
    """For each article, in their order, the number of the bundle that has its rows, or FRESH."""

    places: Places
    bundles: tuple[Bundle, ...]
    origins: Origins

    @classmethod
    def of(cls, places: Places, keys: pa.Table, bundles: Sequence[Bundle]) -> Plan:
        """The plan for articles with these `keys`, rows of ARTICLE_KEYS."""
        origins = np.full(len(places), FRESH)
        for number, bundle in enumerate(bundles):
            known = pc.is_in(keys["work_key"], value_set=_lasting_keys(bundle)).to_numpy()
            origins[known & (origins == FRESH)] = number
        return cls(places, tuple(bundles), origins)

    @property
    def fresh(self) -> Places:
        """The articles that have to be worked on, in their order."""
        return self.places.only(np.flatnonzero(self.origins == FRESH))

    @property
    def n_reused(self) -> int:
        """How many articles need not be worked on."""
        return int((self.origins != FRESH).sum())

    def same(self) -> Bundle | None:
        """The bundle that has just these articles, unchanged; None if there is none."""
        return next(
            (
                bundle
                for number, bundle in enumerate(self.bundles)
                if (self.origins == number).all() and bundle.counts["articles"] == len(self.places)
            ),
            None,
        )

    def rows(
        self, tables: Sequence[Table], results: Iterable[Rows], n_articles: int
    ) -> Iterator[dict[Table, pa.Table]]:
        """The rows of so many articles at a time, in the order of all: those that are kept, and those of `results`.

        Args:
            tables: Those that article work fills.
            results: What work made of the articles in `fresh`, in their order.
            n_articles: How many articles there are in each part but the last.
        """
        fresh = _Fresh(iter(results), tables)
        cursors = {
            FRESH: fresh.cursors,
            **{number: _kept(bundle, tables) for number, bundle in enumerate(self.bundles)},
        }
        vocabularies = [_vocabulary(bundle) for bundle in self.bundles]
        for start in range(0, len(self.places), n_articles):
            origins = self.origins[start : start + n_articles]
            ids = [place.article_id for place in self.places[start : start + n_articles]]
            fresh.draw(int((origins == FRESH).sum()))
            parts = {
                table: in_order(ids, origins, {origin: found[table] for origin, found in cursors.items()})
                for table in tables
            }
            yield {
                table: _streams(found, vocabularies) if table == STREAMS else _one(found)
                for table, found in parts.items()
            }


class _Fresh:
    """Rows that work has made, table by table, drawn as they are needed."""

    def __init__(self, results: Iterator[Rows], tables: Sequence[Table]) -> None:
        self._results, self._ahead = results, 0
        self._waiting: dict[Table, deque[pa.RecordBatch]] = {table: deque() for table in tables}
        self.cursors = {table: Cursor(partial(_drawn, found), table.schema) for table, found in self._waiting.items()}

    def draw(self, n_articles: int) -> None:
        """Have the rows of so many articles more at hand."""
        self._ahead -= n_articles
        while self._ahead < 0:
            result = next(self._results)
            self._ahead += len(result[STREAMS])
            for table, waiting in self._waiting.items():
                waiting.extend(result[table].to_batches())


def _drawn(waiting: deque[pa.RecordBatch]) -> pa.RecordBatch | None:
    return waiting.popleft() if waiting else None


def _kept(bundle: Bundle, tables: Sequence[Table]) -> dict[Table, Cursor]:
    stored = {table: WORD_STREAMS if table == STREAMS else table for table in tables}
    return {table: Cursor(partial(next, bundle.batches(found), None), found.schema) for table, found in stored.items()}


def _vocabulary(bundle: Bundle) -> pa.Array:
    return pa.concat_arrays([batch["word"] for batch in bundle.batches(VOCABULARY)])


def _one(parts: Sequence[tuple[int, pa.Table]]) -> pa.Table:
    return pa.concat_tables([rows for _, rows in parts]).combine_chunks()


def _streams(parts: Sequence[tuple[int, pa.Table]], vocabularies: Sequence[pa.Array]) -> pa.Table:
    """The streams as one chunk a run, so that their words stand in the order in which they first occur."""
    return pa.concat_tables(
        part_of_streams(rows) if origin == FRESH else as_streams(rows, vocabularies[origin]) for origin, rows in parts
    )


def _lasting_keys(bundle: Bundle) -> pa.Array:
    """The keys of articles whose rows do not depend on the day: a date in the future may have come since."""
    keys = pa.Table.from_batches(bundle.batches(ARTICLE_KEYS), ARTICLE_KEYS.schema)
    notices = pa.Table.from_batches(bundle.batches(NOTICES), NOTICES.schema)
    doubted = pc.and_not(pc.equal(notices["kind"], NOT_BELIEVED), pc.ends_with(notices["detail"], SHARED))
    passing = notices.filter(doubted)["article_id"].combine_chunks()
    return keys.filter(pc.invert(pc.is_in(keys["article_id"], value_set=passing)))["work_key"].combine_chunks()

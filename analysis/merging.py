"""Merging: rows of articles from several tables in one order, a few articles at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Origins = npt.NDArray[np.int64]


class Cursor:
    """Reads the rows of a table that is sorted by `article_id`, once and forwards.

    Args:
        read: Gives the next of its rows, some at a time; None when there are no more so far.
        schema: That of the rows.
    """

    def __init__(self, read: Callable[[], pa.RecordBatch | None], schema: pa.Schema) -> None:
        self._read, self._schema = read, schema
        self._ahead: pa.RecordBatch | None = None

    def rows_of(self, article_ids: pa.Array) -> pa.Table:
        """The rows of these articles, which are sorted and come after those asked for before."""
        last, found = article_ids[-1].as_py(), []
        while (batch := self._next()) is not None:
            ids = batch["article_id"]
            end = bisect_right(range(len(ids)), last, key=lambda row: ids[row].as_py())
            found.append(batch.slice(0, end).filter(pc.is_in(ids.slice(0, end), value_set=article_ids)))
            if end < len(ids):
                self._ahead = batch.slice(end)
                break
            self._ahead = None
        return pa.Table.from_batches(found, self._schema)

    def _next(self) -> pa.RecordBatch | None:
        return self._read() if self._ahead is None else self._ahead


def runs(origins: Origins) -> Iterator[tuple[int, slice]]:
    """Where the rows of articles that follow each other come from: the origin, and which articles."""
    ends = np.flatnonzero(np.append(origins[1:] != origins[:-1], True)) + 1
    for start, end in zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True):
        yield int(origins[start]), slice(start, end)


def in_order(article_ids: Sequence[str], origins: Origins, cursors: Mapping[int, Cursor]) -> list[tuple[int, pa.Table]]:
    """The rows of these articles, run by run, each with its origin: the key of the cursor that has them."""
    ids = pa.array(article_ids, pa.string())
    rows = {origin: cursors[origin].rows_of(ids.filter(pa.array(origins == origin))) for origin in np.unique(origins)}
    places = {origin: pc.index_in(found["article_id"], value_set=ids).to_numpy() for origin, found in rows.items()}
    merged = []
    for origin, part in runs(origins):
        start, end = np.searchsorted(places[origin], [part.start, part.stop])
        merged.append((origin, rows[origin].slice(start, end - start)))
    return merged

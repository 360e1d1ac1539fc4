"""Common words: the places of words so frequent that reading them one by one from the index would be slow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

import numpy as np
import pyarrow as pa

from analysis.queries.places import BODY, ROW_BITS, Places
from analysis.word_ids import BREAK_ID, Chunk, Ids, WordIds

# Where each word stands: FTS5 keeps that for its phrases, and this view of it tells.
_VIEW = "create virtual table temp.places using fts5vocab(main, words, instance)"
_ASKED = f"""
select (doc << {ROW_BITS}) + (col = 'body') * {BODY} + offset from temp.places where term >= ? and term <= ?
"""  # noqa: S608 - nothing from outside is in this text

# `gaps` are the differences between neighbouring places, 8 bytes each, the first from 0; compressed.
_CREATE = """
create table common (word text, part integer, n_places integer, gaps blob, primary key (word, part)) without rowid
"""
_CODEC = "zstd"
# What no word begins with, and what none ends in.
_BEFORE_ALL = "\x01"
AFTER_ALL = "\U0010ffff"


def keep_common(connection: sqlite3.Connection, words: WordIds, folded: Sequence[str], fewest: int) -> None:
    """Keep the places of each word of more than `fewest` occurrences in a table beside the index of `words`.

    `folded` are the words by their ids, as they are searched for.
    """
    connection.execute(_CREATE)
    connection.executemany("insert into common values (?, ?, ?, ?)", _rows(words, folded, fewest))


def read_places(connection: sqlite3.Connection, first: str, last: str) -> Places:
    """The places of all words from `first` to `last`, those of each ascending: of common ones from their table."""
    parts = _parts(connection, first, last)
    found = [_unpacked(n_places, gaps) for _, n_places, gaps in parts]
    for low, high in _between(first, last, dict.fromkeys(word for word, *_ in parts)):
        with closing(_view(connection, low, high)) as rows:
            found.append(np.fromiter((place for (place,) in rows), np.int64))
    return np.concatenate(found)


def _between(first: str, last: str, but_for: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What to ask for to have all words from `first` to `last` but for some, which are in the order of the index."""
    for word in but_for:
        if first < word:
            # No word ends in the last of all characters.
            yield first, word[:-1] + chr(ord(word[-1]) - 1) + AFTER_ALL
        first = word + _BEFORE_ALL
    if first <= last:
        yield first, last


def _view(connection: sqlite3.Connection, first: str, last: str) -> sqlite3.Cursor:
    if not connection.execute("select 1 from temp.sqlite_master where name = 'places'").fetchone():
        connection.execute(_VIEW)
    return connection.execute(_ASKED, (first, last))


def _rows(words: WordIds, folded: Sequence[str], fewest: int) -> Iterator[tuple[str, int, int, bytes]]:
    known: dict[str, int] = {}
    numbers = np.array([known.setdefault(word, len(known)) for word in folded], np.int32)
    n_occurrences = np.zeros(len(known), np.int64)
    for chunk in words.chunks():
        n_occurrences += np.bincount(numbers[chunk.ids], minlength=len(known))
    is_common = n_occurrences > fewest
    is_common[numbers[BREAK_ID]] = False
    names = list(known)
    for part, chunk in enumerate(words.chunks() if is_common.any() else ()):
        here = numbers[chunk.ids]
        common = np.flatnonzero(is_common[here])
        places = _places(words, chunk)[common]
        for number, found in _by_number(here[common], places):
            yield names[number], part, len(found), _packed(found)


def _by_number(numbers: Ids, places: Places) -> Iterator[tuple[int, Places]]:
    order = np.argsort(numbers, kind="stable")
    found, firsts = np.unique(numbers[order], return_index=True)
    yield from zip(found.tolist(), np.split(places[order], firsts[1:]), strict=False)


def _places(words: WordIds, chunk: Chunk) -> Places:
    """The place of each word of `chunk`: the body begins with the break that ends the headline, as in the index."""
    first_row = int(chunk.rows[0]) if len(chunk.rows) else 0
    at = np.arange(len(chunk.ids)) + words.offsets[first_row] - words.offsets[chunk.rows]
    breaks = np.flatnonzero(chunk.ids == BREAK_ID)
    rows, firsts = np.unique(chunk.rows[breaks], return_index=True)
    split = np.zeros(int(chunk.rows[-1]) + 1 - first_row if len(chunk.rows) else 0, np.int64)
    split[rows - first_row] = at[breaks[firsts]]
    splits = split[chunk.rows - first_row]
    in_body = at >= splits
    places: Places = (chunk.rows.astype(np.int64) << ROW_BITS) + np.where(in_body, BODY + at - splits, at)
    return places


def _packed(places: Places) -> bytes:
    compressed: bytes = pa.compress(np.diff(places, prepend=0).tobytes(), codec=_CODEC, asbytes=True)
    return compressed


def _parts(connection: sqlite3.Connection, first: str, last: str) -> list[tuple[str, int, bytes]]:
    """Nothing also where an index of an older version has no such table."""
    if not connection.execute("select 1 from sqlite_master where name = 'common'").fetchone():
        return []
    asked = "select word, n_places, gaps from common where word >= ? and word <= ? order by word, part"
    return connection.execute(asked, (first, last)).fetchall()


def _unpacked(n_places: int, gaps: bytes) -> Places:
    return np.cumsum(np.frombuffer(pa.decompress(gaps, 8 * n_places, codec=_CODEC), np.int64))

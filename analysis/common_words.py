"""Common words: the places of words so frequent that reading them one by one from the index would be slow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

import numpy as np
import pyarrow as pa

from analysis.queries.places import BODY, ROW_BITS, Places

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
_PART = 1_000_000

# What no word begins with, and what none ends in.
_BEFORE_ALL = "\x01"
AFTER_ALL = "\U0010ffff"


def keep_common(connection: sqlite3.Connection, fewest: int, other_than: str) -> None:
    """Keep the places of each word of more than `fewest` occurrences, but for one, in a table beside a filled index."""
    connection.execute(_CREATE)
    connection.execute("create virtual table temp.known using fts5vocab(main, words, row)")
    known = connection.execute("select term from temp.known where cnt > ? and term <> ?", (fewest, other_than))
    for (word,) in known.fetchall():
        connection.executemany("insert into common values (?, ?, ?, ?)", _rows(connection, word))


def read_places(connection: sqlite3.Connection, first: str, last: str) -> Places:
    """The places of all words from `first` to `last`, ascending: of those that are common from their table."""
    parts = _parts(connection, first, last)
    found = [_unpacked(n_places, gaps) for _, n_places, gaps in parts]
    common = dict.fromkeys(word for word, *_ in parts)
    for low, high in _between(first, last, common):
        with closing(_view(connection, low, high)) as rows:
            found.append(np.fromiter((place for (place,) in rows), np.int64))
    # One word's parts are in order already.
    return np.concatenate(found) if first in common and first == last else np.sort(np.concatenate(found))


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


def _rows(connection: sqlite3.Connection, word: str) -> Iterator[tuple[str, int, int, bytes]]:
    rows = _view(connection, word, word)
    number = 0
    while some := rows.fetchmany(_PART):
        places = np.array(some, np.int64)[:, 0]
        yield word, number, len(places), pa.compress(np.diff(places, prepend=0).tobytes(), codec=_CODEC, asbytes=True)
        number += 1


def _parts(connection: sqlite3.Connection, first: str, last: str) -> list[tuple[str, int, bytes]]:
    """Nothing also where an index of an older version has no such table."""
    if not connection.execute("select 1 from sqlite_master where name = 'common'").fetchone():
        return []
    asked = "select word, n_places, gaps from common where word >= ? and word <= ? order by word, part"
    return connection.execute(asked, (first, last)).fetchall()


def _unpacked(n_places: int, gaps: bytes) -> Places:
    return np.cumsum(np.frombuffer(pa.decompress(gaps, 8 * n_places, codec=_CODEC), np.int64))

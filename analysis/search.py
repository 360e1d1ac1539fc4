"""Search: the full-text index, over the program's own words, so that hits and counts agree."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import numpy as np
import numpy.typing as npt

from analysis.errors import BundleError
from analysis.tokens import fold, word_list
from analysis.word_ids import BREAK_ID, Added, WordIds

INDEX_NAME = "search.sqlite"

# The index is given folded words with spaces between them. SQLite's `ascii` tokeniser leaves all that is
# not ASCII alone, and with these characters the words themselves: what we call a word is one there as well.
_CREATE = """
create virtual table words using fts5(
    headline, body, content='', tokenize="ascii tokenchars '!#$%&*+,-./:;<=>?@[]^_`{|}~'''"
)
"""

# Stands for a break. It is in no word, so that a phrase is found within a sentence, as phrases are counted.
_BREAK = "¶"

# The time that FTS5 takes grows with the square of the phrases in a query.
_AT_ONCE = 500

# Batches that may wait to be indexed.
_PARTS_AHEAD = 8

_QUOTED = re.compile(r'"([^"]*)"?|([^\s"]+)')


def write_index(words: WordIds, path: Path) -> None:
    """Write the index of all articles to `path`; its row numbers are those of `articles`."""
    with index_writer(path) as writer:
        for part in words.parts():
            writer.add(part)


class IndexWriter:
    """Writes an index in one transaction, in a thread of its own: most of it is SQLite's work and holds up none."""

    def __init__(self, path: Path) -> None:
        self._parts: Queue[Added | None] = Queue(_PARTS_AHEAD)
        self._is_dropped = Event()
        self._errors: list[BaseException] = []
        # Whoever forgets to finish it shall be able to end.
        self._thread = Thread(target=self._write, args=(path,), name="index", daemon=True)
        self._thread.start()

    def add(self, part: Added) -> None:
        """Have some articles more in the index; waits where the thread is behind."""
        self._parts.put(part)

    def finish(self) -> None:
        """Wait until the index is whole; raise what went wrong with it."""
        self._end()
        if self._errors:
            raise self._errors[0]

    def drop(self) -> None:
        """Give the index up, without finishing it; no error comes of it. Does nothing after `finish`."""
        self._is_dropped.set()
        self._end()

    def _end(self) -> None:
        if self._thread.is_alive():
            self._parts.put(None)
            self._thread.join()

    def _write(self, path: Path) -> None:
        parts = iter(self._parts.get, None)
        try:
            with closing(sqlite3.connect(path)) as connection:
                connection.executescript(
                    "pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;"
                )
                connection.execute(_CREATE)
                connection.executemany("insert into words (rowid, headline, body) values (?, ?, ?)", _texts(parts))
                if not self._is_dropped.is_set():
                    connection.execute("insert into words (words) values ('optimize')")
                    connection.commit()
        except BaseException as error:
            self._errors.append(error)
            # Whoever adds more would wait for ever.
            for _ in parts:
                pass


@contextmanager
def index_writer(path: Path) -> Iterator[IndexWriter]:
    """A writer of an index that is whole when the block ends."""
    writer = IndexWriter(path)
    try:
        yield writer
    except BaseException:
        writer.drop()
        raise
    writer.finish()


def _texts(parts: Iterable[Added]) -> Iterator[tuple[int, str, str]]:
    folded, row = [_BREAK], 0
    for part in parts:
        folded.extend(map(fold, part.new_words))
        ends = np.cumsum(part.lengths).tolist()
        for start, end in zip([0, *ends], ends, strict=False):
            stream = part.ids[start:end]
            split = int(np.argmax(stream == BREAK_ID)) if len(stream) else 0
            headline, body = stream[:split].tolist(), stream[split:].tolist()
            yield row, " ".join([folded[n] for n in headline]), " ".join([folded[n] for n in body])
            row += 1


@dataclass(frozen=True, slots=True)
class Index:
    """The full-text index of a bundle, opened to be read."""

    path: Path

    def rows(self, typed: str) -> npt.NDArray[np.int64]:
        """The rows of the articles that hold all the words that were `typed`, ascending.

        What stands in quotation marks is a phrase. A text without a word finds nothing.

        Raises:
            BundleError: the index is missing or damaged.
        """
        phrases = list(dict.fromkeys(map(tuple, query_phrases(typed))))
        if not phrases:
            return np.zeros(0, np.int64)
        parts = [phrases[start : start + _AT_ONCE] for start in range(0, len(phrases), _AT_ONCE)]
        return reduce(np.intersect1d, map(self._match, map(fts_query, parts)))

    def _match(self, query: str) -> npt.NDArray[np.int64]:
        try:
            with closing(sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
                found = opened.execute("select rowid from words where words match ? order by rowid", (query,))
                return np.array([row for (row,) in found], np.int64)
        except sqlite3.Error as error:
            raise BundleError(f"{self.path}: the search index cannot be read ({error}); build it again") from error


def fts_query(phrases: Iterable[Sequence[str]]) -> str:
    """The FTS5 query that means «all of these phrases», each a sequence of folded words.

    Every phrase is quoted, so that AND, *, - and the like are ordinary text.
    """
    return " ".join(f'"{" ".join(words)}"' for words in phrases)


def query_phrases(typed: str) -> list[list[str]]:
    """The folded words of each word or quoted phrase that was `typed`; those without a word are left out."""
    texts = (quoted or plain for quoted, plain in _QUOTED.findall(typed))
    return [words for text in texts if (words := [fold(word) for word in word_list(text)])]

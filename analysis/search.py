"""Search: the full-text index, over the program's own words, so that hits and counts agree."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from tempfile import TemporaryFile
from threading import Event, Thread
from typing import IO

import numpy as np
import numpy.typing as npt

from analysis.common_words import AFTER_ALL, keep_common, read_places
from analysis.errors import BundleError
from analysis.queries import Near, Phrase
from analysis.queries.fts import expression
from analysis.queries.places import Places, places_of
from analysis.recent import Recent
from analysis.tokens import fold
from analysis.word_ids import BREAK_ID, Added, Ids, WordIds

INDEX_NAME = "search.sqlite"

# The index is given folded words with spaces between them. SQLite's `ascii` tokeniser leaves all that is
# not ASCII alone, and with these characters the words themselves: what we call a word is one there as well.
_CREATE = """
create virtual table words using fts5(
    headline, body, content='', tokenize="ascii tokenchars '!#$%&*+,-./:;<=>?@[]^_`{|}~'''"
)
"""

# What FTS5 makes of that, and the words that are kept apart.
_TABLES = ("words", "words_data", "words_idx", "words_docsize", "words_config", "common")

# Stands for a break. It is in no word, so that a phrase is found within a sentence, as phrases are counted.
_BREAK = "¶"

# Words with more occurrences than this have their places in a table of their own: FTS5 tells 3 a microsecond.
_COMMON = 20_000

# Batches that may wait to be indexed.
_PARTS_AHEAD = 8

# What an index keeps of the places that were asked for last: eight million of them.
_MOST_BYTES = 64_000_000


def write_index(words: WordIds, path: Path, *, common: int = _COMMON) -> None:
    """Write the index of all articles to `path`; its row numbers are those of `articles`.

    The places of words with more than `common` occurrences are kept apart, to be read at once.
    """
    with index_writer(path, common) as writer:
        for part in words.parts():
            writer.add(part)


class IndexWriter:
    """Writes an index in one transaction, in a thread of its own: most of it is SQLite's work and holds up none."""

    def __init__(self, path: Path, common: int = _COMMON) -> None:
        self._parts: Queue[Added | None] = Queue(_PARTS_AHEAD)
        self._is_dropped = Event()
        self._errors: list[BaseException] = []
        # Whoever forgets to finish it shall be able to end.
        self._thread = Thread(target=self._write, args=(path, common), name="index", daemon=True)
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

    def _write(self, path: Path, common: int) -> None:
        parts = iter(self._parts.get, None)
        try:
            with closing(sqlite3.connect(path)) as connection, TemporaryFile(dir=path.parent) as spool:
                connection.executescript(
                    "pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;"
                )
                connection.execute(_CREATE)
                filled = _Filled(spool)
                connection.executemany(
                    "insert into words (rowid, headline, body) values (?, ?, ?)", filled.texts(parts)
                )
                if not self._is_dropped.is_set():
                    connection.execute("insert into words (words) values ('optimize')")
                    keep_common(connection, filled.words(), filled.folded, common)
                    connection.commit()
        except BaseException as error:
            self._errors.append(error)
            # Whoever adds more would wait for ever.
            for _ in parts:
                pass


@contextmanager
def index_writer(path: Path, common: int = _COMMON) -> Iterator[IndexWriter]:
    """A writer of an index that is whole when the block ends."""
    writer = IndexWriter(path, common)
    try:
        yield writer
    except BaseException:
        writer.drop()
        raise
    writer.finish()


@dataclass(slots=True)
class _Filled:
    """What an index was filled with: the folded words by their ids, and the streams, which go to `spool`."""

    spool: IO[bytes]
    folded: list[str] = field(default_factory=lambda: [_BREAK])
    lengths: list[npt.NDArray[np.int64]] = field(default_factory=list)

    def texts(self, parts: Iterable[Added]) -> Iterator[tuple[int, str, str]]:
        """The rows of the index for the articles of `parts`."""
        row = 0
        for part in parts:
            self.folded.extend(map(fold, part.new_words))
            self.lengths.append(part.lengths)
            self.spool.write(part.ids.tobytes())
            ends = np.cumsum(part.lengths).tolist()
            for start, end in zip([0, *ends], ends, strict=False):
                stream = part.ids[start:end]
                split = int(np.argmax(stream == BREAK_ID)) if len(stream) else 0
                yield row, self._text(stream[:split]), self._text(stream[split:])
                row += 1

    def _text(self, ids: Ids) -> str:
        return " ".join([self.folded[number] for number in ids.tolist()])

    def words(self) -> WordIds:
        """All that the index was filled with."""
        self.spool.flush()
        offsets = np.cumsum(np.concatenate([np.zeros(1, np.int64), *self.lengths]))
        ids = np.memmap(self.spool, np.int32, "r") if offsets[-1] else np.zeros(0, np.int32)
        return WordIds((), ids, offsets)


@dataclass(frozen=True, slots=True)
class Index:
    """The full-text index of a bundle, opened to be read."""

    path: Path
    _recent: Recent = field(default_factory=lambda: Recent(_MOST_BYTES), repr=False, compare=False)

    def holding(self, phrase: Phrase) -> npt.NDArray[np.int64]:
        """The rows of the articles that hold `phrase`, ascending; none for one without a word.

        Raises:
            BundleError: the index is missing or damaged.
        """
        asked = "select rowid from words where words match ? order by rowid"
        if not phrase.words:
            return np.zeros(0, np.int64)
        with self._opened() as opened:
            return np.array([row for (row,) in opened.execute(asked, (expression(phrase),))], np.int64)

    def found(self, wanted: Phrase | Near) -> tuple[Places, ...]:
        """Where each phrase of `wanted` begins, in any order; what was asked for last is not looked for again.

        Raises:
            BundleError: the index is missing or damaged.
        """
        return self._recent.get(wanted, lambda: places_of(wanted, self.places))

    def places(self, word: str, is_prefix: bool = False) -> Places:
        """The places of a folded `word`, or of all words that begin with it, in any order.

        Raises:
            BundleError: the index is missing or damaged.
        """
        with self._opened() as opened:
            return read_places(opened, word, word + AFTER_ALL if is_prefix else word)

    def vocabulary(self) -> tuple[list[str], npt.NDArray[np.int64]]:
        """All folded words, in the order of their letters, and the number of articles that hold each.

        Raises:
            BundleError: the index is missing or damaged.
        """
        with self._opened() as opened:
            opened.execute("create virtual table temp.known using fts5vocab(main, words, row)")
            rows = opened.execute("select term, doc from temp.known where term <> ?", (_BREAK,)).fetchall()
        return [term for term, _ in rows], np.array([n for _, n in rows], np.int64)

    def check(self, n_articles: int) -> None:
        """Read the index, which holds at most so many articles and nothing but words.

        Raises:
            BundleError: it is damaged, or holds something else.
        """
        with self._opened() as opened:
            opened.execute("pragma trusted_schema = off")
            known = opened.execute("select type, name from sqlite_master").fetchall()
            strange = [f"{kind} {name}" for kind, name in known if kind != "table" or name not in _TABLES]
            if strange:
                raise BundleError(f"{self.path}: holds what no search index does: {strange[0]}")
            (said,) = opened.execute("pragma quick_check(1)").fetchone()
            (last,) = opened.execute("select max(id) from words_docsize").fetchone()
            if said != "ok" or (last or 0) >= max(1, n_articles):
                raise BundleError(f"{self.path}: is damaged; build it again")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
                yield opened
        except sqlite3.Error as error:
            raise BundleError(f"{self.path}: the search index cannot be read ({error}); build it again") from error

"""Search: the full-text index, over the program's own words, so that hits and counts agree."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from analysis.errors import BundleError
from analysis.tokens import fold, word_list
from analysis.word_ids import BREAK_ID, WordIds

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

_QUOTED = re.compile(r'"([^"]*)"?|([^\s"]+)')


def write_index(words: WordIds, path: Path) -> None:
    """Write the index of all articles to `path`; its row numbers are those of `articles`."""
    # The -1 of the break picks the last.
    forms = pa.concat_arrays([words.forms.terms, pa.array([_BREAK])])
    folded = forms.take(pa.array(words.forms.term_of % len(forms))).to_pylist()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;")
        connection.execute(_CREATE)
        connection.executemany("insert into words (rowid, headline, body) values (?, ?, ?)", _texts(words, folded))
        connection.execute("insert into words (words) values ('optimize')")
        connection.commit()


def _texts(words: WordIds, folded: list[str]) -> Iterator[tuple[int, str, str]]:
    for row in range(words.n_articles):
        stream = np.asarray(words.of_article(row))
        split = int(np.argmax(stream == BREAK_ID)) if len(stream) else 0
        headline, body = stream[:split].tolist(), stream[split:].tolist()
        yield row, " ".join([folded[n] for n in headline]), " ".join([folded[n] for n in body])


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

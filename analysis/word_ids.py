"""Word ids: the words of a whole collection as integers in one file, so that counting them is array work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analysis.tokens import fold

Ids = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int64]

# The id of the break between sentences, the first in every vocabulary.
BREAK_ID = 0

# The number of the break, which is no term.
NO_TERM = -1

# Words of one piece of work: enough for arrays to pay, little enough to forget.
_CHUNK_WORDS = 1_000_000
_PART_ARTICLES = 200


class Chunk(NamedTuple):
    """The words of some articles that follow each other: ids, and the article row of each."""

    ids: Ids
    rows: Ids


class Forms(NamedTuple):
    """The normal forms of words in alphabetical order, and for each word id the number of its own, or NO_TERM."""

    terms: pa.StringArray
    term_of: Ids


@dataclass(frozen=True)
class WordIds:
    """The streams of all articles, one after the other.

    `ids[offsets[row]:offsets[row + 1]]` are the words of the article in that row, as numbers of
    `vocabulary`; BREAK_ID stands after its headline and after each sentence.
    """

    vocabulary: tuple[str, ...]
    ids: Ids
    offsets: Counts

    @property
    def n_articles(self) -> int:
        """How many articles there are."""
        return len(self.offsets) - 1

    @cached_property
    def forms(self) -> Forms:
        """The normal forms of the words: found once, as several analyses need them."""
        folded = pa.array([fold(word) for word in self.vocabulary[BREAK_ID + 1 :]], pa.string()).dictionary_encode()
        order = pc.sort_indices(folded.dictionary).to_numpy()
        rank = np.empty(len(order), np.int32)
        rank[order] = np.arange(len(order), dtype=np.int32)
        term_of = np.append(np.int32(NO_TERM), rank[folded.indices.to_numpy()])
        return Forms(folded.dictionary.take(pa.array(order)), term_of)

    def of_article(self, row: int) -> Ids:
        """The stream of one article."""
        return self.ids[self.offsets[row] : self.offsets[row + 1]]

    def parts(self) -> Iterator[Added]:
        """All articles, as if they were added now: the whole vocabulary first, but for the break."""
        new_words = list(self.vocabulary[1:])
        for start in range(0, self.n_articles, _PART_ARTICLES):
            offsets = self.offsets[start : start + _PART_ARTICLES + 1]
            yield Added(new_words, np.asarray(self.ids[offsets[0] : offsets[-1]]), np.diff(offsets))
            new_words = []

    def chunks(self) -> Iterator[Chunk]:
        """All the words, in pieces that hold whole articles."""
        start = 0
        while start < self.n_articles:
            stop = int(np.searchsorted(self.offsets, self.offsets[start] + _CHUNK_WORDS, side="right")) - 1
            stop = min(max(stop, start + 1), self.n_articles)
            lengths = np.diff(self.offsets[start : stop + 1])
            rows = np.repeat(np.arange(start, stop, dtype=np.int32), lengths)
            yield Chunk(np.asarray(self.ids[self.offsets[start] : self.offsets[stop]]), rows)
            start = stop


class Added(NamedTuple):
    """Some articles more: words that none before them has, in the order of their ids, and their streams."""

    new_words: list[str]
    ids: Ids
    lengths: Counts


@dataclass(slots=True)
class WordIdsWriter:
    """Collects streams of words, batch by batch in the order of the articles, into the file `path`."""

    path: Path
    _known: dict[str, int] = field(default_factory=lambda: {"": BREAK_ID})
    _lengths: list[Counts] = field(default_factory=list)
    _file: IO[bytes] | None = None

    def add(self, streams: pa.Table) -> list[Added]:
        """Append a batch of the table of streams; what was appended."""
        if self._file is None:
            self._file = self.path.open("wb")
        added = list(map(self._added, streams["words"].chunks))
        for part in added:
            self._lengths.append(part.lengths)
            self._file.write(part.ids.tobytes())
        return added

    def _added(self, chunk: pa.ListArray) -> Added:
        words, known, n_known = chunk.flatten(), self._known, len(self._known)
        written = words.dictionary.to_pylist()
        numbers = [known.setdefault(word, len(known)) for word in written]
        new_words = [word for word, number in zip(written, numbers, strict=True) if number >= n_known]
        ids = np.array(numbers, np.int32)[words.indices.to_numpy()]
        return Added(new_words, ids, np.diff(chunk.offsets.to_numpy()).astype(np.int64))

    def finish(self) -> WordIds:
        """All that was added; the ids stay in the file."""
        if self._file:
            self._file.close()
        lengths = np.concatenate([np.zeros(1, np.int64), *self._lengths])
        offsets = np.cumsum(lengths)
        has_words = self._file is not None and offsets[-1] > 0
        ids = np.memmap(self.path, np.int32, "r") if has_words else np.zeros(0, np.int32)
        return WordIds(tuple(self._known), ids, offsets)

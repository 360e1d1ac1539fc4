"""Shingles: runs of words as numbers, by which copies of a text are found and measured.

Broder (1997), On the resemblance and containment of documents: two texts are alike as their sets of shingles are. Of
all shingles those whose number is a multiple of `SAMPLED` are looked up to find who might be alike: the same sample
in every text, and no comparison of all with all. How much they are alike is then counted in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import xxhash

from analysis.word_ids import BREAK_ID, Chunk, Ids, WordIds

Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

# Words of a shingle: few enough to outlive an edited word here and there, enough to be nobody's phrase.
N_WORDS = 3

# One shingle in so many is looked up: eight or so of a text that is long enough to be compared.
SAMPLED = 4

# Odd, so that no two words can trade places unseen.
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
_HALF = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a collection as runs of numbers, one a word, the same for all that fold to one normal form."""

    words: WordIds
    number_of: Hashes

    @classmethod
    def of(cls, words: WordIds) -> Bodies:
        """Those of `words`."""
        numbers = [xxhash.xxh3_64_intdigest(term) for term in words.forms.terms.cast(pa.binary()).to_pylist()]
        # The -1 of the break picks the last.
        return cls(words, np.array([*numbers, 0], np.uint64)[words.forms.term_of])

    def digests(self) -> list[str]:
        """A hash of the words of each body in their order; that of a body without words is the article's own."""
        found = [f"row {row}" for row in range(self.words.n_articles)]
        for chunk in self.words.chunks():
            in_body = _in_body(chunk)
            numbers, rows = self.number_of[chunk.ids[in_body]], chunk.rows[in_body]
            starts = np.flatnonzero(np.diff(rows, prepend=-1))
            stops = np.append(starts, len(rows))[1:]
            for row, start, stop in zip(rows[starts].tolist(), starts.tolist(), stops.tolist(), strict=True):
                found[row] = xxhash.xxh3_128_hexdigest(numbers[start:stop].tobytes())
        return found

    def shingles(self, row: int) -> Hashes:
        """The different shingles of one body, sorted."""
        stream = np.asarray(self.words.of_article(row))
        headline_end = int(np.argmin(stream)) + 1 if len(stream) else 0
        words = stream[headline_end:]
        found = np.sort(_mixed(self.number_of[words[words != BREAK_ID]]))
        return found[np.append(True, found[1:] != found[:-1])] if len(found) else found

    def sampled(self, part: int = 0, n_parts: int = 1) -> Iterator[tuple[Ids, Hashes]]:
        """The shingles that are looked up, as often as they occur: article rows and numbers, in pieces.

        Those of one of `n_parts` of all shingles alone: a part has either all occurrences of a shingle or none.
        """
        for chunk in self.words.chunks():
            in_body = _in_body(chunk)
            rows = chunk.rows[in_body]
            found = _mixed(self.number_of[chunk.ids[in_body]])
            whole = rows[: len(found)] == rows[len(rows) - len(found) :]
            wanted = whole & (found % np.uint64(SAMPLED * n_parts) == SAMPLED * part)
            yield rows[: len(found)][wanted], found[wanted]


def _in_body(chunk: Chunk) -> Flags:
    """Which words stand in a body: all behind the first break of their article, but for the breaks."""
    is_break = chunk.ids == BREAK_ID
    breaks = np.flatnonzero(is_break)
    rows, first = np.unique(chunk.rows[breaks], return_index=True)
    headline_ends = np.full(int(chunk.rows[-1]) + 1 if len(chunk.rows) else 0, -1)
    headline_ends[rows] = breaks[first]
    found: Flags = ~is_break & (np.arange(len(chunk.ids)) > headline_ends[chunk.rows])
    return found


def _mixed(numbers: Hashes) -> Hashes:
    """The number of the shingle that begins at each of `numbers`, but for the last, where none can begin."""
    n_shingles = max(0, len(numbers) - N_WORDS + 1)
    mixed: Hashes = np.zeros(n_shingles, np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed = (mixed ^ (mixed >> _HALF)) * factor + numbers[place : place + n_shingles]
    mixed ^= mixed >> _HALF
    mixed *= _FACTORS[0]
    return mixed

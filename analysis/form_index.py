"""Form index: in which articles each word stands in any of its forms, in memory for as long as a bundle is open.

What is asked of a selection is asked of all words at once: one pass over 25 million pairs, in the order of the words,
takes a quarter of the time of gathering those of its articles. About five bytes a pair are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.bundle import Bundle
from analysis.term_index import Flags, Ints, term_index

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

# So many pairs are counted at a time: what is made for that stays near the processor.
_AT_A_TIME = 1 << 20
# Occurrences take the lower bits of a sum, articles the others.
_BITS = 32


@dataclass(frozen=True)
class FormIndex:
    """Pairs of a word, known by its commonest form, and an article that holds any form of it, sorted by both.

    `offsets` says where the pairs of each term of the collection begin and the last ends: those of another form than
    the commonest have none.
    """

    offsets: Ints
    rows: Ints
    n_occurrences: Ints
    n_articles: int

    @classmethod
    def read(cls, bundle: Bundle) -> FormIndex:
        """The index of `bundle`."""
        from scipy.sparse import csr_matrix

        index = term_index(bundle)
        rows = np.repeat(np.arange(index.n_articles, dtype=np.int32), np.diff(index.offsets))
        forms = index.form_of.astype(np.int32)[index.term]
        shape = (len(index.form_of), index.n_articles)
        # What is given for one place several times, an article with several forms of a word, is summed.
        counts = csr_matrix((index.n_occurrences.astype(np.int32), (forms, rows)), shape)
        smallest = np.min_scalar_type(int(counts.data.max(initial=0)))
        return cls(counts.indptr.astype(np.int64), counts.indices, counts.data.astype(smallest), index.n_articles)

    def counted(self, articles: Ints) -> tuple[Ints, Ints]:
        """For each term in how many of `articles`, which are rows, any form of it stands, and how often all do.

        0 for what is not the commonest form of its word.
        """
        is_asked = self._is_asked(articles).astype(np.int64)
        summed = np.concatenate([part @ is_asked for part in self._parts()])
        return summed >> _BITS, summed & ((1 << _BITS) - 1)

    def pairs(self, form_ids: Sequence[int], articles: Ints) -> tuple[Ints, Ints, Ints]:
        """The pairs of any of these words, each the commonest form of its own, and of `articles`, which are rows.

        Article, word and number of occurrences of each pair, sorted by word and article.
        """
        ids = np.unique(np.asarray(form_ids, np.int64))
        spans = [slice(self.offsets[number], self.offsets[number + 1]) for number in ids]
        lengths = [span.stop - span.start for span in spans]
        rows, counts = (
            np.concatenate([values[span] for span in spans] or [values[:0]]).astype(np.int64)
            for values in (self.rows, self.n_occurrences)
        )
        asked = self._is_asked(articles)[rows]
        return rows[asked], np.repeat(ids, lengths)[asked], counts[asked]

    def pairs_of(self, articles: Ints) -> tuple[Ints, Ints]:
        """All pairs of `articles`, which are rows: the word and the article of each, sorted by both."""
        places = np.flatnonzero(self._is_asked(articles)[self.rows])
        return np.searchsorted(self.offsets, places, side="right") - 1, self.rows[places].astype(np.int64)

    def _is_asked(self, articles: Ints) -> Flags:
        is_asked = np.zeros(self.n_articles, bool)
        is_asked[articles] = True
        return is_asked

    def _parts(self) -> Iterator[csr_matrix]:
        """Some terms at a time, a row each, and a column an article: both counts of each pair in one number."""
        from scipy.sparse import csr_matrix

        ends = np.searchsorted(self.offsets, np.arange(_AT_A_TIME, len(self.rows), _AT_A_TIME)).tolist()
        for first, end in zip([0, *ends], [*ends, len(self.offsets) - 1], strict=True):
            offsets = self.offsets[first : end + 1]
            pairs = slice(offsets[0], offsets[-1])
            counts = self.n_occurrences[pairs].astype(np.int64) + (1 << _BITS)
            yield csr_matrix((counts, self.rows[pairs], offsets - offsets[0]), (end - first, self.n_articles))


def form_index(bundle: Bundle) -> FormIndex:
    """The index of `bundle`, read once."""
    return bundle.once(FormIndex.read)

"""Term index: the counts of terms by article, in memory for as long as a bundle is open, and counted for any articles.

A table of 25 million rows is read once and not for every question; what is kept is about five bytes a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.bundle import Bundle
from analysis.steps.keywords import TERM_COUNTS, TERMS

# Whole numbers of any size: what is kept is as small as its values allow.
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# So many terms are looked for one by one; more of them together.
_FEW = 4


@dataclass(frozen=True)
class TermIndex:
    """Pairs of an article and a term that it holds, sorted by both: arrays of one value a pair.

    `offsets` says where the pairs of each article begin and the last ends; `form_of` is the column of TERMS.
    """

    offsets: Ints
    term: Ints
    n_occurrences: Ints
    form_of: Ints
    terms: pd.DataFrame

    @classmethod
    def read(cls, bundle: Bundle) -> TermIndex:
        """The index of `bundle`."""
        counts = bundle.read(TERM_COUNTS.name, TERM_COUNTS.schema.names)
        rows, term, n = (counts[name].to_numpy() for name in TERM_COUNTS.schema.names)
        terms = bundle.frame(TERMS)
        offsets = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=bundle.counts["articles"]))])
        smallest = np.min_scalar_type(int(n.max(initial=0)))
        return cls(offsets, term, n.astype(smallest), terms["form_of"].to_numpy(), terms)

    @property
    def n_articles(self) -> int:
        """How many articles it knows."""
        return len(self.offsets) - 1

    def of_article(self, row: int) -> tuple[Ints, Ints]:
        """The terms of one article, ascending, and how often it holds each."""
        span = slice(self.offsets[row], self.offsets[row + 1])
        return self.term[span], self.n_occurrences[span]

    def pairs_of(self, rows: Ints) -> tuple[Ints, Ints]:
        """The places of the pairs of these articles, which ascend, and the article of each."""
        lengths = self.offsets[rows + 1] - self.offsets[rows]
        ends = np.cumsum(lengths)
        places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(self.offsets[rows] - ends + lengths, lengths)
        return places, np.repeat(rows, lengths)

    def counted(self, rows: Ints) -> tuple[Ints, Ints]:
        """For each term in how many of the articles in `rows` it stands, and how often."""
        places, n_terms = self.pairs_of(rows)[0], len(self.form_of)
        term = self.term[places]
        n_occurrences = np.bincount(term, self.n_occurrences[places], n_terms)
        # Doubles hold whole numbers exactly far beyond any count of words.
        return np.bincount(term, minlength=n_terms), n_occurrences.astype(np.int64)

    def with_terms(self, term_ids: Sequence[int]) -> tuple[Ints, Ints, Ints]:
        """All pairs of any of these terms: the article, the term and the count of each, sorted by both."""
        if len(term_ids) <= _FEW:
            held = np.logical_or.reduce([self.term == term for term in term_ids]) if len(term_ids) else []
        else:
            wanted = np.zeros(len(self.form_of), bool)
            wanted[np.asarray(term_ids)] = True
            held = wanted[self.term]
        places = np.flatnonzero(held)
        rows = np.searchsorted(self.offsets, places, side="right") - 1
        return rows, self.term[places], self.n_occurrences[places].astype(np.int64)

    def number_of(self, term: str) -> int | None:
        """The id of `term`; None for what is no stored term."""
        place = pc.index(self._texts, term).as_py()
        return place if place >= 0 else None

    @cached_property
    def alphabetical(self) -> Ints:
        """The place of each term among all of them by its letters."""
        places = np.empty(len(self.terms), np.int64)
        places[np.asarray(pc.sort_indices(self._texts))] = np.arange(len(places))
        return places

    @cached_property
    def _texts(self) -> pa.Array:
        return pa.array(self.terms["term"], pa.string())


def term_index(bundle: Bundle) -> TermIndex:
    """The index of `bundle`, read once."""
    return bundle.once(TermIndex.read)

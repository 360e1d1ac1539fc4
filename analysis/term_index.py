"""Term index: the counts of terms by article, in memory for as long as a bundle is open, and counted for any articles.

A table of 25 million rows is read once and not for every question; what is kept is about six bytes a row.
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
# It is quicker to look through all pairs than to gather those of more than one article in so many.
_MANY = 8


@dataclass(frozen=True)
class TermIndex:
    """Pairs of an article and a term that it holds, sorted by both: arrays of one value a pair.

    `offsets` says where the pairs of each article begin and the last ends; `is_first` whether it is the article's first
    pair with any form of that word, so that these alone count articles; `form_of` is the column of TERMS.
    """

    offsets: Ints
    term: Ints
    n_occurrences: Ints
    is_first: Flags
    form_of: Ints
    terms: pd.DataFrame

    @classmethod
    def read(cls, bundle: Bundle) -> TermIndex:
        """The index of `bundle`."""
        counts = bundle.read(TERM_COUNTS.name, TERM_COUNTS.schema.names)
        rows, term, n = (counts[name].to_numpy() for name in TERM_COUNTS.schema.names)
        terms = bundle.frame(TERMS)
        form_of = terms["form_of"].to_numpy()
        offsets = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=bundle.counts["articles"]))])
        smallest = np.min_scalar_type(int(n.max(initial=0)))
        return cls(offsets, term, n.astype(smallest), _first_forms(rows, term, form_of), form_of, terms)

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
        counts = self._by_term(rows, only_first=False)
        return counts[0].astype(np.int64), counts[1].astype(np.int64)

    def forms_counted(self, rows: Ints) -> tuple[Ints, Ints]:
        """As `counted`, of all forms of a word together, at its commonest; 0 at the others."""
        n_articles, n_occurrences = self._by_term(rows, only_first=True)
        n_terms = len(self.form_of)
        # Doubles hold whole numbers exactly far beyond any count of words.
        return (
            np.bincount(self.form_of, n_articles, n_terms).astype(np.int64),
            np.bincount(self.form_of, n_occurrences, n_terms).astype(np.int64),
        )

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

    def with_forms(self, form_ids: Sequence[int], articles: Ints) -> tuple[Ints, Ints, Ints]:
        """As `with_terms`, the pairs of one of `articles` and any of these words, each the commonest form of its own.

        An article has one pair for all forms of a word, with their occurrences together. `articles` are ascending rows.
        """
        wanted = np.zeros(len(self.form_of), bool)
        wanted[np.asarray(form_ids, np.int64)] = True
        rows, terms, counts = self._with_wanted(wanted[self.form_of], articles)
        forms = self.form_of[terms]
        keys = rows * np.int64(len(self.form_of)) + forms
        order = np.argsort(keys, kind="stable")
        starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
        kept = order[starts]
        return rows[kept], forms[kept], np.add.reduceat(counts[order], starts) if len(starts) else counts

    def _with_wanted(self, wanted: Flags, articles: Ints) -> tuple[Ints, Ints, Ints]:
        """The pairs of `articles` with a `wanted` term."""
        if _MANY * len(articles) < self.n_articles:
            places, rows = self.pairs_of(articles)
            held = wanted[self.term[places]]
            return rows[held], self.term[places[held]], self.n_occurrences[places[held]].astype(np.int64)
        rows, terms, counts = self.with_terms(np.flatnonzero(wanted).tolist())
        if len(articles) == self.n_articles:
            return rows, terms, counts
        is_asked = np.zeros(self.n_articles, bool)
        is_asked[articles] = True
        asked = is_asked[rows]
        return rows[asked], terms[asked], counts[asked]

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

    @cached_property
    def _whole(self) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
        """The counts in all articles: of terms, and of the first forms."""
        everything = slice(None)
        return self._summed(everything, only_first=False), self._summed(everything, only_first=True)

    def _by_term(self, rows: Ints, *, only_first: bool) -> tuple[Ints, Ints]:
        if 2 * len(rows) <= self.n_articles:
            return self._summed(self.pairs_of(rows)[0], only_first=only_first)
        # Of more than half it is quicker to count the others.
        others = np.ones(self.n_articles, bool)
        others[rows] = False
        left_out = self._summed(self.pairs_of(np.flatnonzero(others))[0], only_first=only_first)
        whole = self._whole[int(only_first)]
        return whole[0] - left_out[0], whole[1] - left_out[1]

    def _summed(self, places: Ints | slice, *, only_first: bool) -> tuple[Ints, Ints]:
        term, n_terms = self.term[places], len(self.form_of)
        counted = term[self.is_first[places]] if only_first else term
        return np.bincount(counted, minlength=n_terms), np.bincount(term, self.n_occurrences[places], n_terms)


def term_index(bundle: Bundle) -> TermIndex:
    """The index of `bundle`, read once."""
    return bundle.once(TermIndex.read)


def _first_forms(rows: Ints, term: Ints, form_of: Ints) -> Flags:
    """Which pairs are the first of their article with any form of their word."""
    is_first = np.ones(len(term), bool)
    several = np.flatnonzero((np.bincount(form_of, minlength=len(form_of)) > 1)[form_of[term]])
    keys = rows[several].astype(np.int64) * len(form_of) + form_of[term[several]]
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    is_first[several[order[1:][ordered[1:] == ordered[:-1]]]] = False
    return is_first

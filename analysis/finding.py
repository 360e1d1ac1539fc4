"""Finding: the articles that a query means, and how many hits each has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.queries import All, Any, Days, Named, Near, Not, Phrase, Query, parse, positive
from analysis.queries.places import lengths_of, merged, row_of
from analysis.tokens import fold

# What the address and a search call articles that have none.
NONE = "none"

_Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds articles of a collection: those of `articles`, whose index are their rows, that a query means."""

    bundle: Bundle
    articles: pd.DataFrame

    def find(self, typed: str) -> _Mask:
        """Which of the articles what was `typed` means.

        Raises:
            BundleError: the index is missing or damaged.
        """
        return self.find_query(parse(typed))

    def find_query(self, query: Query) -> _Mask:
        """Which of the articles `query` means.

        Raises:
            BundleError: the index is missing or damaged.
        """
        if isinstance(query, Phrase | Near):
            return self._holding(query)
        if isinstance(query, All | Any):
            if not query.parts:
                return np.zeros(len(self.articles), bool)
            return reduce(
                np.logical_and if isinstance(query, All) else np.logical_or, map(self.find_query, query.parts)
            )
        if isinstance(query, Not):
            return ~self.find_query(query.part)
        if isinstance(query, Named):
            return self._named(query)
        assert isinstance(query, Days)
        return self._on_days(query)

    def _holding(self, query: Phrase | Near) -> _Mask:
        """Those with a hit: what finds them counts their hits as well."""
        holds = np.zeros(self.bundle.counts["articles"], bool)
        for places in self.bundle.index.found(query):
            holds[row_of(places)] = True
        found: _Mask = holds[self.articles.index]
        return found

    def _named(self, query: Named) -> _Mask:
        """Those whose outlet or byline holds the text; each different one is looked at once."""
        numbers, names = pd.factorize(self.articles[query.field].fillna(NONE), use_na_sentinel=False)
        after = "" if query.is_prefix else r"(?!\w)"
        sought = re.compile(rf"(?<!\w){re.escape(query.text)}{after}")
        holds = np.array([bool(sought.search(fold(name))) for name in names], bool)
        return holds[numbers] if len(names) else np.zeros(0, bool)

    def _on_days(self, query: Days) -> _Mask:
        days = self.articles["day"]
        found = days.notna()
        if query.first:
            found &= days >= pd.Timestamp(query.first)
        if query.last:
            found &= days <= pd.Timestamp(query.last)
        return np.asarray(found)


def hits_of(bundle: Bundle, typed: str) -> pd.Series[int]:
    """How many hits of what was `typed` each article has, by its row: as many as the reader marks in it.

    Zero where nothing is looked for by its words, as in `-flood` or `outlet:herald`.

    Raises:
        BundleError: the index is missing or damaged.
    """
    return hits_of_query(bundle, parse(typed))


def hits_of_query(bundle: Bundle, query: Query) -> pd.Series[int]:
    """As `hits_of`, of a `query`."""
    wanted = positive(query)
    lengths = [length for one in wanted for length in lengths_of(one)]
    places = [each for one in wanted for each in bundle.index.found(one)]
    # One word does not overlap itself, in whatever order its places are.
    starts = places[0] if lengths == [1] else merged(places, lengths)[0]
    return pd.Series(np.bincount(row_of(starts), minlength=bundle.counts["articles"]), name="n_hits")

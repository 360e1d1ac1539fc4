"""Finding: the articles that a query means, and how many hits each has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.queries import All, Any, Days, Named, Not, Query, parse, positive
from analysis.queries.fts import expression
from analysis.queries.places import hits, row_of
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
        if (asked := expression(query)) is not None and query != All(()):
            return np.asarray(self.articles.index.isin(self.bundle.index.matching(asked)))
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
    starts, _ = hits(positive(query), bundle.index.places)
    return pd.Series(np.bincount(row_of(starts), minlength=bundle.counts["articles"]), name="n_hits")

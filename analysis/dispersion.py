"""Dispersion: whether a term is spread over the articles or crowded into a few of them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]


def deviation_of_proportions(terms: Ints, articles: Ints, counts: Ints, sizes: Ints) -> Floats:
    """DP of each term over articles, normalised: 0 where it is as common in each, towards 1 where it is in one alone.

    Gries (2008), Dispersions and adjusted frequencies in corpora: half the sum, over the articles, of the differences
    between an article's share of all words and its share of the term's occurrences. Divided by 1 less the
    smallest share of words, so that 1 can be reached: Lijffijt and Gries (2012). With one article it is 0.

    Args:
        terms: the term of each pair of a term and an article that holds it, from 0; every number occurs.
        articles: the article of each pair: its place in `sizes`.
        counts: how often the article holds the term, 1 or more.
        sizes: the words of each article, those without the term too; 1 or more.
    """
    shares = sizes / sizes.sum()
    occurrences = np.bincount(terms, counts)
    inside = np.abs(shares[articles] - counts / occurrences[terms])
    # An article without the term differs by its whole share: 1 less the shares of those that hold it.
    absent = 1 - np.bincount(terms, shares[articles])
    most = 1 - shares.min()
    dp = (np.bincount(terms, inside) + absent) / 2
    return np.clip(dp / most, 0, 1) if most > 0 else np.zeros(len(dp))

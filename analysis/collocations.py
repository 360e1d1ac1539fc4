"""Collocations: pairs and triples of words that meet more often than chance would have it.

Dunning (1993), Accurate methods for the statistics of surprise and coincidence. NLTK's
`BigramAssocMeasures.likelihood_ratio` gives the same values and is the oracle of the tests.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# The value of chi-square with one degree of freedom that chance passes once in a thousand.
SIGNIFICANT = 10.83


def log_likelihood(both: Ints, first: Ints, second: Ints, total: int) -> Floats:
    """The log-likelihood ratio G2 of pairs, 0 or more; 0 also where a pair meets less often than by chance.

    Args:
        both: how often the two stand beside each other.
        first: how often the first occurs; second: the second.
        total: how many words there are.
    """
    observed = np.array([both, first - both, second - both, total - first - second + both], float)
    rows = np.array([first, total - first], float)
    columns = np.array([second, total - second], float)
    expected = np.array([rows[0] * columns[0], rows[0] * columns[1], rows[1] * columns[0], rows[1] * columns[1]])
    expected /= total
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = np.where(observed > 0, observed * np.log(observed / expected), 0.0)
    return np.where(observed[0] > expected[0], 2 * parts.sum(axis=0), 0.0)


def npmi(both: Floats) -> Floats:
    """Normalized pointwise mutual information of each two terms, from -1 to 1 (Bouma 2009).

    Args:
        both: in what share of texts each two terms meet, 0 to 1; on the diagonal the share that holds each.
    """
    alone = np.diag(both)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.log(both / np.outer(alone, alone)) / -np.log(both)
    # Terms that never meet have the least value; terms in every text tell nothing of each other.
    return np.asarray(np.where(both == 0, -1.0, np.where(both >= 1, 0.0, values)))


def add_counts(keys: Ints, counts: Ints, more: Ints) -> tuple[Ints, Ints]:
    """Sorted distinct `keys` with their `counts`, after the occurrences in `more` were added."""
    new_keys, new_counts = np.unique(more, return_counts=True)
    joined, where = np.unique(np.concatenate([keys, new_keys]), return_inverse=True)
    summed = np.bincount(where, np.concatenate([counts, new_counts]), len(joined)).astype(np.int64)
    return joined, summed

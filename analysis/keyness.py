"""Keyness: how far the use of terms in one group of texts differs from that in another, and how surely.

Two statistics that answer different questions: the log-odds ratio is shrunk towards the use in all texts and comes with
a z score, so that rare terms do not lead; G2 is the evidence against equal use, however small the difference.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


_NEXT_TO_NOTHING = 1e-9


class LogOdds(NamedTuple):
    """Of each term the log-odds ratio `delta` and its z score; above zero where the first group uses it more."""

    delta: Floats
    z: Floats


def prior_of(counts: Ints, n_words: int, weight: float) -> Floats:
    """The informative Dirichlet prior: `weight` words, shared out as the whole collection uses its words.

    Args:
        counts: occurrences of each term in the whole collection, 1 or more.
        n_words: all words of the collection.
        weight: how many words the prior weighs, alpha_0 of the paper.
    """
    return np.asarray(counts * (weight / n_words), float)


def log_odds(first: Ints, second: Ints, sizes: tuple[int, int], prior: Floats, weight: float) -> LogOdds:
    """The log-odds ratio of each term with an informative Dirichlet prior, and its z score.

    Monroe, Colaresi and Quinn (2008), Fightin' Words, Political Analysis 16: the point estimate of the difference
    between two groups over the square root of its approximate variance, 1 / (y_1 + a) + 1 / (y_2 + a).

    Args:
        first: occurrences of each term in the first group; second: in the second.
        sizes: all words of the first and of the second group.
        prior: what `prior_of` gives, above 0.
        weight: the weight that the prior was made with.
    """
    logits = []
    for counts, n_words in zip((first, second), sizes, strict=True):
        used = counts + prior
        # Texts of one word only leave nothing beside it.
        logits.append(np.log(used / np.maximum(n_words + weight - used, _NEXT_TO_NOTHING)))
    delta = logits[0] - logits[1]
    return LogOdds(delta, delta / np.sqrt(1 / (first + prior) + 1 / (second + prior)))


def log_likelihood_ratio(first: Ints, second: Ints, sizes: tuple[int, int]) -> Floats:
    """G2 of each term's counts in two groups, 0 or more, against equal use in both.

    Rayson and Garside (2000), Comparing corpora using frequency profiling. 15.13 is passed by chance once in ten
    thousand.

    Args:
        first: occurrences of each term in the first group; second: in the second.
        sizes: all words of the first and of the second group, 1 or more.
    """
    both = first + second
    total = np.zeros(len(both))
    for counts, n_words in zip((first, second), sizes, strict=True):
        expected = n_words * both / sum(sizes)
        with np.errstate(divide="ignore", invalid="ignore"):
            total += np.where(counts > 0, counts * np.log(counts / expected), 0.0)
    # Rounding can take equal use just below zero.
    return np.maximum(2 * total, 0.0)

"""Topic words: the words that say what a group of articles is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.vectors import Floats

Rows = npt.NDArray[np.int64]

# How much a word's being at home in one group counts beside its weight there: at 0 common words fill every
# topic, at 1 rare ones do. Chosen by NPMI, diversity and coverage together on the development sets.
_EXCLUSIVENESS = 0.75

_LABEL_TERMS = 3


def term_weights(weights: Any, labels: Rows, number: int) -> Floats:
    """For each group and term, the mean TF-IDF in the group times a power of its share of all groups' means."""
    from scipy.sparse import csr_matrix

    sizes = np.bincount(labels, minlength=number)
    members = csr_matrix((1 / sizes[labels], (labels, np.arange(len(labels)))), (number, len(labels)))
    means = (members @ weights).toarray()
    totals = means.sum(axis=0)
    return np.asarray(means * (means / np.where(totals > 0, totals, 1)) ** _EXCLUSIVENESS)


def best_terms(scores: Floats, candidates: Rows, most: int) -> Rows:
    """The `most` heaviest of `candidates`, best first; of equals, the first in the order of candidates."""
    return candidates[np.argsort(-scores[candidates], kind="stable")[:most]]


def coherence(holds: Any, terms: Sequence[int]) -> float:
    """Mean NPMI of pairs of `terms`, from -1 to 1, over whole articles; 0 for fewer than two terms.

    `holds` is a sparse matrix of articles by terms, above 0 where an article holds a term. Bouma (2009),
    Normalized (pointwise) mutual information; Lau, Newman and Baldwin (2014).
    """
    if len(terms) < 2:
        return 0.0
    chosen = (holds[:, list(terms)] > 0).astype(float).toarray()
    both = chosen.T @ chosen / len(chosen)
    alone = np.diag(both)
    upper = np.triu_indices(len(terms), 1)
    expected = np.outer(alone, alone)[upper]
    met = both[upper]
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.log(met / expected) / -np.log(met)
    # Terms that never meet have the least value; terms in every article tell nothing of each other.
    values = np.where(met == 0, -1.0, np.where(met >= 1, 0.0, values))
    return float(values.mean())


def label(ranked: Sequence[str]) -> str:
    """A name from the best terms: those that repeat no word of an earlier one, a phrase before its words."""
    chosen: list[str] = []
    for term in ranked:
        longer = next((p for p in ranked if " " in p and term.casefold() in p.casefold().split()), term)
        words = set(longer.casefold().split())
        if not any(words & set(other.casefold().split()) for other in chosen):
            chosen.append(longer)
        if len(chosen) == _LABEL_TERMS:
            break
    return ", ".join(chosen)

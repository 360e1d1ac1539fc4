"""Topic words: the words that say what a group of articles is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.collocations import npmi
from analysis.vectors import Floats, members

Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

# How many single words say what a topic is about.
WORDS_A_TOPIC = 10

# An article is covered by the words of its topic when it holds this many of them.
_COVERING = 3

# How a set of words is judged: its mean NPMI, plus the share of articles that it covers, up to a share that leaves
# room for coherence, plus a little for words of weight, less a little for words that another topic has.
_COVERAGE = 0.75
_ENOUGH_COVERAGE = 0.85
_WEIGHT = 0.05
_SHARED = 0.3

_MOST_EXCHANGES = 60


def term_weights(weights: Any, labels: Rows, number: int, exclusiveness: float) -> Floats:
    """For each group and term, the mean TF-IDF in the group times a power of its share of all groups' means.

    At an `exclusiveness` of 0 common words fill every topic, at 1 rare ones do.
    """
    means = members(labels, number) @ weights
    means = means.toarray() / np.maximum(1, np.bincount(labels, minlength=number))[:, np.newaxis]
    totals = means.sum(axis=0)
    return np.asarray(means * (means / np.where(totals > 0, totals, 1)) ** exclusiveness)


def article_shares(holds: Any, labels: Rows, number: int) -> Floats:
    """For each group and term, the share of the group's articles that hold the term, 0 to 1.

    `holds` is a sparse matrix of articles by terms, above 0 where an article holds a term.
    """
    held = (members(labels, number) @ (holds > 0).astype(float)).toarray()
    return np.asarray(held / np.maximum(1, np.bincount(labels, minlength=number))[:, np.newaxis])


def best_terms(scores: Floats, candidates: Rows, most: int) -> Rows:
    """The `most` heaviest of `candidates`, best first; of equals, the first in the order of candidates."""
    return candidates[np.argsort(-scores[candidates], kind="stable")[:most]]


@dataclass(frozen=True, slots=True)
class WordChoice:
    """What a topic's words are chosen from: candidates, best first, each with its weight in the topic, 0 to 1.

    `npmi` has a value for each two of them, `holds` tells which article of the topic (rows) holds which of them.
    """

    weights: Floats
    npmi: Floats
    holds: Flags

    def choose(self, taken: Flags) -> Rows:
        """The numbers of ten words that go together, cover most of the articles, and are not `taken` by other topics.

        The best words by weight to begin with; then the one exchange that gains most, until none gains: a
        local search. All where there are no more than ten.
        """
        worth = _WEIGHT * self.weights - _SHARED * taken
        chosen = np.arange(min(WORDS_A_TOPIC, len(worth)))
        for _ in range(_MOST_EXCHANGES if len(worth) > WORDS_A_TOPIC else 0):
            exchange = self._best_exchange(chosen, worth)
            if exchange is None:
                break
            chosen[exchange[0]] = exchange[1]
        return chosen

    def _best_exchange(self, chosen: Rows, worth: Floats) -> tuple[int, int] | None:
        """Which place should go to which word; None where no exchange makes the choice better."""
        others = np.setdiff1d(np.arange(len(worth)), chosen)
        now = self._judge(chosen, chosen[:1], 0, worth)[0]
        values = np.stack([self._judge(chosen, others, place, worth) for place in range(len(chosen))])
        place, other = np.unravel_index(int(values.argmax()), values.shape)
        return (int(place), int(others[other])) if values[place, other] > now + 1e-9 else None

    def _judge(self, chosen: Rows, others: Rows, place: int, worth: Floats) -> Floats:
        """How good the choice is with each of `others` at `place`."""
        kept = np.delete(chosen, place)
        pairs = self.npmi[np.ix_(kept, kept)].sum() / 2 + self.npmi[np.ix_(kept, others)].sum(axis=0)
        held = self.holds[:, kept].sum(axis=1)
        nearly = self.holds[held == _COVERING - 1]
        covered = ((held >= _COVERING).sum() + nearly[:, others].sum(axis=0)) / max(1, len(self.holds))
        means = (worth[kept].sum() + worth[others]) / len(chosen)
        return np.asarray(
            pairs / comb(len(chosen), 2) + _COVERAGE * np.minimum(covered, _ENOUGH_COVERAGE) + means, np.float64
        )


def coherence(npmi: Floats, terms: Sequence[int]) -> float:
    """Mean NPMI of pairs of `terms`, from -1 to 1; 0 for fewer than two terms.

    Bouma (2009), Normalized (pointwise) mutual information; Lau, Newman and Baldwin (2014).
    """
    upper = np.triu_indices(len(terms), 1)
    return float(npmi[np.ix_(terms, terms)][upper].mean()) if len(terms) > 1 else 0.0


def npmi_in_articles(holds: Any, terms: Rows) -> Floats:
    """NPMI of each two of `terms` by whole articles; `holds` is above 0 where an article (row) holds a term."""
    chosen = (holds[:, terms] > 0).astype(float).toarray()
    return npmi(chosen.T @ chosen / max(1, len(chosen)))

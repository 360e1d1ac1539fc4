"""Dividing: the articles of one topic in several groups, and the words of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.clusters import find_clusters
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.steps.stories import STORIES
from analysis.topic_labels import labels as topic_labels
from analysis.topic_words import best_terms, coherence, npmi_in_articles, term_weights
from analysis.vectors import reduce, weigh

Rows = npt.NDArray[np.int64]

_WORDS = 15
_PHRASES = 5
_COHERENCE_WORDS = 10
_EXCLUSIVENESS = 0.75
# A word in more than this share of the articles tells no parts of the topic apart; one in half of them may well.
_MOST_ARTICLES_SHARE = 0.8


@dataclass(frozen=True)
class Part:
    """A part of a topic: the rows of its articles, ascending, its words (rank, term, weight; best first), its name."""

    rows: Rows
    terms: pd.DataFrame
    name: str
    coherence: float


Divide = Callable[[Bundle, Rows, int], tuple[Part, ...]]


def split_articles(bundle: Bundle, rows: Rows, number: int) -> tuple[Part, ...]:
    """The articles in `rows` in `number` parts, largest first; fewer where they are too few or too much alike.

    The reduced space of the topics and k-means among these articles alone, on one article a story; copies go to the
    nearest part. The same articles give the same parts.
    """
    from threadpoolctl import threadpool_limits

    terms, counts = _counts(bundle, rows)
    is_word = (terms["n_tokens"] == 1).to_numpy()
    originals = bundle.frame(STORIES, ["is_original"])["is_original"].to_numpy()[rows]
    has_words = np.asarray(counts[:, is_word].sum(axis=1)).ravel() > 0
    fitted = np.flatnonzero(originals & has_words)
    if len(fitted) < 2 or is_word.sum() < 2:
        return ()
    with threadpool_limits(1):
        words = counts[:, is_word]
        points = reduce(weigh(words, fitted), words, fitted)
        clusters = find_clusters(points[fitted], min(number, len(fitted)))
    labels = np.asarray((points @ clusters.centres.T).argmax(axis=1))
    labels[fitted] = clusters.labels
    return _parts(rows, terms, counts, labels)


def _counts(bundle: Bundle, rows: Rows) -> tuple[pd.DataFrame, Any]:
    """The terms that can tell the articles in `rows` apart, and how often each of these holds each."""
    from scipy.sparse import csr_matrix

    found = bundle.frame(TERM_COUNTS, where=[("article_row", "in", rows.tolist())])
    holders = found["term_id"].value_counts()
    usable = holders.index[holders.between(2, max(_MOST_ARTICLES_SHARE * len(rows), 3))]
    terms = bundle.frame(TERMS, ["term_id", "term", "written", "n_tokens", "is_keyword"])
    terms = terms[terms["is_keyword"] & terms["term_id"].isin(usable)].reset_index(drop=True)
    found = found[found["term_id"].isin(terms["term_id"])]
    columns = pd.Series(terms.index, index=terms["term_id"])
    places = (np.searchsorted(rows, found["article_row"]), columns[found["term_id"]].to_numpy())
    return terms, csr_matrix((found["n_occurrences"].astype(float), places), (len(rows), len(terms)))


def _parts(rows: Rows, terms: pd.DataFrame, counts: Any, labels: Rows) -> tuple[Part, ...]:
    groups, labels = np.unique(labels, return_inverse=True)
    scores = term_weights(weigh(counts), labels, len(groups), _EXCLUSIVENESS)
    parts = [_part(rows[labels == group], terms, counts, scores[group]) for group in range(len(groups))]
    return tuple(sorted(parts, key=lambda part: (-len(part.rows), part.rows[0])))


def _part(rows: Rows, terms: pd.DataFrame, counts: Any, scores: Any) -> Part:
    is_word = (terms["n_tokens"] == 1).to_numpy()
    words = best_terms(scores, np.flatnonzero(is_word & (scores > 0)), _WORDS)
    phrases = best_terms(scores, np.flatnonzero(~is_word & (scores > 0)), _PHRASES)
    ranked = best_terms(scores, np.concatenate([words, phrases]), len(words) + len(phrases))
    best = terms.iloc[ranked]
    listed = pd.DataFrame(
        {"rank": range(1, len(ranked) + 1), "term": best["term"].to_numpy(), "weight": scores[ranked]}
    )
    npmi = npmi_in_articles(counts, words[:_COHERENCE_WORDS])
    return Part(rows, listed, topic_labels([best["written"].tolist()])[0], coherence(npmi, range(len(npmi))))

"""Remaking: the parts of a split topic, and the words of topics that rules made, found as those of the tables are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.clusters import find_clusters
from analysis.collection import Collection
from analysis.steps.topics import gather
from analysis.stored_words import VOCABULARY, WORD_STREAMS, read_words
from analysis.topic_examples import spread_examples
from analysis.topic_labels import labels as topic_labels
from analysis.topic_model import (
    NO_TOPIC,
    Groups,
    Material,
    TopicTerms,
    find_terms,
    names_of,
    place_articles,
    sample_stories,
)
from analysis.vectors import Floats

Rows = npt.NDArray[np.int64]

_EXAMPLES = 5
_MOST_COPIES = 200
# A word in more than this share of the articles tells no parts of the topic apart; one in half of them may well.
_MOST_ARTICLES_SHARE = 0.8


@dataclass(frozen=True)
class Part:
    """A part of a topic: the rows of its articles, ascending, and of some that stand for it, the most typical first."""

    rows: Rows
    examples: Rows


@dataclass(frozen=True)
class Described:
    """What a topic is about: its terms (as in `topic_terms`, best first), its name by them, and its coherence."""

    terms: pd.DataFrame
    name: str
    coherence: float


class Remaker(Protocol):
    """What finds parts and words; one that remembers may stand for `FreshRemaker`."""

    def divide(self, rows: Rows, number: int) -> tuple[Part, ...]:
        """The articles in `rows`, ascending, in `number` parts, largest first; fewer where they are too few or alike.

        The same articles give the same parts.
        """
        ...

    def describe(self, groups: Rows, wanted: Sequence[int]) -> tuple[Described, ...]:
        """Each of the `wanted` groups, told apart from all others; `groups` has that of each article, -1 for none."""
        ...


@dataclass(frozen=True)
class FreshRemaker:
    """Finds parts and words in `bundle`, each time anew."""

    bundle: Bundle

    def divide(self, rows: Rows, number: int) -> tuple[Part, ...]:
        """As `Remaker` says: k-means in a space of these articles alone, one a story; copies go to the nearest part."""
        # Loaded before the limit is set: it reaches only the libraries that are there by then.
        import sklearn.cluster
        import sklearn.decomposition  # noqa: F401
        from threadpoolctl import threadpool_limits

        counts = self._words_of(rows)
        has_words = np.asarray(counts.sum(axis=1)).ravel() > 0
        stories = np.flatnonzero(np.isin(rows, self._material.stories) & has_words)
        if len(stories) < 2 or counts.shape[1] < 2:
            return ()
        with threadpool_limits(1):
            points, _, fitted_on = place_articles(counts, stories)
            clusters = find_clusters(points[fitted_on], min(number, len(fitted_on)))
        labels = np.asarray((points @ clusters.centres.T).argmax(axis=1))
        labels[fitted_on] = clusters.labels
        own = [np.flatnonzero(labels == group) for group in range(clusters.number)]
        parts = [_part(rows[of], points[of], centre) for of, centre in zip(own, clusters.centres, strict=True)]
        return tuple(sorted(parts, key=lambda part: (-len(part.rows), part.rows[0])))

    def describe(self, groups: Rows, wanted: Sequence[int]) -> tuple[Described, ...]:
        """As `Remaker` says."""
        sizes = np.bincount(groups[groups != NO_TOPIC])
        largest_first = np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes)]
        # The last place is that of articles with no group, which is -1.
        rank_of = np.full(len(sizes) + 1, NO_TOPIC)
        rank_of[largest_first] = np.arange(len(largest_first))
        ranks = rank_of[groups]
        rows = _with_some_of_each(sample_stories(self._material.stories), ranks, len(largest_first))
        found = find_terms(self._material, Groups.of(rows, ranks, len(largest_first)))
        names = topic_labels(list(names_of(self._material.terms, found.ranked)))
        return tuple(_described(self._material.terms, found, rank, names[rank]) for rank in rank_of[list(wanted)])

    @cached_property
    def _material(self) -> Material:
        return material_of(self.bundle)

    def _words_of(self, rows: Rows) -> Any:
        """How often each of these articles holds each word that can tell them apart; sparse."""
        counts = self._material.counts[rows]
        holders = np.asarray((counts > 0).sum(axis=0)).ravel()
        tells = (holders >= 2) & (holders <= max(_MOST_ARTICLES_SHARE * len(rows), 3))
        return counts[:, self._material.is_word & tells]


def material_of(bundle: Bundle) -> Material:
    """What the topics of `bundle` were made of."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        streams, vocabulary = bundle.batches(WORD_STREAMS), bundle.batches(VOCABULARY)
        words = read_words(streams, vocabulary, Path(folder) / "words")
        return gather(Collection(words, bundle.read))


def _part(rows: Rows, points: Floats, centre: Floats) -> Part:
    """The part with `rows`, whose articles have these `points`, and this `centre`."""
    return Part(rows, rows[spread_examples(points, centre, _EXAMPLES)])


def _with_some_of_each(rows: Rows, groups: Rows, number: int) -> Rows:
    """`rows` and, of each group that has none among them, some: those of a part made of copies are in no sample."""
    sizes = np.bincount(groups[rows][groups[rows] != NO_TOPIC], minlength=number)
    missing = [np.flatnonzero(groups == group)[:_MOST_COPIES] for group in np.flatnonzero(sizes == 0)]
    return np.unique(np.concatenate([rows, *missing]))


def _described(terms: pd.DataFrame, found: TopicTerms, rank: int, name: str) -> Described:
    ranked = found.ranked[rank]
    listed = {
        "rank": range(1, len(ranked) + 1),
        "term": terms["term"].to_numpy()[ranked],
        "weight": found.weights[rank, ranked],
        "article_share": found.shares[rank, ranked],
    }
    return Described(pd.DataFrame(listed), name, found.coherence[rank])

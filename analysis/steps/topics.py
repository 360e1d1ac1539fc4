"""Topics: what the articles are about, by groups of articles and the words that tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.clusters import MIN_STORIES, Clusters, find_clusters, stability
from analysis.collection import Collection, Part
from analysis.errors import SettingsError
from analysis.layout import lay_out
from analysis.schema import Column, Table
from analysis.topic_words import Rows, best_terms, coherence, label, term_weights
from analysis.vectors import Floats, reduce, weigh

TOPICS = Table(
    "topics",
    "One row a topic; none for fewer than five stories.",
    (
        Column("topic_id", pa.int32(), "The topic, from 0, largest first."),
        Column("label", pa.string(), "Its name: its best terms."),
        Column("n_articles", pa.int32(), "Articles whose topic it is."),
        Column(
            "coherence",
            pa.float32(),
            "Mean NPMI of its ten best words over articles, -1 to 1.",
            within=(-1, 1),
        ),
        Column(
            "stability",
            pa.float32(),
            "How well it comes back on 80 % of the articles, 0 to 1.",
            within=(0, 1),
        ),
    ),
    key=("topic_id",),
)

TOPIC_TERMS = Table(
    "topic_terms",
    "One row a term of a topic, best first.",
    (
        Column("topic_id", pa.int32(), "The topic."),
        Column("rank", pa.int32(), "Its rank, from 1, best first."),
        Column("term", pa.string(), "The word or phrase, in its normal form."),
        Column("weight", pa.float32(), "Mean TF-IDF in the topic times its exclusiveness; 0 or more."),
    ),
    key=("topic_id", "rank"),
)

ARTICLE_TOPICS = Table(
    "article_topics",
    "One row an article.",
    (
        Column("article_id", pa.string(), "The article."),
        Column("topic_id", pa.int32(), "Its topic; null: none.", nullable=True),
        Column("weight", pa.float32(), "Cosine to the topic's centre, -1 to 1; null: none.", True, (-1, 1)),
        Column("x", pa.float32(), "Place on the map, -1 to 1; null: not on it.", True, (-1, 1)),
        Column("y", pa.float32(), "Place on the map, -1 to 1; null: not on it.", True, (-1, 1)),
    ),
    key=("article_id",),
)

_WORDS_A_TOPIC = 15
_PHRASES_A_TOPIC = 5
_COHERENCE_WORDS = 10

# A word in more than this share of the articles tells none of them apart.
_MOST_ARTICLES_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Topics:
    """Group articles by TF-IDF, latent semantic analysis and k-means, and name the groups by their words.

    `number` 0 lets the program choose. Topics are fitted on one article a story; copies are assigned.
    """

    tables: ClassVar[tuple[Table, ...]] = (TOPICS, TOPIC_TERMS, ARTICLE_TOPICS)

    number: int = 0

    def __post_init__(self) -> None:
        if self.number < 0:
            raise SettingsError(f"topics.number must be 0 (chosen by the program) or more, not {self.number}")

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """The topics, their terms, and the topic and place of each article."""
        # Loaded before the limit is set: it reaches only the libraries that are there by then.
        import sklearn.cluster
        import sklearn.decomposition
        import sklearn.manifold  # noqa: F401
        from threadpoolctl import threadpool_limits

        # Sums of several threads come in any order, and the last digits with them.
        with threadpool_limits(1):
            material = _gather(collection)
            if len(material.fitted_on) < MIN_STORIES or material.counts.shape[1] < 2:
                yield from _no_topics(material)
            else:
                yield from _Fitted.fit(material, self.number).parts()


@dataclass(frozen=True, slots=True)
class _Material:
    """What topics are made of.

    `counts` is a sparse matrix of articles by usable terms, `terms` has the rows of the latter, `fitted_on`
    the rows of the originals that hold a usable word.
    """

    article_ids: list[str]
    terms: pd.DataFrame
    counts: Any
    is_word: Any
    fitted_on: Rows


def _gather(collection: Collection) -> _Material:
    from scipy.sparse import csr_matrix

    stories = collection.read("stories", ["article_id", "is_original"]).to_pandas()
    terms = collection.read("terms", ["term_id", "term", "written", "n_tokens", "n_articles", "is_keyword"]).to_pandas()
    # In a handful of articles a word of two may well stand in more than half of them.
    most = max(_MOST_ARTICLES_SHARE * len(stories), 3)
    usable = terms[terms["is_keyword"] & terms["n_articles"].between(2, most)].reset_index(drop=True)
    column_of = np.full(len(terms), -1, np.int64)
    column_of[usable["term_id"]] = np.arange(len(usable))
    rows = collection.read("term_counts", ["article_row", "term_id", "n_occurrences"])
    columns = column_of[rows["term_id"].to_numpy()]
    kept = columns >= 0
    values = rows["n_occurrences"].to_numpy()[kept].astype(float)
    counts = csr_matrix((values, (rows["article_row"].to_numpy()[kept], columns[kept])), (len(stories), len(usable)))
    is_word = (usable["n_tokens"] == 1).to_numpy()
    has_words = np.asarray(counts[:, is_word].sum(axis=1)).ravel() > 0
    fitted_on = np.flatnonzero(stories["is_original"].to_numpy() & has_words)
    return _Material(stories["article_id"].tolist(), usable, counts, is_word, fitted_on)


def _no_topics(material: _Material) -> Iterator[Part]:
    nulls = [None] * len(material.article_ids)
    yield TOPICS, TOPICS.from_rows([])
    yield TOPIC_TERMS, TOPIC_TERMS.from_rows([])
    columns: dict[str, Any] = {
        "article_id": material.article_ids,
        "topic_id": nulls,
        "weight": nulls,
        "x": nulls,
        "y": nulls,
    }
    yield ARTICLE_TOPICS, ARTICLE_TOPICS.from_columns(columns)


@dataclass(frozen=True, slots=True)
class _Fitted:
    material: _Material
    points: Floats
    clusters: Clusters

    @classmethod
    def fit(cls, material: _Material, number: int) -> _Fitted:
        points = reduce(weigh(material.counts[:, material.is_word]), material.fitted_on)
        return cls(material, points, find_clusters(points[material.fitted_on], number))

    def parts(self) -> Iterator[Part]:
        """The rows of the three tables."""
        labels = self._assign()
        fit = np.einsum("ij,ij->i", self.points, self.clusters.centres[labels])
        has_topic = np.linalg.norm(self.points, axis=1) > 0
        sizes = np.bincount(labels[has_topic], minlength=self.clusters.number)
        order = np.argsort(-sizes, kind="stable")
        scores = self._scores()
        ranked = [self._ranked(scores[topic]) for topic in order]
        yield TOPICS, self._topics(order, sizes, ranked)
        yield TOPIC_TERMS, self._topic_terms(order, scores, ranked)
        yield ARTICLE_TOPICS, self._article_topics(np.argsort(order)[labels], fit, has_topic)

    def _assign(self) -> Rows:
        """The group of every article, fitted or not: that of the nearest centre."""
        labels = np.asarray((self.points @ self.clusters.centres.T).argmax(axis=1))
        labels[self.material.fitted_on] = self.clusters.labels
        return labels

    def _scores(self) -> Floats:
        weights = weigh(self.material.counts)[self.material.fitted_on]
        return term_weights(weights, self.clusters.labels, self.clusters.number)

    def _ranked(self, scores: Floats) -> Rows:
        words = best_terms(scores, np.flatnonzero(self.material.is_word), _WORDS_A_TOPIC)
        phrases = best_terms(scores, np.flatnonzero(~self.material.is_word & (scores > 0)), _PHRASES_A_TOPIC)
        return best_terms(scores, np.concatenate([words, phrases]), len(words) + len(phrases))

    def _topics(self, order: Rows, sizes: Rows, ranked: list[Rows]) -> pa.Table:
        counts = self.material.counts[self.material.fitted_on]
        shaky = stability(self.points[self.material.fitted_on], self.clusters)
        written = self.material.terms["written"]
        words = [[term for term in terms if self.material.is_word[term]][:_COHERENCE_WORDS] for terms in ranked]
        return TOPICS.from_columns(
            {
                "topic_id": range(len(order)),
                "label": [label([written[term] for term in terms]) for terms in ranked],
                "n_articles": sizes[order],
                "coherence": [coherence(counts, best) for best in words],
                "stability": shaky[order],
            }
        )

    def _topic_terms(self, order: Rows, scores: Floats, ranked: list[Rows]) -> pa.Table:
        return TOPIC_TERMS.from_rows(
            (topic_id, rank, self.material.terms["term"][term], scores[topic, term])
            for topic_id, (topic, terms) in enumerate(zip(order, ranked, strict=True))
            for rank, term in enumerate(terms, start=1)
        )

    def _article_topics(self, labels: Rows, fit: Floats, has_topic: Any) -> pa.Table:
        places = np.full((len(labels), 2), np.nan)
        if has_topic.sum() >= MIN_STORIES:
            places[has_topic] = lay_out(self.points[has_topic])
        known = [bool(flag) for flag in has_topic]
        return ARTICLE_TOPICS.from_columns(
            {
                "article_id": self.material.article_ids,
                "topic_id": [int(topic) if flag else None for topic, flag in zip(labels, known, strict=True)],
                "weight": [
                    float(np.clip(value, -1, 1)) if flag else None for value, flag in zip(fit, known, strict=True)
                ],
                "x": [None if np.isnan(value) else float(value) for value in places[:, 0]],
                "y": [None if np.isnan(value) else float(value) for value in places[:, 1]],
            }
        )


STEP = Topics()

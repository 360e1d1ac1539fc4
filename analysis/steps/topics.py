"""Topics: what the articles are about, by groups of articles and the words that tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analysis.clusters import MIN_STORIES
from analysis.collection import Collection, Part
from analysis.errors import SettingsError
from analysis.layout import lay_out
from analysis.schema import Column, Table
from analysis.topic_labels import labels
from analysis.topic_model import NO_TOPIC, Material, TopicModel, TopicTerms, are_readable, find_terms, names_of

TOPICS = Table(
    "topics",
    "One row a topic; none for fewer than five stories.",
    (
        Column("topic_id", pa.int32(), "The topic, from 0, largest first."),
        Column("label", pa.string(), "Its name: its best terms."),
        Column("n_articles", pa.int32(), "Articles whose topic it is."),
        Column("coherence", pa.float32(), "Mean NPMI of its ten words, within ten words of text.", within=(-1, 1)),
        Column("stability", pa.float32(), "Share of refits on 80 % of the articles that have it.", within=(0, 1)),
    ),
    key=("topic_id",),
)

TOPIC_TERMS = Table(
    "topic_terms",
    "One row a term of a topic, best first: ten single words and some phrases.",
    (
        Column("topic_id", pa.int32(), "The topic."),
        Column("rank", pa.int32(), "Its rank, from 1, best first."),
        Column("term", pa.string(), "The word or phrase, in its normal form."),
        Column("weight", pa.float32(), "Mean TF-IDF in the topic times its exclusiveness; 0 or more."),
        Column("article_share", pa.float32(), "Share of the topic's stories that hold it.", within=(0, 1)),
    ),
    key=("topic_id", "rank"),
)

TOPIC_EXAMPLES = Table(
    "topic_examples",
    "One row an article that stands for a topic; originals, spread over the topic.",
    (
        Column("topic_id", pa.int32(), "The topic."),
        Column("rank", pa.int32(), "Its rank, from 1, the most typical first."),
        Column("article_id", pa.string(), "The article."),
    ),
    key=("topic_id", "rank"),
)

ARTICLE_TOPICS = Table(
    "article_topics",
    "One row an article.",
    (
        Column("article_id", pa.string(), "The article."),
        Column("topic_id", pa.int32(), "Its topic; null: it fits nowhere.", nullable=True),
        Column("weight", pa.float32(), "Cosine to the topic's centre, -1 to 1; null: none.", True, (-1, 1)),
        Column(
            "agreement",
            pa.float32(),
            "Share of trial groupings with it in its topic, or in one topic at most if it fits nowhere; null: no word.",
            True,
            (0, 1),
        ),
        Column("second_topic_id", pa.int32(), "The next nearest topic; null: none.", nullable=True),
        Column("second_weight", pa.float32(), "Cosine to that one's centre, -1 to 1; null: none.", True, (-1, 1)),
        Column("x", pa.float32(), "Place on the map, -1 to 1; null: not on it.", True, (-1, 1)),
        Column("y", pa.float32(), "Place on the map, -1 to 1; null: not on it.", True, (-1, 1)),
    ),
    key=("article_id",),
)

TOPIC_NUMBERS = Table(
    "topic_numbers",
    "One row a number of topics that was compared, fewest first.",
    (
        Column("n_topics", pa.int32(), "The number of topics."),
        Column("stability", pa.float32(), "Adjusted Rand index of groups found again on 80 %.", within=(0, 1)),
        Column("coherence", pa.float32(), "Mean NPMI of the groups' words by whole articles.", within=(-1, 1)),
        Column(
            "worth",
            pa.float32(),
            "Stability times (1 + coherence) / 2 times the share of articles in groups of three or more.",
            within=(0, 1),
        ),
        Column("is_chosen", pa.bool_(), "Whether the collection has this number."),
    ),
    key=("n_topics",),
)

TOPIC_FIT = Table(
    "topic_fit",
    "One row: what the topics were fitted on; none for fewer than five stories.",
    (
        Column("n_stories", pa.int32(), "Stories that hold a usable word."),
        Column("n_fitted", pa.int32(), "Of these, how many the topics were fitted on: all, or a seeded sample."),
        Column("least_weight", pa.float32(), "Cosine below which an article fits nowhere.", within=(-3, 1)),
        Column("is_asked", pa.bool_(), "Whether the number of topics was asked for."),
    ),
    key=("n_stories",),
)

# A word in more than this share of the articles tells none of them apart, though up to the other it may name a topic;
# one in less than one in so many articles of a large collection is in too few.
_MOST_ARTICLES_SHARE = 0.5
_MOST_NAMED_SHARE = 0.8
_RARE = 2_500
# In a small collection a word of one article helps to name a topic of few.
_SMALL = 1_000


@dataclass(frozen=True, slots=True)
class Topics:
    """Group articles by the words they share and the company these keep, and name the groups by their words.

    `number` 0 lets the program choose. Topics are fitted on one article a story; copies are assigned.
    """

    tables: ClassVar[tuple[Table, ...]] = (
        TOPICS,
        TOPIC_TERMS,
        TOPIC_EXAMPLES,
        ARTICLE_TOPICS,
        TOPIC_NUMBERS,
        TOPIC_FIT,
    )

    number: int = 0

    def __post_init__(self) -> None:
        if self.number < 0:
            raise SettingsError(f"topics.number must be 0 (chosen by the program) or more, not {self.number}")

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """The topics with their terms and examples, the topic and place of each article, and how they were fitted."""
        # Loaded before the limit is set: it reaches only the libraries that are there by then.
        import sklearn.cluster
        import sklearn.decomposition
        import sklearn.manifold  # noqa: F401
        from threadpoolctl import threadpool_limits

        # Sums of several threads come in any order, and the last digits with them.
        with threadpool_limits(1):
            material = gather(collection)
            if len(material.stories) < MIN_STORIES or np.count_nonzero(material.is_word) < 2:
                yield from _no_topics(material)
            else:
                model = TopicModel.fit(material, self.number)
                yield from _parts(model, collection, is_asked=bool(self.number))


def gather(collection: Collection) -> Material:
    """What the topics of `collection` are made of."""
    from scipy.sparse import csr_matrix

    stories = collection.read("stories", ["article_id", "is_original"]).to_pandas()
    columns = ["term_id", "term", "written", "n_tokens", "n_articles", "is_keyword", "form_of"]
    terms = collection.read("terms", columns).to_pandas()
    rows = collection.read("term_counts", ["article_row", "term_id", "n_occurrences"])
    row, term = rows["article_row"].to_numpy(), rows["term_id"].to_numpy()
    is_original = stories["is_original"].to_numpy()
    terms["n_stories"] = np.bincount(term[is_original[row]], minlength=len(terms))
    usable = _usable(terms, int(is_original.sum()))
    column_of = np.full(len(terms), -1, np.int64)
    column_of[usable["term_id"]] = np.arange(len(usable))
    column = column_of[term]
    kept = column >= 0
    values = rows["n_occurrences"].to_numpy()[kept].astype(np.float32)
    counts = csr_matrix((values, (row[kept], column[kept])), (len(stories), len(usable)))
    is_word = (usable["n_tokens"] == 1).to_numpy()
    is_telling = is_word & (usable["n_stories"] <= max(_MOST_ARTICLES_SHARE * is_original.sum(), 3)).to_numpy()
    is_shared = is_telling & (usable["n_stories"] > 1).to_numpy()
    has_words = np.asarray(counts[:, is_shared].sum(axis=1)).ravel() > 0
    originals = np.flatnonzero(is_original & has_words)
    ids, readable = stories["article_id"].tolist(), are_readable(usable)
    return Material(ids, usable, counts, is_word, readable, is_telling, originals, collection.words)


def _usable(terms: pd.DataFrame, n_stories: int) -> pd.DataFrame:
    # In a handful of articles a word of two may well stand in more than half of them.
    most = max(_MOST_NAMED_SHARE * n_stories, 3)
    least = max(1 if n_stories < _SMALL else 2, n_stories // _RARE)
    return terms[terms["is_keyword"] & terms["n_stories"].between(least, most)].reset_index(drop=True)


def _no_topics(material: Material) -> Iterator[Part]:
    nulls = [None] * len(material.article_ids)
    for table in Topics.tables:
        if table == ARTICLE_TOPICS:
            empty: dict[str, Any] = {column.name: nulls for column in table.columns}
            yield table, table.from_columns(empty | {"article_id": material.article_ids})
        else:
            yield table, table.from_rows([])


def _parts(model: TopicModel, collection: Collection, *, is_asked: bool) -> Iterator[Part]:
    """The rows of all tables."""
    terms = find_terms(model.material, model.groups)
    yield TOPICS, _topics(model, terms)
    yield TOPIC_TERMS, _topic_terms(model, terms)
    yield TOPIC_EXAMPLES, _examples(model)
    with collection.apart("map"):
        xy = _places_on_map(model)
    yield ARTICLE_TOPICS, _article_topics(model, xy)
    yield (
        TOPIC_NUMBERS,
        TOPIC_NUMBERS.from_rows(
            (one.n_topics, one.stability, one.coherence, one.worth, one.n_topics == model.number)
            for one in model.numbers
        ),
    )
    fit = (len(model.material.stories), len(model.fitted_on), model.least_weight, is_asked)
    yield TOPIC_FIT, TOPIC_FIT.from_rows([fit])


def _topics(model: TopicModel, terms: TopicTerms) -> pa.Table:
    with_topic = model.places.topics[model.places.topics != NO_TOPIC]
    return TOPICS.from_columns(
        {
            "topic_id": range(model.number),
            "label": labels(list(names_of(model.material.terms, terms.ranked))),
            "n_articles": np.bincount(with_topic, minlength=model.number),
            "coherence": np.clip(terms.coherence, -1, 1),
            "stability": model.stability,
        }
    )


def _topic_terms(model: TopicModel, terms: TopicTerms) -> pa.Table:
    names = model.material.terms["term"]
    return TOPIC_TERMS.from_rows(
        (topic_id, rank, names[term], terms.weights[topic_id, term], terms.shares[topic_id, term])
        for topic_id, ranked in enumerate(terms.ranked)
        for rank, term in enumerate(ranked, start=1)
    )


def _examples(model: TopicModel) -> pa.Table:
    return TOPIC_EXAMPLES.from_rows(
        (topic_id, rank, model.material.article_ids[row])
        for topic_id, rows in enumerate(model.examples())
        for rank, row in enumerate(rows, start=1)
    )


def _places_on_map(model: TopicModel) -> npt.NDArray[np.float64]:
    """The place of each article on the map, articles x 2; nan for those without words."""
    on_map = model.points.any(axis=1)
    xy = np.full((len(model.points), 2), np.nan)
    if on_map.sum() >= MIN_STORIES:
        xy[on_map] = lay_out(model.points[on_map])
    return xy


def _article_topics(model: TopicModel, xy: npt.NDArray[np.float64]) -> pa.Table:
    places, on_map = model.places, model.points.any(axis=1)
    has_topic, has_second = places.topics != NO_TOPIC, places.second_topics != NO_TOPIC
    return ARTICLE_TOPICS.from_columns(
        {
            "article_id": model.material.article_ids,
            "topic_id": _or_null(places.topics, has_topic),
            "weight": _or_null(np.clip(places.weights, -1, 1), has_topic),
            "agreement": _or_null(places.agreement, model.points.any(axis=1)),
            "second_topic_id": _or_null(places.second_topics, has_second),
            "second_weight": _or_null(np.clip(places.second_weights, -1, 1), has_second),
            "x": _or_null(xy[:, 0], on_map),
            "y": _or_null(xy[:, 1], on_map),
        }
    )


def _or_null(values: Any, known: Any) -> pa.Array:
    return pa.array(values, mask=~known)


STEP = Topics()

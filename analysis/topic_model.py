"""Topic model: the topics of a collection, fitted on one article a story, and where every article stands among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.clusters import Clusters, fence, find_clusters
from analysis.topic_examples import spread_examples
from analysis.topic_stability import Number, Vectors, best_number, compare_numbers, stability
from analysis.topic_words import WORDS_A_TOPIC, Rows, WordChoice, article_shares, best_terms, coherence, term_weights
from analysis.vectors import Floats, reduce, sample, weigh
from analysis.windows import npmi_of_pairs
from analysis.word_ids import WordIds

NO_TOPIC = -1

# More stories than these say the same more slowly.
_MOST_FITTED = 10_000
# Articles whose running text tells which words meet.
_MOST_READ = 5_000

# An article that fewer of the runs than this have in one topic fits nowhere; in a topic so shaky that its surest
# article has hardly more, this share of what that one has is enough.
MAJORITY = 0.5
_NEARLY_AS_SURE = 0.75
# Less than one vote of a run.
_TIE = 1e-3

_CANDIDATES = 200
_PHRASES_A_TOPIC = 5
_EXAMPLES = 5

# Words to choose from are common in their topic; what stands first in a list of them is at home there.
_COMMON, _AT_HOME = 0.25, 0.75
# A word is offered to a topic that has this share of its weight in the topic where it weighs most.
_LEAST_SHARE = 0.1

_READABLE = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Material:
    """What topics are made of.

    `counts` is a sparse matrix of articles by usable terms, of which `terms` has the rows and `is_word` tells single
    words from phrases, `is_readable` those of letters alone from other words, `is_telling` those in so few articles
    that they tell some from others; `stories` are the rows of the originals that hold a usable word.
    """

    article_ids: list[str]
    terms: pd.DataFrame
    counts: Any
    is_word: npt.NDArray[np.bool_]
    is_readable: npt.NDArray[np.bool_]
    is_telling: npt.NDArray[np.bool_]
    stories: Rows
    words: WordIds


def are_readable(terms: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Which rows of the table of terms are single words of letters, in a form that is written so."""
    written = terms["written"].str.lower().tolist()
    pairs = zip(terms["term"].tolist(), written, strict=True)
    return np.array([bool(_READABLE.fullmatch(term)) and form.startswith(term) for term, form in pairs], bool)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each article stands: its topic or NO_TOPIC, its cosine to that centre, and the second-best alike.

    `agreement` is the share of the runs, 0 to 1, that have it in its topic; in the topic of most where it has none.
    """

    topics: Rows
    weights: Floats
    agreement: Floats
    second_topics: Rows
    second_weights: Floats

    def renumbered(self, order: Rows) -> Places:
        """The same, where the topic that was `order[0]` is 0, and so on."""
        new = np.append(np.argsort(order), NO_TOPIC)
        return replace(self, topics=new[self.topics], second_topics=new[self.second_topics])


@dataclass(frozen=True, slots=True)
class Groups:
    """Articles in `number` groups: the `rows` of some, ascending, and the group of each, from 0, in `labels`."""

    rows: Rows
    labels: Rows
    number: int

    @classmethod
    def of(cls, rows: Rows, groups: Rows, number: int) -> Groups:
        """Those of the articles in `rows` that have a group; `groups` has that of every article, NO_TOPIC for none."""
        kept = rows[groups[rows] != NO_TOPIC]
        return cls(kept, groups[kept], number)


def sample_stories(stories: Rows) -> Rows:
    """Those of the rows of `stories` that are fitted on: all, or a seeded sample."""
    return np.asarray(stories[sample(len(stories), _MOST_FITTED)])


def place_articles(counts: Any, stories: Rows) -> tuple[Floats, Any, Rows]:
    """Articles as points and as TF-IDF, and the rows that both were fitted on: `stories`, or a seeded sample of them.

    `counts` is a sparse matrix of articles by single words.
    """
    fitted_on = sample_stories(stories)
    weights = weigh(counts, fitted_on)
    return reduce(weights, counts, fitted_on), weights, fitted_on


@dataclass(frozen=True, slots=True)
class TopicModel:
    """The topics, largest first: `centres` has a row each. `points` has one for each article, `fitted_on` their rows.

    `least_weight` is the cosine below which an article fits nowhere; `numbers` compares numbers of topics.
    """

    material: Material
    points: Floats
    fitted_on: Rows
    centres: Floats
    places: Places
    least_weight: float
    stability: Floats
    numbers: list[Number]

    @classmethod
    def fit(cls, material: Material, number: int) -> TopicModel:
        """Group the articles in `number` topics; 0: in as many as are found best."""
        points, weights, fitted_on = place_articles(material.counts[:, material.is_telling], material.stories)
        articles = Vectors(points[fitted_on], weights[fitted_on])
        numbers = compare_numbers(articles)
        clusters = find_clusters(articles.points, number or best_number(numbers))
        steady = stability(articles, clusters)
        places, least = place_among(points, clusters, fitted_on)
        order = np.argsort(-np.bincount(places.topics[places.topics >= 0], minlength=clusters.number), kind="stable")
        centres = clusters.centres[order]
        return cls(material, points, fitted_on, centres, places.renumbered(order), least, steady[order], numbers)

    @property
    def number(self) -> int:
        """How many topics there are."""
        return len(self.centres)

    @property
    def groups(self) -> Groups:
        """The fitted articles that have a topic, by topic."""
        return Groups.of(self.fitted_on, self.places.topics, self.number)

    def examples(self) -> list[Rows]:
        """For each topic the rows of some originals that stand for it, spread over it, the most typical first."""
        of_topic = [self._members_of(topic) for topic in range(self.number)]
        return [
            rows[spread_examples(self.points[rows], centre, _EXAMPLES)]
            for rows, centre in zip(of_topic, self.centres, strict=True)
        ]

    def _members_of(self, topic: int) -> Rows:
        """The originals of a topic, sampled or not."""
        return np.asarray(self.material.stories[self.places.topics[self.material.stories] == topic])


def place_among(points: Floats, clusters: Clusters, fitted_on: Rows) -> tuple[Places, float]:
    """Each article in the topic of most votes, but in none where these are too few, or its cosine is below the fence.

    Too few are less than half, or in a topic whose surest article has hardly more, three quarters of those. The best of
    a topic always belongs to it. The other value is the fence: that of the articles `fitted_on`.
    """
    cosines, votes = points @ clusters.centres.T, clusters.votes(points)
    # Of topics with as many votes the nearer one.
    topics = (votes + _TIE * cosines).argmax(axis=1)
    if len(set(topics[fitted_on].tolist())) < clusters.number:
        topics[fitted_on] = clusters.labels
    every = np.arange(len(points))
    weights, agreement = cosines[every, topics], votes[every, topics]
    least = fence(weights[fitted_on])
    fits = (weights >= least) & points.any(axis=1)
    for topic in range(clusters.number):
        own = fitted_on[topics[fitted_on] == topic]
        enough = min(MAJORITY, _NEARLY_AS_SURE * agreement[own].max())
        fits &= (topics != topic) | (agreement >= enough)
        fits[own[weights[own].argmax()]] = True
    cosines[every, topics] = -np.inf
    seconds = cosines.argmax(axis=1)
    second_topics = np.where(fits & (clusters.number > 1), seconds, NO_TOPIC)
    topics = np.where(fits, topics, NO_TOPIC)
    return Places(topics, weights, agreement, second_topics, cosines[every, seconds]), least


@dataclass(frozen=True, slots=True)
class TopicTerms:
    """The terms of every topic: `ranked` has the columns of ten words and some phrases each, best first.

    `weights` and `shares` have a row a topic and a column a term; `coherence` is that of the ten words.
    """

    ranked: list[Rows]
    weights: Floats
    shares: Floats
    coherence: list[float]


def find_terms(material: Material, groups: Groups) -> TopicTerms:
    """Ten words for each group that go together, cover its articles and set it apart; and its best phrases."""
    counts = material.counts[groups.rows]
    weights = weigh(counts)
    at_home = term_weights(weights, groups.labels, groups.number, _AT_HOME)
    common = term_weights(weights, groups.labels, groups.number, _COMMON)
    chosen, fits = _choose_words(material, groups, counts, common)
    ranked = []
    for topic, words in enumerate(chosen):
        words = _filled(material, words, at_home[topic])
        phrases = best_terms(at_home[topic], np.flatnonzero(~material.is_word & (at_home[topic] > 0)), _PHRASES_A_TOPIC)
        terms = np.concatenate([words, phrases])
        ranked.append(best_terms(at_home[topic], terms, len(terms)))
    return TopicTerms(ranked, at_home, article_shares(counts, groups.labels, groups.number), fits)


def _choose_words(material: Material, groups: Groups, counts: Any, scores: Floats) -> tuple[list[Rows], list[float]]:
    """For each topic the columns of its words, and their coherence."""
    candidates = [_candidates(material, scores, topic) for topic in range(groups.number)]
    columns = np.unique(np.concatenate(candidates))
    read = groups.rows[sample(len(groups.rows), _MOST_READ)]
    npmi = npmi_of_pairs(material.words, read, material.terms["term"][columns].tolist())
    chosen: dict[int, Rows] = {}
    # Largest first, and once more: by then the first know what the others took.
    for topic in [*range(groups.number), *range(groups.number)]:
        own = candidates[topic]
        places = np.searchsorted(columns, own)
        holds = counts[groups.labels == topic][:, own].toarray() > 0
        others = [words for other, words in chosen.items() if other != topic]
        taken = np.isin(own, np.concatenate(others)) if others else np.zeros(len(own), bool)
        weights = scores[topic, own] / max(1e-12, scores[topic, own].max(initial=0))
        chosen[topic] = own[WordChoice(weights, npmi[np.ix_(places, places)], holds).choose(taken)]
    words = [chosen[topic] for topic in range(groups.number)]
    return words, [coherence(npmi, np.searchsorted(columns, own).tolist()) for own in words]


def _candidates(material: Material, scores: Floats, topic: int) -> Rows:
    """The columns of the words that a topic may be told by, heaviest first; of the forms of a word the heaviest."""
    own = scores[topic]
    is_offered = material.is_readable & (own > 0) & (own >= _LEAST_SHARE * scores.max(axis=0))
    # A word of one article meets its neighbours there, whatever they are.
    is_offered &= (material.terms["n_stories"] > 1).to_numpy()
    ranked = best_terms(own, np.flatnonzero(is_offered), int(is_offered.sum()))
    first = np.unique(material.terms["form_of"].to_numpy()[ranked], return_index=True)[1]
    return ranked[np.sort(first)][:_CANDIDATES]


def _filled(material: Material, words: Rows, scores: Floats) -> Rows:
    """`words`, filled up to ten with the best that are left, words of letters first."""
    for offered in (material.is_readable, material.is_word & ~material.is_readable):
        left = np.setdiff1d(np.flatnonzero(offered & (scores > 0)), words)
        words = np.concatenate([words, best_terms(scores, left, WORDS_A_TOPIC - len(words))])
    return words


def names_of(terms: pd.DataFrame, ranked: list[Rows]) -> Iterator[list[str]]:
    """The terms of each topic as they are written."""
    written = terms["written"].to_numpy()
    return (written[columns].tolist() for columns in ranked)

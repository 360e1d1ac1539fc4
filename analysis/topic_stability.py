"""Topic stability: whether topics come back when some of the articles are left out, and how many do so best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.clusters import Clusters, Labels, find_clusters
from analysis.topic_words import WORDS_A_TOPIC, coherence, npmi_in_articles, term_weights
from analysis.vectors import SEED, Floats, sample

# Below this share of refits in which it comes back a topic is called shaky.
SHAKY = 0.7

_MOST_REFITTED = 2_000
MOST_COMPARED = 1_200
_N_REFITS = 10
_REFIT_SHARE = 0.8
_BACK = 0.5

# Choosing a number takes some dozens of fits, each of which may be rougher than the one that counts.
_QUICK_RUNS = 20
_QUICK_REFITS = 5
_SMALLEST = 3
_FEWEST, _MOST = 8, 20
_FEWEST_PER_ROOT = 6

# The weights by which a group's words are told from those of others, when groups are only compared.
_EXCLUSIVENESS = 0.75


def is_shaky(stability: pd.Series) -> pd.Series:
    """Which of the topics come back too seldom; those whose stability is not known are not shaky."""
    # As it is stored, .7 is a little less than .7.
    return stability.astype(float).round(3) < SHAKY


@dataclass(frozen=True, slots=True)
class Vectors:
    """Articles as points (rows of unit length) and as TF-IDF of single words (sparse), row by row."""

    points: Floats
    weights: Any

    def __getitem__(self, rows: Labels) -> Vectors:
        return Vectors(self.points[rows], self.weights[rows])

    def words_of(self, clusters: Clusters) -> list[Labels]:
        """The ten words of most weight in each group."""
        scores = term_weights(self.weights, clusters.labels, clusters.number, _EXCLUSIVENESS)
        return [np.argsort(-of_topic, kind="stable")[:WORDS_A_TOPIC] for of_topic in scores]


def stability(articles: Vectors, clusters: Clusters) -> Floats:
    """For each group how often it comes back, 0 to 1, in ten refits on 80 % of the articles.

    The groups of a refit are matched one to one with those that were found (Hungarian method, Kuhn 1955) by what they
    share: the Jaccard overlaps of their articles and of their ten words. A group comes back where that of the articles
    is a half or more; with less it is dissolved (Hennig 2007, Cluster-wise assessment of cluster
    stability). Refits of more than 2,000 articles draw from a seeded sample of these.
    """
    kept = sample(len(articles.points), _MOST_REFITTED)
    drawn, labels = articles[kept], clusters.labels[kept]
    words = articles.words_of(clusters)
    back = np.zeros((_N_REFITS, clusters.number))
    for refit, rows in enumerate(_resamples(len(kept), _N_REFITS)):
        again = drawn[rows]
        found = find_clusters(again.points, clusters.number, _QUICK_RUNS, refit)
        overlaps = _overlaps(labels[rows], found.labels, clusters.number)
        old, new = _matched(overlaps + _shared(words, again.words_of(found)))
        back[refit, old] = overlaps[old, new] >= _BACK
    return np.asarray(back.mean(axis=0))


def _matched(alike: Floats) -> tuple[Labels, Labels]:
    """Rows and columns, matched one to one so that they are most alike together."""
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(alike, maximize=True)
    return np.asarray(rows), np.asarray(columns)


def _overlaps(old: Labels, new: Labels, number: int) -> Floats:
    """Jaccard overlap of the articles of each two groups."""
    table = np.zeros((number, int(new.max()) + 1))
    np.add.at(table, (old, new), 1)
    union = table.sum(axis=1, keepdims=True) + table.sum(axis=0, keepdims=True) - table
    return np.asarray(table / np.maximum(union, 1))


def _shared(old: list[Labels], new: list[Labels]) -> Floats:
    """Jaccard overlap of each two sets of words."""
    return np.array([[len(set(a) & set(b)) / max(1, len(set(a) | set(b))) for b in new] for a in old])


def _resamples(n_points: int, number: int) -> Iterator[Labels]:
    random = np.random.default_rng(SEED)
    for _ in range(number):
        yield np.sort(random.choice(n_points, max(2, int(n_points * _REFIT_SHARE)), replace=False))


class Number(NamedTuple):
    """How well some number of topics does: two figures, and what they are worth together."""

    n_topics: int
    stability: float
    coherence: float
    worth: float


def compare_numbers(articles: Vectors) -> list[Number]:
    """The numbers of topics that are worth a look, fewest first; none where no number makes groups.

    `stability` is the adjusted Rand index (Hubert and Arabie 1985) of groups found again on 80 % of the articles,
    `coherence` the mean NPMI of the groups' words by whole articles, and `worth` the one times the other brought to 0
    to 1, times the share of articles in groups of three or more. Of
    more than 1,200 articles a seeded sample is compared.
    """
    drawn = articles[sample(len(articles.points), MOST_COMPARED)]
    found = ((number, find_clusters(drawn.points, number, _QUICK_RUNS)) for number in _candidates(len(drawn.points)))
    return [_judge(drawn, clusters) for number, clusters in found if clusters.number == number]


def best_number(numbers: list[Number]) -> int:
    """The number of most worth; of equals the smaller; 1 where there is none."""
    return max(numbers, key=lambda one: (one.worth, -one.n_topics)).n_topics if numbers else 1


def _judge(articles: Vectors, clusters: Clusters) -> Number:
    from sklearn.metrics import adjusted_rand_score

    steady = []
    for refit, rows in enumerate(_resamples(len(clusters.labels), _QUICK_REFITS)):
        again = find_clusters(articles.points[rows], clusters.number, _QUICK_RUNS, refit)
        steady.append(adjusted_rand_score(clusters.labels[rows], again.labels))
    fits = [
        coherence(npmi_in_articles(articles.weights, words), range(len(words))) for words in articles.words_of(clusters)
    ]
    stable, coherent = max(0.0, float(np.mean(steady))), float(np.mean(fits))
    sizes = np.bincount(clusters.labels)
    in_groups = float(sizes[sizes >= _SMALLEST].sum() / sizes.sum())
    return Number(clusters.number, stable, coherent, stable * (1 + coherent) / 2 * in_groups)


def _candidates(n_points: int) -> list[int]:
    """Numbers to compare: a few groups tell little of thousands of articles, and many are more than one can hold."""
    fewest = min(_FEWEST, max(2, round(n_points**0.5 / _FEWEST_PER_ROOT)))
    most = max(2, min(_MOST, n_points // 4))
    return [number for number in range(min(fewest, most), most + 1) if number <= 12 or number % 2 == 0]

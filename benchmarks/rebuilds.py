"""Rebuilds: which topics of another build are taken for the same, over thresholds of resemblance.

    python -m benchmarks.rebuilds [FOLDER]

FOLDER has `news.jsonl` and `topics_reuters_r8.jsonl`. Topics are found in parts of each: the same articles less a
fifth, half as many again, twice as many, the other half (no article in common), and the same ones in more topics. A
fifth of all articles is in no part: by where both builds would put *these* it is judged which topics are the same, so
that what is judged is not what the pairing saw. Two topics are the same where half of the articles that are in either
are in both (Jaccard .5 or more), others below .25; in between it is a matter of opinion, which counts neither way.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.clusters import find_clusters
from analysis.curation.remaking import material_of
from analysis.curation.signatures import RESEMBLES, Signature, flow, hash_of, pairs, resemblance, signature
from analysis.pipeline import build
from analysis.topic_model import Groups, Material, find_terms, place_articles
from benchmarks.report import Table, publish
from benchmarks.sentences import DATA

Rows = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Each collection, in how many topics, and how often it is divided anew.
_SETS = (
    ("news.jsonl", 8, 5),
    ("news.jsonl", 20, 5),
    ("topics_reuters_r8.jsonl", 8, 3),
    ("topics_reuters_r8.jsonl", 20, 3),
)
_THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
_HELD_OUT = 0.2
_SAME, _OTHER = 0.5, 0.25
_MORE_TOPICS = 1.6


@dataclass(frozen=True)
class Found:
    """The topics of one build: the articles in it, the topic of every article, in it or not, and what is remembered."""

    rows: Rows
    topics: Rows
    signatures: Sequence[Signature]


class Judged(NamedTuple):
    """Former topics (rows) beside present ones (columns): how much they resemble, and how many articles they share."""

    scores: Floats
    shared: Floats


class Figures(NamedTuple):
    """Of the pairs at a threshold: how many are the same topic, other ones, neither; of the same how many there are."""

    n_right: int
    n_wrong: int
    n_unsure: int
    n_same: int

    @property
    def cells(self) -> tuple[str, ...]:
        """Precision, recall, F1, and the numbers behind them."""
        precision = self.n_right / max(1, self.n_right + self.n_wrong)
        recall = self.n_right / max(1, self.n_same)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        numbers = (self.n_right, self.n_same, self.n_wrong, self.n_unsure)
        return (*(f"{value:.3f}" for value in (precision, recall, f1)), *map(str, numbers))


_COLUMNS = ("precision", "recall", "F1", "right", "of", "wrong", "matter of opinion")


def find_topics(material: Material, rows: Rows, number: int) -> Found:
    """The topics of the articles in `rows` alone, as a build finds them."""
    stories = np.intersect1d(material.stories, rows)
    points, _, fitted_on = place_articles(material.counts[:, material.is_telling], stories)
    clusters = find_clusters(points[fitted_on], number)
    topics = (points @ clusters.centres.T).argmax(axis=1)
    terms = find_terms(material, Groups.of(fitted_on, topics, clusters.number))
    names = material.terms["term"].to_numpy()
    own = [[material.article_ids[row] for row in rows[topics[rows] == topic]] for topic in range(clusters.number)]
    remembered = [
        signature(pd.DataFrame({"term": names[ranked], "weight": terms.weights[topic, ranked]}), own[topic])
        for topic, ranked in enumerate(terms.ranked)
    ]
    return Found(rows, topics, remembered)


def judge(material: Material, old: Found, new: Found, held_out: Rows) -> Judged:
    """Each topic of `old` beside each of `new`."""
    topic_of = {hash_of(material.article_ids[row]): int(new.topics[row]) for row in new.rows}
    flowed = flow(old.signatures, topic_of, len(new.signatures))
    scores = resemblance(old.signatures, new.signatures, flowed)
    both = np.zeros(scores.shape)
    np.add.at(both, (old.topics[held_out], new.topics[held_out]), 1)
    either = both.sum(axis=1, keepdims=True) + both.sum(axis=0, keepdims=True) - both
    return Judged(scores, both / np.maximum(1, either))


def figures(judged: Sequence[Judged], threshold: float) -> Figures:
    """The figures of all the pairs that are made at `threshold`."""
    found = [one.shared[pair] for one in judged for pair in pairs(one.scores, threshold).items()]
    n_same = sum(int((one.shared >= _SAME).sum()) for one in judged)
    n_right, n_wrong = sum(share >= _SAME for share in found), sum(share < _OTHER for share in found)
    return Figures(n_right, n_wrong, len(found) - n_right - n_wrong, n_same)


def rebuilds(material: Material, number: int, seed: int) -> Iterator[tuple[str, Judged]]:
    """Builds of one division of the articles in pairs, each with its name."""
    shuffled = np.random.default_rng(seed).permutation(len(material.article_ids))
    n_held = round(_HELD_OUT * len(shuffled))
    held_out, rest = shuffled[:n_held], shuffled[n_held:]

    def found(start: float, stop: float, in_topics: int = number) -> Found:
        part = rest[round(start * len(rest)) : round(stop * len(rest))]
        return find_topics(material, np.sort(part), in_topics)

    whole, first_half = found(0, 1), found(0, 0.5)
    made = {
        "a fifth left out": (whole, found(0, 0.8)),
        "half as many again": (found(0, 2 / 3), whole),
        "twice as many": (first_half, whole),
        "the other half": (first_half, found(0.5, 1)),
        "in more topics": (whole, found(0, 1, round(_MORE_TOPICS * number))),
    }
    for name, (old, new) in made.items():
        yield name, judge(material, old, new, held_out)


def measure(folder: Path) -> Mapping[str, list[Judged]]:
    """All pairs of builds, by the name of the rebuild, with the collection in front."""
    judged: dict[str, list[Judged]] = {}
    with TemporaryDirectory() as temporary:
        for file in dict.fromkeys(file for file, _, _ in _SETS):
            material = material_of(build([folder / file], Path(temporary) / file, n_workers=1))
            for number, n_seeds in ((number, n_seeds) for name, number, n_seeds in _SETS if name == file):
                for seed in range(n_seeds):
                    for name, one in rebuilds(material, number, seed):
                        judged.setdefault(f"{file}, {number} topics: {name}", []).append(one)
    return judged


def main() -> None:
    """Measure, print, and write the page of results."""
    # Loaded before the limit is set: it reaches only the libraries that are there by then.
    import sklearn.cluster
    import sklearn.decomposition  # noqa: F401
    from threadpoolctl import threadpool_limits

    parser = argparse.ArgumentParser(prog="python -m benchmarks.rebuilds", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    with threadpool_limits(1):
        judged = measure(parser.parse_args().folder)
    every = [one for found in judged.values() for one in found]
    over = [(f"{least:.2f}", *figures(every, least).cells) for least in _THRESHOLDS]
    apart = [one for name, found in judged.items() if name.endswith("the other half") for one in found]
    alone = [(f"{least:.2f}", *figures(apart, least).cells) for least in _THRESHOLDS]
    each = [(name, *figures(found, RESEMBLES).cells) for name, found in judged.items()]
    tables = [
        Table("All rebuilds, by threshold", _COLUMNS, over),
        Table("No article in common (by terms alone), by threshold", _COLUMNS, alone),
        Table(f"Each rebuild at {RESEMBLES}", _COLUMNS, each),
    ]
    publish("rebuilds", "python -m benchmarks.rebuilds", tables)


if __name__ == "__main__":
    main()

"""Signatures: what is remembered of a topic, and which topics of another build resemble it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import pandas as pd

from analysis.vectors import Floats

# Of the articles of a topic, those with the smallest hashes: a sample that depends on the ids alone.
MOST_ARTICLES = 200
MOST_TERMS = 20
_HASH_BYTES = 6

# From this on two topics are taken for the same one. Chosen on benchmarks/results/rebuilds.md.
RESEMBLES = 0.45
# What the articles weigh in that, beside the terms, where all of them are still there.
_WEIGHT_OF_ARTICLES = 0.5
# A topic goes on in another if that has this share of its articles.
_MOSTLY = 0.5
_SUBSTANTIAL = 0.25

ChangeKind = Literal["same", "born", "died", "split", "merged"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
NO_TOPIC = -1


@dataclass(frozen=True, slots=True)
class Signature:
    """A topic as it is remembered.

    `terms` are its best terms with their weights, `articles` the hashes of a sample of its `n_articles`, ascending.
    """

    terms: tuple[tuple[str, float], ...]
    articles: tuple[str, ...]
    n_articles: int


@dataclass(frozen=True, slots=True)
class Known:
    """A topic that was seen: its key, the name that it had, its colour (0 to 7; -1: none), and its signature.

    `topic_id` is the one that the tables give it; -1 for a part of a split topic, and for one that is gone.
    """

    key: int
    name: str
    colour: int
    signature: Signature
    topic_id: int = NO_TOPIC


@dataclass(frozen=True, slots=True)
class Change:
    """What a build made of some topics: the same again, a new one, none any more, several, or one of several.

    `before` has the names of the former topics with their numbers of articles, `after` the keys of the present ones.
    """

    kind: ChangeKind
    before: tuple[tuple[str, int], ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Where the articles of former topics (rows) are now.

    `moved` estimates how many of them are in each present topic (columns), `stayed` how many are in the collection
    at all.
    """

    moved: Floats
    stayed: Floats


def hash_of(article_id: str) -> str:
    """Twelve hex digits that stand for an article."""
    return hashlib.blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=_HASH_BYTES).hexdigest()


def signature(terms: pd.DataFrame, article_ids: Iterable[str]) -> Signature:
    """The signature of a topic with these `terms` (term, weight; best first) and articles."""
    hashes = sorted({hash_of(article_id) for article_id in article_ids})
    best = terms.head(MOST_TERMS)
    # Six digits: what is written to a file and read again is the same.
    weights = [float(f"{weight:.6g}") for weight in best["weight"]]
    return Signature(tuple(zip(best["term"], weights, strict=True)), tuple(hashes[:MOST_ARTICLES]), len(hashes))


def flow(old: Sequence[Signature], topic_of: Mapping[str, int], number: int) -> Flow:
    """Where the articles of `old` topics are among `number` present ones.

    `topic_of` gives for the hashes of present articles their topic, from 0; `NO_TOPIC` for none.
    """
    moved, stayed = np.zeros((len(old), number)), np.zeros(len(old))
    for row, one in enumerate(old):
        found = [topic_of[name] for name in one.articles if name in topic_of]
        scale = one.n_articles / max(1, len(one.articles))
        stayed[row] = len(found) * scale
        for topic in found:
            if topic != NO_TOPIC:
                moved[row, topic] += scale
    return Flow(moved, stayed)


def resemblance(old: Sequence[Signature], new: Sequence[Signature], flowed: Flow) -> Floats:
    """How much each of `old` (rows) resembles each of `new` (columns), from 0 to 1.

    The cosine of their weighted terms, and, by the share of the former articles that are still there, the Jaccard
    overlap of their articles among those that both collections have.
    """
    by_terms = np.array([[_cosine(a, b) for b in new] for a in old]).reshape(len(old), len(new))
    either = flowed.stayed[:, None] + flowed.moved.sum(axis=0)[None, :] - flowed.moved
    by_articles = flowed.moved / np.where(either > 0, either, 1)
    sizes = np.array([max(1, one.n_articles) for one in old], float)
    weight = (_WEIGHT_OF_ARTICLES * np.minimum(1, flowed.stayed / sizes))[:, None] if len(old) else 0
    return np.asarray((1 - weight) * by_terms + weight * by_articles)


def _cosine(one: Signature, other: Signature) -> float:
    weights = dict(other.terms)
    lengths = _length(one) * _length(other)
    return sum(weight * weights.get(term, 0.0) for term, weight in one.terms) / lengths if lengths else 0.0


def _length(one: Signature) -> float:
    return float(sum(weight * weight for _, weight in one.terms) ** 0.5)


def pairs(scores: Floats, least: float = RESEMBLES) -> dict[int, int]:
    """Which column belongs to which row: the pairs with the greatest sum (Kuhn 1955), of at least `least` each."""
    from scipy.optimize import linear_sum_assignment

    # What may not be paired adds nothing, and so keeps no other pair apart.
    allowed = np.where(scores >= least, scores, 0)
    rows, columns = linear_sum_assignment(allowed, maximize=True)
    found = zip(rows.tolist(), columns.tolist(), strict=True)
    return {row: column for row, column in found if scores[row, column] >= least}


def changes(
    old: Sequence[tuple[str, int]], keys: Sequence[int], flowed: Flow, paired: Mapping[int, int]
) -> tuple[Change, ...]:
    """What became of the `old` topics (name and number of articles): the same ones, merged, split, died; then the born.

    `keys` are those of the present topics, `paired` says which of these each former one is.
    """
    rows_of = {column: row for row, column in paired.items()}
    merged = {c: rows for c in range(len(keys)) if len(rows := _joined_in(c, flowed) | _one(rows_of.get(c))) > 1}
    split = {r: columns for r in range(len(old)) if len(columns := _parts_of(r, flowed) | _one(paired.get(r))) > 1}
    told = {row for rows in merged.values() for row in rows} | set(split)
    same = {row: column for row, column in sorted(paired.items()) if row not in told}
    told_new = {column for columns in split.values() for column in columns} | set(merged) | set(same.values())
    return (
        *(Change("same", (old[row],), (keys[column],)) for row, column in same.items()),
        *(
            Change("merged", tuple(old[row] for row in sorted(rows)), (keys[column],))
            for column, rows in merged.items()
        ),
        *(Change("split", (old[row],), tuple(keys[c] for c in sorted(columns))) for row, columns in split.items()),
        *(Change("died", (one,), ()) for row, one in enumerate(old) if row not in told and row not in same),
        *(Change("born", (), (key,)) for column, key in enumerate(keys) if column not in told_new),
    )


def _joined_in(column: int, flowed: Flow) -> set[int]:
    """The former topics that went mostly into this one."""
    return set(np.flatnonzero(flowed.moved[:, column] >= np.maximum(_MOSTLY * flowed.stayed, 1)).tolist())


def _parts_of(row: int, flowed: Flow) -> set[int]:
    """The present topics that came mostly out of this one, each with a substantial part of it."""
    moved, arrived = flowed.moved[row], flowed.moved.sum(axis=0)
    least = np.maximum(_MOSTLY * arrived, max(_SUBSTANTIAL * flowed.stayed[row], 1))
    return set(np.flatnonzero(moved >= least).tolist())


def _one(number: int | None) -> set[int]:
    return set() if number is None else {number}

"""Following: a curation from the topics that were last seen to those of another bundle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.curation.colours import N_COLOURS, NO_COLOUR
from analysis.curation.rules import Curation, keys_of
from analysis.curation.signatures import (
    NO_TOPIC,
    Change,
    Flow,
    Known,
    Signature,
    changes,
    flow,
    hash_of,
    pairs,
    resemblance,
    signature,
)
from analysis.steps.topics import ARTICLE_TOPICS, TOPIC_EXAMPLES, TOPIC_TERMS, TOPICS

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True)
class TableTopics:
    """The topics as the tables of a bundle have them.

    `topics` and `terms` are the tables, `topic_ids` the topic of each article of `article_ids`, -1 for none, and
    `examples` has for each topic the rows of those that stand for it, the most typical first.
    """

    topics: pd.DataFrame
    terms: pd.DataFrame
    article_ids: Sequence[str]
    topic_ids: Ids
    examples: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, bundle: Bundle) -> TableTopics:
        """Those of `bundle`."""
        articles = bundle.frame(ARTICLE_TOPICS, ["article_id", "topic_id"])
        terms = bundle.frame(TOPIC_TERMS).sort_values(["topic_id", "rank"], ignore_index=True)
        topic_ids = articles["topic_id"].fillna(NO_TOPIC).to_numpy(np.int64)
        examples = bundle.frame(TOPIC_EXAMPLES).sort_values(["topic_id", "rank"])
        examples["row"] = pd.Index(articles["article_id"]).get_indexer(examples["article_id"])
        rows = {int(topic): tuple(found.tolist()) for topic, found in examples.groupby("topic_id")["row"]}
        return cls(bundle.frame(TOPICS), terms, articles["article_id"].tolist(), topic_ids, rows)

    @property
    def names(self) -> list[str]:
        """Their labels, by id."""
        return list(self.topics["label"])

    @cached_property
    def signatures(self) -> list[Signature]:
        """Their signatures, by id."""
        ids = pd.Series(self.article_ids).groupby(self.topic_ids)
        members = {int(topic): list(found) for topic, found in ids}
        terms = dict(iter(self.terms.groupby("topic_id")))
        empty = self.terms.head(0)
        return [signature(terms.get(topic, empty), members.get(topic, ())) for topic in self.topics["topic_id"]]

    @cached_property
    def by_hash(self) -> Mapping[str, int]:
        """The topic of each article, by the hash of its id."""
        return dict(zip(map(hash_of, self.article_ids), self.topic_ids.tolist(), strict=True))


def follow(curation: Curation, fingerprint: str, found: TableTopics) -> Curation:
    """`curation` with each of its topics found again among those of the bundle with this `fingerprint`.

    A topic that resembles a former one has its key and its colour; the others get new ones. A former topic that
    none resembles is kept if a rule names it: it may come back.
    """
    if curation.fingerprint == fingerprint and _are_those_of(curation, found):
        return curation
    parts = curation.part_keys
    old = [topic for topic in curation.topics if topic.key not in parts]
    remembered = [topic.signature for topic in old]
    flowed = flow(remembered, found.by_hash if old else {}, len(found.names))
    paired = pairs(resemblance(remembered, found.signatures, flowed))
    keys = _keys(curation, old, paired, len(found.names))
    return replace(
        curation,
        fingerprint=fingerprint,
        topics=(*_present(found, keys, old), *_kept(curation, keys)),
        changes=_changes(old, keys, flowed, paired) if old else (),
    )


def _are_those_of(curation: Curation, found: TableTopics) -> bool:
    ids = sorted(topic.topic_id for topic in curation.topics if topic.topic_id != NO_TOPIC)
    return ids == list(range(len(found.names)))


def _keys(curation: Curation, old: Sequence[Known], paired: Mapping[int, int], number: int) -> list[int]:
    kept = {column: old[row].key for row, column in paired.items()}
    new = iter(curation.new_keys(number))
    return [kept[column] if column in kept else next(new) for column in range(number)]


def _present(found: TableTopics, keys: Sequence[int], old: Sequence[Known]) -> list[Known]:
    colours = {topic.key: topic.colour for topic in old}
    # At first sight the largest have the colours, in their order.
    first = [column if column < N_COLOURS else NO_COLOUR for column in range(len(keys))]
    return [
        Known(key, name, colours.get(key, NO_COLOUR) if old else first[topic_id], shown, topic_id)
        for topic_id, (key, name, shown) in enumerate(zip(keys, found.names, found.signatures, strict=True))
    ]


def _kept(curation: Curation, keys: Sequence[int]) -> list[Known]:
    """The parts, and those that are gone though a rule names them."""
    named = {key for rule in curation.rules for key in keys_of(rule)} - set(keys)
    return [replace(topic, topic_id=NO_TOPIC) for topic in curation.topics if topic.key in named]


def _changes(old: Sequence[Known], keys: Sequence[int], flowed: Flow, paired: Mapping[int, int]) -> tuple[Change, ...]:
    """What became of the former topics; one that was gone before is told of only if it came back."""
    rows = [row for row, topic in enumerate(old) if topic.topic_id != NO_TOPIC or row in paired]
    told = [(old[row].name, old[row].signature.n_articles) for row in rows]
    among = {place: paired[row] for place, row in enumerate(rows) if row in paired}
    return changes(told, keys, Flow(flowed.moved[rows], flowed.stayed[rows]), among)

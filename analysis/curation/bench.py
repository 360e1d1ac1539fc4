"""The bench: topics while the rules of a curation are applied to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest

import numpy as np
import pandas as pd

from analysis.curation.colours import NO_COLOUR
from analysis.curation.curated import Ids, Said
from analysis.curation.following import TableTopics
from analysis.curation.remaking import Described, Part, Remaker
from analysis.curation.rules import Curation, Hide, Merge, Rename, Rule, Split
from analysis.curation.signatures import NO_TOPIC, Signature, flow, hash_of, pairs, resemblance, signature

_MADE_ANEW = ["topic_id", "label", "n_articles"]

_NOTHING_LIKE_IT = "no topic resembles it now"
_TAKEN = "it was merged or split before"
_ALIKE = "its articles are too few, or too much alike"


@dataclass(slots=True)
class Topic:
    """A topic at some moment.

    `words` is its name by its own words, `measures` what still holds of its row in the table, `examples` the rows of
    articles that stand for it, the most typical first.
    """

    key: int
    topic_id: int
    words: str
    colour: int
    terms: pd.DataFrame
    signature: Signature
    examples: tuple[int, ...] = ()
    measures: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    is_hidden: bool = False

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or self.words

    def tell(self, described: Described) -> None:
        """Take over what was found of it anew; it is called what it was called."""
        self.name = self.label
        self.words, self.terms = described.name, described.terms
        self.measures = {"coherence": described.coherence}


@dataclass(slots=True)
class Bench:
    """The topics that there are by now, and those that a rule took, by their keys; those that others went into.

    `keys` has the key of each article's topic, -1 for none. `rules` are those that were applied or passed over, split
    ones with the keys that their parts have in this bundle.
    """

    curation: Curation
    remaker: Remaker
    article_ids: Sequence[str]
    keys: Ids
    topics: dict[int, Topic]
    n_table_topics: int
    taken: dict[int, Topic] = field(default_factory=dict)
    merged: set[int] = field(default_factory=set)
    stands_for: dict[int, tuple[int, ...]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)

    @classmethod
    def lay(cls, found: TableTopics, curation: Curation, remaker: Remaker) -> Bench:
        """The topics of the tables, with the keys that `curation` has for those of this bundle."""
        rows = found.topics.drop(columns=_MADE_ANEW).to_dict("records")
        terms = dict(iter(found.terms.groupby("topic_id")))
        topics = {}
        key_of = np.full(len(found.names) + 1, NO_TOPIC)
        for known in curation.topics:
            if (at := known.topic_id) != NO_TOPIC:
                own = terms.get(at, found.terms.head(0)).drop(columns="topic_id")
                topics[known.key] = Topic(
                    known.key,
                    at,
                    found.names[at],
                    known.colour,
                    own,
                    found.signatures[at],
                    found.examples.get(at, ()),
                    rows[at],
                )
                key_of[at] = known.key
        return cls(curation, remaker, found.article_ids, key_of[found.topic_ids], topics, len(found.names))

    def apply(self, rule: Rule) -> Said:
        """Change the topics by `rule`; what was done, in words, or why it was not."""
        text = self._in_words(rule)
        needed = (rule.topic, rule.into) if isinstance(rule, Merge) else (rule.topic,)
        missing = [key for key in needed if key not in self.topics]
        problem = (_TAKEN if missing[0] in self.taken else _NOTHING_LIKE_IT) if missing else ""
        if not problem and isinstance(rule, Split):
            rule, problem = self._split(rule)
        elif not problem:
            self._change(rule)
        self.rules.append(rule)
        return Said(rule, text, problem)

    def describe_merged(self) -> None:
        """Find the words of those that others were merged into; once, when all rules were applied."""
        keys = sorted(self.merged & self.topics.keys())
        found = self.remaker.describe(self.keys, keys) if keys else ()
        for key, described in zip(keys, found, strict=True):
            self.topics[key].tell(described)

    def size(self, key: int) -> int:
        """How many articles a topic has."""
        return int((self.keys == key).sum())

    def _in_words(self, rule: Rule) -> str:
        name = self._called(rule.topic)
        if isinstance(rule, Rename):
            return f"{name} is called “{rule.name}”"
        if isinstance(rule, Merge):
            return f"{name} is merged into {self._called(rule.into)}"
        return f"{name} is hidden" if isinstance(rule, Hide) else f"{name} is split into {len(rule.parts)}"

    def _called(self, key: int) -> str:
        topic = self.topics.get(key) or self.taken.get(key)
        known = self.curation.known.get(key)
        name = topic.label if topic else known.name if known else ""
        return f"“{name}”" if name else "A topic that is gone"

    def _change(self, rule: Rule) -> None:
        if isinstance(rule, Rename):
            self.topics[rule.topic].name = rule.name
        elif isinstance(rule, Hide):
            self.topics[rule.topic].is_hidden = True
        elif isinstance(rule, Merge):
            self._merge(rule)

    def _merge(self, rule: Merge) -> None:
        topic, into = self.topics[rule.topic], self.topics[rule.into]
        in_turn = chain.from_iterable(zip_longest(into.examples, topic.examples))
        into.examples = tuple(row for row in in_turn if row is not None)
        self.keys = np.where(self.keys == topic.key, into.key, self.keys)
        self.merged.add(into.key)
        self._take(topic, (into.topic_id,))

    def _take(self, topic: Topic, heirs: tuple[int, ...]) -> None:
        self.taken[topic.key] = self.topics.pop(topic.key)
        self.stands_for[topic.topic_id] = heirs

    def _split(self, rule: Split) -> tuple[Split, str]:
        """Split a topic; the rule with the keys of the parts in this bundle, or why it cannot be split."""
        topic = self.topics[rule.topic]
        parts = self.remaker.divide(np.flatnonzero(self.keys == topic.key), len(rule.parts))
        if len(parts) < 2:
            return rule, _ALIKE
        found = self._described(parts)
        seen = [
            signature(one.terms, [self.article_ids[row] for row in part.rows])
            for one, part in zip(found, parts, strict=True)
        ]
        keys = self._keys_of(rule, parts, seen)
        self._take(topic, tuple(map(self._id_of, keys)))
        for number, (key, part) in enumerate(zip(keys, parts, strict=True)):
            # The largest part goes on in the colour of the whole.
            colour = topic.colour if number == 0 else NO_COLOUR
            self.topics[key] = self._made(key, found[number], seen[number], part, colour)
            self.keys[part.rows] = key
        return replace(rule, parts=(*keys, *(key for key in rule.parts if key not in keys))[: len(rule.parts)]), ""

    def _described(self, parts: Sequence[Part]) -> Sequence[Described]:
        """What the parts of a topic are about, as if they stood among the others already."""
        groups, numbers = self.keys.copy(), range(int(self.keys.max()) + 1, int(self.keys.max()) + 1 + len(parts))
        for number, part in zip(numbers, parts, strict=True):
            groups[part.rows] = number
        return self.remaker.describe(groups, numbers)

    def _made(self, key: int, found: Described, seen: Signature, part: Part, colour: int) -> Topic:
        """The topic of a part; in the colour that it had before, if it was there before."""
        known = self.curation.known.get(key)
        return Topic(
            key,
            self._id_of(key),
            found.name,
            known.colour if known else colour,
            found.terms,
            seen,
            tuple(part.examples.tolist()),
            {"coherence": found.coherence},
        )

    def _id_of(self, key: int) -> int:
        """The id of a part: after those of the tables, and the same whatever else is changed."""
        return self.n_table_topics + key

    def _keys_of(self, rule: Split, parts: Sequence[Part], seen: Sequence[Signature]) -> list[int]:
        """The keys of the parts: by what is known of them, where that is; else by their order."""
        known = [self.curation.known[key] for key in rule.parts if key in self.curation.known]
        if not known:
            return list(rule.parts[: len(parts)])
        topic_of = {hash_of(self.article_ids[row]): n for n, part in enumerate(parts) for row in part.rows}
        old = [one.signature for one in known]
        paired = pairs(resemblance(old, seen, flow(old, topic_of, len(parts))))
        kept = {column: known[row].key for row, column in paired.items()}
        unknown = [key for key in rule.parts if key not in self.curation.known]
        new = iter((*unknown, *self.curation.new_keys(len(parts))))
        return [kept[n] if n in kept else next(new) for n in range(len(parts))]

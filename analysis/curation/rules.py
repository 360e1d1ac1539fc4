"""Rules: what a reader changed of the topics, in the order in which it was changed.

A rule names a topic by its *key*: a number that stays with the topic over rebuilds, as long as one resembles it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.curation.signatures import Change, Known
from analysis.errors import CurationError

MOST_RULES = 500
MOST_PARTS = 8
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Rename:
    """The topic is called `name`."""

    topic: int
    name: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The articles of `topic` belong to the topic `into`, which keeps its name."""

    topic: int
    into: int


@dataclass(frozen=True, slots=True)
class Split:
    """The articles of `topic` are divided among topics of their own, whose keys are `parts`."""

    topic: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hide:
    """The topic is left out of lists and charts."""

    topic: int


Rule = Rename | Merge | Split | Hide


@dataclass(frozen=True, slots=True)
class Curation:
    """What a reader changed, and what was last seen of the topics.

    `topics` are those of the bundle with this `fingerprint`, the parts of split ones, and those that a rule names
    though none resembled them any more; each key once. `changes` says what the build of that bundle made of the topics
    before.
    """

    fingerprint: str = ""
    rules: tuple[Rule, ...] = ()
    topics: tuple[Known, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def known(self) -> dict[int, Known]:
        """The topics that were last seen, by their keys."""
        return {topic.key: topic for topic in self.topics}

    @property
    def part_keys(self) -> set[int]:
        """The keys of the parts of split topics."""
        return {key for rule in self.rules if isinstance(rule, Split) for key in rule.parts}

    def new_keys(self, number: int) -> tuple[int, ...]:
        """Keys that name nothing yet, ascending."""
        used = [*self.known, *(key for rule in self.rules for key in keys_of(rule))]
        first = max(used, default=-1) + 1
        return tuple(range(first, first + number))

    def with_rule(self, rule: Rule) -> Curation:
        """This curation with one more rule, which applies after those that are there.

        Raises:
            CurationError: there are too many rules.
        """
        if len(self.rules) >= MOST_RULES:
            raise CurationError(f"No more than {MOST_RULES} changes can be kept; take some back first")
        return replace(self, rules=(*self.rules, rule))

    def without(self, place: int) -> Curation:
        """This curation without the rule at `place`; what it made, and no other rule names, is forgotten."""
        rules = tuple(rule for n, rule in enumerate(self.rules) if n != place)
        taken = self.rules[place]
        gone = set(taken.parts) if isinstance(taken, Split) else set()
        gone -= {key for rule in rules for key in keys_of(rule)}
        return replace(self, rules=rules, topics=tuple(topic for topic in self.topics if topic.key not in gone))


def keys_of(rule: Rule) -> Iterator[int]:
    """The keys that `rule` names."""
    yield rule.topic
    if isinstance(rule, Merge):
        yield rule.into
    if isinstance(rule, Split):
        yield from rule.parts


def clean_name(text: str) -> str:
    """`text` as the name of a topic: on one line, without control characters, at most 80 characters.

    Raises:
        CurationError: nothing is left of it.
    """
    # Controls, and the signs that turn the direction of what stands around them.
    shown = "".join(" " if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)
    name = " ".join(shown.split())[:LONGEST_NAME].strip()
    if not name:
        raise CurationError("A topic needs a name with at least one character that can be seen")
    return name

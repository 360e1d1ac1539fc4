"""Curated topics: the topics of a bundle as a reader left them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.curation.rules import Curation, Rule

Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Said:
    """A rule in words; `problem` says why it could not be applied, and is empty where it was."""

    rule: Rule
    text: str
    problem: str = ""


@dataclass(frozen=True)
class Curated:
    """The topics of a bundle after the rules of a curation.

    `topics` has one row a topic, largest first: topic_id, key, label, words (what it would be called by its own words),
    n_articles, colour (0 to 7; -1: none), is_hidden, and the columns of the table, null where the rules left nothing of
    what was measured. `terms` are the rows of `topic_terms` for these. `article_topics` is the topic of each article in
    the order of `articles`, -1 for none. A topic of the tables that is no more `stands_for` those that its articles
    went to. `curation` is the one that was applied, with all that was learnt of the topics; changes start from it.
    """

    curation: Curation
    topics: pd.DataFrame
    terms: pd.DataFrame
    examples: pd.DataFrame
    article_topics: Ids
    stands_for: Mapping[int, tuple[int, ...]]
    said: tuple[Said, ...]

    @cached_property
    def digest(self) -> str:
        """Sixteen hex digits that change with which articles are on which topic; names and colours do not matter."""
        return hashlib.sha256(self.article_topics.tobytes()).hexdigest()[:16]

    @property
    def visible(self) -> pd.DataFrame:
        """The rows of `topics` that are not hidden."""
        return self.topics[~self.topics["is_hidden"]].reset_index(drop=True)

    @property
    def hidden(self) -> pd.DataFrame:
        """The rows of `topics` that are hidden."""
        return self.topics[self.topics["is_hidden"]].reset_index(drop=True)

    def live(self, topic_ids: Iterable[int]) -> tuple[int, ...]:
        """The topics that stand now for `topic_ids`, each once; an id that never was stays as it is."""
        found: dict[int, None] = {}
        for topic_id in topic_ids:
            found |= dict.fromkeys(self._live(topic_id))
        return tuple(found)

    def _live(self, topic_id: int) -> list[int]:
        heirs = self.stands_for.get(topic_id)
        return [topic_id] if heirs is None else [one for heir in heirs for one in self._live(heir)]

    @property
    def names(self) -> dict[int, str]:
        """What each topic is called; one that is no more, by those that stand for it."""
        names = dict(zip(self.topics["topic_id"].tolist(), self.topics["label"], strict=True))
        for topic_id in self.stands_for:
            names[topic_id] = " or ".join(names[heir] for heir in self.live([topic_id]))
        return names

    @property
    def colours(self) -> dict[int, int]:
        """The colour of each topic that has one."""
        coloured = self.topics[self.topics["colour"] >= 0]
        return dict(zip(coloured["topic_id"].tolist(), coloured["colour"].tolist(), strict=True))

    def ids(self, keys: Iterable[int]) -> list[int]:
        """The topics that these keys name; those that are no more are left out."""
        by_key = dict(zip(self.topics["key"].tolist(), self.topics["topic_id"].tolist(), strict=True))
        return [by_key[key] for key in keys if key in by_key]

    def place(self, articles: pd.DataFrame) -> pd.DataFrame:
        """`articles`, whose index is their row in `articles`, each with its topic_id."""
        return articles.assign(topic_id=self.article_topics[articles.index.to_numpy()])

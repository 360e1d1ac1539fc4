"""Curating: a curation followed to a bundle, and its rules applied to the topics there, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.curation.bench import Bench, Topic
from analysis.curation.colours import NO_COLOUR, hand_out
from analysis.curation.curated import Curated, Said
from analysis.curation.following import TableTopics, follow
from analysis.curation.remaking import FreshRemaker, Remaker
from analysis.curation.rules import Curation, keys_of
from analysis.curation.signatures import NO_TOPIC, Known
from analysis.steps.topics import TOPIC_EXAMPLES, TOPIC_TERMS, TOPICS

_OWN = ["topic_id", "key", "label", "words", "n_articles", "colour", "is_hidden"]
_MEASURES = [column.name for column in TOPICS.columns if column.name not in _OWN]


def curate(bundle: Bundle, curation: Curation, remaker: Remaker | None = None) -> Curated:
    """The topics of `bundle` after `curation`, which is first followed to it if it was made for another.

    A rule whose topic is gone is kept, and said not to apply. `remaker` finds parts and words anew.
    """
    found = TableTopics.of(bundle)
    followed = follow(curation, bundle.fingerprint, found)
    bench = Bench.lay(found, followed, remaker or FreshRemaker(bundle))
    said = tuple(bench.apply(rule) for rule in followed.rules)
    bench.describe_merged()
    return _finished(bench, said)


def _finished(bench: Bench, said: tuple[Said, ...]) -> Curated:
    sizes = {key: bench.size(key) for key in bench.topics}
    ranked = sorted(bench.topics.values(), key=lambda topic: (-sizes[topic.key], topic.topic_id))
    _tell_apart(ranked)
    return Curated(
        _learnt(bench),
        _rows(ranked, sizes),
        _terms(ranked),
        _examples(bench, ranked),
        _article_topics(bench),
        dict(bench.stands_for),
        said,
    )


def _tell_apart(topics: Sequence[Topic]) -> None:
    """Give a number to the name of a topic that a larger one has as well."""
    used: set[str] = set()
    for topic in topics:
        name, number = topic.label, 2
        while name.casefold() in used:
            name, number = f"{topic.label} ({number})", number + 1
        used.add(name.casefold())
        if name != topic.label:
            topic.name = name


def _rows(ranked: Sequence[Topic], sizes: dict[int, int]) -> pd.DataFrame:
    visible = [topic.key for topic in ranked if not topic.is_hidden]
    colours = hand_out(visible, {topic.key: topic.colour for topic in ranked})
    rows = [
        {
            "topic_id": topic.topic_id,
            "key": topic.key,
            "label": topic.label,
            "words": topic.words,
            "n_articles": sizes[topic.key],
            "colour": colours.get(topic.key, NO_COLOUR),
            "is_hidden": topic.is_hidden,
            **topic.measures,
        }
        for topic in ranked
    ]
    frame = pd.DataFrame(rows, columns=[*_OWN, *_MEASURES])
    whole = dict.fromkeys(("topic_id", "key", "n_articles", "colour"), "int64")
    return frame.astype(
        {**whole, "is_hidden": bool, "coherence": float, "stability": float, "label": str, "words": str}
    )


def _terms(ranked: Sequence[Topic]) -> pd.DataFrame:
    columns = [column.name for column in TOPIC_TERMS.columns]
    parts = [topic.terms.assign(topic_id=topic.topic_id) for topic in ranked]
    return pd.concat(parts, ignore_index=True).reindex(columns=columns) if parts else pd.DataFrame(columns=columns)


def _examples(bench: Bench, ranked: Sequence[Topic]) -> pd.DataFrame:
    rows = [
        (topic.topic_id, rank, bench.article_ids[row])
        for topic in ranked
        for rank, row in enumerate(topic.examples, start=1)
    ]
    return pd.DataFrame(rows, columns=[column.name for column in TOPIC_EXAMPLES.columns])


def _article_topics(bench: Bench) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    id_of = np.full(max(bench.topics, default=0) + 2, NO_TOPIC, np.int64)
    for key, topic in bench.topics.items():
        id_of[key] = topic.topic_id
    # The last place is that of articles with no topic, whose key is -1.
    return id_of[bench.keys]


def _learnt(bench: Bench) -> Curation:
    """The curation with the rules as they were applied, and all its topics as they are now.

    Colours stay as they were before the rules, so that taking one back gives the former ones back.
    """
    known = bench.curation.known
    here = {**bench.taken, **bench.topics}
    named = {key for rule in bench.rules for key in keys_of(rule)}
    rest = [known[key] for key in sorted(named - set(here)) if key in known]
    topics = [
        Known(key, topic.label, topic.colour, topic.signature, _id_in_tables(bench, topic))
        for key, topic in sorted(here.items())
    ]
    return replace(bench.curation, rules=tuple(bench.rules), topics=(*topics, *rest))


def _id_in_tables(bench: Bench, topic: Topic) -> int:
    return topic.topic_id if topic.topic_id < bench.n_table_topics else NO_TOPIC

"""A curation as JSON, and the gate through which one from outside has to pass."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, TypeVar

from analysis.curation.colours import N_COLOURS, NO_COLOUR
from analysis.curation.rules import MOST_PARTS, MOST_RULES, Curation, Hide, Merge, Rename, Rule, Split, clean_name
from analysis.curation.signatures import (
    CHANGE_KINDS,
    MOST_ARTICLES,
    MOST_TERMS,
    NO_TOPIC,
    Change,
    Known,
    Signature,
)
from analysis.errors import CurationError

FORMAT = 1

_MOST_TOPICS = 2_000
_LARGEST_KEY = 1_000_000
_MOST_COUNTED = 10**9
_LONGEST_TEXT = 500
_HASH = re.compile(r"[0-9a-f]{12}")
_KINDS: dict[type[Rule], str] = {Rename: "rename", Merge: "merge", Split: "split", Hide: "hide"}

T = TypeVar("T")


def to_json(curation: Curation) -> dict[str, Any]:
    """`curation` as JSON can hold it; docs/curation.md describes it."""
    return {
        "format": FORMAT,
        "fingerprint": curation.fingerprint,
        "rules": [_rule_to_json(rule) for rule in curation.rules],
        "topics": [_topic_to_json(topic) for topic in curation.topics],
        "changes": [
            {"kind": change.kind, "before": list(map(list, change.before)), "after": list(change.after)}
            for change in curation.changes
        ],
    }


def _rule_to_json(rule: Rule) -> dict[str, Any]:
    stated: dict[str, Any] = {"rule": _KINDS[type(rule)], "topic": rule.topic}
    if isinstance(rule, Rename):
        stated["name"] = rule.name
    elif isinstance(rule, Merge):
        stated["into"] = rule.into
    elif isinstance(rule, Split):
        stated["parts"] = list(rule.parts)
    return stated


def _topic_to_json(topic: Known) -> dict[str, Any]:
    return {
        "key": topic.key,
        "name": topic.name,
        "colour": topic.colour,
        "topic_id": topic.topic_id,
        "n_articles": topic.signature.n_articles,
        "terms": [list(pair) for pair in topic.signature.terms],
        "articles": list(topic.signature.articles),
    }


def from_json(stated: object) -> Curation:
    """The curation that `stated`, parsed from JSON, describes.

    Raises:
        ValueError: it is of another version, or a part of it is not what it should be; says which.
    """
    known = _object(stated, "the file")
    if known.get("format") != FORMAT:
        raise ValueError(f"format: is {str(known.get('format'))[:20]}, not {FORMAT}; another version wrote it")
    curation = Curation(
        _text(known.get("fingerprint"), "fingerprint"),
        _list(known.get("rules"), "rules", MOST_RULES, _rule),
        _list(known.get("topics"), "topics", _MOST_TOPICS, _topic),
        _list(known.get("changes"), "changes", 2 * _MOST_TOPICS, _change),
    )
    if len(curation.known) < len(curation.topics):
        raise ValueError("topics: a key stands there twice")
    return curation


def _rule(stated: object, where: str) -> Rule:
    known = _object(stated, where)
    kind = known.get("rule")
    topic = _key(known.get("topic"), f"{where}.topic")
    if kind == "rename":
        return Rename(topic, _name(known.get("name"), f"{where}.name"))
    if kind == "merge":
        into = _key(known.get("into"), f"{where}.into")
        if into == topic:
            raise ValueError(f"{where}: merges a topic into itself")
        return Merge(topic, into)
    if kind == "split":
        parts = _list(known.get("parts"), f"{where}.parts", MOST_PARTS, _key)
        if len(parts) < 2 or len({topic, *parts}) < len(parts) + 1:
            raise ValueError(f"{where}.parts: must be two keys or more, each once")
        return Split(topic, parts)
    if kind == "hide":
        return Hide(topic)
    raise ValueError(f"{where}.rule: must be one of {', '.join(_KINDS.values())}")


def _topic(stated: object, where: str) -> Known:
    known = _object(stated, where)
    return Known(
        _key(known.get("key"), f"{where}.key"),
        _text(known.get("name"), f"{where}.name"),
        _whole(known.get("colour"), f"{where}.colour", NO_COLOUR, N_COLOURS - 1),
        Signature(
            _list(known.get("terms"), f"{where}.terms", MOST_TERMS, _term),
            _list(known.get("articles"), f"{where}.articles", MOST_ARTICLES, _hash),
            _whole(known.get("n_articles"), f"{where}.n_articles", 0, _MOST_COUNTED),
        ),
        _whole(known.get("topic_id"), f"{where}.topic_id", NO_TOPIC, _LARGEST_KEY),
    )


def _change(stated: object, where: str) -> Change:
    known = _object(stated, where)
    kind = known.get("kind")
    if kind not in CHANGE_KINDS:
        raise ValueError(f"{where}.kind: must be one of {', '.join(CHANGE_KINDS)}")
    before = _list(known.get("before"), f"{where}.before", _MOST_TOPICS, _named)
    return Change(kind, before, _list(known.get("after"), f"{where}.after", _MOST_TOPICS, _key))


def _named(stated: object, where: str) -> tuple[str, int]:
    name, number = _pair(stated, where)
    return _text(name, where), _whole(number, where, 0, _MOST_COUNTED)


def _term(stated: object, where: str) -> tuple[str, float]:
    term, weight = _pair(stated, where)
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < math.inf:
        raise ValueError(f"{where}: its weight must be a number from 0")
    return _text(term, where), float(weight)


def _pair(stated: object, where: str) -> list[Any]:
    if not isinstance(stated, list) or len(stated) != 2:
        raise ValueError(f"{where}: must be a list of two")
    return stated


def _hash(stated: object, where: str) -> str:
    if not isinstance(stated, str) or not _HASH.fullmatch(stated):
        raise ValueError(f"{where}: must be twelve hex digits")
    return stated


def _key(stated: object, where: str) -> int:
    return _whole(stated, where, 0, _LARGEST_KEY)


def _whole(stated: object, where: str, low: int, high: int) -> int:
    if isinstance(stated, bool) or not isinstance(stated, int) or not low <= stated <= high:
        raise ValueError(f"{where}: must be a whole number from {low} to {high}")
    return stated


def _name(stated: object, where: str) -> str:
    try:
        return clean_name(_text(stated, where))
    except CurationError as error:
        raise ValueError(f"{where}: {error}") from None


def _text(stated: object, where: str) -> str:
    if not isinstance(stated, str) or len(stated) > _LONGEST_TEXT:
        raise ValueError(f"{where}: must be text of at most {_LONGEST_TEXT} characters")
    return stated


def _object(stated: object, where: str) -> dict[str, Any]:
    if not isinstance(stated, dict):
        raise ValueError(f"{where}: must be an object")
    return stated


def _list(stated: object, where: str, most: int, read: Callable[[object, str], T]) -> tuple[T, ...]:
    if not isinstance(stated, list) or len(stated) > most:
        raise ValueError(f"{where}: must be a list of at most {most}")
    return tuple(read(one, f"{where}[{place}]") for place, one in enumerate(stated))

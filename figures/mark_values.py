"""Values of marks: what the text of a mark means, and whether it means anything: an address may hold whatever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from analysis.marks import Mark
from analysis.selection import NONE, is_topic, topic_id_of
from analysis.story_articles import is_story
from analysis.tone_places import N_PARTS, VOICES


def topic_of(mark: Mark) -> int:
    """The topic that `mark` stands for; -1 for none."""
    return -1 if mark.value == NONE else int(mark.value)


def topic_named(mark: Mark) -> int | None:
    """The topic that `mark` is about, by itself or as the group of a term; None where it is about none."""
    return topic_id_of(mark.topic) if mark.topic is not None and is_topic(mark.topic) else None


def days_of(mark: Mark) -> tuple[date, date]:
    """The first and the last day that `mark` stands for."""
    first, last = map(date.fromisoformat, mark.value.split(".."))
    return first, last


def tones_of(mark: Mark) -> tuple[float, float]:
    """The bounds of the tone that `mark` stands for."""
    low, high = map(float, mark.value.split(".."))
    if not -1 <= low <= high <= 1:
        raise ValueError(mark.value)
    return low, high


def story_of(mark: Mark) -> int:
    """The story that `mark` stands for."""
    if not is_story(mark.value):
        raise ValueError(mark.value)
    return int(mark.value)


def makes_sense(mark: Mark) -> bool:
    """Whether the value of `mark` is one of its kind."""
    try:
        _READ.get(mark.fact, str)(mark)
    except ValueError:
        return False
    return True


def _one_of(values: Iterable[str]) -> Callable[[Mark], str]:
    known = tuple(values)

    def _read(mark: Mark) -> str:
        if mark.value not in known:
            raise ValueError(mark.value)
        return mark.value

    return _read


def _term_and_group_of(mark: Mark) -> Mark:
    if not mark.term:
        raise ValueError(mark.value)
    return _group(mark)


def _group(mark: Mark) -> Mark:
    if mark.group is None or not makes_sense(mark.group):
        raise ValueError(mark.value)
    return mark.group


def _topic_and_group_of(mark: Mark) -> Mark:
    if topic_named(mark) is None:
        raise ValueError(mark.value)
    return _group(mark)


def _at_of(mark: Mark) -> Mark:
    if mark.of_days is None or not all(map(makes_sense, mark.of_days)):
        raise ValueError(mark.value)
    return mark.subject


_READ: Mapping[str, Callable[[Mark], object]] = {
    "term-in": _term_and_group_of,
    "term-not-in": _term_and_group_of,
    "topic": topic_of,
    "topic-in": _topic_and_group_of,
    "days": days_of,
    "at": _at_of,
    "tone": tones_of,
    "story": story_of,
    "voice": _one_of(VOICES),
    "part": _one_of(map(str, range(N_PARTS))),
}

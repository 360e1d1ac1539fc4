"""Marks in words: what the articles behind a mark have in common, to stand after their number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.checks import check_of
from analysis.marks import Mark, terms_behind
from analysis.selection import NONE
from analysis.story_articles import pair_of
from figures import words
from figures.mark_values import days_of, tones_of, topic_of
from figures.reading import Reading

# With more than so many forms of a word, only how many there are is said.
_FORMS_NAMED = 3


def describe(reading: Reading, mark: Mark) -> str:
    """What the articles behind `mark` have in common; empty for a single one that is selected."""
    say = _SAID.get(mark.fact)
    said = say(reading, mark) if say else ""
    return said if mark.kind == mark.fact else f"{said} that have a tone"


def _term(reading: Reading, mark: Mark) -> str:
    return f"with “{mark.value}”"


def _forms(reading: Reading, mark: Mark) -> str:
    forms = terms_behind(reading.bundle, mark)
    if len(forms) > _FORMS_NAMED:
        return f"with “{mark.term}” or another of its {len(forms)} forms"
    return " ".join([f"with “{mark.term}”", *(f"or “{form}”" for form in forms if form != mark.term)])


def _in_group(reading: Reading, mark: Mark) -> str:
    group = describe(reading, mark.group) if mark.group else ""
    return f"{_forms(reading, mark)} {group}" if mark.kind == "term-in" else f"{_forms(reading, mark)}, not {group}"


def _elsewhere(reading: Reading, mark: Mark) -> str:
    return f"{_forms(reading, mark)}, outside the selection"


def _topic(reading: Reading, mark: Mark) -> str:
    topic = topic_of(mark)
    return (
        f"on {reading.topic_names.get(topic, 'a topic that is gone')}" if topic >= 0 else "that fit nowhere: no topic"
    )


def _topic_in_group(reading: Reading, mark: Mark) -> str:
    group = describe(reading, mark.group) if mark.group else ""
    return f"{_topic(reading, Mark('topic', mark.topic or NONE))} {group}"


def _article(reading: Reading, mark: Mark) -> str:
    return "" if mark.value in set(reading.articles["article_id"]) else "outside the selection"


def _outlet(reading: Reading, mark: Mark) -> str:
    return "without an outlet" if mark.value == NONE else f"from {mark.value}"


def _days(reading: Reading, mark: Mark) -> str:
    return f"of {words.days(*days_of(mark))}"


def _words(reading: Reading, mark: Mark) -> str:
    return f"with {mark.value}"


def _at(reading: Reading, mark: Mark) -> str:
    return f"{describe(reading, mark.subject)}, {_days(reading, mark.of_days[0])}" if mark.of_days else ""


def _tone(reading: Reading, mark: Mark) -> str:
    low, high = map(words.tone, tones_of(mark))
    return f"with a tone from {low} to {high}"


def _health(reading: Reading, mark: Mark) -> str:
    return check_of(mark.value).phrase


def _language(reading: Reading, mark: Mark) -> str:
    return check_of("language unsure").phrase if mark.value == NONE else f"in {words.language(mark.value)}"


def _voice(reading: Reading, mark: Mark) -> str:
    return f"with a tone of {words.VOICES[mark.value].lower()}"


def _part(reading: Reading, mark: Mark) -> str:
    return f"with a tone in the {words.part(int(mark.value)).lower()} of the text"


def _story(reading: Reading, mark: Mark) -> str:
    originals = reading.everything[
        reading.everything["is_original"] & (reading.everything["story_id"] == int(mark.value))
    ]
    return f"with the text of “{reading.titles(originals)[0]}”" if len(originals) else "of a story that is gone"


def _pair(reading: Reading, mark: Mark) -> str:
    pair = pair_of(reading.everything, mark.value) or (mark.value,)
    return f"carried by {' and by '.join(pair)}"


_SAID: Mapping[str, Callable[[Reading, Mark], str]] = {
    "term": _term,
    "forms": _forms,
    "term-in": _in_group,
    "term-not-in": _in_group,
    "term-elsewhere": _elsewhere,
    "topic": _topic,
    "topic-in": _topic_in_group,
    "article": _article,
    "outlet": _outlet,
    "days": _days,
    "words": _words,
    "at": _at,
    "tone": _tone,
    "health": _health,
    "language": _language,
    "voice": _voice,
    "part": _part,
    "story": _story,
    "pair": _pair,
}

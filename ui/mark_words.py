"""Marks in words: what the articles behind a mark have in common, to stand after their number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from analysis.checks import check_of
from analysis.marks import Mark, terms_behind
from analysis.selection import NONE
from analysis.story_articles import pair_of
from ui import words
from ui.marks import days_of, tones_of, topic_of
from ui.view import View

# With more than so many forms of a word, only how many there are is said.
_FORMS_NAMED = 3


def describe(view: View, mark: Mark) -> str:
    """What the articles behind `mark` have in common; empty for a single one that is selected."""
    say = _SAID.get(mark.fact)
    said = say(view, mark) if say else ""
    return said if mark.kind == mark.fact else f"{said} that have a tone"


def _term(view: View, mark: Mark) -> str:
    return f"with “{mark.value}”"


def _forms(view: View, mark: Mark) -> str:
    forms = terms_behind(view.bundle, mark)
    if len(forms) > _FORMS_NAMED:
        return f"with “{mark.term}” or another of its {len(forms)} forms"
    return " ".join([f"with “{mark.term}”", *(f"or “{form}”" for form in forms if form != mark.term)])


def _in_group(view: View, mark: Mark) -> str:
    group = describe(view, mark.group) if mark.group else ""
    return f"{_forms(view, mark)} {group}" if mark.kind == "term-in" else f"{_forms(view, mark)}, not {group}"


def _elsewhere(view: View, mark: Mark) -> str:
    return f"{_forms(view, mark)}, outside the selection"


def _topic(view: View, mark: Mark) -> str:
    topic = topic_of(mark)
    return f"on {view.topic_names.get(topic, 'a topic that is gone')}" if topic >= 0 else "that fit nowhere: no topic"


def _topic_in_group(view: View, mark: Mark) -> str:
    group = describe(view, mark.group) if mark.group else ""
    return f"{_topic(view, Mark('topic', mark.topic or NONE))} {group}"


def _article(view: View, mark: Mark) -> str:
    return "" if mark.value in set(view.articles["article_id"]) else "outside the selection"


def _outlet(view: View, mark: Mark) -> str:
    return "without an outlet" if mark.value == NONE else f"from {mark.value}"


def _days(view: View, mark: Mark) -> str:
    return f"of {words.days(*days_of(mark))}"


def _words(view: View, mark: Mark) -> str:
    return f"with {mark.value}"


def _at(view: View, mark: Mark) -> str:
    return f"{describe(view, mark.subject)}, {_days(view, mark.of_days[0])}" if mark.of_days else ""


def _tone(view: View, mark: Mark) -> str:
    low, high = map(words.tone, tones_of(mark))
    return f"with a tone from {low} to {high}"


def _health(view: View, mark: Mark) -> str:
    return check_of(mark.value).phrase


def _language(view: View, mark: Mark) -> str:
    return check_of("language unsure").phrase if mark.value == NONE else f"in {words.language(mark.value)}"


def _voice(view: View, mark: Mark) -> str:
    return f"with a tone of {words.VOICES[mark.value].lower()}"


def _part(view: View, mark: Mark) -> str:
    return f"with a tone in the {words.part(int(mark.value)).lower()} of the text"


def _story(view: View, mark: Mark) -> str:
    originals = view.everything[view.everything["is_original"] & (view.everything["story_id"] == int(mark.value))]
    return f"with the text of “{view.titles(originals)[0]}”" if len(originals) else "of a story that is gone"


def _pair(view: View, mark: Mark) -> str:
    pair = pair_of(view.everything, mark.value) or (mark.value,)
    return f"carried by {' and by '.join(pair)}"


_SAID: Mapping[str, Callable[[View, Mark], str]] = {
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

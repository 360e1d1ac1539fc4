"""What stands out, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from analysis.stand_outs import LEVEL, StandOut, stand_outs
from figures import words
from figures.mark_values import days_of, topic_named
from figures.memo import remembered
from figures.reading import Reading

# How the names in a sentence are set off.
Strong = Callable[[str], str]

METHOD = (
    f"Each is the clearest of its kind. Chance would give one of a kind in at most {words.share(LEVEL)} of collections "
    "(two-proportion and Welch's z tests; the level is divided by the number of groups compared)."
)


def found(reading: Reading) -> list[StandOut]:
    """What stands out of the selection; empty where nothing does."""
    return _found(reading.whole_key, reading)


@remembered(64)
def _found(key: Hashable, _reading: Reading) -> list[StandOut]:
    return stand_outs(_reading.with_shown_topic, _reading.whole_stories)


def said(reading: Reading, one: StandOut, strong: Strong = str) -> str:
    """What stands out, in a sentence; `strong` sets off the names in it."""
    return _SAID[one.kind](reading, one, strong)


def _topic_in_time(reading: Reading, one: StandOut, strong: Strong) -> str:
    first, last = days_of(one.mark.group or one.mark)
    is_late = last >= reading.with_shown_topic["day"].max().date()
    when, other = (f"since {words.day(first)}", "before") if is_late else (f"until {words.day(last)}", "after")
    shares = f"{words.share(one.here)} of the {reading.nouns} then, {words.share(one.elsewhere)} {other}"
    return f"{strong(_topic(reading, one))} was written about more {when}: {shares}."


def _topic_of_outlet(reading: Reading, one: StandOut, strong: Strong) -> str:
    outlet = strong(one.mark.group.value if one.mark.group else "")
    shares = f"{words.share(one.here)} of its {reading.nouns}, {words.share(one.elsewhere)} of those of other outlets"
    return f"{outlet} writes more about {strong(_topic(reading, one))}: {shares}."


def _tone_of_topic(reading: Reading, one: StandOut, strong: Strong) -> str:
    return f"{strong(_topic(reading, one))} sounds {_how(one)} than other topics: {_tones(one)}."


def _tone_of_outlet(reading: Reading, one: StandOut, strong: Strong) -> str:
    return f"{strong(one.mark.value)} sounds {_how(one)} than other outlets: {_tones(one)}."


def _story(reading: Reading, one: StandOut, strong: Strong) -> str:
    original = reading.behind(one.mark)
    original = original[original["is_original"]]
    title = reading.titles(original)[0] if len(original) else "One text"
    outlets = f" in {words.count(int(one.elsewhere), 'outlet')}" if one.elsewhere else ""
    return f"{strong(title)} is the text that was carried most often{outlets}."


def _topic(reading: Reading, one: StandOut) -> str:
    named = topic_named(one.mark)
    return reading.topic_names.get(-1 if named is None else named, "?")


def _how(one: StandOut) -> str:
    return "more positive" if one.here > one.elsewhere else "more negative"


def _tones(one: StandOut) -> str:
    return f"{words.tone(one.here)} in the mean, {words.tone(one.elsewhere)} there"


_SAID: Mapping[str, Callable[[Reading, StandOut, Strong], str]] = {
    "topic in time": _topic_in_time,
    "topic of an outlet": _topic_of_outlet,
    "tone of a topic": _tone_of_topic,
    "tone of an outlet": _tone_of_outlet,
    "story": _story,
}

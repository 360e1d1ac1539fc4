"""What stands out, on the overview: a sentence each, with the number of articles that it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from analysis.stand_outs import LEVEL, StandOut, stand_outs
from ui import evidence, findings, words
from ui.marks import chosen_mark, days_of, put_mark, topic_named
from ui.view import View

_METHOD = (
    f"Each is the clearest of its kind. Chance would give one of a kind in at most {words.share(LEVEL)} of collections "
    "(two-proportion and Welch's z tests; the level is divided by the number of groups compared)."
)


def show(view: View) -> None:
    """What stands out of the selection, each opening its articles; nothing where nothing does."""
    found = stand_outs(view.with_shown_topic, view.whole_stories)
    if not found:
        return
    st.subheader("What stands out?", anchor=False)
    with st.container(gap="xsmall"):
        for number, one in enumerate(found):
            _row(view, number, one)
    st.caption(words.plain(_METHOD))
    if chosen_mark() in [one.mark for one in found]:
        evidence.show(view)


def _row(view: View, number: int, one: StandOut) -> None:
    is_open = chosen_mark() == one.mark
    with st.container(key=f"stand_out_{number}"):
        said, counted = st.columns([5, 1], gap="small", vertical_alignment="center")
        said.markdown(_SAID[one.kind](view, one))
        toggle = partial(put_mark, None if is_open else one.mark)
        with counted:
            findings.opener(
                view.counted_behind(one.mark, one.n_articles), f"stand_out_{number}", toggle, is_open=is_open
            )


def _topic_in_time(view: View, one: StandOut) -> str:
    first, last = days_of(one.mark.group or one.mark)
    is_late = last >= view.with_shown_topic["day"].max().date()
    when, other = (f"since {words.day(first)}", "before") if is_late else (f"until {words.day(last)}", "after")
    shares = f"{words.share(one.here)} of the {view.nouns} then, {words.share(one.elsewhere)} {other}"
    return f"{_topic(view, one)} was written about more {when}: {shares}."


def _topic_of_outlet(view: View, one: StandOut) -> str:
    outlet = _strong(one.mark.group.value if one.mark.group else "")
    shares = f"{words.share(one.here)} of its {view.nouns}, {words.share(one.elsewhere)} of those of other outlets"
    return f"{outlet} writes more about {_topic(view, one)}: {shares}."


def _tone_of_topic(view: View, one: StandOut) -> str:
    return f"{_topic(view, one)} sounds {_how(one)} than other topics: {_tones(one)}."


def _tone_of_outlet(view: View, one: StandOut) -> str:
    return f"{_strong(one.mark.value)} sounds {_how(one)} than other outlets: {_tones(one)}."


def _story(view: View, one: StandOut) -> str:
    original = view.behind(one.mark)
    original = original[original["is_original"]]
    title = view.titles(original)[0] if len(original) else "One text"
    outlets = f" in {words.count(int(one.elsewhere), 'outlet')}" if one.elsewhere else ""
    return f"{_strong(title)} is the text that was carried most often{outlets}."


def _topic(view: View, one: StandOut) -> str:
    named = topic_named(one.mark)
    return _strong(view.topic_names.get(-1 if named is None else named, "?"))


def _strong(text: str) -> str:
    return f"**{words.plain(text)}**"


def _how(one: StandOut) -> str:
    return "more positive" if one.here > one.elsewhere else "more negative"


def _tones(one: StandOut) -> str:
    return f"{words.tone(one.here)} in the mean, {words.tone(one.elsewhere)} there"


_SAID: Mapping[str, Callable[[View, StandOut], str]] = {
    "topic in time": _topic_in_time,
    "topic of an outlet": _topic_of_outlet,
    "tone of a topic": _tone_of_topic,
    "tone of an outlet": _tone_of_outlet,
    "story": _story,
}

"""Topic edits: the reader's own changes of the topics, how to make them and how to take them back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis.curation import MOST_PARTS, Curation, Hide, Merge, Rename, Rule, Split, clean_name
from analysis.errors import BroadsheetError
from figures import words
from ui import curations, topic_changes
from ui.curations import Edit
from ui.view import View

_SAID = "curation_said"
_TAKEN_BACK = "curation_taken_back"
_LONGEST = 80


def show(view: View) -> None:
    """What was changed, with buttons that take it back; and what the last build made of the topics."""
    if view.trouble:
        st.warning(words.plain(f"Your changes of the topics are not shown: {view.trouble}. Nothing of it is lost."))
    if said := st.session_state.pop(_SAID, ""):
        st.warning(words.plain(said))
    if view.curated.said or _taken_back(view):
        _bar(view)
    topic_changes.show(view)


def popover(view: View, topic: pd.Series) -> None:
    """What can be done with one topic."""
    key = int(topic["key"])
    # New widgets after every change: none keeps what was typed for another state.
    state = f"{key}_{len(view.curated.said)}_{topic['label']}"
    with st.popover("Edit", key=f"edit_{key}"):
        _rename(view, topic, key, state)
        _merge(view, key, state)
        _split(view, topic, key, state)
        st.button("Hide this topic", key=f"hide_{state}", on_click=_add, args=(view, Hide(key)))
        if not curations.home(view.place, view.bundle).outlasts:
            st.caption("Changes of this collection are yours alone, and last for this session.")


def _rename(view: View, topic: pd.Series, key: int, state: str) -> None:
    widget = f"rename_{state}"
    st.text_input(
        "Name",
        topic["label"],
        max_chars=_LONGEST,
        key=widget,
        on_change=lambda: _add(view, lambda: Rename(key, clean_name(st.session_state[widget]))),
    )
    if topic["label"] != topic["words"]:
        st.caption(words.plain(f"By its own words: {topic['words']}"))


def _merge(view: View, key: int, state: str) -> None:
    others = view.curated.visible
    names = {int(other): name for other, name in zip(others["key"], others["label"], strict=True) if other != key}
    widget = f"merge_{state}"
    st.selectbox(
        "Merge into",
        list(names),
        index=None,
        format_func=lambda other: names[other],
        placeholder="another topic",
        key=widget,
        disabled=not names,
        on_change=lambda: _add(view, Merge(key, st.session_state[widget])),
    )


def _split(view: View, topic: pd.Series, key: int, state: str) -> None:
    widget = f"parts_{state}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input("Parts", 2, MOST_PARTS, key=widget, width=120)
        st.button(
            "Split",
            key=f"split_{state}",
            disabled=int(topic["n_articles"]) < 2,
            on_click=lambda: _change(view, lambda c: c.with_rule(Split(key, c.new_keys(st.session_state[widget])))),
        )


def _add(view: View, rule: Rule | Callable[[], Rule]) -> None:
    """Add a rule; one that has to be made first may be refused."""
    _change(view, lambda curation: curation.with_rule(rule() if callable(rule) else rule))


def _change(view: View, edit: Edit, taken_back: tuple[Rule, ...] = ()) -> None:
    """Keep what `edit` makes of the reader's changes; say so where that is not possible."""
    try:
        curations.home(view.place, view.bundle).change(edit)
        st.session_state[_TAKEN_BACK] = (view.place.key, taken_back)
    except BroadsheetError as error:
        st.session_state[_SAID] = f"Nothing was changed. {error}"


def _bar(view: View) -> None:
    said, taken_back = view.curated.said, _taken_back(view)
    with st.container(border=True, key="edits"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{words.count(len(said), 'change')} of the topics by you**", width="content")
            st.button("Undo", key="undo", disabled=not said, on_click=_undo, args=(view,))
            st.button("Redo", key="redo", disabled=not taken_back, on_click=_redo, args=(view,))
        st.caption(words.plain(_state(view)))
        if said:
            with st.expander("All changes", key="all_edits"):
                _list(view)


def _state(view: View) -> str:
    last = view.curated.said[-1:]
    notes = [f"Last: {one.text}" for one in last]
    hidden = view.hidden_in_words()
    notes += [hidden] if hidden else []
    lost = sum(bool(one.problem) for one in view.curated.said)
    notes += [f"{lost} not applied"] if lost else []
    outlasts = curations.home(view.place, view.bundle).outlasts
    notes += [] if outlasts else ["kept for this session only, for you alone"]
    return " · ".join(notes)


def _list(view: View) -> None:
    for place, one in enumerate(view.curated.said):
        problem = f" (not applied: {one.problem})" if one.problem else ""
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button("Take back", key=f"take_back_{place}", on_click=_take_back, args=(view, one.rule))
            st.markdown(words.plain(f"{one.text}{problem}"), width="stretch")
    st.button("Take all back", key="take_all_back", on_click=_take_all_back, args=(view,))


def _undo(view: View) -> None:
    rule = view.curated.said[-1].rule
    _change(view, partial(_without, rule), (*_taken_back(view), rule))


def _redo(view: View) -> None:
    *rest, rule = _taken_back(view)
    _change(view, lambda curation: curation.with_rule(rule), tuple(rest))


def _take_back(view: View, rule: Rule) -> None:
    _change(view, partial(_without, rule))


def _take_all_back(view: View) -> None:
    _change(view, lambda curation: _without_any(curation))


def _without(rule: Rule, curation: Curation) -> Curation:
    """`curation` without the last rule that is this one, if it is there still."""
    places = [place for place, other in enumerate(curation.rules) if other == rule]
    return curation.without(places[-1]) if places else curation


def _without_any(curation: Curation) -> Curation:
    while curation.rules:
        curation = curation.without(len(curation.rules) - 1)
    return curation


def _taken_back(view: View) -> tuple[Rule, ...]:
    place, rules = st.session_state.get(_TAKEN_BACK, ("", ()))
    return tuple(rules) if place == view.place.key else ()

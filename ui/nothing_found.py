"""Nothing found: why a selection is empty, and what would be found instead."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.selection import Selection, select
from analysis.suggestions import Suggestion, Suggestions
from figures import words
from ui import address
from ui.view import View


def show(view: View) -> None:
    """What to do about a selection without an article: other spellings, a wider search, or a part less."""
    chosen = view.selection
    with st.container(key="nothing_found", border=True):
        if not chosen.query:
            st.markdown("**No article is in this selection.** Clear a part of it above.")
            return
        typed = f"“{words.plain(words.shorten(chosen.query, 120))}”"
        whole = Selection(query=chosen.query, by_story=chosen.by_story)
        n_elsewhere = len(select(view.bundle, view.everything, whole)) if chosen != whole else 0
        if n_elsewhere:
            st.markdown(
                f"**Nothing in this selection holds {typed}.** In the whole collection, {_finds(view, n_elsewhere)}."
            )
            st.button("Search the whole collection", key="search_everywhere", on_click=_take, args=(whole,))
            return
        st.markdown(f"**No article is found for {typed}.**")
        _suggest(view)


def _suggest(view: View) -> None:
    suggestions = Suggestions(view.bundle, view.everything)
    spelled = suggestions.spelled(view.selection.query)
    if spelled:
        st.markdown("Did you mean:")
        for number, one in enumerate(spelled):
            _suggestion(view, one, number)
        return
    alone = suggestions.alone(view.selection.query)
    if alone:
        said = [f"{words.plain(one.said)} {words.count(one.n_articles, 'article')}" for one in alone]
        st.markdown(f"Each by itself is in: {'; '.join(said)}.")
    st.markdown(
        "Fewer words, or the beginning of one with a star (`govern*`), find more; *How to search* above has examples."
    )


def _suggestion(view: View, one: Suggestion, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            words.plain(words.shorten(one.typed, 120)),
            key=f"suggested_{number}",
            on_click=_take,
            args=(replace(view.selection, query=one.typed),),
        )
        st.caption(words.count(one.n_articles, "article"), width="content")


def _finds(view: View, number: int) -> str:
    return f"{view.counted(number)} {'does' if number == 1 else 'do'}"


def _take(chosen: Selection) -> None:
    address.put_selection(chosen)

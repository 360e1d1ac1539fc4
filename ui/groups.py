"""Groups: the two groups of articles that are compared, as the address names them, and the widgets that name them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.marks import GROUPS, Mark
from figures import groups, words
from figures.groups import Pair
from ui import choices
from ui.view import View

_FIRST, _SECOND = "group", "against"
_OFFERED = 6
_MENU_WIDTH = 320


def choose(view: View) -> Pair | None:
    """The groups to compare, with the menus that name them; None where nothing is selected yet, or there is one group.

    Without a choice the selection is compared with the rest of the collection; a group is one outlet or topic
    of the selection, compared with the rest of it or with another outlet or topic.
    """
    known = groups.known(view)
    whole = "choose a group" if view.selection.is_everything else "the selection"
    with st.container(horizontal=True, vertical_alignment="bottom", key="groups"):
        first = choices.menu(_FIRST, {"": whole, **known}, "Compare", width=_MENU_WIDTH)
        rest = "all others" if first else "the rest of the collection"
        others = {mark: name for mark, name in known.items() if _kind(mark) == _kind(first) and mark != first}
        second = choices.menu(_SECOND, {"": rest, **others}, "with", width=_MENU_WIDTH)
        news = choices.switch("news", "Also newspaper words, vague words and numbers")
    one = Mark.parse(first)
    if one is None:
        pair = None if view.selection.is_everything else groups.selection_and_rest(view)
    else:
        pair = groups.pair_of(view, one, Mark.parse(second))
    return replace(pair, news_words=news) if pair else None


def invite(view: View) -> None:
    """How to choose what to compare, with the largest outlets and topics to begin with."""
    st.info("Choose a group above, begin with one of these, or search and select at the top of the page.")
    known = groups.known(view)
    for kind, title in zip(GROUPS, ("Outlets", "Topics"), strict=True):
        offered = [mark for mark in known if _kind(mark) == kind][:_OFFERED]
        if len(offered) > 1:
            st.caption(title)
            with st.container(horizontal=True, key=f"offered_{kind}"):
                for number, mark in enumerate(offered):
                    name = words.plain(words.shorten(known[mark].partition(": ")[2], 40))
                    st.button(name, key=f"offer_{kind}_{number}", on_click=choices.put, args=(_FIRST, mark))


def _kind(mark: str) -> str:
    return mark.partition(":")[0]

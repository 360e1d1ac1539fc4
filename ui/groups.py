"""Groups: the two groups of articles that are compared, as the address names them, and the widgets that name them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
import streamlit as st

from analysis.marks import GROUPS, Mark, term_mark
from analysis.selection import NONE
from analysis.summaries import outlets_of
from ui import choices, words
from ui.view import View

_FIRST, _SECOND = "group", "against"
_OFFERED = 6
_MENU_WIDTH = 320


@dataclass(frozen=True)
class Group:
    """Some articles, how to call them, and the mark of those of them that hold a term."""

    name: str
    articles: pd.DataFrame
    mark: Callable[[str], Mark]


@dataclass(frozen=True)
class Pair:
    """Two groups without an article in common; `marks` are what the address says of them.

    `news_words`: newspaper words, vague words and bare numbers are compared as well.
    """

    first: Group
    second: Group
    marks: tuple[Mark | None, Mark | None]
    news_words: bool = False


def choose(view: View) -> Pair | None:
    """The groups to compare, with the menus that name them; None where nothing is selected yet, or there is one group.

    Without a choice the selection is compared with the rest of the collection; a group is one outlet or topic
    of the selection, compared with the rest of it or with another outlet or topic.
    """
    known = _known(view)
    whole = "choose a group" if view.selection.is_everything else "the selection"
    with st.container(horizontal=True, vertical_alignment="bottom", key="groups"):
        first = choices.menu(_FIRST, {"": whole, **known}, "Compare", width=_MENU_WIDTH)
        rest = "all others" if first else "the rest of the collection"
        others = {mark: name for mark, name in known.items() if _kind(mark) == _kind(first) and mark != first}
        second = choices.menu(_SECOND, {"": rest, **others}, "with", width=_MENU_WIDTH)
        news = choices.switch("news", "Also newspaper words, vague words and numbers")
    if not first and view.selection.is_everything:
        return None
    pair = _pair_of_groups(view, Mark.parse(first), Mark.parse(second)) if first else _selection_and_rest(view)
    return replace(pair, news_words=news) if pair else None


def invite(view: View) -> None:
    """How to choose what to compare, with the largest outlets and topics to begin with."""
    st.info("Choose a group above, begin with one of these, or search and select at the top of the page.")
    known = _known(view)
    for kind, title in zip(GROUPS, ("Outlets", "Topics"), strict=True):
        offered = [mark for mark in known if _kind(mark) == kind][:_OFFERED]
        if len(offered) > 1:
            st.caption(title)
            with st.container(horizontal=True, key=f"offered_{kind}"):
                for number, mark in enumerate(offered):
                    name = words.plain(words.shorten(known[mark].partition(": ")[2], 40))
                    st.button(name, key=f"offer_{kind}_{number}", on_click=choices.put, args=(_FIRST, mark))


def _known(view: View) -> Mapping[str, str]:
    """The outlets and topics of the selection as marks, each with its name and number."""
    rows = {str(mark): f"Outlet: {words.outlet(mark.value)} ({n:,})" for mark, n in _counted(outlets_of(view.articles))}
    for mark, n in _counted(view.topics):
        rows[str(mark)] = f"Topic: {_name(view, mark)} ({n:,})"
    return rows


def _counted(groups: pd.DataFrame) -> list[tuple[Mark, int]]:
    counted = groups[groups["n_articles"] > 0]
    marks = (Mark.parse(text) for text in counted["mark"])
    return [(mark, int(n)) for mark, n in zip(marks, counted["n_articles"], strict=True) if mark is not None]


def _kind(mark: str) -> str:
    return mark.partition(":")[0]


def _pair_of_groups(view: View, first: Mark | None, second: Mark | None) -> Pair | None:
    if first is None:
        return None
    inside = view.behind(first)
    if second is not None:
        return Pair(_group(view, first), _group(view, second), (first, second))
    rest = view.articles.drop(inside.index)
    others = Group("all others", rest, partial(term_mark, group=first, inside=False))
    return Pair(_group(view, first), others, (first, None))


def _group(view: View, mark: Mark) -> Group:
    return Group(_name(view, mark), view.behind(mark), partial(term_mark, group=mark))


def _selection_and_rest(view: View) -> Pair:
    rest = Group("the rest of the collection", view.others, partial(term_mark, inside=False))
    return Pair(Group(view.in_words(), view.articles, term_mark), rest, (None, None))


def _name(view: View, mark: Mark) -> str:
    if mark.kind == "topic":
        return view.topic_names.get(-1 if mark.value == NONE else int(mark.value), "?")
    return words.outlet(mark.value)

"""Groups: two groups of articles that are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.marks import Mark, term_mark
from analysis.selection import NONE
from analysis.summaries import outlets_of
from figures import words
from figures.reading import Reading


@dataclass(frozen=True)
class Group:
    """Some articles, how to call them, and the mark of those of them that hold a term."""

    name: str
    articles: pd.DataFrame
    mark: Callable[[str], Mark]


@dataclass(frozen=True)
class Pair:
    """Two groups without an article in common; `marks` are what an address says of them.

    `news_words`: newspaper words, vague words and bare numbers are compared as well.
    """

    first: Group
    second: Group
    marks: tuple[Mark | None, Mark | None]
    news_words: bool = False


def pair_of(reading: Reading, first: Mark, second: Mark | None) -> Pair:
    """The outlet or topic `first` against another one, or against all others that are selected."""
    if second is not None:
        return Pair(_group(reading, first), _group(reading, second), (first, second))
    inside = _group(reading, first)
    rest = reading.articles.drop(inside.articles.index)
    return Pair(inside, Group("all others", rest, partial(term_mark, group=first, inside=False)), (first, None))


def selection_and_rest(reading: Reading) -> Pair:
    """What is selected against the rest of the collection."""
    rest = Group("the rest of the collection", reading.others, partial(term_mark, inside=False))
    return Pair(Group(reading.in_words(), reading.articles, term_mark), rest, (None, None))


def known(reading: Reading) -> Mapping[str, str]:
    """The outlets and topics of the selection as marks, each with its name and number."""
    outlets = _counted(outlets_of(reading.articles))
    rows = {str(mark): f"Outlet: {words.outlet(mark.value)} ({n:,})" for mark, n in outlets}
    for mark, n in _counted(reading.topics):
        rows[str(mark)] = f"Topic: {_name(reading, mark)} ({n:,})"
    return rows


def _counted(groups: pd.DataFrame) -> list[tuple[Mark, int]]:
    counted = groups[groups["n_articles"] > 0]
    marks = (Mark.parse(text) for text in counted["mark"])
    return [(mark, int(n)) for mark, n in zip(marks, counted["n_articles"], strict=True) if mark is not None]


def _group(reading: Reading, mark: Mark) -> Group:
    return Group(_name(reading, mark), reading.behind(mark), partial(term_mark, group=mark))


def _name(reading: Reading, mark: Mark) -> str:
    if mark.kind == "topic":
        return reading.topic_names.get(-1 if mark.value == NONE else int(mark.value), "?")
    return words.outlet(mark.value)

"""Word groups: what a reader follows by one name, as a line of text: flood, "high water", rain*.

Each part between commas is a query of the search, and an article that one of them finds belongs to the group.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.finding import Finder, hits_of_query
from analysis.queries import NOTHING, All, Any, Query, parse

# Commas in quotation marks and brackets divide nothing.
_CHOICE = re.compile(r"""(?:["“”„][^"“”„]*(?:["“”„]|$)|\([^()]*(?:\)|$)|[^,"“”„])+""")


def group_query(line: str) -> Query:
    """The query that means all of `line`; NOTHING for a line without a word. Nothing that is typed is an error."""
    choices = dict.fromkeys(query for part in _CHOICE.findall(line) if (query := parse(part)) != NOTHING)
    return Any(tuple(choices)) if len(choices) > 1 else next(iter(choices), NOTHING)


def typed_with(typed: str, line: str) -> str | None:
    """What to type for the articles that both what was `typed` and `line` find; None where no text says it."""
    if group_query(line) == NOTHING or (typed.strip() and parse(typed) == NOTHING):
        return None
    choices = [part for part in _CHOICE.findall(line) if parse(part) != NOTHING]
    asked = " ".join(filter(None, [_bracketed(typed), _bracketed(" OR ".join(map(_bracketed, choices)))]))
    wanted = All(tuple(dict.fromkeys((*_parts(parse(typed)), *_parts(group_query(line))))))
    return asked if _parts(parse(asked)) == wanted.parts else None


def _bracketed(typed: str) -> str:
    return f"({typed.strip()})" if isinstance(parse(typed), Any) else typed.strip()


def _parts(query: Query) -> tuple[Query, ...]:
    return query.parts if isinstance(query, All) else (query,)


def has_words(bundle: Bundle, articles: pd.DataFrame, line: str) -> npt.NDArray[np.bool_]:
    """Which of `articles`, whose index are their rows, `line` finds.

    Raises:
        BundleError: the index is missing or damaged.
    """
    return Finder(bundle, articles).find_query(group_query(line))


def uses_of(bundle: Bundle, articles: pd.DataFrame, line: str) -> pd.Series[int]:
    """How often each of `articles` that `line` finds holds what it asks for, by row, ascending; empty for none.

    As often as the reader marks it; zero in an article that is found by what is no word of it, as by `-flood`.

    Raises:
        BundleError: the index is missing or damaged.
    """
    rows = np.sort(articles.index[has_words(bundle, articles, line)].to_numpy(np.int64))
    return hits_of_query(bundle, group_query(line))[rows].rename("n_uses")

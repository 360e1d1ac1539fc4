"""Topic labels: a short name for each topic, and its words by how many of its articles hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

import pandas as pd

_LABEL_TERMS = 3

# Two words say the same in a label where they begin alike for so many letters, and for so much of the shorter one.
_ALIKE_LETTERS, _ALIKE_SHARE = 5, 0.85

# From which share of a topic's articles a term is said to be in all, in most, in some of them. «All» leaves room for
# the one article in twenty that says it in other words.
OUTLINE = (("All", 0.95), ("Most", 0.5), ("Some", 0.15))


def labels(topics: Sequence[Sequence[str]]) -> list[str]:
    """A name for each topic from its terms, as written, best first; no two begin alike where that can be helped.

    Up to three terms that repeat no word of an earlier one, in another form or not, a phrase before its words.
    """
    found = list[str]()
    taken = set[str]()
    for ranked in topics:
        longest = [_longest(term, ranked) for term in ranked]
        first = next((term for term in longest if _words(term)[0] not in taken), None)
        terms = _distinct([first, *longest] if first else longest)
        taken.update(_words(term)[0] for term in terms[:1])
        found.append(", ".join(terms))
    return found


def _longest(term: str, ranked: Sequence[str]) -> str:
    """The best phrase that `term` is a word of, or itself."""
    return next((other for other in ranked if " " in other and term.casefold() in _words(other)), term)


def _distinct(ranked: Sequence[str]) -> list[str]:
    """The first three that share no word, nor one much like it."""
    chosen: list[str] = []
    for term in ranked:
        if len(chosen) < _LABEL_TERMS and not any(_share_a_word(term, other) for other in chosen):
            chosen.append(term)
    return chosen


def _share_a_word(term: str, other: str) -> bool:
    """Whether a word of the one is one of the other, or as like it as «economic» and «economy»."""
    return any(_are_alike(word, another) for word in _words(term) for another in _words(other))


def _are_alike(word: str, other: str) -> bool:
    n_letters = max(_ALIKE_LETTERS, ceil(_ALIKE_SHARE * min(len(word), len(other))))
    return word[:n_letters] == other[:n_letters]


def _words(term: str) -> list[str]:
    return term.casefold().split()


def outline(terms: pd.DataFrame) -> Iterator[tuple[str, list[str]]]:
    """The lines «All», «Most» and «Some» with the terms that so many of a topic's articles hold, most first.

    `terms` has the rows of one topic of the table of its terms, with `term` and `article_share`. A line without
    terms is left out, and so is a word or phrase that stands in a longer one of the same line. In the manner of
    Overview (Brehmer, Ingram, Stray and Munzner 2014).
    """
    ranked = terms.sort_values(["article_share", "rank"], ascending=[False, True])
    limits = [*(least for _, least in OUTLINE), 0.0]
    for (name, least), most in zip(OUTLINE, [2.0, *limits], strict=False):
        line = ranked.loc[ranked["article_share"].between(least, most, inclusive="left"), "term"].tolist()
        if kept := [term for term in line if not any(f" {term} " in f" {other} " for other in line if other != term)]:
            yield name, kept

"""Places: where the phrases of a query stand, in a collection or in one article, by the numbers of their words.

A word has a number in its article, headline and body apart; a break between sentences has one too. With the row of the
article before it this makes one integer, the place, so that phrases and nearness are sums.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt

from analysis.queries.tree import Near, Phrase

Places = npt.NDArray[np.int64]

# The places of a word, ascending; of all words that begin with it, if the second argument says so.
Finder = Callable[[str, bool], Places]

# Bits of a place: the row of the article, whether it is in the body, the number of the word.
ROW_BITS = 32
BODY = 1 << 31


def row_of(places: Places) -> Places:
    """The row of the article of each place."""
    return places >> ROW_BITS


def hits(wanted: Sequence[Phrase | Near], find: Finder) -> tuple[Places, Places]:
    """Where each hit of `wanted` begins, ascending, and the place after its last word; hits do not overlap.

    Where two would, the one that begins first stands, of two that begin together the longer one: as they are marked in
    a text. A hit of Near is a phrase of it that takes part in what it finds.
    """
    found = [spans for one in wanted for spans in _spans(one, find)]
    if not found:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.concatenate([places for places, _ in found])
    ends = np.concatenate([places + length for places, length in found])
    order = np.lexsort((-ends, starts))
    return _without_overlaps(starts[order], ends[order])


def _spans(wanted: Phrase | Near, find: Finder) -> list[tuple[Places, int]]:
    """The places of each phrase of `wanted`, with the number of its words."""
    if isinstance(wanted, Phrase):
        return [(phrase_places(wanted, find), len(wanted.words))]
    places = [phrase_places(one, find) for one in wanted.phrases]
    lengths = [len(one.words) for one in wanted.phrases]
    return list(zip(_near(places, lengths, wanted.distance), lengths, strict=True))


def phrase_places(phrase: Phrase, find: Finder) -> Places:
    """Where `phrase` begins, ascending."""
    last = len(phrase.words) - 1
    each = [find(word, phrase.is_prefix and n == last) - n for n, word in enumerate(phrase.words)]
    found = reduce(_in_both, sorted(each, key=len))
    if phrase.column:
        found = found[(found & BODY != 0) == (phrase.column == "body")]
    return found


def _in_both(few: Places, many: Places) -> Places:
    if not len(many):
        return many
    at = np.minimum(np.searchsorted(many, few), len(many) - 1)
    found: Places = few[many[at] == few]
    return found


def _near(places: list[Places], lengths: list[int], distance: int) -> list[Places]:
    """Those of `places` that take part, by FTS5's rule: each phrase ends at most `distance` before the last begins."""
    reach = [length + distance for length in lengths]
    # Ascending arrays are merged; np.unique would hash them, which takes ten times as long.
    lasts = np.sort(np.concatenate(places), kind="stable")
    for starts, far in zip(places, reach, strict=True):
        lasts = lasts[_any_between(starts, lasts - far, lasts)]
    return [starts[_any_between(lasts, starts, starts + far)] for starts, far in zip(places, reach, strict=True)]


def _any_between(places: Places, first: Places, last: Places) -> npt.NDArray[np.bool_]:
    """Whether one of `places` is from `first` to `last`, both included and of the same text."""
    # A text's numbers begin at 0: what is before it belongs to another text.
    first = np.maximum(first, last & ~np.int64(BODY - 1)) if len(first) else first
    last = np.minimum(last, first | np.int64(BODY - 1))
    if not len(places):
        return np.zeros(len(first), bool)
    at = np.searchsorted(places, first)
    return (at < len(places)) & (places[np.minimum(at, len(places) - 1)] <= last)


def _without_overlaps(starts: Places, ends: Places) -> tuple[Places, Places]:
    if (starts[1:] >= ends[:-1]).all():
        return starts, ends
    kept = np.ones(len(starts), bool)
    reached = np.int64(-1)
    # Only what overlaps something needs to be looked at one by one.
    for n in _overlapping(starts, ends):
        kept[n] = starts[n] >= reached
        reached = ends[n] if kept[n] else reached
    return starts[kept], ends[kept]


def _overlapping(starts: Places, ends: Places) -> list[int]:
    touching = starts[1:] < np.maximum.accumulate(ends)[:-1]
    involved = np.zeros(len(starts), bool)
    involved[1:] |= touching
    involved[:-1] |= touching
    return np.flatnonzero(involved).tolist()

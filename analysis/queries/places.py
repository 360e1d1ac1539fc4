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

# The places of a word, in any order; of all words that begin with it, if the second argument says so.
Finder = Callable[[str, bool], Places]

# Bits of a place: the row of the article, whether it is in the body, the number of the word.
ROW_BITS = 32
BODY = 1 << 31
_FAR = np.iinfo(np.int64).max


def row_of(places: Places) -> Places:
    """The row of the article of each place."""
    return places >> ROW_BITS


def hits(wanted: Sequence[Phrase | Near], find: Finder) -> tuple[Places, Places]:
    """Where each hit of `wanted` begins, ascending, and the place after its last word; hits do not overlap.

    Where two would, the one that begins first stands, of two that begin together the longer one: as they are marked in
    a text. A hit of Near is a phrase of it that takes part in what it finds.
    """
    lengths = [length for one in wanted for length in lengths_of(one)]
    return merged([places for one in wanted for places in places_of(one, find)], lengths)


def lengths_of(wanted: Phrase | Near) -> list[int]:
    """The number of words of each phrase of `wanted`."""
    return [len(one.words) for one in (wanted.phrases if isinstance(wanted, Near) else (wanted,))]


def places_of(wanted: Phrase | Near, find: Finder) -> tuple[Places, ...]:
    """Where each phrase of `wanted` begins, in any order."""
    if isinstance(wanted, Phrase):
        return (_phrase_places(wanted, find),)
    return _near([_phrase_places(one, find) for one in wanted.phrases], lengths_of(wanted), wanted.distance)


def merged(places: Sequence[Places], lengths: Sequence[int]) -> tuple[Places, Places]:
    """As `hits`, of phrases that begin at `places` and have so many words."""
    # Of two that begin together the longer one comes first. Arrays that ascend are merged by a stable sort.
    ranked = sorted(set(lengths), reverse=True)
    bits = len(ranked).bit_length()
    keys = [(each << bits) | ranked.index(length) for each, length in zip(places, lengths, strict=True) if len(each)]
    ordered = np.sort(np.concatenate(keys), kind="stable") if keys else np.zeros(0, np.int64)
    starts = ordered >> bits
    is_first = np.diff(starts, prepend=-1) > 0
    starts, rank = starts[is_first], ordered[is_first] & ((1 << bits) - 1)
    return _without_overlaps(starts, starts + np.array([*ranked, 0], np.int64)[rank])


def _phrase_places(phrase: Phrase, find: Finder) -> Places:
    """Where `phrase` begins, in any order."""
    last = len(phrase.words) - 1
    each = [find(word, phrase.is_prefix and n == last) - n for n, word in enumerate(phrase.words)]
    few, *others = sorted(each, key=len) if each else [np.zeros(0, np.int64)]
    found = reduce(_in_both, [np.sort(many, kind="stable") for many in others], few)
    if phrase.column:
        found = found[(found & BODY != 0) == (phrase.column == "body")]
    return found


def _in_both(few: Places, many: Places) -> Places:
    if not len(many):
        return many
    at = np.minimum(np.searchsorted(many, few), len(many) - 1)
    found: Places = few[many[at] == few]
    return found


def _near(places: Sequence[Places], lengths: Sequence[int], distance: int) -> tuple[Places, ...]:
    """Those of `places` that take part, by FTS5's rule: each phrase ends at most `distance` before the last begins."""
    bits = len(places).bit_length()
    # All places in one ascending array, each with the number of its phrase.
    keys = np.sort(np.concatenate([(each << bits) | n for n, each in enumerate(places)]), kind="stable")
    at, which = keys >> bits, keys & ((1 << bits) - 1)
    # A text's numbers begin at 0: what is before it belongs to another text.
    first = at & ~np.int64(BODY - 1)
    holds = np.append(at[1:] != at[:-1], True)[: len(at)]
    for n, length in enumerate(lengths):
        latest = np.maximum.accumulate(np.where(which == n, at, -1))
        holds &= latest >= np.maximum(at - length - distance, first)
    following = np.minimum.accumulate(np.where(holds, at, _FAR)[::-1])[::-1]
    return tuple(
        at[(which == n) & (following <= np.minimum(at + length + distance, first + BODY - 1))]
        for n, length in enumerate(lengths)
    )


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

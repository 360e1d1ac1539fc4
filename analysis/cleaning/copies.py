"""Copies: which items are versions of one article, so that together they bear witness once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_CHUNK = 1 << 20


class Items(NamedTuple):
    """The lines of many items as flat arrays."""

    keys: Keys
    """Keys of the lines, item after item, each item's long lines first."""
    n_lines: Numbers
    """Number of lines of each item."""
    n_long: Numbers
    """Number of long lines of each item."""
    digests: Keys
    """Hash of the whole text of each item."""


def witnesses(items: Items) -> Numbers:
    """For each item a number that it shares with all versions of the same article.

    Two items are versions of one article when they share more than half of the long lines of the shorter one.
    """
    _, first, text_of = np.unique(items.digests, return_index=True, return_inverse=True)
    pairs, n_shared = _neighbours(*_shared_long_lines(items, first))
    n_long = items.n_long[first]
    versions = n_shared * 2 > np.minimum(n_long[pairs[:, 0]], n_long[pairs[:, 1]])
    return _components(len(first), pairs[versions])[text_of]


def repeated_keys(keys: Keys, times: int) -> Keys:
    """The keys that are there at least so many times, sorted."""
    ordered = np.sort(keys)
    last = ordered[times - 1 :]
    return np.unique(last[last == ordered[: len(last)]])


def rows_of(keys: Keys, wanted: Keys) -> Numbers:
    """Where the keys that are wanted stand, found in pieces so that no array as long as the keys is made."""
    pieces = [np.flatnonzero(is_among(keys[at : at + _CHUNK], wanted)) + at for at in range(0, len(keys), _CHUNK)]
    return np.concatenate(pieces) if pieces else np.empty(0, dtype=np.int64)


def is_among(keys: Keys, wanted: Keys) -> Flags:
    """For each key whether it is one of the wanted, which are sorted."""
    if not len(wanted):
        return np.zeros(len(keys), dtype=np.bool_)
    places = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
    return np.asarray(wanted[places] == keys)


def _shared_long_lines(items: Items, first: Numbers) -> tuple[Keys, Numbers]:
    """Key and text of the long lines that stand in several items; `first` is an item of each different text."""
    rows = rows_of(items.keys, repeated_keys(items.keys, 2))
    ends = np.cumsum(items.n_lines)
    numbers = np.searchsorted(ends, rows, side="right")
    place_in_item = rows - (ends - items.n_lines)[numbers]
    texts = np.full(len(items.n_lines), -1, dtype=np.int64)
    texts[first] = np.arange(len(first))
    wanted = (place_in_item < items.n_long[numbers]) & (texts[numbers] >= 0)
    return items.keys[rows[wanted]], texts[numbers[wanted]]


def _neighbours(keys: Keys, texts: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of texts that follow each other among the texts with some line, and the number of lines they do so for.

    Not all pairs that share a line are looked at: a line of a thousand texts would make half a million.
    """
    order = np.lexsort((texts, keys))
    keys, texts = keys[order], texts[order]
    same = np.flatnonzero(keys[1:] == keys[:-1])
    pairs = np.stack((texts[same], texts[same + 1]), axis=1)
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    return found, counts


def _components(n: int, pairs: Numbers) -> Numbers:
    """For each of `n` texts a number shared by all texts that the pairs connect."""
    labels = list(range(n))
    for one, other in pairs.tolist():
        small, large = sorted((_root(labels, one), _root(labels, other)))
        labels[large] = small
    return np.fromiter((_root(labels, number) for number in range(n)), dtype=np.int64, count=n)


def _root(labels: list[int], number: int) -> int:
    while labels[number] != number:
        labels[number] = labels[labels[number]]
        number = labels[number]
    return number

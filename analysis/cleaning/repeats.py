"""Repeats: lines that stand in many different articles, as no article's own text does."""

from __future__ import annotations

from array import array
from collections.abc import Container
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import xxhash

from analysis.cleaning import copies
from analysis.cleaning.copies import Keys, Numbers
from analysis.cleaning.lines import ends_sentence, has_letters, normalise, squeeze

# A line is furniture where it stands in so many different articles, and in such a share of them. Sentences need
# more: a background paragraph is said again in each report on a subject.
_FEWEST = 3
_FEWEST_FOR_SENTENCE = 5
_SHARE = 0.02
_SHARE_FOR_SENTENCE = 0.2
# «Yes.» is part of a text however often it comes; a line longer than this is rarely said twice.
_SHORTEST_SENTENCE = 25
_LONGEST = 600
_LONG_LINE = 80

_hash = xxhash.xxh3_64_intdigest


def line_key(line: str) -> int:
    """A 64-bit key of the line, the same in every process; runs of spaces and letter case do not count."""
    return _hash(squeeze(line).casefold().encode())


class _Either:
    """Two sets asked as one, without copying them."""

    __slots__ = ("_first", "_second")

    def __init__(self, first: frozenset[int], second: frozenset[int]) -> None:
        self._first, self._second = first, second

    def __contains__(self, key: object) -> bool:
        return key in self._first or key in self._second

    def __bool__(self) -> bool:
        return bool(self._first or self._second)


@dataclass(frozen=True)
class Repeats:
    """Keys of the lines that repeat in different articles: of the whole collection, and of each outlet."""

    everywhere: frozenset[int] = frozenset()
    by_outlet: dict[str | None, frozenset[int]] = field(default_factory=dict)

    def lines_of(self, outlet: str | None) -> Container[int]:
        """Keys of the lines that count as furniture in an article of the outlet."""
        return _Either(self.by_outlet.get(outlet, frozenset()), self.everywhere)


class LineSurvey:
    """Count, over a whole collection, the lines that repeat in different articles.

    About 9 bytes are kept for each line, and 20 for each item. The result does not depend on the order of the items.
    """

    def __init__(self) -> None:
        self._keys = array("Q")
        self._sentences = array("B")
        self._digests = array("Q")
        self._n_lines = array("I")
        self._n_long = array("I")
        self._outlets = array("I")
        self._outlet_numbers: dict[str | None, int] = {}

    def add(self, text: str, outlet: str | None) -> None:
        """Count the lines of one item, each once."""
        folded = normalise(text).casefold()
        lines = [line for line in dict.fromkeys(folded.split("\n")) if _counts(line)]
        lines.sort(key=_is_short)
        n_long = len(lines) - sum(map(_is_short, lines))
        self._keys.extend([_hash(line.encode()) for line in lines])
        self._sentences.extend(map(ends_sentence, lines))
        self._digests.append(_hash(folded.encode()))
        self._n_lines.append(len(lines))
        self._n_long.append(n_long or len(lines))
        self._outlets.append(self._outlet_numbers.setdefault(outlet, len(self._outlet_numbers)))

    def finish(self) -> Repeats:
        """The lines that stand in enough different articles; versions and copies of one article count once."""
        items = copies.Items(
            keys=np.frombuffer(self._keys, dtype=np.uint64),
            n_lines=_numbers(self._n_lines),
            n_long=_numbers(self._n_long),
            digests=np.frombuffer(self._digests, dtype=np.uint64),
        )
        witnesses = copies.witnesses(items)
        said = _Said.often(items, np.frombuffer(self._sentences, dtype=np.uint8))
        outlets = _numbers(self._outlets)
        everywhere = said.furniture(witnesses, np.zeros_like(outlets)).get(0, frozenset())
        found = said.furniture(witnesses, outlets)
        names = list(self._outlet_numbers)
        return Repeats(everywhere, {names[number]: own - everywhere for number, own in found.items()})


@dataclass(frozen=True)
class _Said:
    """Lines that stand in three items or more: one row for each line and item."""

    keys: Keys
    sentences: npt.NDArray[np.bool_]
    items: Numbers

    @classmethod
    def often(cls, items: copies.Items, sentences: npt.NDArray[np.uint8]) -> _Said:
        """Leave out the lines of one or two items, which are nearly all."""
        rows = copies.rows_of(items.keys, copies.repeated_keys(items.keys, _FEWEST))
        numbers = np.searchsorted(np.cumsum(items.n_lines), rows, side="right")
        return cls(items.keys[rows], sentences[rows].astype(np.bool_), numbers)

    def furniture(self, witnesses: Numbers, groups: Numbers) -> dict[int, frozenset[int]]:
        """For each group of items the lines that stand in enough of its different articles.

        Args:
            witnesses: For each item the article that it is a version of.
            groups: For each item the number of its group.
        """
        articles, _ = _distinct(groups, witnesses.astype(np.uint64), witnesses)
        totals = np.bincount(articles)
        of_group, key = _distinct(groups[self.items], self.keys, witnesses[self.items])
        of_group, key, counts = _count(of_group, key)
        sentence = copies.is_among(key, np.unique(self.keys[self.sentences]))
        fewest = np.where(sentence, _FEWEST_FOR_SENTENCE, _FEWEST)
        share = np.where(sentence, _SHARE_FOR_SENTENCE, _SHARE)
        enough = counts >= np.maximum(fewest, share * totals[of_group])
        of_group, key = of_group[enough], key[enough]
        return {int(number): frozenset(key[of_group == number].tolist()) for number in np.unique(of_group)}


def _distinct(groups: Numbers, keys: Keys, witnesses: Numbers) -> tuple[Numbers, Keys]:
    """Group and key of each different triple, sorted."""
    order = np.lexsort((witnesses, keys, groups))
    groups, keys, witnesses = groups[order], keys[order], witnesses[order]
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (groups[1:] != groups[:-1]) | (keys[1:] != keys[:-1]) | (witnesses[1:] != witnesses[:-1])
    return groups[new], keys[new]


def _count(groups: Numbers, keys: Keys) -> tuple[Numbers, Keys, Numbers]:
    """The different pairs of a group and a key, which are sorted, and how often each is there."""
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (groups[1:] != groups[:-1]) | (keys[1:] != keys[:-1])
    starts = np.flatnonzero(new)
    return groups[starts], keys[starts], np.diff(np.append(starts, len(keys)))


def _counts(line: str) -> bool:
    """Whether the line says something when it repeats."""
    if len(line) >= _SHORTEST_SENTENCE:
        return len(line) <= _LONGEST
    return bool(line) and has_letters(line) and not ends_sentence(line)


def _is_short(line: str) -> bool:
    return len(line) < _LONG_LINE


def _numbers(values: array[int]) -> Numbers:
    return np.frombuffer(values, dtype=np.uint32).astype(np.int64)

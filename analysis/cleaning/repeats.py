"""Repeats: lines that stand in many different articles, as no article's own text does."""

from __future__ import annotations

from array import array
from collections.abc import Container
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import xxhash

from analysis.cleaning import copies
from analysis.cleaning.copies import Flags, Keys, Numbers
from analysis.cleaning.lines import ends_sentence, has_letters, normalise, squeeze

# A line is furniture where it stands in so many different articles, and in such a share of them. Sentences need
# more: a background paragraph is said again in each report on a subject.
_FEWEST = 3
_FEWEST_FOR_SENTENCE = 5
_SHARE = 0.02
_SHARE_FOR_SENTENCE = 0.2
# A sentence of moderate length that mostly stands among the first or last lines of its items needs less: there is
# where furniture stands.
_FEWEST_AT_EDGE = 3
_SHARE_AT_EDGE = 0.15
_LINES_OF_EDGE = 3
_LONGEST_AT_EDGE = 160
# «Yes.» is part of a text however often it comes; a line longer than this is rarely said twice.
_SHORTEST_SENTENCE = 25
_LONGEST = 600
_LONG_LINE = 80
_SENTENCE, _AT_EDGE = 1, 2

_NONE = np.empty(0, np.uint64)
_ODD = np.uint64(0x9E3779B97F4A7C15)

Shares = npt.NDArray[np.float64]

_hash = xxhash.xxh3_64_intdigest


def line_key(line: str) -> int:
    """A 64-bit key of the line, the same in every process; runs of spaces and letter case do not count."""
    return key_of_normalised(squeeze(line))


def key_of_normalised(line: str) -> int:
    """`line_key` of a line that is normalised already."""
    return _hash(line.casefold().encode())


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
        self._signs = array("B")
        self._digests = array("Q")
        self._n_lines = array("I")
        self._n_long = array("I")
        self._outlets = array("I")
        self._outlet_numbers: dict[str | None, int] = {}

    def add(self, text: str, outlet: str | None, taken: Container[int] = ()) -> None:
        """Count the lines of one item, each once, but those whose numbers are taken."""
        folded = normalise(text).casefold()
        if taken:
            folded = "\n".join(line for number, line in enumerate(folded.split("\n")) if number not in taken)
        visible = [line for line in dict.fromkeys(folded.split("\n")) if line]
        outermost = (*visible[:_LINES_OF_EDGE], *visible[-_LINES_OF_EDGE:])
        edge = {line for line in outermost if len(line) <= _LONGEST_AT_EDGE}
        long = [line for line in visible if _LONG_LINE <= len(line) <= _LONGEST]
        lines = [*long, *(line for line in visible if len(line) < _LONG_LINE and _counts(line))]
        self._keys.extend([_hash(line.encode()) for line in lines])
        self._signs.extend([ends_sentence(line) * _SENTENCE + (line in edge) * _AT_EDGE for line in lines])
        self._digests.append(_hash(folded.encode()))
        self._n_lines.append(len(lines))
        self._n_long.append(len(long) or len(lines))
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
        said = _Said.often(items, np.frombuffer(self._signs, dtype=np.uint8))
        outlets = _numbers(self._outlets)
        everywhere = said.furniture(witnesses, np.zeros_like(outlets)).get(0, frozenset())
        found = said.furniture(witnesses, outlets)
        names = list(self._outlet_numbers)
        return Repeats(everywhere, {names[number]: own - everywhere for number, own in found.items()})

    def own(self, repeats: Repeats) -> Keys:
        """For each item a number that changes with those of its lines that are among `repeats` for its outlet."""
        keys, ends = np.frombuffer(self._keys, dtype=np.uint64), np.cumsum(_numbers(self._n_lines))
        outlets, of_outlets = _numbers(self._outlets), repeats.by_outlet.items()
        lines = copies.rows_of(keys, _sorted(repeats.everywhere.union(*(found for _, found in of_outlets))))
        items = np.searchsorted(ends, lines, side="right")
        pairs = [_paired(_sorted(found), np.array([self._outlet_numbers[name]])) for name, found in of_outlets]
        is_own = copies.is_among(_paired(keys[lines], outlets[items]), np.unique(np.concatenate([_NONE, *pairs])))
        is_own |= copies.is_among(keys[lines], _sorted(repeats.everywhere))
        own = np.zeros(len(ends), np.uint64)
        np.add.at(own, items[is_own], keys[lines[is_own]])
        return own


@dataclass(frozen=True)
class _Said:
    """Lines that stand in three items or more: one row for each line and item."""

    keys: Keys
    sentences: Flags
    at_edge: Flags
    items: Numbers

    @classmethod
    def often(cls, items: copies.Items, signs: npt.NDArray[np.uint8]) -> _Said:
        """Leave out the lines of one or two items, which are nearly all."""
        rows = copies.rows_of(items.keys, copies.repeated_keys(items.keys, _FEWEST))
        numbers = np.searchsorted(np.cumsum(items.n_lines), rows, side="right")
        return cls(items.keys[rows], signs[rows] & _SENTENCE > 0, signs[rows] & _AT_EDGE > 0, numbers)

    def furniture(self, witnesses: Numbers, groups: Numbers) -> dict[int, frozenset[int]]:
        """For each group of items the lines that stand in enough of its different articles.

        Args:
            witnesses: For each item the article that it is a version of.
            groups: For each item the number of its group.
        """
        totals = np.bincount(groups[_distinct(groups, witnesses)])
        group, article = groups[self.items], witnesses[self.items]
        # Where versions of an article differ, it has the line at its edge if any version has.
        rows = _distinct(group, self.keys, article, last=~self.at_edge)
        group, key = group[rows], self.keys[rows]
        starts = np.flatnonzero(_is_new(group, key))
        counts = np.diff(np.append(starts, len(key)))
        at_edge = _sums(self.at_edge[rows], starts) * 2 > counts
        group, key = group[starts], key[starts]
        sentence = copies.is_among(key, np.unique(self.keys[self.sentences]))
        fewest, share = _asked(sentence, at_edge)
        enough = counts >= np.maximum(fewest, share * totals[group])
        group, key = group[enough], key[enough]
        return {int(number): frozenset(key[group == number].tolist()) for number in np.unique(group)}


def _sorted(keys: frozenset[int]) -> Keys:
    return np.array(sorted(keys), np.uint64)


def _paired(keys: Keys, groups: Numbers) -> Keys:
    """A number for each pair of a key and a group."""
    return keys ^ (groups.astype(np.uint64) + np.uint64(1)) * _ODD


def _asked(sentence: Flags, at_edge: Flags) -> tuple[Numbers, Shares]:
    """For each line in how many articles of a group, and in what share of them, it must stand."""
    kinds = [sentence & at_edge, sentence]
    fewest = np.select(kinds, [_FEWEST_AT_EDGE, _FEWEST_FOR_SENTENCE], _FEWEST)
    return fewest, np.select(kinds, [_SHARE_AT_EDGE, _SHARE_FOR_SENTENCE], _SHARE)


def _distinct(*columns: Keys | Numbers, last: Flags | None = None) -> Numbers:
    """A row of each different combination, sorted by the columns; of equal ones that with the smallest `last`."""
    order = np.lexsort((*(() if last is None else (last,)), *columns[::-1]))
    return order[_is_new(*(column[order] for column in columns))]


def _is_new(*columns: Keys | Numbers) -> Flags:
    """For each row whether it differs from the row before."""
    new = np.ones(len(columns[0]), dtype=np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return new


def _sums(flags: Flags, starts: Numbers) -> Numbers:
    """How many flags are set from each start to the next."""
    until = np.concatenate(([0], np.cumsum(flags)))
    return np.asarray(until[np.append(starts[1:], len(flags))] - until[starts]) if len(starts) else starts


def _counts(line: str) -> bool:
    """Whether the line, which is not long, says something when it repeats."""
    return len(line) >= _SHORTEST_SENTENCE or (has_letters(line) and not ends_sentence(line))


def _numbers(values: array[int]) -> Numbers:
    return np.frombuffer(values, dtype=np.uint32).astype(np.int64)

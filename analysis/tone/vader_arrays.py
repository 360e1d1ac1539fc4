"""VADER for many sentences at a time: its rules as arrays over all rated tokens.

Each rule is the same sum or product, in the same order, as in `analysis/tone/vader.py`, so that scores are equal to the
last digit. Sentences in which a rated word may be part of an idiom go through the rules there, one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.tokens import Pieces
from analysis.tone.vader import ALPHA, FADING, emphasis_of, sum_of_ratings
from analysis.tone.vader_tokens import PLAIN, PLAIN_UPPER, VaderToken, token_of
from analysis.tone.vader_words import IN_CAPITALS, TURNED

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

_REACH = 3
_DIGITS = 10_000
# Where the digit after the last kept one is this near to a five, NumPy's rounding may not be the exact one.
_UNSURE = 1e-6


def vader_compounds(pieces: Pieces) -> Floats:
    """The compound score of each text of `pieces`: what `score_with_vader` gives."""
    sentences = _Sentences.of(pieces)
    totals = _totals(sentences)
    emphasis = _emphasis(pieces, np.repeat(np.arange(len(pieces.lengths)), pieces.lengths))
    totals = totals + np.copysign(emphasis, totals) * (totals != 0)
    return _rounded(totals / np.sqrt(totals * totals + ALPHA))


@dataclass(frozen=True)
class _Sentences:
    """Tokens of sentences: `tokens[ids]`, one sentence after the other; `rows` tells whose each is."""

    tokens: Sequence[VaderToken]
    ids: Numbers
    rows: Numbers
    n_rows: int

    @classmethod
    def of(cls, pieces: Pieces) -> _Sentences:
        """The tokens that VADER makes of pieces: those of a single character are none."""
        found = list(map(token_of, pieces.written))
        counted = np.array([token is not None for token in found], bool)[pieces.ids]
        rows = np.repeat(np.arange(len(pieces.lengths)), pieces.lengths)[counted]
        return cls([token or PLAIN for token in found], pieces.ids[counted], rows, len(pieces.lengths))

    @cached_property
    def starts(self) -> Numbers:
        """Where the tokens of each sentence begin, and where the last one's end."""
        return np.searchsorted(self.rows, np.arange(self.n_rows + 1))

    @cached_property
    def notable(self) -> dict[int, VaderToken]:
        """The tokens that a rule may look at, by their numbers."""
        plain = {PLAIN, PLAIN_UPPER}
        return {number: token for number, token in enumerate(self.tokens) if token not in plain}

    def property_of(self, name: str, missing: Any) -> npt.NDArray[Any]:
        """A property of each token by its number; `missing` for those that no rule looks at."""
        values = np.full(len(self.tokens), missing)
        if self.notable:
            values[list(self.notable)] = [getattr(token, name) for token in self.notable.values()]
        return values

    def is_word(self, *lower: str) -> Flags:
        """For each token by its number whether it is one of these words."""
        return self._flags([number for number, token in self.notable.items() if token.lower in lower])

    def is_written(self, text: str) -> Flags:
        """For each token by its number whether it is written so."""
        return self._flags([number for number, token in self.notable.items() if token.text == text])

    def is_upper(self) -> Flags:
        """For each token by its number whether it is in capitals."""
        return self._flags([number for number, token in enumerate(self.tokens) if token.is_upper])

    def _flags(self, numbers: list[int]) -> Flags:
        flags = np.zeros(len(self.tokens), bool)
        flags[numbers] = True
        return flags

    def those_of(self, row: int) -> list[VaderToken]:
        """The tokens of one sentence."""
        return [self.tokens[number] for number in self.ids[self.starts[row] : self.starts[row + 1]].tolist()]


def _totals(sentences: _Sentences) -> Floats:
    """The sum of the ratings of each sentence, after all rules but that of exclamation marks."""
    ratings = sentences.property_of("rating", None).astype(np.float64)
    rated = np.flatnonzero(~np.isnan(ratings[sentences.ids]))
    if not len(rated):
        return np.zeros(sentences.n_rows)
    rows = sentences.rows[rated]
    first, which = _first_alike(sentences, rated)
    judged = _Judged(sentences, ratings, first)
    valences = judged.valences()[which] * _weights_of_but(sentences, rated)
    totals = np.bincount(rows, valences, sentences.n_rows).astype(np.float64)
    for row in np.unique(rows[judged.may_be_idioms()[which]]).tolist():
        totals[row] = sum_of_ratings(sentences.those_of(row))
    return totals


def _first_alike(sentences: _Sentences, rated: Numbers) -> tuple[Numbers, Numbers]:
    """The place where each different rated token of a sentence stands first, and for each of `rated` which it is."""
    texts: dict[str, int] = {}
    alike = np.zeros(len(sentences.tokens), np.int64)
    for number, token in sentences.notable.items():
        alike[number] = texts.setdefault(token.text, len(texts))
    keys = sentences.rows[rated] * len(sentences.tokens) + alike[sentences.ids[rated]]
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    return rated[first], which


def _weights_of_but(sentences: _Sentences, rated: Numbers) -> Floats:
    """For each place the weight of its rating: half before the sentence's first "but", half as much again after it."""
    buts = np.flatnonzero(sentences.is_word("but")[sentences.ids])
    rows, first = np.unique(sentences.rows[buts], return_index=True)
    place = np.full(sentences.n_rows, -1)
    place[rows] = buts[first]
    but = place[sentences.rows[rated]]
    return np.where(but < 0, 1.0, np.where(rated < but, 0.5, 1.5))


class _Judged:
    """Rated tokens, by their places, and what stands around each: `before[d]` is the place d tokens earlier."""

    def __init__(self, sentences: _Sentences, ratings: Floats, places: Numbers) -> None:
        self.sentences, self.ratings, self.places = sentences, ratings, places
        self.rows = sentences.rows[places]
        self.in_row = places - sentences.starts[self.rows]

    def at(self, values: npt.NDArray[Any], offset: int) -> npt.NDArray[Any]:
        """The value, given by token number, of the token so far from each; 0 beyond the sentence's ends."""
        sentences = self.sentences
        wanted = np.clip(self.places + offset, 0, len(sentences.ids) - 1)
        there = (self.in_row + offset >= 0) & (self.places + offset < sentences.starts[self.rows + 1])
        found = values[sentences.ids[wanted]]
        return np.where(there, found, np.zeros(1, found.dtype))

    def valences(self) -> Floats:
        """The rating of each after what stands around it has strengthened, weakened or turned it."""
        sentences = self.sentences
        is_upper = sentences.is_upper()
        n_upper = np.bincount(sentences.rows, is_upper[sentences.ids], sentences.n_rows)
        mixed = ((n_upper > 0) & (n_upper < np.diff(sentences.starts)))[self.rows]
        valences = self.at(self.ratings, 0)
        valences = valences + _capitals(valences) * (self.at(is_upper, 0) & mixed)
        graded = valences
        for distance in range(1, _REACH + 1):
            graded = self._after(distance, graded, self.at(is_upper, -distance) & mixed)
        graded = np.where(self._after_least(), graded * TURNED, graded)
        return np.where(self.at(sentences.is_word("kind"), 0) & self.at(sentences.is_word("of"), 1), 0.0, graded)

    def _after(self, distance: int, valences: Floats, in_capitals: Flags) -> Floats:
        """What the token so far before each makes of its rating; rated ones do nothing."""
        is_rated = ~np.isnan(self.ratings)
        acts = (self.in_row >= distance) & ~self.at(is_rated, -distance)
        boost = self.at(self.sentences.property_of("boost", 0.0), -distance)
        towards = np.where(valences < 0, -boost, boost) + _capitals(valences) * in_capitals
        changed = valences + FADING[distance - 1] * np.where(boost != 0, towards, 0.0)
        return np.where(acts, changed * self._turn(distance), valences)

    def _turn(self, distance: int) -> Floats:
        """The factor of a negation so far before each; "never so" strengthens instead."""
        negates = self.at(self.sentences.property_of("negates", False), -distance)
        turn = np.where(negates, TURNED, 1.0)
        if distance == 1:
            return turn
        never = self.at(self.sentences.is_written("never"), -distance)
        is_so = self.sentences.property_of("is_so", False)
        if distance == 2:
            return np.where(never & self.at(is_so, -1), 1.5, turn)
        return np.where((never & self.at(is_so, -2)) | self.at(is_so, -1), 1.25, turn)

    def _after_least(self) -> Flags:
        """Whether "least" stands before each, and neither "at" nor "very" before that."""
        least, softened = self.sentences.is_word("least"), self.sentences.is_word("at", "very")
        return np.asarray(self.at(least, -1) & ~self.at(softened, -2))

    def may_be_idioms(self) -> Flags:
        """Whether a word that only idioms have stands near enough to each."""
        tells = self.sentences.property_of("tells_idiom", False)
        near = [self.at(tells, offset) for offset in range(-_REACH, _REACH)]
        return np.asarray((self.in_row >= _REACH) & np.any(near, axis=0))


def _capitals(valences: Floats) -> Floats:
    return np.where(valences > 0, IN_CAPITALS, -IN_CAPITALS)


def _emphasis(pieces: Pieces, rows: Numbers) -> Floats:
    """What the marks of each text add to its sum."""
    marked = [number for number, written in enumerate(pieces.written) if "!" in written or "?" in written]
    counts = np.zeros((2, len(pieces.written)), np.int64)
    for number in marked:
        counts[:, number] = pieces.written[number].count("!"), pieces.written[number].count("?")
    exclaimed, asked = (np.bincount(rows, of[pieces.ids], len(pieces.lengths)).astype(np.int64) for of in counts)
    emphasis = np.zeros(len(pieces.lengths))
    for row in np.flatnonzero(exclaimed + asked).tolist():
        emphasis[row] = emphasis_of(int(exclaimed[row]), int(asked[row]))
    return emphasis


def _rounded(values: Floats) -> Floats:
    """`values` to four digits, as Python rounds."""
    large = values * _DIGITS
    rounded = np.rint(large) / _DIGITS
    unsure = np.abs(np.abs(large - np.floor(large)) - 0.5) < _UNSURE
    for place in np.flatnonzero(unsure).tolist():
        rounded[place] = round(float(values[place]), 4)
    return rounded

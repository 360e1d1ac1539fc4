"""VADER for many sentences at a time.

Where nothing that a rule looks at stands around any of a sentence's rated tokens, its score is that of their sum, which
arrays find for all sentences at once. The rules see the others alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from analysis.tone.vader import compound_of, sum_of_ratings
from analysis.tone.vader_tokens import PLAIN, VaderToken, token_of

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]

_REACH = 3


def vader_compounds(sentences: Sequence[str]) -> Floats:
    """The compound score of each of `sentences`: what `score_with_vader` gives."""
    written = [sentence.split() for sentence in sentences]
    flat = list(chain.from_iterable(written))
    numbers = dict(zip(dict.fromkeys(flat), count(), strict=False))
    ids = np.fromiter(map(numbers.__getitem__, flat), np.int64, len(flat))
    tokens = [token_of(one) for one in numbers]
    rows = np.repeat(np.arange(len(sentences)), [len(one) for one in written])
    counted = np.array([token is not None for token in tokens], bool)[ids]
    totals = _totals([token or PLAIN for token in tokens], ids[counted], rows[counted], len(sentences))
    pairs = zip(totals.tolist(), sentences, strict=True)
    return np.array([compound_of(total, sentence) if total else 0.0 for total, sentence in pairs], np.float64)


def _totals(tokens: Sequence[VaderToken], ids: Numbers, rows: Numbers, n_rows: int) -> Floats:
    """The sum of the ratings of each sentence, after all rules; `tokens[ids]` are its tokens, `rows` tells whose."""
    is_rated = np.array([token.rating is not None for token in tokens], bool)[ids]
    is_plain = np.array([token is PLAIN for token in tokens], bool)[ids]
    weighs = np.array([token.lower == "but" for token in tokens], bool)[ids]
    minds = np.array([token.in_phrase or token.is_upper for token in tokens], bool)[ids]
    starts = np.searchsorted(rows, np.arange(n_rows + 1))
    places = np.arange(len(ids)) - starts[rows]
    has_rated = np.bincount(rows, is_rated, n_rows) > 0
    special = is_rated & (minds | ~_stands_alone(is_plain, places)) | weighs
    by_rules = has_rated & (np.bincount(rows, special, n_rows) > 0)
    ratings = np.array([token.rating or 0.0 for token in tokens], np.float64)[ids]
    totals = np.bincount(rows, ratings, n_rows).astype(np.float64)
    for row in np.flatnonzero(by_rules):
        totals[row] = sum_of_ratings([tokens[one] for one in ids[starts[row] : starts[row + 1]].tolist()])
    return totals


def _stands_alone(is_plain: Flags, places: Numbers) -> Flags:
    """For each token whether the three before it in its sentence, or all there are, are ones that no rule looks at."""
    alone = np.ones(len(places), bool)
    for distance in range(1, _REACH + 1):
        alone[distance:] &= is_plain[:-distance] | (places[distance:] < distance)
    return alone

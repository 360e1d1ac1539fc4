"""Windows: how often words meet within ten words of running text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from analysis.collocations import npmi
from analysis.tokens import fold
from analysis.word_ids import BREAK_ID, Counts, WordIds

Floats = npt.NDArray[np.float64]

_WINDOW = 10


def npmi_of_pairs(words: WordIds, rows: Counts, terms: Sequence[str]) -> Floats:
    """NPMI of each two of `terms`, single words in their normal form, from -1 to 1: a square, its diagonal 0.

    Over every run of ten words in the articles of `rows`, as C_NPMI of Röder, Both and Hinneburg (2015), Exploring
    the space of topic coherence measures. -1 for terms that never meet.
    """
    met, n_windows = _meetings(*_stream(words, rows), _columns(words, terms), len(terms))
    values = npmi(met / max(1, n_windows))
    np.fill_diagonal(values, 0)
    return values


def _columns(words: WordIds, terms: Sequence[str]) -> Counts:
    """For each word id the number of its term in `terms`, or -1."""
    number = {term: n for n, term in enumerate(terms)}
    return np.array([-1, *(number.get(fold(word), -1) for word in words.vocabulary[BREAK_ID + 1 :])], np.int64)


def _stream(words: WordIds, rows: Counts) -> tuple[Counts, Counts]:
    """The words of these articles without the breaks, and where each article begins and the last ends."""
    streams = [ids[ids != BREAK_ID] for ids in map(words.of_article, rows.tolist())]
    return np.concatenate([np.zeros(0, np.int64), *streams]), np.cumsum([0, *map(len, streams)])


def _meetings(ids: Counts, offsets: Counts, column_of: Counts, n_terms: int) -> tuple[Floats, int]:
    """In how many windows each two terms meet (on the diagonal: in how many a term is), and how many there are."""
    from scipy.sparse import csr_matrix

    n_windows = np.maximum(1, np.diff(offsets) - _WINDOW + 1)
    first_window = np.concatenate([[0], np.cumsum(n_windows)])
    columns = column_of[ids]
    places = np.flatnonzero(columns >= 0)
    rows = np.searchsorted(offsets, places, side="right") - 1
    places_in_row = places - offsets[rows]
    first = np.maximum(0, places_in_row - _WINDOW + 1)
    counts = np.minimum(places_in_row, n_windows[rows] - 1) - first + 1
    starts = np.repeat(first_window[rows] + first - np.cumsum(counts) + counts, counts)
    windows = starts + np.arange(counts.sum())
    found: Any = csr_matrix(
        (np.ones(len(windows), np.float32), (windows, np.repeat(columns[places], counts))),
        (int(first_window[-1]), n_terms),
    )
    # A word that stands twice in a window is in it once.
    found.data[:] = 1
    return (found.T @ found).toarray().astype(float), int(first_window[-1])

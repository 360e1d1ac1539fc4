"""Tone: how a sentence sounds, in two readings, each with its explanation.

- `news`: the judgement that readers of news would pass, predicted by a model trained on news sentences. 0 is the mean
  of all judgements; 0.3 says that readers would judge it three tenths of the way from there to wholly positive.
- `vader`: VADER's compound score, made for social media.

A polarity of at least the reading's cut is positive, one of at most minus the cut negative, all between neutral.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.tokens import Pieces, WordStream, pieces_of
from analysis.tone.contributions import Contribution, Explanation
from analysis.tone.news_model import polarity_of, shipped_model
from analysis.tone.vader import explain_vader
from analysis.tone.vader_arrays import vader_compounds

__all__ = [
    "NOT_SCORED",
    "READINGS",
    "Contribution",
    "Explanation",
    "Tones",
    "cut_of",
    "explain",
    "polarity_of",
    "tones_of",
    "tones_of_all",
]

READINGS = ("news", "vader")

# The cut that VADER's authors give for a compound score.
_VADER_CUT = 0.05


class Tones(NamedTuple):
    """The polarity of a sentence, -1 to 1, in each reading; None: not scored."""

    news: float | None
    vader: float | None


NOT_SCORED = Tones(None, None)

Floats = npt.NDArray[np.float64]


class ToneColumns(NamedTuple):
    """The polarities of many sentences in each reading; NaN: not scored."""

    news: Floats
    vader: Floats


def tones_of(sentence: str, words: Sequence[str]) -> Tones:
    """How `sentence`, whose words as written are `words`, sounds in each reading.

    Not scored where there is no evidence: no word that the news model knows, and none that VADER rates. A sentence of
    known words that say nothing is scored, and near 0.
    """
    stream = WordStream(list(words), np.arange(len(words), dtype=np.int32), np.array([len(words)]))
    news, vader = tones_of_all(pieces_of([sentence]), stream)
    return NOT_SCORED if np.isnan(news[0]) else Tones(float(news[0]), float(vader[0]))


def tones_of_all(pieces: Pieces, stream: WordStream) -> ToneColumns:
    """How each of the sentences sounds that have these pieces and words: as `tones_of` says, for many at a time.

    A BREAK in the stream is no word.
    """
    compounds = vader_compounds(pieces)
    news = shipped_model().scores(stream.vocabulary, stream.ids, stream.lengths, compounds)
    return ToneColumns(news, np.where(np.isnan(news), np.nan, compounds))


def cut_of(reading: str) -> float:
    """The polarity from which a sentence is positive in `reading`; minus it, from which it is negative."""
    return _VADER_CUT if reading == "vader" else shipped_model().cut


def explain(sentence: str, reading: str = "news") -> Explanation:
    """What each word of `sentence` adds to its polarity in `reading`, with the reason.

    `polarity_of` of the sum is the score of `tones_of` (news); the sum is, before it is rounded to four digits (vader).
    """
    return explain_vader(sentence) if reading == "vader" else shipped_model().explain(sentence)

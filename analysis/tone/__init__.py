"""Tone: how a sentence sounds, in two readings, each with its explanation.

- `news`: the judgement that readers of news would pass, predicted by a model trained on news sentences. 0 is the mean
  of all judgements; 0.3 says that readers would judge it three tenths of the way from there to wholly positive.
- `vader`: VADER's compound score, made for social media.

A polarity of at least the reading's cut is positive, one of at most minus the cut negative, all between neutral.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from analysis.tone.contributions import Contribution, Explanation
from analysis.tone.news_model import shipped_model
from analysis.tone.vader import explain_vader, score_with_vader

__all__ = ["NOT_SCORED", "READINGS", "Contribution", "Explanation", "Tones", "cut_of", "explain", "tones_of"]

READINGS = ("news", "vader")

# The cut that VADER's authors give for a compound score.
_VADER_CUT = 0.05


class Tones(NamedTuple):
    """The polarity of a sentence, -1 to 1, in each reading; None: not scored."""

    news: float | None
    vader: float | None


NOT_SCORED = Tones(None, None)


def tones_of(sentence: str, words: Sequence[str]) -> Tones:
    """How `sentence`, whose words as written are `words`, sounds in each reading.

    Not scored where there is no evidence: no word that the news model knows, and none that VADER rates. A sentence of
    known words that say nothing is scored, and near 0.
    """
    compound = score_with_vader(sentence)
    polarity = shipped_model().score(words, compound) if words else None
    return NOT_SCORED if polarity is None else Tones(polarity, compound)


def cut_of(reading: str) -> float:
    """The polarity from which a sentence is positive in `reading`; minus it, from which it is negative."""
    return _VADER_CUT if reading == "vader" else shipped_model().cut


def explain(sentence: str, reading: str = "news") -> Explanation:
    """What each word of `sentence` adds to its polarity in `reading`, with the reason.

    The sum is the score of `tones_of` before it is cut off at -1 and 1 (news) or rounded to four digits (vader).
    """
    return explain_vader(sentence) if reading == "vader" else shipped_model().explain(sentence)

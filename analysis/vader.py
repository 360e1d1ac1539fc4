"""VADER as NLTK has it, with the lexicon that the package vaderSentiment carries.

Hutto and Gilbert (2014), VADER: a parsimonious rule-based model for sentiment analysis of social media text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def score_with_vader(sentence: str) -> float:
    """The compound score of `sentence`, from -1, most negative, to 1; 0 if no word of it is in the lexicon."""
    return float(_analyzer().polarity_scores(sentence)["compound"])


@cache
def lexicon() -> Mapping[str, float]:
    """For each token of the lexicon, in lower case, its mean rating from -4 to 4."""
    rows = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    return {token: float(rating) for token, rating, *_ in (row.split("\t") for row in rows if "\t" in row)}


@cache
def _analyzer() -> Any:
    """NLTK's analyser over our lexicon.

    Its own constructor would look for a downloaded file, and NLTK 3.10 refuses paths outside its data folders.
    """
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    class Analyzer(SentimentIntensityAnalyzer):  # type: ignore[misc]
        def __init__(self) -> None:
            self.lexicon = lexicon()
            self.constants = VaderConstants()

    return Analyzer()

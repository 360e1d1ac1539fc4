"""Sentiment: how each sentence sounds, and each article by its sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import ClassVar

import pyarrow as pa

from analysis.articles import Document
from analysis.schema import Column, Rows, Table
from analysis.vader import score_with_vader

SENTENCES = Table(
    "sentences",
    "One row a sentence of a body.",
    (
        Column("article_id", pa.string(), "The article."),
        Column("sentence_number", pa.int32(), "Its place among the article's sentences, from 0."),
        Column("start", pa.int32(), "Its first code point in the body."),
        Column("end", pa.int32(), "The code point after its last."),
        Column("polarity", pa.float32(), "From -1, negative, to 1, positive; null: not scored.", True, (-1, 1)),
        Column("polarity_vader", pa.float32(), "VADER's compound score; null: not scored.", True, (-1, 1)),
        Column("in_quotes", pa.bool_(), "Whether it stands inside quotation marks."),
    ),
    key=("article_id", "sentence_number"),
)

SENTIMENT = Table(
    "sentiment",
    "One row an article.",
    (
        Column("article_id", pa.string(), "The article."),
        Column(
            "polarity",
            pa.float32(),
            "Mean over its scored sentences, -1 to 1; null: not scored.",
            True,
            (-1, 1),
        ),
        Column("polarity_vader", pa.float32(), "The same of VADER's scores; null: not scored.", True, (-1, 1)),
        Column("positive_share", pa.float32(), "Share of scored sentences of at least 0.05.", True, (0, 1)),
        Column("negative_share", pa.float32(), "Share of scored sentences of at most -0.05.", True, (0, 1)),
        Column("n_scored", pa.int32(), "Scored sentences: those with a word, in a language with a lexicon."),
    ),
    key=("article_id",),
)

# The cuts that VADER's authors give for the classes of a compound score.
CLASS_CUT = 0.05

Scorer = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Sentiment:
    """Score sentences one by one and take their mean.

    Never a whole article at once: VADER's compound score grows with the number of words it has seen,
    so that on an article it measures length.
    """

    tables: ClassVar[tuple[Table, ...]] = (SENTENCES, SENTIMENT)

    languages: tuple[str, ...] = ("en",)

    def __call__(self, document: Document) -> Rows:
        """The sentences of `document` with their scores, and the article's.

        An article whose language is unsure is scored; one in a language without a lexicon is not.
        """
        article = document.article
        scored = article.language is None or article.language in self.languages
        scores = _score(document, score_with_vader) if scored else [None] * len(document.sentences)
        return {
            SENTENCES: [
                (article.article_id, number, sentence.start, sentence.end, score, score, sentence.in_quotes)
                for number, (sentence, score) in enumerate(zip(document.sentences, scores, strict=True))
            ],
            SENTIMENT: [(article.article_id, *summarise([score for score in scores if score is not None]))],
        }


def _score(document: Document, scorer: Scorer) -> list[float | None]:
    """The score of each sentence; None for one without a word."""
    body = document.article.body
    return [
        scorer(body[sentence.start : sentence.end]) if words else None
        for sentence, words in zip(document.sentences, document.sentence_words, strict=True)
    ]


def summarise(scores: Sequence[float]) -> tuple[float | None, float | None, float | None, float | None, int]:
    """Polarity, VADER's polarity, positive share, negative share and number of `scores`; nulls for none."""
    if not scores:
        return None, None, None, None, 0
    mean = fmean(scores)
    positive = sum(score >= CLASS_CUT for score in scores) / len(scores)
    negative = sum(score <= -CLASS_CUT for score in scores) / len(scores)
    return mean, mean, positive, negative, len(scores)


STEP = Sentiment()

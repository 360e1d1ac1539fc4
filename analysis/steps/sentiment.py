"""Sentiment: how each sentence sounds, and each article by its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean
from typing import ClassVar

import pyarrow as pa

from analysis.articles import Document
from analysis.errors import SettingsError
from analysis.schema import Column, Row, Rows, Table
from analysis.tone import NOT_SCORED, READINGS, Tones, cut_of, tones_of

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


def _mean_column(name: str, of_what: str) -> Column:
    return Column(name, pa.float32(), f"Mean over {of_what}, -1 to 1; null: not scored.", True, (-1, 1))


SENTIMENT = Table(
    "sentiment",
    "One row an article. Polarities are those of the reading that the settings choose, but for polarity_vader.",
    (
        Column("article_id", pa.string(), "The article."),
        _mean_column("polarity", "its scored sentences"),
        _mean_column("polarity_vader", "VADER's scores of them"),
        Column(
            "polarity_spread",
            pa.float32(),
            "Standard deviation of its sentences' polarity; null for fewer than two.",
            True,
            (0, 2),
        ),
        Column("positive_share", pa.float32(), "Share of scored sentences at or above the cut.", True, (0, 1)),
        Column("negative_share", pa.float32(), "Share of scored sentences at or below minus the cut.", True, (0, 1)),
        Column("n_scored", pa.int32(), "Scored sentences: those with evidence, in a language that is scored."),
        Column("headline_polarity", pa.float32(), "Polarity of the headline; null: not scored.", True, (-1, 1)),
        _mean_column("quoted_polarity", "its scored sentences in quotation marks"),
        Column("n_quoted", pa.int32(), "Scored sentences in quotation marks."),
        _mean_column("own_voice_polarity", "its other scored sentences, the reporter's own voice"),
        Column("n_own_voice", pa.int32(), "Scored sentences in the reporter's own voice."),
    ),
    key=("article_id",),
)


@dataclass(frozen=True, slots=True)
class Sentiment:
    """Score sentences one by one and take their mean.

    Never a whole article at once: VADER's compound score grows with the number of words it has seen,
    so that on an article it measures length. The reading "news" is calibrated on news sentences, "vader" is
    plain VADER. An article with fewer scored sentences than min_scored, and others that are not, is not scored.
    """

    tables: ClassVar[tuple[Table, ...]] = (SENTENCES, SENTIMENT)

    languages: tuple[str, ...] = ("en",)
    reading: str = "news"
    min_scored: int = 3

    def __post_init__(self) -> None:
        if self.reading not in READINGS:
            raise SettingsError(f"sentiment.reading must be one of {list(READINGS)}, not '{self.reading}'")
        if self.min_scored < 1:
            raise SettingsError(f"sentiment.min_scored must be at least 1, not {self.min_scored}")

    def __call__(self, document: Document) -> Rows:
        """The sentences of `document` with their scores, and the article's.

        An article whose language is unsure is scored; one in a language without a lexicon is not.
        """
        article = document.article
        readable = article.language is None or article.language in self.languages
        tones = _sentence_tones(document) if readable else [NOT_SCORED] * len(document.sentences)
        headline = tones_of(article.headline or "", document.headline_words) if readable else NOT_SCORED
        return {
            SENTENCES: [
                (article.article_id, number, one.start, one.end, self._chosen(tone), tone.vader, one.in_quotes)
                for number, (one, tone) in enumerate(zip(document.sentences, tones, strict=True))
            ],
            SENTIMENT: [(article.article_id, *self._article(document, tones, self._chosen(headline)))],
        }

    def _chosen(self, tones: Tones) -> float | None:
        return tones.vader if self.reading == "vader" else tones.news

    def _article(self, document: Document, tones: Sequence[Tones], headline: float | None) -> Row:
        """The row of SENTIMENT after the id; the numbers are true where the evidence is too thin for a mean."""
        scored = [
            (polarity, vader, sentence.in_quotes)
            for sentence, tone in zip(document.sentences, tones, strict=True)
            if (polarity := self._chosen(tone)) is not None and (vader := tone.vader) is not None
        ]
        n_quoted = sum(in_quotes for _, _, in_quotes in scored)
        enough = len(scored) >= min(self.min_scored, sum(map(bool, document.sentence_words)))
        told = scored if enough else []
        polarities = [polarity for polarity, _, _ in told]
        cut = cut_of(self.reading)
        return (
            mean(polarities),
            mean([vader for _, vader, _ in told]),
            spread(polarities),
            mean([polarity >= cut for polarity in polarities]),
            mean([polarity <= -cut for polarity in polarities]),
            len(scored),
            headline,
            mean([polarity for polarity, _, in_quotes in told if in_quotes]),
            n_quoted,
            mean([polarity for polarity, _, in_quotes in told if not in_quotes]),
            len(scored) - n_quoted,
        )


def _sentence_tones(document: Document) -> list[Tones]:
    body = document.article.body
    return [
        tones_of(body[sentence.start : sentence.end], words)
        for sentence, words in zip(document.sentences, document.sentence_words, strict=True)
    ]


def mean(values: Sequence[float]) -> float | None:
    """The mean of `values`; None if there are none. That of answers is the share of yes."""
    return fmean(values) if values else None


def spread(values: Sequence[float]) -> float | None:
    """The standard deviation of the sample `values`; None for fewer than two."""
    if len(values) < 2:
        return None
    middle = fmean(values)
    return sqrt(fsum((value - middle) ** 2 for value in values) / (len(values) - 1))


STEP = Sentiment()

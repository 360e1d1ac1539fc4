"""Sentiment: how each sentence sounds, and each article by its sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from analysis.articles import Documents
from analysis.errors import SettingsError
from analysis.schema import Column, Table
from analysis.tone import READINGS, cut_of, tones_of_all

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

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

    def __call__(self, documents: Documents) -> Mapping[Table, pa.Table]:
        """The sentences of `documents` with their scores, and the articles'.

        An article whose language is unsure is scored; one in a language without a lexicon is not.
        """
        scored = self._scored(documents)
        ids = pa.array([article.article_id for article in documents.articles], pa.string())
        return {
            SENTENCES: SENTENCES.from_columns({"article_id": ids.take(pa.array(scored.rows)), **scored.columns()}),
            SENTIMENT: SENTIMENT.from_columns({"article_id": ids, **self._of_articles(scored)}),
        }

    def _scored(self, documents: Documents) -> _Scored:
        """The sentences of `documents`, and how they and the headlines sound."""
        stream = documents.stream
        tones = tones_of_all(documents.pieces, stream)
        readable = np.array([article.language in (None, *self.languages) for article in documents.articles], bool)
        news, vader = (np.where(np.repeat(readable, documents.n_texts), of, np.nan) for of in (tones.news, tones.vader))
        chosen = vader if self.reading == "vader" else news
        headlines = np.cumsum(documents.n_texts) - documents.n_texts
        is_sentence = np.ones(len(chosen), bool)
        is_sentence[headlines] = False
        sentences = list(chain.from_iterable(document.sentences for document in documents.documents))
        starts, ends, in_quotes = zip(*sentences, strict=True) if sentences else ((), (), ())
        return _Scored(
            n_sentences=documents.n_texts - 1,
            starts=np.array(starts, np.int32),
            ends=np.array(ends, np.int32),
            in_quotes=np.array(in_quotes, bool),
            has_words=stream.lengths[is_sentence] > 1,
            polarity=chosen[is_sentence],
            vader=vader[is_sentence],
            headlines=chosen[headlines],
        )

    def _of_articles(self, scored: _Scored) -> dict[str, pa.Array]:
        """The columns of SENTIMENT but the id; numbers are true where the evidence is too thin for a mean."""
        known, cut = ~np.isnan(scored.polarity), cut_of(self.reading)
        quoted = known & scored.in_quotes
        n_scored, n_quoted = scored.count(known), scored.count(quoted)
        enough = n_scored >= np.minimum(self.min_scored, scored.count(scored.has_words))
        polarity, told = scored.polarity, known & enough[scored.rows]
        spoken, own = told & scored.in_quotes, told & ~scored.in_quotes
        return {
            "polarity": _nullable(scored.mean(polarity, told)),
            "polarity_vader": _nullable(scored.mean(scored.vader, told)),
            "polarity_spread": _nullable(scored.spread(polarity, told)),
            "positive_share": _nullable(scored.mean(polarity >= cut, told)),
            "negative_share": _nullable(scored.mean(polarity <= -cut, told)),
            "n_scored": n_scored,
            "headline_polarity": _nullable(scored.headlines),
            "quoted_polarity": _nullable(scored.mean(polarity, spoken)),
            "n_quoted": n_quoted,
            "own_voice_polarity": _nullable(scored.mean(polarity, own)),
            "n_own_voice": n_scored - n_quoted,
        }


@dataclass(frozen=True)
class _Scored:
    """The sentences of some articles, one after the other; what is not scored is NaN."""

    n_sentences: Counts
    starts: Counts
    ends: Counts
    in_quotes: Flags
    has_words: Flags
    polarity: Floats
    vader: Floats
    headlines: Floats

    @cached_property
    def rows(self) -> Counts:
        """For each sentence the row of its article."""
        return np.repeat(np.arange(len(self.n_sentences)), self.n_sentences)

    def columns(self) -> dict[str, Any]:
        """The columns of SENTENCES but the id."""
        first = np.cumsum(self.n_sentences) - self.n_sentences
        return {
            "sentence_number": np.arange(len(self.rows)) - first[self.rows],
            "start": self.starts,
            "end": self.ends,
            "polarity": _nullable(self.polarity),
            "polarity_vader": _nullable(self.vader),
            "in_quotes": self.in_quotes,
        }

    def count(self, flags: Flags) -> Counts:
        """How many sentences of each article are flagged."""
        return np.bincount(self.rows[flags], minlength=len(self.n_sentences))

    def mean(self, values: npt.NDArray[Any], of: Flags) -> Floats:
        """For each article the mean of the values of its sentences that `of` flags; that of flags is a share."""
        sums = np.bincount(self.rows[of], values[of], len(self.n_sentences))
        counts = self.count(of)
        return np.asarray(np.divide(sums, counts, out=np.full(len(sums), np.nan), where=counts > 0))

    def spread(self, values: Floats, of: Flags) -> Floats:
        """Their standard deviation as that of a sample; NaN for fewer than two."""
        counts = self.count(of)
        squares = np.bincount(self.rows[of], ((values - self.mean(values, of)[self.rows]) ** 2)[of], len(counts))
        return np.asarray(np.sqrt(np.divide(squares, counts - 1, out=np.full(len(counts), np.nan), where=counts > 1)))


def _nullable(values: Floats) -> pa.Array:
    """`values` as a column, null for NaN."""
    return pa.array(values, pa.float32(), from_pandas=True)


STEP = Sentiment()

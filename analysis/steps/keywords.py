"""Keywords: how often each word and phrase occurs, and in how many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.collection import Collection, Part
from analysis.errors import SettingsError
from analysis.phrases import PhraseFinder, Phrases, phrase_terms
from analysis.schema import Column, Table
from analysis.vocabulary import Vocabulary, article_term_counts, build_vocabulary
from analysis.word_ids import Chunk, Ids, WordIds

TERMS = Table(
    "terms",
    "One row a word or phrase, most articles first; stop words aside. Counted in headline and body.",
    (
        Column("term_id", pa.int32(), "The term, from 0."),
        Column("term", pa.string(), "Its normal form, in lower case; the words of a phrase joined by spaces."),
        Column("n_tokens", pa.int8(), "How many words it has, 1 to 3.", within=(1, 3)),
        Column("n_articles", pa.int32(), "Articles that hold it."),
        Column("n_occurrences", pa.int32(), "Its occurrences in all of them."),
        Column("written", pa.string(), "As it is written most often."),
        Column("is_keyword", pa.bool_(), "Whether it is shown unasked: newspaper words and bare numbers are not."),
        Column(
            "strength",
            pa.float32(),
            "Of a phrase, the log-likelihood G2 of its words' meeting.",
            nullable=True,
        ),
    ),
    key=("term_id",),
)

TERM_COUNTS = Table(
    "term_counts",
    "One row a term of an article, sorted by article and term.",
    (
        Column("article_row", pa.int32(), "The article's row in `articles`, from 0."),
        Column("term_id", pa.int32(), "The term."),
        Column("n_occurrences", pa.int32(), "How often the article's headline and body hold it."),
    ),
    key=("article_row", "term_id"),
)


@dataclass(frozen=True, slots=True)
class Keywords:
    """Count words, and phrases of two or three words that belong together.

    A phrase must occur `min_phrase_count` times, in `min_phrase_articles` articles.
    """

    tables: ClassVar[tuple[Table, ...]] = (TERMS, TERM_COUNTS)

    min_phrase_count: int = 3
    min_phrase_articles: int = 2

    def __post_init__(self) -> None:
        for name in ("min_phrase_count", "min_phrase_articles"):
            if getattr(self, name) < 1:
                raise SettingsError(f"keywords.{name} must be at least 1, not {getattr(self, name)}")

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """The terms, then their counts in parts of some articles each."""
        languages = collection.read("articles", ["language"])["language"].to_pylist()
        vocabulary = build_vocabulary(collection.words, languages)
        finder = PhraseFinder(vocabulary, self.min_phrase_count, self.min_phrase_articles)
        numbered = _Numbered(vocabulary, finder, finder.find(collection.words))
        terms, new_ids = numbered.terms(collection.words)
        yield TERMS, terms
        for chunk in collection.words.chunks():
            yield TERM_COUNTS, numbered.count(chunk, new_ids)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Words, pairs and triples in one numbering: words first, stop words among them, then pairs, then triples."""

    vocabulary: Vocabulary
    finder: PhraseFinder
    phrases: tuple[Phrases, Phrases]

    def terms(self, words: WordIds) -> tuple[pa.Table, Ids]:
        """The table of terms; and for each number here its term_id, or -1 for a stop word."""
        v = self.vocabulary
        n_phrases = sum(len(found.keys) for found in self.phrases)
        rows = pd.DataFrame(
            {
                "term": [*v.terms, *self._joined()],
                "n_tokens": np.repeat([1, 2, 3], [len(v.terms), *(len(found.keys) for found in self.phrases)]),
                "n_articles": np.concatenate([v.n_articles, *(found.n_articles for found in self.phrases)]),
                "n_occurrences": np.concatenate([v.n_occurrences, *(found.n_occurrences for found in self.phrases)]),
                "written": [*v.written, *(form for f in self.phrases for form in self.finder.written(words, f))],
                "is_keyword": np.concatenate([v.is_content, np.ones(n_phrases, bool)]),
                "strength": np.concatenate([np.full(len(v.terms), np.nan), *(f.strength for f in self.phrases)]),
            }
        )
        shown = rows[np.concatenate([~v.is_stop, np.ones(n_phrases, bool)])]
        ranked = shown.sort_values(["n_articles", "n_occurrences", "term"], ascending=[False, False, True])
        new_ids = np.full(len(rows), -1, np.int32)
        new_ids[ranked.index] = np.arange(len(ranked), dtype=np.int32)
        columns = {name: ranked[name].tolist() for name in ranked.columns}
        columns["strength"] = [None if np.isnan(value) else value for value in columns["strength"]]
        return TERMS.from_columns({"term_id": range(len(ranked)), **columns}), new_ids

    def count(self, chunk: Chunk, new_ids: Ids) -> pa.Table:
        """The counts of the terms in the articles of `chunk`."""
        words = self.vocabulary.term_of[chunk.ids]
        found, first = [words], len(self.vocabulary.terms)
        for phrases in self.phrases:
            starts = self.finder.occurrences(phrases, chunk)
            found.append(np.where(starts >= 0, starts + first, -1))
            first += len(phrases.keys)
        # The -1 of "nothing here" picks the last value, which is -1 again.
        term_ids = np.append(new_ids, np.int32(-1))[np.concatenate(found)]
        rows, terms, counts = article_term_counts(np.tile(chunk.rows, len(found)), term_ids, first)
        return TERM_COUNTS.from_columns({"article_row": rows, "term_id": terms, "n_occurrences": counts})

    def _joined(self) -> list[str]:
        terms = self.vocabulary.terms
        return [
            " ".join(terms[term] for term in row)
            for found in self.phrases
            for row in phrase_terms(found, len(terms)).tolist()
        ]


STEP = Keywords()

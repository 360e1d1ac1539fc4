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
from analysis.tokens import WordLists, fold, word_list
from analysis.vocabulary import Vocabulary, article_term_counts, build_vocabulary
from analysis.word_ids import Chunk, Counts, Ids, WordIds

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
        Column(
            "is_keyword", pa.bool_(), "Whether it is shown unasked: newspaper words, vague ones and numbers are not."
        ),
        Column(
            "strength",
            pa.float32(),
            "Of a phrase, the log-likelihood G2 of its words' meeting.",
            nullable=True,
        ),
        Column("form_of", pa.int32(), "Its commonest form, or itself: election for elections, a phrase likewise."),
        Column("n_articles_of_forms", pa.int32(), "Articles that hold any of its forms."),
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

    A phrase must occur `min_phrase_count` times, in `min_phrase_articles` articles. `stop_words` are left out
    besides those of the language; `keep_words` are kept in any case: `["who", "time"]`.
    """

    tables: ClassVar[tuple[Table, ...]] = (TERMS, TERM_COUNTS)

    min_phrase_count: int = 3
    min_phrase_articles: int = 2
    stop_words: tuple[str, ...] = ()
    keep_words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("min_phrase_count", "min_phrase_articles"):
            if getattr(self, name) < 1:
                raise SettingsError(f"keywords.{name} must be at least 1, not {getattr(self, name)}")
        for name in ("stop_words", "keep_words"):
            if wrong := [text for text in getattr(self, name) if len(word_list(text)) != 1]:
                raise SettingsError(f"keywords.{name} takes single words, not {wrong}")

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """The counts in parts of some articles each, then the terms."""
        languages = collection.read("articles", ["language"])["language"].to_pylist()
        vocabulary = build_vocabulary(collection.words, languages, self._lists())
        finder = PhraseFinder(vocabulary, self.min_phrase_count, self.min_phrase_articles)
        numbered = _Numbered(vocabulary, finder, finder.find(collection.words))
        terms, new_ids = numbered.terms(collection.words)
        form_of = terms["form_of"].to_numpy(np.int32)
        n_articles = np.zeros(len(terms), np.int64)
        for chunk in collection.words.chunks():
            rows, found, counts = numbered.count(chunk, new_ids)
            yield (
                TERM_COUNTS,
                TERM_COUNTS.from_columns({"article_row": rows, "term_id": found, "n_occurrences": counts}),
            )
            _, forms, _ = article_term_counts(rows, form_of[found], len(terms))
            n_articles += np.bincount(forms, minlength=len(terms))
        yield TERMS, _table_of(terms.assign(n_articles_of_forms=n_articles[form_of]))

    def _lists(self) -> WordLists:
        stopped, kept = (
            frozenset(fold(word) for text in texts for word in word_list(text))
            for texts in (self.stop_words, self.keep_words)
        )
        return WordLists(stopped, kept)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Words, pairs and triples in one numbering: words first, stop words among them, then pairs, then triples."""

    vocabulary: Vocabulary
    finder: PhraseFinder
    phrases: tuple[Phrases, Phrases]

    def terms(self, words: WordIds) -> tuple[pd.DataFrame, Ids]:
        """The rows of the table of terms, in order; and for each number here its term_id, or -1 for a stop word."""
        v = self.vocabulary
        n_phrases = sum(len(found.keys) for found in self.phrases)
        rows = pd.DataFrame(
            {
                "term": [*v.terms, *self._joined()],
                "n_tokens": np.repeat([1, 2, 3], [len(v.terms), *(len(found.keys) for found in self.phrases)]),
                "n_articles": np.concatenate([v.n_articles, *(found.n_articles for found in self.phrases)]),
                "n_occurrences": np.concatenate([v.n_occurrences, *(found.n_occurrences for found in self.phrases)]),
                "written": [*v.written, *(form for f in self.phrases for form in self.finder.written(words, f))],
                "is_keyword": np.concatenate([v.is_keyword, np.ones(n_phrases, bool)]),
                "strength": np.concatenate([np.full(len(v.terms), np.nan), *(f.strength for f in self.phrases)]),
                "base": [*(v.terms[base] for base in v.base_of), *self._joined(v.base_of)],
            }
        )
        shown = rows[np.concatenate([~v.is_stop, np.ones(n_phrases, bool)])]
        ranked = shown.sort_values(["n_articles", "n_occurrences", "term"], ascending=[False, False, True])
        new_ids = np.full(len(rows), -1, np.int32)
        new_ids[ranked.index] = np.arange(len(ranked), dtype=np.int32)
        ranked = ranked.assign(term_id=np.arange(len(ranked)))
        # Forms share a base, and the first of them in this order is the commonest.
        ranked["form_of"] = ranked.groupby("base")["term_id"].transform("min")
        return ranked.drop(columns="base"), new_ids

    def count(self, chunk: Chunk, new_ids: Ids) -> tuple[Ids, Ids, Counts]:
        """Article rows, term ids and counts of the terms in the articles of `chunk`."""
        words = self.vocabulary.term_of[chunk.ids]
        found, first = [words], len(self.vocabulary.terms)
        for phrases in self.phrases:
            starts = self.finder.occurrences(phrases, chunk)
            found.append(np.where(starts >= 0, starts + first, -1))
            first += len(phrases.keys)
        # The -1 of "nothing here" picks the last value, which is -1 again.
        term_ids = np.append(new_ids, np.int32(-1))[np.concatenate(found)]
        return article_term_counts(np.tile(chunk.rows, len(found)), term_ids, first)

    def _joined(self, base_of: Ids | None = None) -> list[str]:
        """The terms of each phrase, or the bases of these, joined by spaces."""
        terms = self.vocabulary.terms
        return [
            " ".join(terms[term if base_of is None else base_of[term]] for term in row)
            for found in self.phrases
            for row in phrase_terms(found, len(terms)).tolist()
        ]


def _table_of(terms: pd.DataFrame) -> pa.Table:
    columns = {name: terms[name].tolist() for name in terms.columns}
    columns["strength"] = [None if np.isnan(value) else value for value in columns["strength"]]
    return TERMS.from_columns(columns)


STEP = Keywords()

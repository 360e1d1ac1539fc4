"""Keywords: how often each word and phrase occurs, and in how many articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analysis.collection import Collection, Part
from analysis.errors import SettingsError
from analysis.phrases import Phrases, find_phrases
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
        words = collection.words
        vocabulary = build_vocabulary(words, languages, self._lists())
        phrases = find_phrases(words, vocabulary, self.min_phrase_count, self.min_phrase_articles)
        numbered = _Numbered(vocabulary, phrases)
        terms, new_ids = numbered.terms(words)
        form_of = terms["form_of"].to_numpy()
        has_forms = np.bincount(form_of, minlength=len(form_of))[form_of] > 1
        n_articles = np.zeros(len(form_of), np.int64)
        for number, chunk in enumerate(words.chunks()):
            rows, found, counts = numbered.count(number, chunk, new_ids)
            yield (
                TERM_COUNTS,
                TERM_COUNTS.from_columns({"article_row": rows, "term_id": found, "n_occurrences": counts}),
            )
            several = has_forms[found]
            _, forms, _ = article_term_counts(rows[several], form_of[found[several]], len(form_of))
            n_articles += np.bincount(forms, minlength=len(form_of))
        n_of_forms = np.where(has_forms, n_articles[form_of], terms["n_articles"].to_numpy())
        yield TERMS, TERMS.conform(terms.append_column("n_articles_of_forms", pa.array(n_of_forms)))

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
    phrases: tuple[Phrases, Phrases]

    def terms(self, words: WordIds) -> tuple[pa.Table, Ids]:
        """The rows of the table of terms, in order; and for each number here its term_id, or -1 for a stop word."""
        v, phrases = self.vocabulary, self.phrases
        written = pa.array(words.vocabulary, pa.string())
        strength = np.concatenate([np.full(len(v.terms), np.nan), *(found.strength for found in phrases)])
        rows = pa.table(
            {
                "term": pa.concat_arrays([v.terms, *(_joined(v.terms, found.terms) for found in phrases)]),
                "n_tokens": np.repeat(np.array([1, 2, 3], np.int8), [len(v.terms), *map(len, phrases)]),
                "n_articles": np.concatenate([v.n_articles, *(found.n_articles for found in phrases)]),
                "n_occurrences": np.concatenate([v.n_occurrences, *(found.n_occurrences for found in phrases)]),
                "written": pa.concat_arrays(
                    [written.take(pa.array(v.written)), *(_joined(written, f.written) for f in phrases)]
                ),
                "is_keyword": np.concatenate([v.is_keyword, np.ones(sum(map(len, phrases)), bool)]),
                "strength": pa.array(strength, from_pandas=True),
                "base": self._bases(),
            }
        )
        is_shown = np.concatenate([~v.is_stop, np.ones(sum(map(len, phrases)), bool)])
        order = pc.sort_indices(
            rows, [("n_articles", "descending"), ("n_occurrences", "descending"), ("term", "ascending")]
        ).to_numpy()
        order = order[is_shown[order]]
        new_ids = np.full(len(rows), -1, np.int32)
        new_ids[order] = np.arange(len(order), dtype=np.int32)
        ranked = rows.take(pa.array(order))
        # Forms share a base, and the first of them in this order is the commonest.
        _, first, group = np.unique(ranked["base"].to_numpy(), return_index=True, return_inverse=True)
        columns = {"term_id": np.arange(len(order), dtype=np.int32), "form_of": first[group].astype(np.int32)}
        for name, values in columns.items():
            ranked = ranked.append_column(name, pa.array(values))
        return ranked.drop_columns("base"), new_ids

    def count(self, number: int, chunk: Chunk, new_ids: Ids) -> tuple[Ids, Ids, Counts]:
        """Article rows, term ids and counts of the terms in the articles of `chunk`, which has this number."""
        rows, terms = [chunk.rows], [np.append(new_ids, np.int32(-1))[self.vocabulary.term_of[chunk.ids]]]
        first = len(self.vocabulary.terms)
        for phrases in self.phrases:
            places, numbers = phrases.starts[number]
            rows.append(chunk.rows[places])
            terms.append(new_ids[numbers + first])
            first += len(phrases)
        return article_term_counts(np.concatenate(rows), np.concatenate(terms), first)

    def _bases(self) -> Counts:
        """A number for each word and phrase, the same for those whose words have the same bases."""
        base_of = self.vocabulary.base_of.astype(np.int64)
        found, first = [base_of], len(base_of)
        for phrases in self.phrases:
            numbers = np.zeros(len(phrases), np.int64)
            for place in range(phrases.terms.shape[1]):
                keys = numbers * len(base_of) + base_of[phrases.terms[:, place]]
                numbers = np.unique(keys, return_inverse=True)[1]
            found.append(numbers + first)
            first += len(phrases)
        return np.concatenate(found)


def _joined(words: pa.StringArray, rows: Counts) -> pa.StringArray:
    """The words in each of `rows`, joined by spaces."""
    return pc.binary_join_element_wise(*(words.take(pa.array(column)) for column in rows.T), " ")


STEP = Keywords()

"""Vocabulary: the words of a collection under their normal forms, with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analysis.tokens import WordLists, bases, fold
from analysis.word_ids import BREAK_ID, Counts, Ids, WordIds

Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

# The number of the break, which is no term.
NO_TERM = -1

# A word that is in lower case less often than this is a name.
_LOWER_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The single-word terms of a collection, numbered in alphabetical order.

    `term_of` gives for each word id the number of its term. The arrays have one value a term:
    `is_content` is true of words that phrases are made of: not stop words, not newspaper words, not bare numbers;
    `is_keyword` of those among them that tell something alone, not being vague.
    `base_of` is the number of the term that a term is an inflected form of, or its own.
    """

    terms: tuple[str, ...]
    written: tuple[str, ...]
    term_of: Ids
    n_articles: Counts
    n_occurrences: Counts
    is_stop: Flags
    is_content: Flags
    is_keyword: Flags
    base_of: Ids


def build_vocabulary(words: WordIds, languages: Sequence[str | None], lists: WordLists | None = None) -> Vocabulary:
    """The vocabulary of `words`; `languages` has the language of each article, in their order."""
    lists = lists or WordLists()
    folded = [fold(word) for word in words.vocabulary[BREAK_ID + 1 :]]
    terms = sorted(set(folded))
    number = {term: n for n, term in enumerate(terms)}
    term_of = np.array([NO_TERM, *(number[form] for form in folded)], np.int32)
    names = sorted({language or "en" for language in languages})
    language_of = np.array([names.index(language or "en") for language in languages], np.int32)
    of_word, n_articles, by_language = _count(words, term_of, len(terms), language_of, len(names))
    main = [names[n] for n in by_language.argmax(axis=0)] if terms else []
    is_stop = np.array(list(map(lists.is_stop, terms, main)), bool)
    is_content = ~is_stop & np.array(list(map(lists.tells, terms)), bool)
    is_name = _lower_share(words.vocabulary, term_of, of_word, len(terms)) < _LOWER_SHARE
    return Vocabulary(
        terms=tuple(terms),
        written=_commonest_forms(words.vocabulary, term_of, of_word, len(terms)),
        term_of=term_of,
        n_articles=n_articles,
        n_occurrences=by_language.sum(axis=0),
        is_stop=is_stop,
        is_content=is_content,
        is_keyword=is_content & ~np.array(list(map(lists.is_vague, terms)), bool),
        base_of=_bases(terms, main, is_content, is_name),
    )


def article_term_counts(rows: Ids, terms: Ids, n_terms: int) -> tuple[Ids, Ids, Counts]:
    """Rows, terms and counts of each pair that occurs, sorted by both; a negative term is passed over."""
    is_term = terms >= 0
    keys = rows[is_term].astype(np.int64) * n_terms + terms[is_term]
    keys, counts = np.unique(keys, return_counts=True)
    return (keys // max(1, n_terms)).astype(np.int32), (keys % max(1, n_terms)).astype(np.int32), counts


def _count(
    words: WordIds, term_of: Ids, n_terms: int, language_of: Ids, n_languages: int
) -> tuple[Counts, Counts, Counts]:
    """Occurrences of each word as written; articles of each term; occurrences by language and term."""
    of_word = np.zeros(len(term_of), np.int64)
    n_articles = np.zeros(n_terms, np.int64)
    by_language = np.zeros((n_languages, n_terms), np.int64)
    for chunk in words.chunks():
        of_word += np.bincount(chunk.ids, minlength=len(term_of))
        rows, terms, counts = article_term_counts(chunk.rows, term_of[chunk.ids], n_terms)
        n_articles += np.bincount(terms, minlength=n_terms)
        np.add.at(by_language, (language_of[rows], terms), counts)
    return of_word, n_articles, by_language


def _lower_share(words: Sequence[str], term_of: Ids, counts: Counts, n_terms: int) -> Shares:
    """For each term the share of its occurrences that are written in lower case."""
    is_term = term_of != NO_TERM
    is_lower = np.array([word.islower() for word in words], bool)[is_term]
    of_term, n_words = term_of[is_term], counts[is_term]
    return np.bincount(of_term, n_words * is_lower, n_terms) / np.maximum(1, np.bincount(of_term, n_words, n_terms))


def _bases(terms: Sequence[str], languages: Sequence[str], is_content: Flags, is_name: Flags) -> Ids:
    """For each term the number of its base; names have theirs among names, words among words of their language."""
    kinds: dict[tuple[str, bool], list[int]] = {}
    for number in np.flatnonzero(is_content).tolist():
        kinds.setdefault((languages[number], bool(is_name[number])), []).append(number)
    base_of = np.arange(len(terms), dtype=np.int32)
    for (language, names), numbers in kinds.items():
        number_of = {terms[number]: number for number in numbers}
        for word, base in bases(number_of, language, names=names).items():
            base_of[number_of[word]] = number_of[base]
    return base_of


def _commonest_forms(words: Sequence[str], term_of: Ids, counts: Counts, n_terms: int) -> tuple[str, ...]:
    """For each term the form in which it is written most often; of equals, the first in the alphabet."""
    best: list[tuple[int, str] | None] = [None] * n_terms
    for word, term, count in zip(words, term_of.tolist(), counts.tolist(), strict=True):
        if term != NO_TERM:
            held = best[term]
            if held is None or (-count, word) < held:
                best[term] = (-count, word)
    return tuple(form[1] for form in best if form is not None)

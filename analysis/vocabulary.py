"""Vocabulary: the words of a collection under their normal forms, with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from analysis.collocations import add_counts
from analysis.tokens import WordLists, bases
from analysis.word_ids import NO_TERM, Chunk, Counts, Ids, WordIds

Flags = npt.NDArray[np.bool_]
Shares = npt.NDArray[np.float64]

# A word that is in lower case less often than this is a name.
_LOWER_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The single-word terms of a collection, numbered in alphabetical order.

    `term_of` gives for each word id the number of its term. The arrays have one value a term:
    `written` is the word id of its commonest form;
    `is_content` is true of words that phrases are made of: not stop words, not newspaper words, not bare numbers;
    `is_keyword` of those among them that tell something alone, not being vague.
    `base_of` is the number of the term that a term is an inflected form of, or its own.
    """

    terms: pa.StringArray
    written: Ids
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
    forms = words.forms
    terms = forms.terms.to_pylist()
    counted = _count(words, languages)
    is_stop = np.array(list(map(lists.is_stop, terms, counted.languages)), bool)
    is_content = ~is_stop & np.array(list(map(lists.tells, terms)), bool)
    is_name = _lower_share(words, counted.of_word) < _LOWER_SHARE
    return Vocabulary(
        terms=forms.terms,
        written=_commonest_forms(words, counted.of_word),
        term_of=forms.term_of,
        n_articles=counted.n_articles,
        n_occurrences=_by_term(forms.term_of, counted.of_word, len(terms)),
        is_stop=is_stop,
        is_content=is_content,
        is_keyword=is_content & ~np.array(list(map(lists.is_vague, terms)), bool),
        base_of=_bases(terms, counted.languages, is_content, is_name),
    )


def article_term_counts(rows: Ids, terms: Ids, n_terms: int) -> tuple[Ids, Ids, Counts]:
    """Rows, terms and counts of each pair that occurs, sorted by both; a negative term is passed over."""
    is_term = terms >= 0
    keys = rows[is_term].astype(np.int64) * n_terms + terms[is_term]
    keys, counts = np.unique(keys, return_counts=True)
    found_rows = keys // max(1, n_terms)
    return found_rows.astype(np.int32), (keys - found_rows * n_terms).astype(np.int32), counts


@dataclass(frozen=True, slots=True)
class _Counted:
    """Occurrences of each word as written; articles of each term, and the language in which it occurs most."""

    of_word: Counts
    n_articles: Counts
    languages: list[str]


def _count(words: WordIds, languages: Sequence[str | None]) -> _Counted:
    term_of, n_terms = words.forms.term_of, len(words.forms.terms)
    names, language_of = np.unique([language or "en" for language in languages], return_inverse=True)
    main = int(np.bincount(language_of).argmax()) if len(names) else 0
    of_word = np.zeros(len(term_of), np.int64)
    n_articles = np.zeros(n_terms, np.int64)
    # Of most articles' language no count is kept apart: it is what the others leave.
    keys = counts = np.zeros(0, np.int64)
    for chunk in words.chunks():
        of_word += np.bincount(chunk.ids, minlength=len(term_of))
        _, terms, _ = article_term_counts(chunk.rows, term_of[chunk.ids], n_terms)
        n_articles += np.bincount(terms, minlength=n_terms)
        keys, counts = add_counts(keys, counts, _others(chunk, term_of, language_of, main, len(names)))
    n_occurrences = _by_term(term_of, of_word, n_terms)
    of_term = _main_languages(keys, counts, n_occurrences, main, len(names))
    return _Counted(of_word, n_articles, names[of_term].tolist())


def _others(chunk: Chunk, term_of: Ids, language_of: Counts, main: int, n_languages: int) -> Counts:
    """A number of term and language for each word of `chunk` that is not in the `main` language."""
    language = language_of[chunk.rows]
    other = np.flatnonzero(language != main)
    terms = term_of[chunk.ids[other]].astype(np.int64)
    is_term = terms != NO_TERM
    return np.asarray(terms[is_term] * n_languages + language[other[is_term]], np.int64)


def _main_languages(keys: Counts, counts: Counts, n_occurrences: Counts, main: int, n_languages: int) -> Counts:
    """For each term the number of its commonest language; of equals, the first."""
    best = np.full(len(n_occurrences), main)
    if not len(keys):
        return best
    terms, languages = keys // n_languages, keys % n_languages
    in_main = n_occurrences.copy()
    np.subtract.at(in_main, terms, counts)
    foreign = np.unique(terms)
    all_terms = np.concatenate([terms, foreign])
    all_languages = np.concatenate([languages, np.full(len(foreign), main)])
    order = np.lexsort((all_languages, -np.concatenate([counts, in_main[foreign]]), all_terms))
    found, first = np.unique(all_terms[order], return_index=True)
    best[found] = all_languages[order][first]
    return best


def _by_term(term_of: Ids, of_word: Counts, n_terms: int) -> Counts:
    is_term = term_of != NO_TERM
    return np.bincount(term_of[is_term], of_word[is_term], n_terms).astype(np.int64)


def _lower_share(words: WordIds, counts: Counts) -> Shares:
    """For each term the share of its occurrences that are written in lower case."""
    term_of, n_terms = words.forms.term_of, len(words.forms.terms)
    is_lower = np.array([word.islower() for word in words.vocabulary], bool)
    return _by_term(term_of, counts * is_lower, n_terms) / np.maximum(1, _by_term(term_of, counts, n_terms))


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


def _commonest_forms(words: WordIds, counts: Counts) -> Ids:
    """For each term the word id of the form that is written most often; of equals, the first in the alphabet."""
    term_of = words.forms.term_of
    ids = np.flatnonzero(term_of != NO_TERM).astype(np.int32)
    n_forms = np.bincount(term_of[ids], minlength=len(words.forms.terms))
    best = np.zeros(len(n_forms), np.int32)
    best[term_of[ids]] = ids
    several = ids[n_forms[term_of[ids]] > 1]
    ranked = sorted(several.tolist(), key=lambda word: words.vocabulary[word], reverse=True)
    order = np.array(ranked, np.int32)
    order = order[np.argsort(counts[order], kind="stable")]
    # Of the same term the last stays: the commonest, and of these the first in the alphabet.
    best[term_of[order]] = order
    return best

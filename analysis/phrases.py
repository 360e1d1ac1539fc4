"""Phrases: the pairs and triples of words of a collection that belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.collocations import SIGNIFICANT, Floats, Ints, log_likelihood
from analysis.vocabulary import Flags, Vocabulary, article_term_counts
from analysis.word_ids import Chunk, Ids, WordIds

# Words whose pairs are counted together, so that what is sorted at a time stays below some hundred megabytes.
_WORDS_A_PART = 100_000_000

_NONE = np.zeros(0, np.int64)


class Starts(NamedTuple):
    """Where in a chunk phrases begin, ascending, and the number of each."""

    places: Ids
    numbers: Ids


class _Runs(NamedTuple):
    """Where in a chunk runs of candidates begin, ascending, and the key of each."""

    places: Ints
    keys: Ints


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one length.

    `terms` has a row a phrase and a column a word: the numbers of its terms; `written` has the word ids with which it
    is written. `starts` says for each chunk of the words where they begin.
    """

    terms: Ints
    written: Ints
    n_occurrences: Ints
    n_articles: Ints
    strength: Floats
    starts: Sequence[Starts]

    def __len__(self) -> int:
        return len(self.terms)


class _Candidates(NamedTuple):
    """Terms that occur often enough for a phrase, in a numbering of their own: first the `n_content` of content.

    `terms` has their numbers in the vocabulary, `of_word` for each word id its candidate, or -1.
    """

    terms: Ints
    of_word: Ids
    n_content: int


class _Counted(NamedTuple):
    """Runs of candidates as sorted keys, how often each occurs, and where, chunk by chunk."""

    keys: Ints
    counts: Ints
    starts: list[Starts]


def find_phrases(words: WordIds, vocabulary: Vocabulary, min_count: int, min_articles: int) -> tuple[Phrases, Phrases]:
    """The pairs and triples that occur `min_count` times in `min_articles` articles, more often than by chance.

    They stand in one sentence, and neither begin nor end with a stop word, a newspaper word or a number.
    """
    candidates = _candidates(vocabulary, min_count)
    width, terms = len(candidates.terms), candidates.terms
    n_occurrences, total = vocabulary.n_occurrences, int(vocabulary.n_occurrences.sum())

    pairs = _count(words, partial(_pairs, candidates), 2, min_count)
    head, last = np.divmod(pairs.keys, max(1, width))
    strength = log_likelihood(pairs.counts, n_occurrences[terms[head]], n_occurrences[terms[last]], total)
    of_pair = terms[np.stack([head, last], axis=1)]
    found = [_phrases(pairs, of_pair, strength, last < candidates.n_content)]

    triples = _count(words, partial(_triples, candidates, pairs.starts), 3, min_count)
    head, last = np.divmod(triples.keys, max(1, width))
    strength = log_likelihood(triples.counts, pairs.counts[head], n_occurrences[terms[last]], total)
    of_triple = np.hstack([of_pair[head], terms[last][:, np.newaxis]])
    found.append(_phrases(triples, of_triple, strength, np.ones(len(last), bool)))

    spread = [_widespread(words, phrases, min_articles) for phrases in found]
    of_two, of_three = (replace(one, written=_written(words, vocabulary, one)) for one in spread)
    return of_two, of_three


def _candidates(vocabulary: Vocabulary, min_count: int) -> _Candidates:
    is_often = vocabulary.n_occurrences >= min_count
    content = np.flatnonzero(is_often & vocabulary.is_content)
    terms = np.concatenate([content, np.flatnonzero(is_often & ~vocabulary.is_content)])
    # One more than there are terms: the -1 of "no term" picks the last value.
    candidate_of = np.full(len(vocabulary.n_occurrences) + 1, -1, np.int32)
    candidate_of[terms] = np.arange(len(terms), dtype=np.int32)
    return _Candidates(terms, candidate_of[vocabulary.term_of], len(content))


def _pairs(candidates: _Candidates, number: int, chunk: Chunk) -> _Runs:
    """The key of each pair that begins in `chunk` with a word of content: first candidate times all, plus second."""
    del number
    terms = candidates.of_word[chunk.ids]
    places = np.flatnonzero((terms[:-1] >= 0) & (terms[:-1] < candidates.n_content) & (terms[1:] >= 0))
    return _Runs(places, terms[places].astype(np.int64) * len(candidates.terms) + terms[places + 1])


def _triples(candidates: _Candidates, pairs: Sequence[Starts], number: int, chunk: Chunk) -> _Runs:
    """The key of each triple that begins in `chunk` and ends with a word of content: pair times all, plus third."""
    places, heads = pairs[number].places.astype(np.int64), pairs[number].numbers
    if len(places) and places[-1] + 2 == len(chunk.ids):
        places, heads = places[:-1], heads[:-1]
    last = candidates.of_word[chunk.ids[places + 2]]
    fits = (last >= 0) & (last < candidates.n_content)
    return _Runs(places[fits], heads[fits].astype(np.int64) * len(candidates.terms) + last[fits])


def _count(words: WordIds, runs_in: Callable[[int, Chunk], _Runs], n_tokens: int, min_count: int) -> _Counted:
    """The runs that occur `min_count` times; where they begin includes the places where they overlap themselves."""
    n_parts = 1 + len(words.ids) // _WORDS_A_PART
    parts = [_often(_sorted_keys(words, runs_in, n_tokens, part, n_parts), min_count) for part in range(n_parts)]
    keys, counts = (np.concatenate(gathered) for gathered in zip(*parts, strict=True))
    order = np.argsort(keys)
    keys, counts = keys[order], counts[order]
    known = pd.Index(keys)
    starts = []
    for number, chunk in enumerate(words.chunks()):
        places, wanted = runs_in(number, chunk)
        found = known.get_indexer(wanted)
        is_known = found >= 0
        starts.append(Starts(places[is_known].astype(np.int32), found[is_known].astype(np.int32)))
    return _Counted(keys, counts, starts)


def _sorted_keys(
    words: WordIds, runs_in: Callable[[int, Chunk], _Runs], n_tokens: int, part: int, n_parts: int
) -> Ints:
    """The keys of one of `n_parts` of all runs, as often as they occur."""
    found = [_NONE]
    for number, chunk in enumerate(words.chunks()):
        places, keys = runs_in(number, chunk)
        keys = keys[_are_apart(places, keys, n_tokens)]
        found.append(keys[keys % n_parts == part] if n_parts > 1 else keys)
    return np.sort(np.concatenate(found))


def _often(keys: Ints, min_count: int) -> tuple[Ints, Ints]:
    """Those of the sorted `keys` that occur so often, each once, and how often."""
    firsts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else _NONE
    counts = np.diff(np.append(firsts, len(keys)))
    often = counts >= min_count
    return keys[firsts[often]], counts[often]


def _are_apart(places: Ids | Ints, numbers: Ids | Ints, n_tokens: int) -> Flags:
    """Which phrases do not begin inside the same one: three times "ha" are one "ha ha"."""
    repeats = np.zeros(len(places), bool)
    for n in range(1, n_tokens):
        repeats[n:] |= (numbers[n:] == numbers[:-n]) & (places[n:] - places[:-n] < n_tokens)
    apart = np.ones(len(places), bool)
    for one in np.flatnonzero(repeats).tolist():
        before = slice(max(0, one - n_tokens + 1), one)
        same = apart[before] & (numbers[before] == numbers[one]) & (places[one] - places[before] < n_tokens)
        apart[one] = not same.any()
    return apart


def _phrases(counted: _Counted, terms: Ints, strength: Floats, fits: Flags) -> Phrases:
    """Of the runs that were counted those that fit and do not meet by chance."""
    starts = []
    for places, numbers in counted.starts:
        apart = _are_apart(places, numbers, terms.shape[1])
        starts.append(Starts(places[apart], numbers[apart]))
    found = Phrases(terms, _NONE, counted.counts, np.zeros(len(terms), np.int64), strength, starts)
    return _keep(found, fits & (strength >= SIGNIFICANT))


def _keep(phrases: Phrases, kept: Flags) -> Phrases:
    number_of = np.where(kept, np.cumsum(kept) - 1, -1).astype(np.int32)
    starts = []
    for places, numbers in phrases.starts:
        renumbered = number_of[numbers]
        starts.append(Starts(places[renumbered >= 0], renumbered[renumbered >= 0]))
    return Phrases(
        phrases.terms[kept],
        phrases.written,
        phrases.n_occurrences[kept],
        phrases.n_articles[kept],
        phrases.strength[kept],
        starts,
    )


def _widespread(words: WordIds, phrases: Phrases, min_articles: int) -> Phrases:
    n_articles = np.zeros(len(phrases), np.int64)
    for chunk, (places, numbers) in zip(words.chunks(), phrases.starts, strict=True):
        _, found, _ = article_term_counts(chunk.rows[places], numbers, len(phrases))
        n_articles += np.bincount(found, minlength=len(phrases))
    return _keep(replace(phrases, n_articles=n_articles), n_articles >= min_articles)


def _written(words: WordIds, vocabulary: Vocabulary, phrases: Phrases) -> Ints:
    """Each phrase as it is written: every word of it in the form that it has there most often."""
    n_forms = np.bincount(vocabulary.term_of + 1, minlength=len(vocabulary.terms) + 1)[1:]
    written = vocabulary.written[phrases.terms].astype(np.int64)
    for place in range(phrases.terms.shape[1]):
        varies = n_forms[phrases.terms[:, place]] > 1
        numbers, forms = _commonest_forms(words, phrases.starts, place, varies)
        written[numbers, place] = forms
    return written


def _commonest_forms(words: WordIds, starts: Sequence[Starts], place: int, wanted: Flags) -> tuple[Ints, Ints]:
    """The `wanted` phrases, and the word id that stands most often at `place` in each; of equals, the first seen."""
    n_words = max(1, len(words.vocabulary))
    found = [_NONE]
    for chunk, here in zip(words.chunks(), starts, strict=True):
        is_wanted = wanted[here.numbers]
        forms = chunk.ids[here.places[is_wanted] + place]
        found.append(here.numbers[is_wanted].astype(np.int64) * n_words + forms)
    keys, counts = _often(np.sort(np.concatenate(found)), 1)
    numbers, words_there = np.divmod(keys, n_words)
    firsts = np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1])) if len(numbers) else _NONE
    # The most of a count and, of equals, of the least word id.
    ranks: Ints = counts * n_words + (n_words - 1 - words_there)
    best = np.maximum.reduceat(ranks, firsts) if len(firsts) else _NONE
    return numbers[firsts], np.asarray(n_words - 1 - best % n_words, np.int64)

"""Phrases: the pairs and triples of words of a collection that belong together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from analysis.collocations import SIGNIFICANT, Floats, Ints, add_counts, find_keys, log_likelihood
from analysis.vocabulary import Flags, Vocabulary, article_term_counts
from analysis.word_ids import Chunk, Ids, WordIds

_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one length, as sorted keys: a head's number times the number of terms, plus the last term.

    The head of a pair is a term; that of a triple is a pair, by its place in `heads`, which are keys as well.
    """

    n_tokens: int
    keys: Ints
    heads: Ints
    n_occurrences: Ints
    n_articles: Ints
    strength: Floats

    def keep(self, kept: Flags) -> Phrases:
        """Those of the phrases for which `kept` is true."""
        counted = self.n_articles[kept] if len(self.n_articles) else self.n_articles
        return replace(
            self,
            keys=self.keys[kept],
            n_occurrences=self.n_occurrences[kept],
            n_articles=counted,
            strength=self.strength[kept],
        )


@dataclass(frozen=True, slots=True)
class PhraseFinder:
    """Finds phrases that occur `min_count` times in `min_articles` articles, more often than by chance."""

    vocabulary: Vocabulary
    min_count: int
    min_articles: int

    def find(self, words: WordIds) -> tuple[Phrases, Phrases]:
        """The pairs and the triples of `words`."""
        v = self.vocabulary
        total = int(v.n_occurrences.sum())
        keys, counts = self._count(words, lambda chunk: _without_overlaps(self._pair_keys(chunk), 2))
        first, last = keys // max(1, len(v.terms)), keys % max(1, len(v.terms))
        strength = log_likelihood(counts, v.n_occurrences[first], v.n_occurrences[last], total)
        pairs = Phrases(2, keys, _NONE, counts, _NONE, strength).keep(v.is_content[last] & (strength >= SIGNIFICANT))
        triples = self._find_triples(words, keys, counts, total)
        return self._widespread(words, pairs), self._widespread(words, triples)

    def occurrences(self, phrases: Phrases, chunk: Chunk) -> Ids:
        """For each word of `chunk`, the number of the phrase that starts there, or -1."""
        wanted = self._pair_keys(chunk) if phrases.n_tokens == 2 else self._triple_keys(chunk, phrases.heads)
        wanted = _without_overlaps(wanted, phrases.n_tokens)
        found = find_keys(phrases.keys, wanted)
        return np.where(wanted >= 0, found, -1).astype(np.int32)

    def _find_triples(self, words: WordIds, heads: Ints, head_counts: Ints, total: int) -> Phrases:
        v = self.vocabulary
        keys, counts = self._count(words, lambda chunk: _without_overlaps(self._triple_keys(chunk, heads), 3))
        head, last = keys // max(1, len(v.terms)), keys % max(1, len(v.terms))
        strength = log_likelihood(counts, head_counts[head], v.n_occurrences[last], total)
        return Phrases(3, keys, heads, counts, _NONE, strength).keep(strength >= SIGNIFICANT)

    def _count(self, words: WordIds, keys_of: Callable[[Chunk], Ints]) -> tuple[Ints, Ints]:
        keys, counts = _NONE, _NONE
        for chunk in words.chunks():
            found = keys_of(chunk)
            keys, counts = add_counts(keys, counts, found[found >= 0])
        often = counts >= self.min_count
        return keys[often], counts[often]

    def _pair_keys(self, chunk: Chunk) -> Ints:
        """The key of the pair that starts at each word; -1 where none can: at breaks and before them."""
        v = self.vocabulary
        terms = v.term_of[chunk.ids].astype(np.int64)
        keys = np.full(len(terms), -1, np.int64)
        if len(terms) > 1:
            head, last = terms[:-1], terms[1:]
            fits = (last >= 0) & self._is_content(head)
            keys[:-1] = np.where(fits, head * len(v.terms) + last, -1)
        return keys

    def _triple_keys(self, chunk: Chunk, heads: Ints) -> Ints:
        """The key of the triple that starts at each word; -1 where none can."""
        v = self.vocabulary
        keys = np.full(len(chunk.ids), -1, np.int64)
        if len(keys) > 2:
            pairs = self._pair_keys(chunk)[:-2]
            head = np.where(pairs >= 0, find_keys(heads, pairs), -1)
            last = v.term_of[chunk.ids][2:].astype(np.int64)
            fits = (head >= 0) & self._is_content(last)
            keys[:-2] = np.where(fits, head * len(v.terms) + last, -1)
        return keys

    def _is_content(self, terms: Ints) -> Flags:
        # The -1 of "no term" picks the last value, which is false.
        return np.append(self.vocabulary.is_content, False)[terms]

    def _widespread(self, words: WordIds, phrases: Phrases) -> Phrases:
        n_articles = np.zeros(len(phrases.keys), np.int64)
        for chunk in words.chunks():
            _, found, _ = article_term_counts(chunk.rows, self.occurrences(phrases, chunk), len(phrases.keys))
            n_articles += np.bincount(found, minlength=len(phrases.keys))
        return replace(phrases, n_articles=n_articles).keep(n_articles >= self.min_articles)

    def written(self, words: WordIds, phrases: Phrases) -> list[str]:
        """Each phrase as it is written: every word of it in the form that it has there most often."""
        forms = [self._commonest_forms(words, phrases, place) for place in range(phrases.n_tokens)]
        return [" ".join(words.vocabulary[form] for form in row) for row in zip(*forms, strict=True)]

    def _commonest_forms(self, words: WordIds, phrases: Phrases, place: int) -> list[int]:
        """For each phrase the word id that stands most often at `place` in it; of equals, the first to be seen."""
        n_words = len(words.vocabulary)
        keys, counts = _NONE, _NONE
        for chunk in words.chunks():
            starts = self.occurrences(phrases, chunk)
            where = np.flatnonzero(starts >= 0)
            found = starts[where].astype(np.int64) * n_words + chunk.ids[where + place]
            keys, counts = add_counts(keys, counts, found)
        # Sorted by phrase and then by count, the last of each phrase is its commonest form.
        order = np.lexsort((-(keys % n_words), counts, keys // n_words))
        ranked = keys[order] // n_words
        last = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True)) if len(ranked) else _NONE
        return [int(form) for form in (keys[order] % n_words)[last]]


def _without_overlaps(keys: Ints, n_tokens: int) -> Ints:
    """`keys` with -1 where a phrase begins inside the same one: three times "ha" are one "ha ha"."""
    repeats = np.zeros(len(keys), bool)
    for n in range(1, n_tokens):
        repeats[n:] |= keys[n:] == keys[:-n]
    for place in np.flatnonzero(repeats & (keys >= 0)).tolist():
        if keys[place] in keys[max(0, place - n_tokens + 1) : place]:
            keys[place] = -1
    return keys


def phrase_terms(phrases: Phrases, n_terms: int) -> Ints:
    """The terms of each phrase: an array of one row a phrase and one column a word."""
    head, last = phrases.keys // max(1, n_terms), phrases.keys % max(1, n_terms)
    if phrases.n_tokens == 2:
        return np.stack([head, last], axis=1)
    pairs = phrases.heads[head] if len(head) else _NONE
    return np.stack([pairs // max(1, n_terms), pairs % max(1, n_terms), last], axis=1)

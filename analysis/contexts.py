"""Contexts: the sentences in which a term stands, read from the stored words, as the numbers of their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analysis.bundle import Bundle
from analysis.steps.keywords import TERMS
from analysis.stored_words import VOCABULARY, WORD_STREAMS
from analysis.tokens import fold
from analysis.word_ids import BREAK_ID, Counts, Ids

Flags = npt.NDArray[np.bool_]

# The number of what is no word of a context: the term itself.
_TERM_ITSELF = -1
_UNKNOWN = -2
_LONGEST_PHRASE = 3


class _Phrases(NamedTuple):
    """The phrases of one length: a number for the words of each, ascending, its term_id and that of its first form."""

    keys: Counts
    terms: Ids
    groups: Ids


@dataclass(frozen=True)
class Lexicon:
    """The words of a collection, and the terms that they make, as numbers.

    `terms` has term, written, n_tokens and n_occurrences of each term, by its id. `forms` are the normal forms of
    words, and `order` says how these are sorted. `folded` has for each row of the table `vocabulary` the number of its
    normal form, 0 for the break. `group` has for each normal form the term_id under which all forms of that word are
    counted, -1 for a stop word; `part` its number among the words of phrases, -1 for a word of none. Both have one more
    value, -1, at their end.
    """

    terms: pa.Table
    forms: pa.StringArray
    order: Ids
    folded: Ids
    group: Ids
    part: Ids
    phrases: tuple[_Phrases, ...]

    def numbers(self, term: str) -> list[int]:
        """The numbers of the words of `term`, in its normal form; -2 for what no article holds."""
        return [self._number(word) for word in term.split()]

    def _number(self, word: str) -> int:
        place = bisect_left(self.order, word, key=self._form)
        if place < len(self.order) and self._form(self.order[place]) == word:
            return int(self.order[place])
        return _UNKNOWN

    def _form(self, number: int) -> str:
        return str(self.forms[int(number)].as_py())

    def n_uses(self, numbers: Sequence[int]) -> int:
        """How often the phrase of the words with these numbers occurs in the collection; 0 for what is no phrase."""
        if not 2 <= len(numbers) <= _LONGEST_PHRASE or min(numbers) < 0:
            return 0
        phrases, parts = self.phrases[len(numbers) - 2], self.part[np.asarray(numbers)].astype(np.int64)
        key = int(_key(list(parts), self.width))
        place = int(np.searchsorted(phrases.keys, key))
        if parts.min() < 0 or place == len(phrases.keys) or phrases.keys[place] != key:
            return 0
        return int(self.terms["n_occurrences"][int(phrases.terms[place])].as_py())

    @property
    def width(self) -> int:
        """How many different words phrases have."""
        return int(self.part.max(initial=0)) + 1


def lexicon_of(bundle: Bundle) -> Lexicon:
    """The lexicon of a collection: a second for half a million different words, so it is to be kept."""
    words = bundle.read(VOCABULARY.name, ["word"])["word"].to_pylist()
    encoded = pa.array(["", *map(fold, words[BREAK_ID + 1 :])], pa.string()).dictionary_encode()
    forms = encoded.dictionary
    terms = bundle.read(TERMS.name, ["term", "written", "n_tokens", "n_occurrences", "form_of"])
    singles = terms.filter(pc.equal(terms["n_tokens"], 1))
    place = _numbers(forms, singles["term"])
    form_of = terms["form_of"].to_numpy()
    group = np.append(singles["form_of"].to_numpy(), -1).astype(np.int32)[place]
    words_of = [_words_of(terms, length, forms) for length in range(2, _LONGEST_PHRASE + 1)]
    in_phrases = np.unique(np.concatenate([numbers.ravel() for numbers, _ in words_of]))
    part = np.full(len(forms), -1, np.int32)
    part[in_phrases] = np.arange(len(in_phrases), dtype=np.int32)
    phrases = tuple(_keyed(part[numbers], ids, form_of, len(in_phrases)) for numbers, ids in words_of)
    names = terms.drop_columns("form_of")
    order = pc.sort_indices(forms).to_numpy().astype(np.int32)
    return Lexicon(names, forms, order, encoded.indices.to_numpy(), np.append(group, -1), np.append(part, -1), phrases)


def _numbers(sought: pa.Array, among: pa.ChunkedArray) -> Counts:
    """The place of each of `sought` in `among`, -1 for what is not there."""
    found = pc.fill_null(pc.index_in(sought, value_set=among.combine_chunks()), -1)
    return np.asarray(found.to_numpy(zero_copy_only=False), np.int64)


def _words_of(terms: pa.Table, length: int, forms: pa.StringArray) -> tuple[Counts, Ids]:
    """The numbers of the words of each phrase of `length` words, a row a phrase, and its term_id."""
    ids = np.flatnonzero(terms["n_tokens"].to_numpy() == length)
    words = pc.split_pattern(terms["term"].take(pa.array(ids)).combine_chunks(), " ").flatten()
    numbers = pc.index_in(words, value_set=forms).to_numpy(zero_copy_only=False)
    return numbers.astype(np.int64).reshape(-1, length), ids.astype(np.int32)


def _keyed(parts: Ids, ids: Ids, form_of: Ids, width: int) -> _Phrases:
    keys = _key([column.astype(np.int64) for column in parts.T], width)
    order = np.argsort(keys)
    return _Phrases(keys[order], ids[order], form_of[ids[order]])


def _key(columns: Sequence[Counts], width: int) -> Counts:
    """One number for the words in `columns`, each below `width`."""
    keys = columns[0]
    for column in columns[1:]:
        keys = keys * max(1, width) + column
    return keys


@dataclass(frozen=True)
class Contexts:
    """The sentences that hold a term, in the order of the articles; a headline counts as one.

    `rows` has the row of each one's article and `numbers` its number there, -1 for the headline. `ids` are the normal
    forms of their words, one sentence after the other with a break behind each and -1 where the term itself stands;
    `places` says in which sentence each of them is.
    """

    rows: Counts
    numbers: Counts
    ids: Ids
    places: Counts

    @property
    def n_words(self) -> int:
        """How many words stand in the sentences beside the term."""
        return int((self.ids > BREAK_ID).sum())

    @property
    def n_taken(self) -> int:
        """How many words the occurrences of the term itself take."""
        return int((self.ids == _TERM_ITSELF).sum())


def contexts_of(bundle: Bundle, lexicon: Lexicon, rows: Counts, terms: Sequence[str]) -> Contexts:
    """The sentences of the articles in `rows`, ascending, that hold any of `terms`, in their normal form.

    Only parts of the stored words in which one of these articles stands are read, one after the other.
    """
    phrases = [lexicon.numbers(term) for term in terms]
    found = [_Part.of(*read, lexicon).with_any(phrases) for read in _streams(bundle, rows)]
    n_before = np.cumsum([0, *(len(one.rows) for one in found)])
    nothing = np.zeros(0, np.int64)
    gathered = [Contexts(nothing, nothing, np.zeros(0, np.int32), nothing), *found]
    return Contexts(
        np.concatenate([one.rows for one in gathered]),
        np.concatenate([one.numbers for one in gathered]),
        np.concatenate([one.ids for one in gathered]),
        np.concatenate([nothing, *(one.places + n for one, n in zip(found, n_before, strict=False))]),
    )


def _streams(bundle: Bundle, rows: Counts) -> Iterator[tuple[Counts, pa.ListArray]]:
    """Some of `rows` with their streams of words, part by part."""
    for first, streams in bundle.groups(WORD_STREAMS, "words", rows):
        here = rows[np.searchsorted(rows, first) : np.searchsorted(rows, first + len(streams))]
        yield here, streams.take(pa.array(here - first))


@dataclass(frozen=True)
class _Part:
    """Whole articles: their normal forms, the sentence that each of them is in, and of each sentence its article."""

    ids: Ids
    places: Counts
    rows: Counts
    numbers: Counts

    @classmethod
    def of(cls, rows: Counts, streams: pa.ListArray, lexicon: Lexicon) -> _Part:
        """The articles in `rows` with their `streams` of words as they are written."""
        ids = lexicon.folded[streams.flatten().to_numpy()]
        is_break = ids == BREAK_ID
        places = np.cumsum(is_break) - is_break
        ends = np.cumsum(streams.value_lengths().to_numpy())
        # A stream ends with a break, so that an article has as many sentences, its headline among them, as breaks.
        n_breaks = np.diff(np.append(0, np.cumsum(is_break)[ends - 1])) if len(ends) else ends
        firsts = np.cumsum(n_breaks) - n_breaks
        numbers = np.arange(int(n_breaks.sum())) - np.repeat(firsts, n_breaks) - 1
        return cls(ids, places, np.repeat(rows, n_breaks), numbers)

    def with_any(self, phrases: Sequence[Sequence[int]]) -> Contexts:
        """The sentences with any of `phrases`."""
        holds, is_term = np.zeros(len(self.rows), bool), np.zeros(len(self.ids), bool)
        for phrase in phrases:
            starts = self._starts(phrase)
            holds[self.places[starts]] = True
            for n in range(len(phrase)):
                is_term[starts + n] = True
        kept = holds[self.places] if len(holds) else is_term
        ids = np.where(is_term[kept], np.int32(_TERM_ITSELF), self.ids[kept])
        places = (np.cumsum(holds) - 1)[self.places[kept]] if len(holds) else self.places
        return Contexts(self.rows[holds], self.numbers[holds], ids, places)

    def _starts(self, phrase: Sequence[int]) -> Counts:
        """Where `phrase` begins; it cannot reach beyond a sentence, since there is a break behind each."""
        n_last = len(phrase) - 1
        if not phrase or len(self.ids) < len(phrase):
            return np.zeros(0, np.int64)
        fits = self.ids[: len(self.ids) - n_last] == phrase[0]
        for n, word in enumerate(phrase[1:], 1):
            fits = fits & (self.ids[n : len(self.ids) - n_last + n] == word)
        return np.flatnonzero(fits)


def terms_beside(contexts: Contexts, lexicon: Lexicon) -> tuple[Ids, Counts]:
    """Every occurrence of a term in `contexts`: what it is counted under, and the sentence that it is in.

    Words first, then phrases of two and of three words. The term of the contexts is none, nor a phrase that holds it.
    """
    groups = lexicon.group[np.where(contexts.ids > BREAK_ID, contexts.ids, -1)]
    found = [np.flatnonzero(groups >= 0)]
    counted = [groups[found[0]]]
    parts = lexicon.part[np.where(contexts.ids > BREAK_ID, contexts.ids, -1)].astype(np.int64)
    for length, phrases in enumerate(lexicon.phrases, 2):
        starts, numbers = _phrases_in(parts, length, phrases, lexicon.width)
        found.append(starts)
        counted.append(phrases.groups[numbers])
    return np.concatenate(counted), contexts.places[np.concatenate(found)]


def _phrases_in(parts: Counts, length: int, phrases: _Phrases, width: int) -> tuple[Counts, Counts]:
    """Where phrases of `length` words begin, and which they are."""
    if len(parts) < length or not len(phrases.keys):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    columns = [parts[n : len(parts) - length + n + 1] for n in range(length)]
    starts = np.flatnonzero(np.logical_and.reduce([column >= 0 for column in columns]))
    keys = _key([column[starts] for column in columns], width)
    numbers = np.minimum(np.searchsorted(phrases.keys, keys), len(phrases.keys) - 1)
    is_known = phrases.keys[numbers] == keys
    return starts[is_known], numbers[is_known]

"""Versions: two texts of one story side by side, and which words of either stand in the other.

Sentences with the same words are matched first, as lines are in a comparison of files; only between them are words
compared one by one (Ratcliff and Obershelp's matching, of Python's difflib, both times). What is compared are words as
they are folded; what is shown is the text as it was written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from analysis.tokens import find_words, fold, split_sentences

Kind = Literal["same", "only", "moved"]

# Sentences are versions of each other if they share so many words in a row, or half of their words.
_RUN = 3
_HALF = 0.5

# A shorter sentence that stands elsewhere too need not have been moved.
_FEWEST_MOVED = 4

# Words between two sentences that are the same: comparing more takes seconds, and hardly any is alike.
_MOST_WORDS = 4_000


class Run(NamedTuple):
    """A stretch of text: of the same words as the other version, only here, or standing elsewhere there."""

    text: str
    kind: Kind


class Row(NamedTuple):
    """A passage of either version, one beside the other; empty where the other has none like it."""

    first: tuple[Run, ...]
    second: tuple[Run, ...]

    @property
    def is_same(self) -> bool:
        """Whether both have the same words in the same order."""
        runs = (*self.first, *self.second)
        return bool(self.first and self.second) and all(run.kind == "same" for run in runs)


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions in rows from top to bottom, and their words counted.

    `n_same` words of the first stand in the second as well, `n_moved` of them elsewhere.
    """

    rows: tuple[Row, ...]
    n_words: tuple[int, int]
    n_same: int
    n_moved: int

    @property
    def n_only(self) -> tuple[int, int]:
        """How many words stand in one version only: in the first, in the second."""
        return self.n_words[0] - self.n_same, self.n_words[1] - self.n_same


def compare_versions(first: str, second: str) -> Versions:
    """`first` beside `second`; all text of both but for the white space between passages is in the rows, in order."""
    one, other = _Text.of(first), _Text.of(second)
    pairs = _linked(one, other, list(_matched(one, other)))
    moved = _moved(one, other, pairs)
    kinds = (_kinds(one, {a for a, _ in pairs}, moved), _kinds(other, {b for _, b in pairs}, moved))
    rows = tuple(
        Row(one.runs(left, kinds[0]), other.runs(right, kinds[1]))
        for left, right in _merged(list(_passages(one, other, pairs)), one, other)
    )
    n_moved = sum(kind == "moved" for kind in kinds[0])
    return Versions(rows, (len(one.words), len(other.words)), len(pairs) + n_moved, n_moved)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with its sentences and its words; `sentence_of` has the sentence of each word."""

    text: str
    sentences: list[tuple[int, int]]
    spans: list[tuple[int, int]]
    words: list[str]
    sentence_of: list[int]
    keys: list[tuple[str, ...]]

    @classmethod
    def of(cls, text: str) -> _Text:
        sentences = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
        starts = [start for start, _ in sentences]
        spans = find_words(text)
        words = [fold(text[start:end]) for start, end in spans]
        sentence_of = [max(0, bisect_right(starts, start) - 1) for start, _ in spans]
        keys: list[list[str]] = [[] for _ in sentences]
        for word, sentence in zip(words, sentence_of, strict=True):
            keys[sentence].append(word)
        return cls(text, sentences, spans, words, sentence_of, [tuple(key) for key in keys])

    def words_of(self, sentences: range) -> range:
        """The numbers of the words of these sentences."""
        first = bisect_right(self.sentence_of, sentences.start - 1)
        return range(first, bisect_right(self.sentence_of, sentences.stop - 1))

    def runs(self, sentences: range, kinds: Sequence[Kind]) -> tuple[Run, ...]:
        """These sentences as they are written, cut where the kind of their words changes."""
        if not sentences:
            return ()
        start, end = self.sentences[sentences.start][0], self.sentences[sentences.stop - 1][1]
        found, at = list[Run](), start
        for kind, group in groupby(self.words_of(sentences), key=lambda word: kinds[word]):
            words = list(group)
            if kind != "same":
                found += [Run(self.text[at : self.spans[words[0]][0]], "same")]
                at = self.spans[words[-1]][1]
                found += [Run(self.text[self.spans[words[0]][0] : at], kind)]
        return tuple(run for run in (*found, Run(self.text[at:end], "same")) if run.text)


def _matched(one: _Text, other: _Text) -> Iterator[tuple[int, int]]:
    """Words of one text that match words of the other, in order; whole sentences first, then what is between them."""
    at = (0, 0)
    blocks = SequenceMatcher(None, one.keys, other.keys, autojunk=False).get_matching_blocks()
    for left, right, n_sentences in blocks:
        yield from _between(one, other, range(at[0], left), range(at[1], right))
        same = (one.words_of(range(left, left + n_sentences)), other.words_of(range(right, right + n_sentences)))
        yield from zip(*same, strict=True)
        at = (left + n_sentences, right + n_sentences)


def _between(one: _Text, other: _Text, left: range, right: range) -> Iterator[tuple[int, int]]:
    mine, theirs = one.words_of(left), other.words_of(right)
    if not mine or not theirs or max(len(mine), len(theirs)) > _MOST_WORDS:
        return
    compared = SequenceMatcher(
        None, one.words[mine.start : mine.stop], other.words[theirs.start : theirs.stop], autojunk=True
    )
    for a, b, n_words in compared.get_matching_blocks():
        yield from ((mine.start + a + n, theirs.start + b + n) for n in range(n_words))


def _linked(one: _Text, other: _Text, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the matched words whose sentences are versions of each other: single words stand in any two texts."""
    shared, longest = Counter[tuple[int, int]](), dict[tuple[int, int], int]()
    last, length = (-2, -2), 0
    for a, b in pairs:
        link = (one.sentence_of[a], other.sentence_of[b])
        follows = (a - 1, b - 1) == last and link == (one.sentence_of[last[0]], other.sentence_of[last[1]])
        length = length + 1 if follows else 1
        last = (a, b)
        shared[link] += 1
        longest[link] = max(longest.get(link, 0), length)
    linked = {
        (i, j)
        for (i, j), n_shared in shared.items()
        if longest[i, j] >= _RUN or n_shared >= _HALF * max(len(one.keys[i]), len(other.keys[j]))
    }
    return [(a, b) for a, b in pairs if (one.sentence_of[a], other.sentence_of[b]) in linked]


def _moved(one: _Text, other: _Text, pairs: Sequence[tuple[int, int]]) -> set[tuple[str, ...]]:
    """The sentences that stand in both, but not beside each other, once in either."""
    beside = ({one.sentence_of[a] for a, _ in pairs}, {other.sentence_of[b] for _, b in pairs})
    left, right = (
        Counter(key for number, key in enumerate(text.keys) if number not in linked and len(key) >= _FEWEST_MOVED)
        for text, linked in zip((one, other), beside, strict=True)
    )
    return {key for key, count in left.items() if count == right.get(key) == 1}


def _kinds(text: _Text, matched: set[int], moved: set[tuple[str, ...]]) -> list[Kind]:
    return [
        "same" if word in matched else "moved" if text.keys[sentence] in moved else "only"
        for word, sentence in enumerate(text.sentence_of)
    ]


def _passages(one: _Text, other: _Text, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[range, range]]:
    """Sentences that stand beside each other: those with words in common, and between them those without."""
    at = (0, 0)
    for left, right in _groups([(one.sentence_of[a], other.sentence_of[b]) for a, b in pairs]):
        if (left.start, right.start) != at:
            yield range(at[0], left.start), range(at[1], right.start)
        yield left, right
        at = (left.stop, right.stop)
    ends = (len(one.sentences), len(other.sentences))
    if at != ends:
        yield range(at[0], ends[0]), range(at[1], ends[1])


def _groups(links: Sequence[tuple[int, int]]) -> Iterator[tuple[range, range]]:
    """Links between sentences, which never cross, put together where they share a sentence."""
    left, right = range(0), range(0)
    for i, j in links:
        if left and i >= left.stop and j >= right.stop:
            yield left, right
            left, right = range(i, i), range(j, j)
        start = (left.start, right.start) if left else (i, j)
        left, right = range(start[0], i + 1), range(start[1], j + 1)
    if left:
        yield left, right


def _merged(passages: Sequence[tuple[range, range]], one: _Text, other: _Text) -> Iterator[tuple[range, range]]:
    """`passages` with neighbours of the same words as one."""

    def _is_same(passage: tuple[range, range]) -> bool:
        left, right = passage
        return [one.keys[n] for n in left] == [other.keys[n] for n in right]

    for same, group in groupby(passages, key=_is_same):
        found = list(group)
        if same:
            (left, right), (last_left, last_right) = found[0], found[-1]
            yield range(left.start, last_left.stop), range(right.start, last_right.stop)
        else:
            yield from found

"""Occurrences: where in a text a term stands, found by the same words that were counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.tokens import Sentence, find_words, fold, word_list


class Span(NamedTuple):
    """A piece of a text: code points from `start` to before `end`."""

    start: int
    end: int


def find_term(text: str, term: str, sentences: Sequence[Sentence] = ()) -> list[Span]:
    """Where the words of `term`, in its normal form, stand in `text`, in order.

    A phrase is found within one of `sentences`, as phrases are counted; anywhere where there are none.
    """
    return find_phrases(text, [term.split()], sentences)


def find_phrases(text: str, phrases: Iterable[Sequence[str]], sentences: Sequence[Sentence] = ()) -> list[Span]:
    """Where any of `phrases`, sequences of folded words, stand in `text`, in order; overlaps are left out."""
    spans = [
        span
        for sentence in sentences or [Sentence(0, len(text), False)]
        for span in _in_piece(text, sentence.start, sentence.end, [list(phrase) for phrase in phrases if phrase])
    ]
    return list(_without_overlaps(sorted(set(spans), key=lambda span: (span.start, -span.end))))


def _in_piece(text: str, start: int, end: int, phrases: list[list[str]]) -> Iterator[Span]:
    places = find_words(text[start:end])
    words = list(map(fold, word_list(text[start:end])))
    for phrase in phrases:
        length = len(phrase)
        for n, word in enumerate(words):
            if word == phrase[0] and words[n : n + length] == phrase:
                yield Span(start + places[n][0], start + places[n + length - 1][1])


def _without_overlaps(spans: Iterable[Span]) -> Iterator[Span]:
    reached = 0
    for span in spans:
        if span.start >= reached:
            reached = span.end
            yield span

"""Text hits: where in one article the hits of a query stand, found by the same rule as they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from analysis.occurrences import Span
from analysis.queries import Near, Phrase
from analysis.queries.places import BODY, Places, hits
from analysis.tokens import Sentence, find_words, fold, split_sentences, word_list


def text_hits(
    headline: str | None, body: str, sentences: Sequence[Sentence], wanted: Sequence[Phrase | Near]
) -> tuple[list[Span], list[Span]]:
    """The hits of `wanted` in `headline` and in `body`, in order, without overlap.

    `sentences` are those of the body.
    """
    if not wanted:
        return [], []
    article = _Article()
    article.add(headline or "", [Sentence(0, len(headline or ""), False)], 0)
    # The body begins with the break that ends the headline.
    article.add(body, sentences, BODY + 1)
    found: tuple[list[Span], list[Span]] = [], []
    for start, end in zip(*hits(wanted, article.places_of), strict=True):
        span = Span(article.spans[start].start, article.spans[end - 1].end)
        found[int(start >= BODY)].append(span)
    return found


def sentence_hits(body: str, wanted: Sequence[Phrase | Near]) -> list[tuple[Sentence, list[Span]]]:
    """The sentences of `body` in order, each with the hits of `wanted` in it, by their places in the sentence."""
    sentences = split_sentences(body)
    _, spans = text_hits(None, body, sentences, wanted)
    return [
        (
            sentence,
            [
                Span(span.start - sentence.start, span.end - sentence.start)
                for span in spans
                if sentence.start <= span.start and span.end <= sentence.end
            ],
        )
        for sentence in sentences
    ]


@dataclass(slots=True)
class _Article:
    """The words of an article by their places."""

    spans: dict[int, Span] = field(default_factory=dict)
    words: dict[str, list[int]] = field(default_factory=dict)

    def add(self, text: str, sentences: Sequence[Sentence], place: int) -> None:
        for sentence in sentences:
            piece = text[sentence.start : sentence.end]
            for word, (start, end) in zip(word_list(piece), find_words(piece), strict=True):
                self.words.setdefault(fold(word), []).append(place)
                self.spans[place] = Span(sentence.start + start, sentence.start + end)
                place += 1
            place += 1  # the break

    def places_of(self, word: str, is_prefix: bool) -> Places:
        if not is_prefix:
            return np.array(self.words.get(word, []), np.int64)
        return np.array(sorted(n for known, at in self.words.items() if known.startswith(word) for n in at), np.int64)

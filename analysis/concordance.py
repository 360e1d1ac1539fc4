"""Concordance: every occurrence of a term with what stands before and after it (keyword in context)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from analysis.occurrences import Span, find_phrases
from analysis.tokens import fold, split_sentences, word_list

# How many characters of context a line has on either side; neighbours are sorted by so many words.
_CONTEXT = 90
_NEIGHBOURS = 4
_RUN_OF_SPACE = re.compile(r"\s+")


class Line(NamedTuple):
    """One occurrence: the row of its article, the number of its sentence (None: in the headline), and its context.

    `before` and `after` are on one line and end between words where the text goes on.
    """

    row: int
    sentence: int | None
    before: str
    keyword: str
    after: str


def lines_of(row: int, headline: str | None, body: str, terms: Sequence[str]) -> list[Line]:
    """The lines of one article with any of `terms`, those of its headline first: as many as it is counted with."""
    phrases = [term.split() for term in terms]
    found = [_line(row, None, headline, span) for span in find_phrases(headline, phrases)] if headline else []
    sentences = split_sentences(body)
    starts = [sentence.start for sentence in sentences]
    for span in find_phrases(body, phrases, sentences):
        found.append(_line(row, max(0, bisect_right(starts, span.start) - 1), body, span))
    return found


def words_before(line: Line) -> tuple[str, ...]:
    """The folded words before the keyword, the nearest first: the order of a concordance sorted to the left."""
    return tuple(fold(word) for word in word_list(line.before)[: -_NEIGHBOURS - 1 : -1])


def words_after(line: Line) -> tuple[str, ...]:
    """The folded words after the keyword, the nearest first: the order of a concordance sorted to the right."""
    return tuple(fold(word) for word in word_list(line.after)[:_NEIGHBOURS])


def _line(row: int, sentence: int | None, text: str, span: Span) -> Line:
    before = text[max(0, span.start - _CONTEXT) : span.start]
    after = text[span.end : span.end + _CONTEXT]
    if span.start > _CONTEXT:
        before = before[_first_gap(before) :]
    if span.end + _CONTEXT < len(text):
        after = after[: len(after) - _first_gap(after[::-1])]
    return Line(row, sentence, *(_RUN_OF_SPACE.sub(" ", part) for part in (before, text[span.start : span.end], after)))


def _first_gap(text: str) -> int:
    """Where the first white space of `text` is; 0 for a text without, as scripts have that do not use any."""
    found = _RUN_OF_SPACE.search(text)
    return found.start() if found else 0

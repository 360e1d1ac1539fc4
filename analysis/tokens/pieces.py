"""Pieces: what stands between white space in some texts, as numbers, each way of writing looked at once.

No word reaches over white space, so the words of a text are those of its pieces. In a batch of 200 articles a piece
stands six times in the mean.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from analysis.tokens.folding import READ_BY_CASE
from analysis.tokens.memory import Memory
from analysis.tokens.words import FEWEST_CAPITALISED, words_in

# Stands in a stream of words after each text: no phrase reaches over it.
BREAK = ""

# What goes from a word of ASCII letters and digits without making it another; a stop before one may be of it.
_BEFORE, _AFTER = "\"'([“‘«", "\"'.,;:!?)]”’»…"

Ids = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of some texts, one text after the other, each text ended by an empty one.

    `written` has each different piece, in the order in which they first come; `ids` are their places in it, and
    `lengths` is how many of them each text has, the empty one counted.
    """

    written: list[str]
    ids: Ids
    lengths: Numbers


@dataclass(frozen=True, slots=True)
class WordStream:
    """The words of some texts, one after the other, a BREAK after each text.

    `vocabulary` has each different word as it is written, in the order in which they first come, BREAK among them;
    `ids` are their places in it, one a word, and `lengths` is how many of them each text has, its BREAK counted.
    """

    vocabulary: list[str]
    ids: Ids
    lengths: Numbers


def pieces_of(texts: Iterable[str]) -> Pieces:
    """The pieces of `texts`."""
    split = [[*text.split(), BREAK] for text in texts]
    written, ids = _numbered(list(chain.from_iterable(split)))
    return Pieces(written, ids, np.array(list(map(len, split)), np.int64))


def word_stream(pieces: Pieces, texts: Sequence[str]) -> WordStream:
    """The words of `texts`, which have these `pieces`: of each what `word_list` says."""
    words = list(map(_words.__getitem__, pieces.written))
    vocabulary, flat = _numbered(list(chain.from_iterable(words)))
    n_words = np.array(list(map(len, words)), np.int64)
    firsts, n = (np.cumsum(n_words) - n_words)[pieces.ids], n_words[pieces.ids]
    ends = np.cumsum(n)
    ids = flat[np.repeat(firsts - (ends - n), n) + np.arange(n.sum())]
    lengths = np.diff(ends[np.cumsum(pieces.lengths) - 1], prepend=0)
    return _level_capitals(WordStream(vocabulary, ids, lengths), texts)


def _numbered(words: list[str]) -> tuple[list[str], Ids]:
    """Each different word, in the order in which they first come, and the place in it of each word."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    ids = np.fromiter(map(numbers.__getitem__, words), np.int32, len(words))
    return list(numbers), ids


def _words_of(piece: str) -> list[str]:
    """The words of a piece; most are one word of ASCII letters, and can be told without an expression."""
    if piece.isascii() and piece.isalnum():
        return [piece]
    core = piece.lstrip(_BEFORE).rstrip(_AFTER)
    if core.isascii() and core.isalnum():
        return [core]
    return words_in(piece) if piece else [BREAK]


_words = Memory(_words_of)


def _level_capitals(stream: WordStream, texts: Sequence[str]) -> WordStream:
    """`stream` with the four words that case tells apart in lower case where a text is all in capitals."""
    shouted = np.array([text.isupper() for text in texts], bool) & (stream.lengths > FEWEST_CAPITALISED)
    if not shouted.any():
        return stream
    is_shouted = np.repeat(shouted, stream.lengths)
    words = [stream.vocabulary[number] for number in stream.ids.tolist()]
    for place in np.flatnonzero(is_shouted).tolist():
        if words[place] in READ_BY_CASE:
            words[place] = words[place].lower()
    return WordStream(*_numbered(words), stream.lengths)

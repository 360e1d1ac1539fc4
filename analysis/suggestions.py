"""Suggestions: what to type instead of what finds nothing, from the words that the collection has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from analysis.bundle import Bundle
from analysis.finding import Finder
from analysis.queries import All, Any, Named, Near, Phrase, Query, in_words, parse
from analysis.steps.keywords import TERMS
from analysis.tokens import find_words, fold

# Whoever mistypes more words than this has pasted something else.
_MOST_WORDS = 5
_MOST = 3
_MOST_PARTS = 8
# Letters that may be wrong, missing, too many or swapped: one in a short word, where two would make any other of it.
_SHORT = 5
_SHORTEST = 3


class Suggestion(NamedTuple):
    """What to type, and how many of the articles that finds: one or more."""

    typed: str
    n_articles: int


class FoundAlone(NamedTuple):
    """A part of a query in words, and how many of the articles it finds by itself."""

    said: str
    n_articles: int


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Looks for better spellings in a collection: in the words of its texts, and in the names that `articles` have."""

    bundle: Bundle
    articles: pd.DataFrame

    def spelled(self, typed: str) -> list[Suggestion]:
        """What was `typed` with words of the collection in place of those that it has not, best first, at most 3.

        The nearest words by insertions, deletions, changes and swaps of letters (Damerau 1964), of those that are
        equally near the commonest. A word that is like none stays as it is.
        Empty where all words are known, or where nothing like them finds an article.

        Raises:
            BundleError: the index is missing or damaged.
        """
        unknown = list(dict.fromkeys(self._unknown(parse(typed))))
        if not 0 < len(unknown) <= _MOST_WORDS:
            return []
        nearest = {one.word: like for one in unknown if (like := self._nearest(one))}
        if not nearest:
            return []
        options = [{word: like[min(n, len(like) - 1)] for word, like in nearest.items()} for n in range(_MOST)]
        rewritten = dict.fromkeys(_rewritten(typed, option) for option in options)
        found = [Suggestion(one, self._count(one)) for one in rewritten]
        return [one for one in found if one.n_articles]

    def alone(self, typed: str) -> list[FoundAlone]:
        """What each part of what was `typed` finds by itself; empty where it is no list of parts that all must be."""
        query = parse(typed)
        if not isinstance(query, All) or len(query.parts) > _MOST_PARTS:
            return []
        finder = Finder(self.bundle, self.articles)
        return [FoundAlone(in_words(part), int(finder.find_query(part).sum())) for part in query.parts]

    def _count(self, typed: str) -> int:
        return int(Finder(self.bundle, self.articles).find(typed).sum())

    def _unknown(self, query: Query) -> Iterator[_Word]:
        """The words of `query`, but for those it excludes, that stand nowhere in the collection."""
        if isinstance(query, All | Any):
            for part in query.parts:
                yield from self._unknown(part)
        elif isinstance(query, Named):
            known = set(self._names(query.field).index)
            yield from (_Word(word, query.field) for word in _folded(query.text) if word not in known)
        elif isinstance(query, Phrase | Near):
            for phrase in query.phrases if isinstance(query, Near) else [query]:
                for number, word in enumerate(phrase.words):
                    may_go_on = phrase.is_prefix and number == len(phrase.words) - 1
                    if not len(self.bundle.index.holding(Phrase((word,), may_go_on))):
                        yield _Word(word)

    def _nearest(self, sought: _Word) -> list[str]:
        if len(sought.word) < _SHORTEST:
            return []
        known = self._names(sought.field) if sought.field else _words_of_length(self.bundle, len(sought.word))
        return _ranked(sought.word, known)[:_MOST]

    def _names(self, field: str) -> pd.Series[int]:
        """The folded words in the outlets or bylines of the articles, with the number of articles of each."""
        counted = self.articles[field].dropna().value_counts()
        words = counted.rename("n_articles").rename_axis("name").reset_index()
        words["word"] = words["name"].map(_folded)
        return words.explode("word").groupby("word")["n_articles"].sum()


class _Word(NamedTuple):
    """A word that is not known, and the field where it was looked for; empty for the texts."""

    word: str
    field: str = ""


def _folded(text: str) -> list[str]:
    return [fold(text[start:end]) for start, end in find_words(text)]


def _n_changes(word: str) -> int:
    return 1 if len(word) < _SHORT else 2


def _words_of_length(bundle: Bundle, length: int) -> pd.Series[int]:
    """The words of the texts that are as long as `length` or nearly so, with the number of articles of each."""
    table = bundle.read(TERMS.name, ["term", "n_articles", "n_tokens"])
    lengths = pc.utf8_length(table["term"])
    near = pc.and_(pc.greater_equal(lengths, length - 2), pc.less_equal(lengths, length + 2))
    kept: pa.Table = table.filter(pc.and_(near, pc.equal(table["n_tokens"], 1)))
    return pd.Series(kept["n_articles"].to_numpy(), kept["term"].to_pylist())


def _ranked(word: str, known: pd.Series[int]) -> list[str]:
    """The words of `known` that `word` may have been meant for: nearest, then those with the same beginning first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    choices = known.index.tolist()
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=_n_changes(word), limit=None)
    counts = known.to_numpy()
    ranked = sorted((distance, like[:1] != word[:1], -int(counts[at]), like) for like, distance, at in found)
    return list(_worth_offering(ranked))


def _worth_offering(ranked: Iterable[tuple[int, bool, int, str]]) -> Iterator[str]:
    """The nearest words, and of those that are less near the ones that are commoner than all before them."""
    nearest, commonest = None, 0
    for distance, _, minus_count, like in ranked:
        nearest = distance if nearest is None else nearest
        if distance == nearest or -minus_count > commonest:
            yield like
        commonest = max(commonest, -minus_count)


def _rewritten(typed: str, better: Mapping[str, str]) -> str:
    """`typed` with other words in place of some, all else as it is."""
    pieces, at = [], 0
    for start, end in find_words(typed):
        if (instead := better.get(fold(typed[start:end]))) is not None:
            pieces += [typed[at:start], instead]
            at = end
    return re.sub(r"\s+", " ", "".join([*pieces, typed[at:]])).strip()

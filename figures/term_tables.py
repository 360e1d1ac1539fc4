"""Term tables: what is counted of terms for a reading, kept while the same reading is shown again."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from analysis import comparisons, places
from analysis.bundle import Bundle
from analysis.comparisons import Comparison
from analysis.contexts import Lexicon, lexicon_of
from analysis.cooccurrence import Network, Scope, Within, network
from analysis.marks import Mark, terms_behind
from analysis.selection import Selection
from analysis.summaries import with_names, words_counted, words_with
from analysis.term_index import term_index
from figures.memo import remembered
from figures.reading import Reading

_MOST_IN_NETWORK = 16

# What tells one collection from another, and the topics of the one that is shown.
_Key = tuple[str, ...]


def word_counts(reading: Reading) -> pd.Series:
    """The words of each article of the collection, headline and body, by its row."""
    return _word_counts(reading.bundle.key, reading.everything)


def terms(reading: Reading) -> pd.DataFrame:
    """What `words_counted` gives of the selected articles, with share (0 to 1) and per_10k (words)."""
    return _terms(reading.key, reading.selection, reading.bundle, reading.articles, word_counts(reading))


def named(reading: Reading, words: pd.DataFrame) -> pd.DataFrame:
    """Rows of `terms` with the names, forms and marks of what they count."""
    return with_names(reading.bundle, words)


def dispersions(reading: Reading, term_ids: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """DP of each of these terms over the selected articles, normalised."""
    return _dispersions(
        reading.key, reading.selection, tuple(term_ids), reading.bundle, reading.articles, word_counts(reading)
    )


def comparison(
    reading: Reading,
    groups: tuple[Mark | None, Mark | None],
    first: pd.DataFrame,
    second: pd.DataFrame,
    *,
    news_words: bool,
) -> Comparison:
    """What `compare` gives of two groups of articles, which `groups` and the selection name."""
    return _comparison(reading.key, reading.selection, groups, news_words, reading, (first, second))


def counts_of(reading: Reading, mark: Mark) -> pd.Series | None:
    """How often each article of the collection holds the term of `mark`, by its row; None for what is not stored."""
    return _counts_of(reading.bundle.key, tuple(terms_behind(reading.bundle, mark)), reading.bundle)


def network_of(
    reading: Reading,
    found: pd.DataFrame,
    mark: Mark,
    left_out: tuple[str, ...],
    *,
    within: Within = "sentence",
    news_words: bool,
) -> Network:
    """The terms that share sentences, or articles, with that of `mark` in the articles `found` that are behind it.

    Without the words `left_out`, in any form; and without newspaper words, vague ones and numbers, unless `news_words`.
    """
    return _network(reading.key, reading.selection, (mark, within), left_out, news_words, reading, found)


def lexicon(reading: Reading) -> Lexicon:
    """The words of the collection as numbers."""
    return reading.bundle.once(lexicon_of)


def ids_with(reading: Reading, words: tuple[str, ...]) -> Collection[int]:
    """The commonest forms of the terms that are one of `words`, which may be phrases, or hold it, in any form."""
    return _ids_with(reading.bundle.key, words, reading.bundle)


def without(reading: Reading, terms: pd.DataFrame, hidden: tuple[str, ...]) -> pd.DataFrame:
    """`terms` without the words `hidden`, folded, in any form, and the phrases that hold one."""
    return terms[~terms["term_id"].isin(ids_with(reading, hidden))] if hidden else terms


@remembered(4)
def _word_counts(key: _Key, _everything: pd.DataFrame) -> pd.Series:
    return comparisons.word_counts(_everything)


@remembered(4)
def _terms(
    key: _Key, selection: Selection, _bundle: Bundle, _articles: pd.DataFrame, _n_words: pd.Series
) -> pd.DataFrame:
    found = words_counted(_bundle, _articles)
    n_words = max(1, int(_n_words[_articles.index].sum()))
    return found.assign(share=found["per_100"] / 100, per_10k=10_000 * found["n_occurrences"] / n_words)


@remembered(16)
def _dispersions(
    key: _Key,
    selection: Selection,
    term_ids: tuple[int, ...],
    _bundle: Bundle,
    _articles: pd.DataFrame,
    _n_words: pd.Series,
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return places.dispersions(_bundle, _articles, term_ids, _n_words)


@remembered(8)
def _comparison(
    key: _Key,
    selection: Selection,
    groups: tuple[Mark | None, Mark | None],
    news_words: bool,
    _reading: Reading,
    _articles: tuple[pd.DataFrame, pd.DataFrame],
) -> Comparison:
    return comparisons.compare(_reading.bundle, *_articles, word_counts(_reading), news_words=news_words)


@remembered(16)
def _network(
    key: _Key,
    selection: Selection,
    asked: tuple[Mark, Within],
    left_out: tuple[str, ...],
    news_words: bool,
    _reading: Reading,
    _found: pd.DataFrame,
) -> Network:
    mark, within = asked
    articles = _scope_of(_reading, mark)
    counted = terms(_reading) if articles is _reading.articles else words_counted(_reading.bundle, articles)
    hidden = set(ids_with(_reading, left_out)) if left_out else set()
    hidden |= set() if news_words else set(counted.loc[~counted["is_keyword"], "term_id"])
    scope = Scope(
        articles,
        np.sort(_found.index.to_numpy(np.int64)),
        counted.set_index("term_id"),
        int(word_counts(_reading)[articles.index].sum()),
    )
    forms = terms_behind(_reading.bundle, mark)
    return network(
        _reading.bundle, lexicon(_reading), scope, forms, within=within, left_out=hidden, most=_MOST_IN_NETWORK
    )


def _scope_of(reading: Reading, mark: Mark) -> pd.DataFrame:
    """The articles among which the term of `mark` was found."""
    if mark.kind == "term-elsewhere":
        return reading.others
    if mark.group is None:
        return reading.articles
    inside = reading.behind(mark.group)
    return inside if mark.kind == "term-in" else reading.articles.drop(inside.index)


@remembered(16)
def _counts_of(key: _Key, terms: tuple[str, ...], _bundle: Bundle) -> pd.Series | None:
    return places.counts_of(_bundle, terms)


@remembered(16)
def _ids_with(key: _Key, words: tuple[str, ...], _bundle: Bundle) -> Collection[int]:
    terms = term_index(_bundle).terms
    return {*words_with(terms, words), *terms.loc[terms["term"].isin(words), "form_of"]}

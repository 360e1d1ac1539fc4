"""Term tables: what is counted of terms for a view, kept while the same view is shown again."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import streamlit as st

from analysis import comparisons, places
from analysis.bundle import Bundle
from analysis.comparisons import Comparison
from analysis.contexts import Lexicon, lexicon_of
from analysis.cooccurrence import Network, Scope, network
from analysis.marks import Mark, terms_behind
from analysis.selection import Selection
from analysis.summaries import with_names, words_counted, words_with
from analysis.term_index import term_index
from ui.view import View

_MOST_IN_NETWORK = 16

# What tells one collection from another, and one selection of it.
_Key = tuple[str, str, str]


def word_counts(view: View) -> pd.Series:
    """The words of each article of the collection, headline and body, by its row."""
    return _word_counts(view.bundle.key, view.everything)


def terms(view: View) -> pd.DataFrame:
    """What `words_counted` gives of the selected articles, with share (0 to 1) and per_10k (words)."""
    return _terms(view.bundle.key, view.selection, view.bundle, view.articles, word_counts(view))


def named(view: View, words: pd.DataFrame) -> pd.DataFrame:
    """Rows of `terms` with the names, forms and marks of what they count."""
    return with_names(view.bundle, words)


def dispersions(view: View, term_ids: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """DP of each of these terms over the selected articles, normalised."""
    return _dispersions(view.bundle.key, view.selection, tuple(term_ids), view.bundle, view.articles, word_counts(view))


def comparison(
    view: View, groups: tuple[Mark | None, Mark | None], first: pd.DataFrame, second: pd.DataFrame, *, news_words: bool
) -> Comparison:
    """What `compare` gives of two groups of articles, which `groups` and the selection name."""
    return _comparison(view.bundle.key, view.selection, groups, news_words, view, (first, second))


def counts_of(view: View, mark: Mark) -> pd.Series | None:
    """How often each article of the collection holds the term of `mark`, by its row; None for what is not stored."""
    return _counts_of(view.bundle.key, tuple(terms_behind(view.bundle, mark)), view.bundle)


def network_of(view: View, found: pd.DataFrame, mark: Mark, left_out: tuple[str, ...], *, news_words: bool) -> Network:
    """The terms that share sentences with that of `mark` in the articles `found` that are behind it.

    Without the words `left_out`, in any form; and without newspaper words, vague ones and numbers, unless `news_words`.
    """
    return _network(view.bundle.key, view.selection, mark, left_out, news_words, view, found)


def lexicon(view: View) -> Lexicon:
    """The words of the collection as numbers."""
    return view.bundle.once(lexicon_of)


def ids_with(view: View, words: tuple[str, ...]) -> Collection[int]:
    """The commonest forms of the terms that are one of `words`, which may be phrases, or hold it, in any form."""
    return _ids_with(view.bundle.key, words, view.bundle)


@st.cache_resource(max_entries=4, show_spinner=False)
def _word_counts(key: _Key, _everything: pd.DataFrame) -> pd.Series:
    return comparisons.word_counts(_everything)


@st.cache_resource(max_entries=4, show_spinner=False)
def _terms(
    key: _Key, selection: Selection, _bundle: Bundle, _articles: pd.DataFrame, _n_words: pd.Series
) -> pd.DataFrame:
    found = words_counted(_bundle, _articles)
    n_words = max(1, int(_n_words[_articles.index].sum()))
    return found.assign(share=found["per_100"] / 100, per_10k=10_000 * found["n_occurrences"] / n_words)


@st.cache_resource(max_entries=16, show_spinner=False)
def _dispersions(
    key: _Key,
    selection: Selection,
    term_ids: tuple[int, ...],
    _bundle: Bundle,
    _articles: pd.DataFrame,
    _n_words: pd.Series,
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return places.dispersions(_bundle, _articles, term_ids, _n_words)


@st.cache_resource(max_entries=8, show_spinner="Comparing")
def _comparison(
    key: _Key,
    selection: Selection,
    groups: tuple[Mark | None, Mark | None],
    news_words: bool,
    _view: View,
    _articles: tuple[pd.DataFrame, pd.DataFrame],
) -> Comparison:
    return comparisons.compare(_view.bundle, *_articles, word_counts(_view), news_words=news_words)


@st.cache_resource(max_entries=16, show_spinner="Reading the sentences")
def _network(
    key: _Key,
    selection: Selection,
    mark: Mark,
    left_out: tuple[str, ...],
    news_words: bool,
    _view: View,
    _found: pd.DataFrame,
) -> Network:
    articles = _scope_of(_view, mark)
    counted = terms(_view) if articles is _view.articles else words_counted(_view.bundle, articles)
    hidden = set(ids_with(_view, left_out)) if left_out else set()
    hidden |= set() if news_words else set(counted.loc[~counted["is_keyword"], "term_id"])
    scope = Scope(
        articles,
        np.sort(_found.index.to_numpy(np.int64)),
        counted.set_index("term_id")["n_occurrences"],
        int(word_counts(_view)[articles.index].sum()),
    )
    forms = terms_behind(_view.bundle, mark)
    return network(_view.bundle, lexicon(_view), scope, forms, left_out=hidden, most=_MOST_IN_NETWORK)


def _scope_of(view: View, mark: Mark) -> pd.DataFrame:
    """The articles among which the term of `mark` was found."""
    if mark.kind == "term-elsewhere":
        return view.others
    if mark.group is None:
        return view.articles
    inside = view.behind(mark.group)
    return inside if mark.kind == "term-in" else view.articles.drop(inside.index)


@st.cache_resource(max_entries=16, show_spinner=False)
def _counts_of(key: _Key, terms: tuple[str, ...], _bundle: Bundle) -> pd.Series | None:
    return places.counts_of(_bundle, terms)


@st.cache_resource(max_entries=16, show_spinner=False)
def _ids_with(key: _Key, words: tuple[str, ...], _bundle: Bundle) -> Collection[int]:
    terms = term_index(_bundle).terms
    return {*words_with(terms, words), *terms.loc[terms["term"].isin(words), "form_of"]}

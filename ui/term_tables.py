"""Term tables: what is counted of terms for a view, kept while the same view is shown again."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd
import streamlit as st

from analysis import comparisons, places
from analysis.bundle import Bundle
from analysis.comparisons import Comparison
from analysis.marks import Mark, terms_behind
from analysis.selection import Selection
from analysis.steps.keywords import TERMS
from analysis.summaries import words_of, words_with
from ui.view import View

# What tells one collection from another, and one selection of it.
_Key = tuple[str, str]


def word_counts(view: View) -> pd.Series:
    """The words of each article of the collection, headline and body, by its row."""
    return _word_counts(_key(view), view.everything)


def terms(view: View) -> pd.DataFrame:
    """What `words_of` gives of the selected articles, with share (0 to 1) and per_10k (words)."""
    return _terms(_key(view), view.selection, view.bundle, view.articles, word_counts(view))


def dispersions(view: View, term_ids: pd.Series) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """DP of each of these terms over the selected articles, normalised."""
    return _dispersions(_key(view), view.selection, tuple(term_ids), view.bundle, view.articles, word_counts(view))


def comparison(
    view: View, groups: tuple[Mark | None, Mark | None], first: pd.DataFrame, second: pd.DataFrame, *, news_words: bool
) -> Comparison:
    """What `compare` gives of two groups of articles, which `groups` and the selection name."""
    return _comparison(_key(view), view.selection, groups, news_words, view, (first, second))


def counts_of(view: View, mark: Mark) -> pd.Series | None:
    """How often each article of the collection holds the term of `mark`, by its row; None for what is not stored."""
    return _counts_of(_key(view), tuple(terms_behind(view.bundle, mark)), view.bundle)


def ids_with(view: View, words: tuple[str, ...]) -> Collection[int]:
    """The commonest forms of the terms that are one of `words`, which may be phrases, or hold it, in any form."""
    return _ids_with(_key(view), words, view.bundle)


def _key(view: View) -> _Key:
    return view.bundle.fingerprint, str(view.bundle.manifest["tables"])


@st.cache_resource(max_entries=4, show_spinner=False)
def _word_counts(key: _Key, _everything: pd.DataFrame) -> pd.Series:
    return comparisons.word_counts(_everything)


@st.cache_resource(max_entries=4, show_spinner=False)
def _terms(
    key: _Key, selection: Selection, _bundle: Bundle, _articles: pd.DataFrame, _n_words: pd.Series
) -> pd.DataFrame:
    found = words_of(_bundle, _articles)
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


@st.cache_resource(max_entries=16, show_spinner=False)
def _counts_of(key: _Key, terms: tuple[str, ...], _bundle: Bundle) -> pd.Series | None:
    return places.counts_of(_bundle, terms)


@st.cache_resource(max_entries=16, show_spinner=False)
def _ids_with(key: _Key, words: tuple[str, ...], _bundle: Bundle) -> Collection[int]:
    terms = _bundle.frame(TERMS, ["term", "form_of"])
    return {*words_with(terms, words), *terms.loc[terms["term"].isin(words), "form_of"]}

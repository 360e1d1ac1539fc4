"""Places: in which articles a term stands, how often in each, and how evenly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.dispersion import deviation_of_proportions
from analysis.form_index import form_index
from analysis.selection import NONE
from analysis.term_index import term_index

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def counts_of(bundle: Bundle, terms: Sequence[str]) -> pd.Series | None:
    """How often each article holds any of `terms`, by its row, for those that do; None for what is no stored term."""
    index = term_index(bundle)
    ids = [number for number in map(index.number_of, terms) if number is not None]
    if not ids:
        return None
    rows, _, counts = index.with_terms(ids)
    summed = np.bincount(rows, counts, index.n_articles).astype(np.int64)
    held = np.flatnonzero(summed)
    return pd.Series(summed[held], pd.Index(held, name="article_row"), name="n_occurrences")


def dispersions(bundle: Bundle, articles: pd.DataFrame, term_ids: Sequence[int], n_words: pd.Series) -> Floats:
    """DP over `articles` of each of `term_ids`, the commonest of their forms, in all its forms.

    0 where it is as common in each article, towards 1 where it is in one alone; null where none of them holds it.
    `n_words` has the words of each article, by row.
    """
    ids = np.asarray(term_ids, np.int64)
    rows, forms, counts = form_index(bundle).pairs(ids.tolist(), articles.index.to_numpy())
    pairs = pd.DataFrame({"article_row": rows, "term_id": forms, "n_occurrences": counts})
    return _dispersions(pairs, articles, ids, n_words)


def evenness(counts: pd.Series, articles: pd.DataFrame, n_words: pd.Series) -> float:
    """DP of one term over `articles`, null where none holds it; `counts` says how often articles do, by row."""
    pairs = pd.DataFrame({"article_row": counts.index, "term_id": 0, "n_occurrences": counts.to_numpy()})
    return float(_dispersions(pairs, articles, np.zeros(1, np.int64), n_words)[0])


def _dispersions(pairs: pd.DataFrame, articles: pd.DataFrame, ids: Ints, n_words: pd.Series) -> Floats:
    found = np.full(len(ids), np.nan)
    inside = pairs[pairs["article_row"].isin(articles.index)]
    if inside.empty:
        return found
    # Numbers without gaps, for the terms that there are.
    present, terms = np.unique(inside["term_id"], return_inverse=True)
    places = articles.index.get_indexer(inside["article_row"])
    sizes = np.maximum(1, n_words[articles.index].to_numpy())
    dp = deviation_of_proportions(terms, places, inside["n_occurrences"].to_numpy(), sizes)
    order = np.argsort(ids)
    found[order[np.searchsorted(ids, present, sorter=order)]] = dp
    return found


def by_outlet(found: pd.DataFrame, n_words: pd.Series, scope: pd.DataFrame) -> pd.DataFrame:
    """How each outlet uses a term, most articles first: outlet ("none": none), n_articles, n_occurrences, per_10k.

    Args:
        found: the articles that hold the term, with their n_occurrences.
        n_words: the words of each article, by row.
        scope: all the articles among which they were found, for per_10k.
    """
    uses = found.assign(outlet=found["outlet"].fillna(NONE)).groupby("outlet")["n_occurrences"].agg(["size", "sum"])
    words = n_words[scope.index].groupby(scope["outlet"].fillna(NONE)).sum()
    rows = pd.DataFrame(
        {
            "outlet": uses.index,
            "n_articles": uses["size"].to_numpy(),
            "n_occurrences": uses["sum"].to_numpy(),
            "per_10k": 10_000 * uses["sum"].to_numpy() / np.maximum(1, words.reindex(uses.index).to_numpy()),
        }
    )
    return rows.sort_values(["n_articles", "outlet"], ascending=[False, True], ignore_index=True)

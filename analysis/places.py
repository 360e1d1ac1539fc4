"""Places: in which articles a term stands, how often in each, and how evenly."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.dispersion import deviation_of_proportions
from analysis.selection import NONE
from analysis.steps.keywords import TERM_COUNTS, TERMS


def counts_of(bundle: Bundle, term: str) -> pd.Series | None:
    """How often each article holds `term`, by its row, for those that do; None for a text that is no stored term."""
    ids = bundle.frame(TERMS, ["term_id"], [("term", "=", term)])["term_id"]
    if ids.empty:
        return None
    found = bundle.frame(TERM_COUNTS, ["article_row", "n_occurrences"], [("term_id", "=", int(ids.iloc[0]))])
    return pd.Series(found["n_occurrences"].to_numpy(np.int64), found["article_row"].to_numpy(np.int64))


def evenness(counts: pd.Series, n_words: pd.Series) -> float | None:
    """DP of a term over articles, 0 (as common in each) to 1 (in one alone); None where nothing can be compared.

    Args:
        counts: how often articles hold it, by row; rows that are not in `n_words` are passed over.
        n_words: the words of each of the articles, by row.
    """
    inside = counts[counts.index.isin(n_words.index)]
    if inside.empty or len(n_words) < 2:
        return None
    places = pd.Series(np.arange(len(n_words)), n_words.index)[inside.index].to_numpy()
    sizes = np.maximum(1, n_words.to_numpy())
    return float(deviation_of_proportions(np.zeros(len(inside), np.int64), places, inside.to_numpy(), sizes)[0])


def by_outlet(found: pd.DataFrame, n_words: pd.Series, scope: pd.DataFrame) -> pd.DataFrame:
    """Of each outlet how it uses a term, most articles first: outlet ("none": none), n_articles, n_occurrences, per_10k.

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

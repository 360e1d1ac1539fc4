"""Topic examples: a few articles that stand for a topic, spread over it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.vectors import Floats

Rows = npt.NDArray[np.int64]

# Of the articles of a topic, as many as this, those nearest to its centre, may stand for it.
_NEAREST = 200
# How much being typical counts beside being unlike those that were taken before.
_TYPICAL = 0.5


def spread_examples(points: Floats, centre: Floats, most: int) -> Rows:
    """The rows of up to `most` of `points`, near `centre` yet unlike each other, the most typical first.

    Maximal marginal relevance (Carbonell and Goldstein 1998): each next one has the largest cosine to the
    centre less its cosine to the nearest one taken. All rows have unit length.
    """
    fits = points @ centre
    nearest = np.argsort(-fits, kind="stable")[:_NEAREST]
    taken = list[int](nearest[:1])
    while len(taken) < min(most, len(nearest)):
        alike = (points[nearest] @ points[taken].T).max(axis=1)
        worth = _TYPICAL * fits[nearest] - (1 - _TYPICAL) * alike
        worth[np.isin(nearest, taken)] = -np.inf
        taken.append(int(nearest[int(worth.argmax())]))
    return np.array(taken, np.int64)


def examples_among(articles: pd.DataFrame, examples: pd.Series, most: int) -> pd.DataFrame:
    """Up to `most` rows of `articles`: those that are `examples` (ids, best first), then those of most `weight`."""
    rank = {article_id: number for number, article_id in enumerate(examples)}
    named = articles[articles["article_id"].isin(rank)]
    first = named.iloc[np.argsort(named["article_id"].map(rank).to_numpy(), kind="stable")].head(most)
    if len(first) == most:
        return first
    others = articles.drop(first.index).sort_values(["weight", "article_id"], ascending=[False, True])
    return pd.concat([first, others.head(most - len(first))])

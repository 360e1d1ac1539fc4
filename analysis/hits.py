"""Hits: where the articles of a selection stand among all, on the map and in the topics."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.steps.topics import ARTICLE_TOPICS
from analysis.vectors import SEED

# So much of the map is drawn of the articles that are not selected, if they do not all fit.
_LEAST_SHARE_OF_OTHERS = 0.2


def map_points(
    bundle: Bundle, selected: pd.DataFrame, others: pd.DataFrame, most: int, chosen: str | None = None
) -> pd.DataFrame:
    """At most `most` of the articles with their places: those of `selected`, then those of `others`.

    Where they are more, a seeded sample of each, at least a fifth of it `others`: the same articles as long as the
    selection is the same, and as few new ones as can be when it changes; that with the id `chosen` is always in it.
    Adds `is_lit` (it is selected), `x` and `y` (-1 to 1; null: no place).
    """
    places = bundle.frame(ARTICLE_TOPICS, ["x", "y"])
    turn = np.random.default_rng(SEED).permutation(len(places))
    n_others = min(len(others), max(most - len(selected), int(most * _LEAST_SHARE_OF_OTHERS)))
    drawn = [
        _first(selected, most - n_others, turn, chosen).assign(is_lit=True),
        _first(others, n_others, turn, chosen).assign(is_lit=False),
    ]
    return pd.concat(drawn).join(places)


def _first(articles: pd.DataFrame, number: int, turn: np.ndarray, chosen: str | None) -> pd.DataFrame:
    """The `number` of `articles` whose turn comes first, in their own order."""
    turns = np.where(articles["article_id"] == chosen, -1, turn[articles.index])
    return articles.iloc[np.sort(np.argsort(turns, kind="stable")[:number])]


def with_all(topics: pd.DataFrame, selected: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """`topics`, as `topics_of` gives them for `selected`, most selected articles first, articles with no topic last.

    Adds `n_all`, the articles of the topic, selected or not, and `selected_share`, how much of it is selected, 0 to 1.
    """
    topic_ids = pd.concat([selected["topic_id"], others["topic_id"]])
    n_all = topic_ids.value_counts().reindex(topics["topic_id"], fill_value=0).to_numpy()
    found = topics.assign(n_all=n_all, selected_share=topics["n_articles"] / np.maximum(n_all, 1))
    is_topic = found["topic_id"] >= 0
    return (
        found.assign(is_topic=is_topic)
        .sort_values(["is_topic", "n_articles", "selected_share"], ascending=False, kind="stable", ignore_index=True)
        .drop(columns="is_topic")
    )

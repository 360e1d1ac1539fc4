"""Map of articles: each a point near those that it resembles; those that are selected light up among the others."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

import pandas as pd

from analysis.hits import map_points
from analysis.layout import MOST_LAID_OUT
from analysis.marks import Mark
from analysis.steps.topics import ARTICLE_TOPICS
from charts import scatter_map
from figures import mark_words, words
from figures.figure import Figure
from figures.memo import remembered
from figures.reading import Reading

# More take a browser longer to draw than a reader sees in them; half a screen holds no more apart.
_MOST_POINTS = 2_500


def article_map(reading: Reading, *, chosen: str | None = None) -> Figure:
    """The articles as points; where some are selected, or a mark of another chart is chosen, these stand out."""
    return _drawn(reading.whole_key, chosen, reading)


@remembered(16)
def _drawn(key: Hashable, chosen: str | None, _reading: Reading) -> Figure:
    reading = _reading
    mark = Mark.parse(chosen) if chosen else None
    chosen_id = mark.value if mark and mark.kind == "article" else None
    lit = _lit(reading, mark)
    whole = len(lit) == len(reading.articles)
    others = reading.others if whole else pd.concat([reading.articles.drop(lit.index), reading.others])
    points = _named(reading, map_points(reading.bundle, lit, others, _MOST_POINTS, chosen_id))
    chart = scatter_map(
        points,
        title=_title(reading, others, lit),
        subtitle=_subtitle(reading, points, _Light(len(lit), len(others), _those(reading, lit, mark))),
        chosen=chosen,
    )
    table = points[["headline", "outlet", "day", "topic", "is_lit"]].rename(columns={"is_lit": "selected"})
    return Figure("map", chart, points, points["headline"].tolist(), table)


def _named(reading: Reading, points: pd.DataFrame) -> pd.DataFrame:
    is_hidden = points["topic_id"].isin(reading.curated.hidden["topic_id"])
    return points.assign(
        mark="article:" + points["article_id"],
        topic=points["topic_id"].map(reading.topic_names),
        headline=reading.titles(points),
        colour=points["topic_id"].map(reading.curated.colours),
        # A hidden topic has no name on the map, and no colour.
        topic_id=points["topic_id"].mask(is_hidden),
    )


class _Light(NamedTuple):
    """How many articles are lit, how many are not, and which are where that is no selection."""

    n_lit: int
    n_others: int
    those: str


def _lit(reading: Reading, chosen: Mark | None) -> pd.DataFrame:
    """The selected articles; of these the ones behind the chosen mark, where it has some."""
    if chosen is None or chosen.kind == "article":
        return reading.articles
    behind = reading.articles[reading.articles.index.isin(reading.behind(chosen).index)]
    return behind if len(behind) else reading.articles


def _those(reading: Reading, lit: pd.DataFrame, chosen: Mark | None) -> str:
    said = mark_words.describe(reading, chosen) if chosen is not None and len(lit) < len(reading.articles) else ""
    return f", those {said}" if said else ""


def _title(reading: Reading, others: pd.DataFrame, lit: pd.DataFrame) -> str:
    if others.empty:
        return "Which are alike?"
    return f"Where {'does the selection' if len(lit) == len(reading.articles) else 'do the chosen ones'} lie among all?"


def _subtitle(reading: Reading, points: pd.DataFrame, light: _Light) -> str:
    """What is drawn, how many of how many, and by which method."""
    n_drawn, n_lit, n_all = len(points), int(points["is_lit"].sum()), light.n_lit + light.n_others
    if light.n_others:
        parts = [
            f"{light.n_lit:,} of {reading.counted(n_all)}{reading.rule} light up{light.those}; the others are faint."
        ]
        of_these = f"; {n_lit:,} of them light up" if n_lit < light.n_lit else ""
    else:
        parts, of_these = [f"{reading.counted(n_all)}{reading.rule}."], ""
    if n_drawn < n_all:
        parts.append(f"Drawn are {n_drawn:,}, a fixed random sample{of_these}.")
    return " ".join([*parts, f"Near points use similar words ({_method(reading)})."])


def _method(reading: Reading) -> str:
    n_placed = int(reading.bundle.frame(ARTICLE_TOPICS, ["x"])["x"].notna().sum())
    if n_placed <= MOST_LAID_OUT:
        return "t-SNE"
    sample = words.count(MOST_LAID_OUT, "article")
    return f"t-SNE of a fixed random sample of {sample}, the others between their neighbours"

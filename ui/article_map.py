"""Map of articles: each a point near those that it resembles; those that are selected light up among the others."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.hits import map_points
from analysis.layout import MOST_LAID_OUT
from analysis.marks import Mark
from analysis.steps.topics import ARTICLE_TOPICS
from charts import scatter_map
from ui import mark_words, words
from ui.figure import Figure, show
from ui.marks import chosen_mark
from ui.view import View

_MOST_POINTS = 5_000


def show_map(view: View, *, key: str = "map") -> None:
    """The articles as points; where some are selected, or a mark of another chart is chosen, these stand out."""
    chosen = chosen_mark()
    chosen_id = chosen.value if chosen and chosen.kind == "article" else None
    lit = _lit(view, chosen)
    others = view.others if len(lit) == len(view.articles) else pd.concat([view.articles.drop(lit.index), view.others])
    points = map_points(view.bundle, lit, others, _MOST_POINTS, chosen_id)
    is_hidden = points["topic_id"].isin(view.curated.hidden["topic_id"])
    points = points.assign(
        mark="article:" + points["article_id"],
        topic=points["topic_id"].map(view.topic_names),
        headline=view.titles(points),
        colour=points["topic_id"].map(view.curated.colours),
        # A hidden topic has no name on the map, and no colour.
        topic_id=points["topic_id"].mask(is_hidden),
    )
    chart = scatter_map(
        points,
        title=_title(view, others, lit),
        subtitle=_subtitle(view, points, _Light(len(lit), len(others), _those(view, lit, chosen))),
        chosen=str(chosen) if chosen else None,
    )
    table = points[["headline", "outlet", "day", "topic", "is_lit"]].rename(columns={"is_lit": "selected"})
    show(view, Figure(key, chart, points, points["headline"].tolist(), table))


class _Light(NamedTuple):
    """How many articles are lit, how many are not, and which are where that is no selection."""

    n_lit: int
    n_others: int
    those: str


def _lit(view: View, chosen: Mark | None) -> pd.DataFrame:
    """The selected articles; of these the ones behind the chosen mark, where it has some."""
    if chosen is None or chosen.kind == "article":
        return view.articles
    behind = view.articles[view.articles.index.isin(view.behind(chosen).index)]
    return behind if len(behind) else view.articles


def _those(view: View, lit: pd.DataFrame, chosen: Mark | None) -> str:
    said = mark_words.describe(view, chosen) if chosen is not None and len(lit) < len(view.articles) else ""
    return f", those {said}" if said else ""


def _title(view: View, others: pd.DataFrame, lit: pd.DataFrame) -> str:
    if others.empty:
        return "Which are alike?"
    return f"Where {'does the selection' if len(lit) == len(view.articles) else 'do the chosen ones'} lie among all?"


def _subtitle(view: View, points: pd.DataFrame, light: _Light) -> str:
    """What is drawn, how many of how many, and by which method."""
    n_drawn, n_lit, n_all = len(points), int(points["is_lit"].sum()), light.n_lit + light.n_others
    if light.n_others:
        parts = [f"{light.n_lit:,} of {view.counted(n_all)}{view.rule} light up{light.those}; the others are faint."]
        of_these = f"; {n_lit:,} of them light up" if n_lit < light.n_lit else ""
    else:
        parts, of_these = [f"{view.counted(n_all)}{view.rule}."], ""
    if n_drawn < n_all:
        parts.append(f"Drawn are {n_drawn:,}, a fixed random sample{of_these}.")
    return " ".join([*parts, f"Near points use similar words ({_method(view)})."])


def _method(view: View) -> str:
    n_placed = int(view.bundle.frame(ARTICLE_TOPICS, ["x"])["x"].notna().sum())
    if n_placed <= MOST_LAID_OUT:
        return "t-SNE"
    sample = words.count(MOST_LAID_OUT, "article")
    return f"t-SNE of a fixed random sample of {sample}, the others between their neighbours"

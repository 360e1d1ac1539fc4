"""Map of articles: each a point near those that it resembles; those that are selected light up among the others."""

from __future__ import annotations

from analysis.hits import map_points
from analysis.layout import MOST_LAID_OUT
from analysis.steps.topics import ARTICLE_TOPICS
from charts import scatter_map
from ui import words
from ui.figure import Figure, show
from ui.marks import chosen_mark
from ui.view import View

_MOST_POINTS = 5_000


def show_map(view: View, *, key: str = "map") -> None:
    """The articles as points; where some are selected, these stand out from all the others."""
    chosen = chosen_mark()
    chosen_id = chosen.value if chosen and chosen.kind == "article" else None
    points = map_points(view.bundle, view.articles, view.others, _MOST_POINTS, chosen_id)
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
        title="Where does the selection lie among all?" if len(view.others) else "Which are alike?",
        subtitle=_subtitle(view, len(points), int(points["is_lit"].sum())),
        chosen=str(chosen) if chosen else None,
    )
    table = points[["headline", "outlet", "day", "topic", "is_lit"]].rename(columns={"is_lit": "selected"})
    show(view, Figure(key, chart, points, points["headline"].tolist(), table))


def _subtitle(view: View, n_drawn: int, n_lit: int) -> str:
    """What is drawn, how many of how many, and by which method."""
    n_all = len(view.articles) + len(view.others)
    if len(view.others):
        parts = [f"{len(view.articles):,} of {view.counted(n_all)}{view.rule} light up; the others are faint."]
        of_these = f"; {n_lit:,} of them light up" if n_lit < len(view.articles) else ""
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

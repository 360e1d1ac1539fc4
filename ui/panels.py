"""Panels: each one figure of a collection, on whatever page it stands."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.steps.topics import ARTICLE_TOPICS
from analysis.summaries import by_period, unit_for
from charts import Measure, ranked_bars, scatter_map, timeline
from ui import words
from ui.figure import Figure, show
from ui.marks import chosen_mark
from ui.view import View

_MOST_POINTS = 5_000


def over_time(view: View, *, key: str = "time") -> None:
    """How many articles there are in each day, week, month or year."""
    unit = unit_for(view.covered_days)
    rows = by_period(view.articles, unit, view.covered_days)
    undated = int(view.articles["day"].isna().sum())
    noted = f"; {view.counted(undated)} without a date not shown" if undated else ""
    chart = timeline(
        rows,
        value=counted(view),
        unit=unit,
        title="When were they published?",
        subtitle=f"{view.nouns.capitalize()} a {unit}{view.rule}, n = {len(view.articles) - undated:,}{noted}.",
        chosen=chosen_name(),
    )
    names = [f"{span(row.start, row.end)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows.assign(end=pd.to_datetime(rows["end"]) - pd.Timedelta(days=1))[["start", "end", "n_articles"]]
    show(view, Figure(key, chart, rows, names, table.rename(columns={"n_articles": view.nouns})))


def topic_sizes(view: View, *, most: int | None = None, key: str = "topics") -> None:
    """How many articles each topic has; only the `most` largest if it says how many."""
    rows = view.topics[view.topics["n_articles"] > 0]
    if rows.empty:
        no_topics(view)
        return
    method = "; ".join(filter(None, ("TF-IDF, LSA and k-means", view.hidden_in_words())))
    cut = f"the {most} largest of {len(rows)} topics; " if most and len(rows) > most else ""
    rows = rows.head(most or len(rows))
    chart = ranked_bars(
        rows,
        label="label",
        value=counted(view),
        title="What are they about?",
        subtitle=f"{view.nouns.capitalize()} a topic{view.rule}, n = {len(view.articles):,}; {cut}{method}.",
        chosen=chosen_name(),
    )
    names = [f"{row.label} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows[["label", "n_articles", "share", "coherence", "stability"]]
    show(view, Figure(key, chart, rows, names, table.rename(columns={"n_articles": view.nouns})))


def topic_map(view: View, *, key: str = "map") -> None:
    """The articles as points, near those that they resemble."""
    places = view.bundle.frame(ARTICLE_TOPICS, ["x", "y"])
    rows = view.articles.join(places).head(_MOST_POINTS)
    rows = rows.assign(mark="article:" + rows["article_id"], topic=rows["topic_id"].map(view.topic_names))
    rows["colour"] = rows["topic_id"].map(view.curated.colours)
    # A hidden topic has no name on the map, and no colour.
    rows["topic_id"] = rows["topic_id"].mask(rows["topic_id"].isin(view.curated.hidden["topic_id"]))
    rows["headline"] = [words.title(headline, article_id) for headline, article_id in _titles(rows)]
    cut = f", the first {_MOST_POINTS:,} by id" if len(view.articles) > _MOST_POINTS else ""
    chart = scatter_map(
        rows,
        title="Which are alike?",
        subtitle=f"{len(view.articles):,} {view.nouns}{view.rule}{cut}; near points use similar words (t-SNE).",
        chosen=chosen_name(),
    )
    show(view, Figure(key, chart, rows, rows["headline"].tolist(), rows[["headline", "topic", "x", "y"]]))


def no_topics(view: View) -> None:
    """What stands where topics would, if there are none to show."""
    if view.curated.hidden.empty:
        few_articles()
    else:
        st.info("All topics of these articles are hidden. On the page Topics a change can be taken back.")


def few_articles() -> None:
    """What stands where topics would, if there are too few articles for any."""
    st.info("Topics need at least five different articles with words in common; see the keywords instead.")


def _titles(rows: pd.DataFrame) -> list[tuple[str | None, str]]:
    return list(zip(rows["headline"], rows["article_id"], strict=True))


def counted(view: View) -> Measure:
    """How many articles, or stories, a mark counts."""
    return Measure("n_articles", view.nouns)


def chosen_name() -> str | None:
    """The mark that the address names, as a chart knows it."""
    mark = chosen_mark()
    return str(mark) if mark else None


def span(start: pd.Timestamp, end: pd.Timestamp) -> str:
    """The days from `start` up to `end`, which is not one of them."""
    return words.days(start, end - pd.Timedelta(days=1))

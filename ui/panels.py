"""Panels: each one figure of a collection, on whatever page it stands."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.selection import Mark
from analysis.steps.topics import ARTICLE_TOPICS
from analysis.summaries import by_period, by_tone, tone_by, tone_by_period, topics_of, unit_for
from charts import Measure, distribution, dot_ranges, ranked_bars, scatter_map, timeline
from ui import words
from ui.figure import Figure, show
from ui.marks import chosen_mark
from ui.view import View

_MOST_POINTS = 5_000
_MOST_TONES = 24


def over_time(view: View, *, key: str = "time") -> None:
    """How many articles there are in each day, week, month or year."""
    unit = unit_for(view.covered_days)
    rows = by_period(view.articles, unit, view.covered_days)
    undated = int(view.articles["day"].isna().sum())
    noted = f"; {words.count(undated, 'undated article')} not shown" if undated else ""
    chart = timeline(
        rows,
        value=_counted(view),
        unit=unit,
        title="When were they published?",
        subtitle=f"{_nouns(view).capitalize()} a {unit}, n = {len(view.articles) - undated:,}{noted}.",
        chosen=_chosen(),
    )
    names = [f"{_span(row.start, row.end)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows.assign(end=pd.to_datetime(rows["end"]) - pd.Timedelta(days=1))[["start", "end", "n_articles"]]
    show(view, Figure(key, chart, rows, names, table.rename(columns={"n_articles": _nouns(view)})))


def topic_sizes(view: View, *, most: int | None = None, key: str = "topics") -> None:
    """How many articles each topic has; only the `most` largest if it says how many."""
    rows = topics_of(view.bundle, view.articles)
    if rows.empty:
        few_articles()
        return
    rows = rows[rows["n_articles"] > 0]
    cut = f"the {most} largest of {len(rows)} topics; " if most and len(rows) > most else ""
    rows = rows.head(most or len(rows))
    chart = ranked_bars(
        rows,
        label="label",
        value=_counted(view),
        title="What are they about?",
        subtitle=f"{_nouns(view).capitalize()} a topic, n = {len(view.articles):,}; {cut}TF-IDF, LSA and k-means.",
        chosen=_chosen(),
    )
    names = [f"{row.label} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows[["label", "n_articles", "share", "coherence", "stability"]]
    show(view, Figure(key, chart, rows, names, table.rename(columns={"n_articles": _nouns(view)})))


def topic_map(view: View, *, key: str = "map") -> None:
    """The articles as points, near those that they resemble."""
    places = view.bundle.frame(ARTICLE_TOPICS, ["x", "y"])
    rows = view.articles.join(places).head(_MOST_POINTS)
    rows = rows.assign(mark="article:" + rows["article_id"], topic=rows["topic_id"].map(view.topic_names))
    rows["headline"] = [words.title(headline, article_id) for headline, article_id in _titles(rows)]
    cut = f", the first {_MOST_POINTS:,} by id" if len(view.articles) > _MOST_POINTS else ""
    chart = scatter_map(
        rows,
        title="Which are alike?",
        subtitle=f"{len(view.articles):,} {_nouns(view)}{cut}; near points use similar words (t-SNE).",
        chosen=_chosen(),
    )
    show(view, Figure(key, chart, rows, rows["headline"].tolist(), rows[["headline", "topic", "x", "y"]]))


def tone(view: View, *, key: str = "tone") -> None:
    """How many articles there are at each tone."""
    rows = by_tone(view.articles)
    scored = view.articles["polarity"].dropna()
    unscored = len(view.articles) - len(scored)
    noted = f"; {words.count(unscored, 'article')} not scored" if unscored else ""
    chart = distribution(
        rows.assign(tone=(rows["low"] + rows["high"]) / 2),
        value=_counted(view),
        title="How do they sound?",
        subtitle=f"{_nouns(view).capitalize()} by tone, the mean over sentences, n = {len(scored):,}{noted}.",
        chosen=_chosen(),
        median=float(scored.median()) if len(scored) else None,
    )
    names = [f"{words.tone(row.low)} to {words.tone(row.high)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows[["low", "high", "n_articles"]].rename(columns={"n_articles": _nouns(view)})
    show(view, Figure(key, chart, rows, names, table))


def tone_by_outlet(view: View, *, key: str = "outlet_tone") -> None:
    """The mean tone of each outlet with its interval."""
    rows = tone_by(view.articles, "outlet")
    rows["mark"] = [str(Mark("scored-outlet", outlet)) for outlet in rows["outlet"]]
    _tone_ranges(view, rows.rename(columns={"outlet": "name"}), "Do outlets sound different?", key)


def tone_by_topic(view: View, *, key: str = "topic_tone") -> None:
    """The mean tone of each topic with its interval."""
    rows = tone_by(view.articles[view.articles["topic_id"] >= 0], "topic_id")
    rows["mark"] = [str(Mark("scored-topic", str(topic))) for topic in rows["topic_id"]]
    rows["name"] = rows.pop("topic_id").map(view.topic_names)
    _tone_ranges(view, rows, "Do topics sound different?", key)


def tone_over_time(view: View, *, key: str = "period_tone") -> None:
    """The mean tone of each day, week, month or year with its interval."""
    rows = tone_by_period(view.articles, unit_for(view.covered_days, _MOST_TONES))
    rows["name"] = [_span(row.start, row.end) for row in rows.itertuples()]
    _tone_ranges(view, rows.drop(columns=["start", "end"]), "Did the tone change?", key)


def few_articles() -> None:
    """What stands where topics would, if there are too few articles for any."""
    st.info("Topics need at least five different articles with words in common; see the keywords instead.")


def _tone_ranges(view: View, rows: pd.DataFrame, title: str, key: str) -> None:
    chart = dot_ranges(
        rows.rename(columns={"n_articles": "n"}),
        label="name",
        value=Measure("polarity", "tone", "signed"),
        title=title,
        subtitle="Mean tone of the articles (by sentence, −1 to +1) and its 95 % bootstrap interval.",
        chosen=_chosen(),
    )
    names = [f"{row.name_} ({row.n_articles:,})" for row in rows.rename(columns={"name": "name_"}).itertuples()]
    show(view, Figure(key, chart, rows, names, rows.drop(columns="mark")))


def _titles(rows: pd.DataFrame) -> list[tuple[str | None, str]]:
    return list(zip(rows["headline"], rows["article_id"], strict=True))


def _counted(view: View) -> Measure:
    return Measure("n_articles", _nouns(view))


def _nouns(view: View) -> str:
    return "stories" if view.selection.by_story else "articles"


def _chosen() -> str | None:
    mark = chosen_mark()
    return str(mark) if mark else None


def _span(start: pd.Timestamp, end: pd.Timestamp) -> str:
    return words.days(start, end - pd.Timedelta(days=1))

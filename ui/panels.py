"""Panels: each one figure of a collection, on whatever page it stands."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.bursts import volume_bursts
from analysis.hits import with_all
from analysis.periods import by_period, unit_for
from charts import Measure, ranked_bars, timeline
from ui import bursts, words
from ui.figure import Figure, show
from ui.marks import chosen_mark
from ui.view import View

_TABLE_NOTE = (
    "Coherence: how often the topic’s words meet (NPMI, −1 to 1). Stability: in how many of ten trials, each without a "
    "fifth of the articles, the topic is found again. Blank: not measured, for a topic that you made."
)
UNDATED = "None of these articles has a date that is known, so that nothing can be shown over time."
# How topics are found, in short; docs and README say it at length.
_GROUPED = "k-means on the words they share and the company these keep"


def over_time(view: View, *, key: str = "time") -> None:
    """How many articles there are in each day, week, month or year."""
    if view.articles["day"].isna().all():
        st.info(UNDATED)
        return
    unit = unit_for(view.covered_days)
    rows = by_period(view.articles, unit, view.covered_days)
    undated = int(view.articles["day"].isna().sum())
    noted = f"; {view.counted(undated)} without a date not shown" if undated else ""
    found = volume_bursts(rows, view.covered_days)
    chart = timeline(
        rows.assign(burst=bursts.numbers(rows, found)),
        value=counted(view),
        unit=unit,
        title="When were they published?",
        subtitle=f"{view.nouns.capitalize()} a {unit}{view.rule}, n = {len(view.articles) - undated:,}{noted}.",
        chosen=chosen_name(),
    )
    names = [f"{span(row.start, row.end)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows.assign(end=pd.to_datetime(rows["end"]) - pd.Timedelta(days=1))[["start", "end", "n_articles"]]
    show(view, Figure(key, chart, rows, names, table.rename(columns={"n_articles": view.nouns})))
    bursts.show(view, found)


def topic_sizes(view: View, *, most: int | None = None, key: str = "topics") -> None:
    """How many articles each topic has, and how much of it is selected; only the `most` largest if it says how many."""
    rows = view.topics[view.topics["n_articles"] > 0]
    if rows.empty:
        no_topics(view)
        return
    is_part = len(view.others) > 0
    faint = f"faint: all {view.nouns} of the topic, with the share that is selected" if is_part else ""
    method = "; ".join(filter(None, (faint, _GROUPED, view.hidden_in_words())))
    rows = with_all(rows, view.articles, view.others) if is_part else rows
    cut = f"the {most} largest of {len(rows)} topics; " if most and len(rows) > most else ""
    rows = rows.head(most or len(rows))
    chart = ranked_bars(
        rows.assign(whole=rows["n_all"]) if is_part else rows,
        label="label",
        value=counted(view),
        title="What are they about?",
        subtitle=f"{view.nouns.capitalize()} a topic{view.rule}, n = {len(view.articles):,}; {cut}{method}.",
        chosen=chosen_name(),
    )
    names = [f"{row.label} ({row.n_articles:,})" for row in rows.itertuples()]
    of_all = {"n_all": f"all {view.nouns}", "selected_share": "share of them selected"} if is_part else {}
    columns = {"label": "topic", "n_articles": view.nouns, "share": "share", **of_all}
    table = rows[[*columns, "coherence", "stability"]].rename(columns=columns)
    show(view, Figure(key, chart, rows, names, table, note=_TABLE_NOTE))


def no_topics(view: View) -> None:
    """What stands where topics would, if there are none to show."""
    if view.curated.hidden.empty:
        few_articles()
    else:
        st.info("All topics of these articles are hidden. On the page Topics a change can be taken back.")


def few_articles() -> None:
    """What stands where topics would, if there are too few articles for any."""
    st.info(
        "Too few articles for topics: these need at least five different ones with words in common. "
        "The keywords say what there is."
    )


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

"""Topics: how large they are, and when each was in the news."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.bursts import bursts_of
from analysis.hits import with_all
from analysis.marks import Mark
from analysis.periods import Series, Unit, over_periods, unit_for
from charts import Measure, ranked_bars, trends
from figures import bursts, periods, term_tables
from figures.drawing import drawn_once
from figures.figure import Drawn, Figure, Missing
from figures.reading import Reading

_MOST_LINES = 6
_MOST_PERIODS = 30
_USES = ["occurrences", "per 10,000 words"]

_TABLE_NOTE = (
    "Coherence: how often the topic’s words meet (NPMI, −1 to 1). Stability: in how many of ten trials, each without a "
    "fifth of the articles, the topic is found again. Blank: not measured, for a topic that you made."
)
# How topics are found, in short; docs and README say it at length.
_GROUPED = "k-means on the words they share and the company these keep"

TOO_FEW = Missing(
    "Too few articles for topics: these need at least five different ones with words in common. "
    "The keywords say what there is."
)
_ALL_HIDDEN = Missing("All topics of these articles are hidden. On the page Topics a change can be taken back.")
NONE_SHOWN = Missing("None of these articles is on a topic that is shown, so that none can be followed over time.")


@drawn_once
def sizes(reading: Reading, *, most: int | None = None, chosen: str | None = None) -> Drawn:
    """How many articles each topic has, and how much of it is selected; only the `most` largest if it says how many."""
    rows = reading.topics[reading.topics["n_articles"] > 0]
    if rows.empty:
        return TOO_FEW if reading.curated.hidden.empty else _ALL_HIDDEN
    is_part = len(reading.others) > 0
    n_topics = len(rows)
    rows = (with_all(rows, reading.articles, reading.others) if is_part else rows).head(most or n_topics)
    chart = ranked_bars(
        rows.assign(whole=rows["n_all"]) if is_part else rows,
        label="label",
        value=reading.measure,
        title="What are they about?",
        subtitle=_sizes_in_words(reading, n_topics, most, is_part=is_part),
        chosen=chosen,
    )
    names = [f"{row.label} ({row.n_articles:,})" for row in rows.itertuples()]
    of_all = {"n_all": f"all {reading.nouns}", "selected_share": "share of them selected"} if is_part else {}
    columns = {"label": "topic", "n_articles": reading.nouns, "share": "share", **of_all}
    table = rows[[*columns, "coherence", "stability"]].rename(columns=columns)
    return Figure("topics", chart, rows, names, table, note=_TABLE_NOTE)


def _sizes_in_words(reading: Reading, n_topics: int, most: int | None, *, is_part: bool) -> str:
    nouns = reading.nouns
    cut = f"the {most} largest of {n_topics} topics; " if most and n_topics > most else ""
    faint = f"faint: all {nouns} of the topic, with the share that is selected" if is_part else ""
    method = "; ".join(filter(None, (faint, _GROUPED, reading.hidden_in_words())))
    return f"{nouns.capitalize()} a topic{reading.rule}, n = {len(reading.articles):,}; {cut}{method}."


@drawn_once
def over_time(reading: Reading, *, as_counts: bool = False, chosen: str | None = None) -> Drawn:
    """How much of each period the largest topics have, as shares or `as_counts`, with their bursts."""
    shown = reading.topics[(reading.topics["n_articles"] > 0) & (reading.topics["topic_id"] >= 0)].head(_MOST_LINES)
    if missing := NONE_SHOWN if shown.empty else periods.why_no_course(reading):
        return missing
    unit = unit_for(reading.covered_days, _MOST_PERIODS)
    rows = _lines(reading, shown, unit)
    found = bursts_of(rows)
    chart = trends(
        rows.assign(burst=bursts.numbers(rows, found)),
        value=reading.measure if as_counts else Measure("share", reading.nouns, "share"),
        unit=unit,
        title="When was each topic in the news?",
        subtitle=_time_in_words(reading, unit, len(shown), as_counts=as_counts),
        chosen=chosen,
    )
    marked = rows[rows["n_articles"] > 0]
    called = zip(marked["name"], marked["start"], marked["end"], marked["n_articles"], strict=True)
    names = [f"{name}, {periods.span(start, end)} ({int(n):,})" for name, start, end, n in called]
    table = periods.as_table(reading, rows).drop(columns=_USES)
    return Figure("topics_time", chart, marked, names, table, bursts=found)


def _lines(reading: Reading, shown: pd.DataFrame, unit: Unit) -> pd.DataFrame:
    """The `shown` topics in each period, as `over_periods` gives them, with the colour of each as `line`."""
    by_topic = reading.articles["topic_id"]
    series = [
        Series(row.label, Mark("topic", str(row.topic_id)), reading.articles.index[by_topic == row.topic_id].to_numpy())
        for row in shown.itertuples()
    ]
    n_words = term_tables.word_counts(reading)
    rows = over_periods(series, reading.articles, n_words, unit, reading.covered_days)
    colours = dict(zip(shown["label"], shown.get("colour", shown["topic_id"]), strict=True))
    return rows.assign(line=rows["name"].map(colours).fillna(-1).astype(np.int64))


def _time_in_words(reading: Reading, unit: Unit, n_shown: int, *, as_counts: bool) -> str:
    what = f"{reading.nouns.capitalize()} a {unit}" if as_counts else f"Share of the {reading.nouns} of each {unit}"
    rest = f"; the {n_shown} largest topics" if len(reading.topics) > n_shown else ""
    dated, partial = periods.n_in_words(reading), periods.partial_in_words(reading, unit)
    return f"{what} on each topic{rest}{reading.rule}; {dated}. {partial}"

"""Over time: what figures along time share: the length of a period, what is said of dates, tables; topics over time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from analysis.bursts import bursts_of
from analysis.marks import Mark
from analysis.periods import Series, Unit, over_periods, periods_of, unit_for, units_for
from charts import Measure, trends
from ui import bursts, choices, term_tables, words
from ui.figure import Figure
from ui.figure import show as show_figure
from ui.panels import chosen_name, span
from ui.view import View

_MOST_LINES = 6


def say_where_no_time(view: View) -> bool:
    """Whether there is no time to draw: no article is dated, or all are of one day; that is said."""
    days = view.articles["day"].dropna()
    if days.empty:
        st.info("No article here is dated, so nothing can be shown over time.")
    elif days.min() == days.max():
        undated = len(view.articles) - len(days)
        noted = f"; {view.counted(undated)} without a date" if undated else ""
        st.info(f"All dated articles here are of one day, {words.day(days.min())}{noted}: there is no course to draw.")
    else:
        return False
    return True


def choose_unit(view: View, name: str = "unit") -> Unit:
    """The length of a period, with the menu that says so: by the span of the days unless the reader asks."""
    units = units_for(view.covered_days)
    default = unit_for(view.covered_days)
    options: dict[str, str] = {
        "": f"By {default} (by the span)",
        **{unit: f"By {unit}" for unit in units if unit != default},
    }
    asked = choices.menu(name, options, "Periods", width=190)
    return next((unit for unit in units if unit == asked), default)


def n_in_words(view: View) -> str:
    """How many dated articles there are, and how many are left out."""
    undated = int(view.articles["day"].isna().sum())
    noted = f"; {view.counted(undated)} without a date not shown" if undated else ""
    return f"n = {len(view.articles) - undated:,}{noted}"


def partial_in_words(view: View, unit: Unit) -> str:
    """Which of the first and the last period are not complete; empty where both are."""
    days = view.covered_days
    periods = periods_of(days, unit)
    said = []
    if len(periods) and periods.is_partial[0] and periods.starts[0] < days.min():
        said.append(f"the first {unit} begins on {words.day(days.min())}")
    if len(periods) and periods.is_partial[-1] and periods.ends[-1] - pd.Timedelta(days=1) > days.max():
        said.append(f"the last {unit} ends on {words.day(days.max())}")
    return f"Not complete: {' and '.join(said)}." if said else ""


def as_table(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The numbers of `rows`, as `over_periods` gives them."""
    columns = {
        "name": "line",
        "start": "start",
        "n_articles": view.nouns,
        "n_all": f"of all {view.nouns}",
        "share": "share",
        "n_occurrences": "occurrences",
        "per_10k": "per 10,000 words",
        "is_partial": "not complete",
    }
    return rows[list(columns)].rename(columns=columns)


def topics(view: View) -> None:
    """How much of each period the largest topics have, as shares unless the reader asks for counts."""
    shown = view.topics[(view.topics["n_articles"] > 0) & (view.topics["topic_id"] >= 0)].head(_MOST_LINES)
    by_topic = view.articles["topic_id"]
    series = [
        Series(row.label, Mark("topic", str(row.topic_id)), view.articles.index[by_topic == row.topic_id].to_numpy())
        for row in shown.itertuples()
    ]
    lines = dict(zip(shown["label"], shown.get("colour", shown["topic_id"]), strict=True))
    rest = f"; the {len(shown)} largest topics" if len(view.topics) > len(shown) else ""
    _lines(view, series, lines, "topics_time", "When was each topic in the news?", f"on each topic{rest}")


def _lines(view: View, series: list[Series], lines: dict[str, int], key: str, title: str, of: str) -> None:
    if not series or say_where_no_time(view):
        return
    counted = choices.segments(f"{key}_as", {"": "Shares", "counts": "Counts"}, "Show", quiet=True) == "counts"
    unit = unit_for(view.covered_days, 30)
    n_words = term_tables.word_counts(view)
    rows = over_periods(series, view.articles, n_words, unit, view.covered_days)
    rows["line"] = rows["name"].map(lines).fillna(-1).astype(np.int64)
    value = Measure("n_articles", view.nouns) if counted else Measure("share", view.nouns, "share")
    what = f"{view.nouns.capitalize()} a {unit}" if counted else f"Share of the {view.nouns} of each {unit}"
    found = bursts_of(rows)
    chart = trends(
        rows.assign(burst=bursts.numbers(rows, found)),
        value=value,
        unit=unit,
        title=title,
        subtitle=f"{what} {of}{view.rule}; {n_in_words(view)}. {partial_in_words(view, unit)}",
        chosen=chosen_name(),
    )
    marked = rows[rows["n_articles"] > 0].rename(columns={"name": "called"})
    names = [f"{row.called}, {span(row.start, row.end)} ({int(row.n_articles):,})" for row in marked.itertuples()]
    show_figure(view, Figure(key, chart, marked, names, as_table(view, rows).drop(columns=_USES)))
    bursts.show(view, found)


_USES = ["occurrences", "per 10,000 words"]

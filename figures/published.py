"""Published: when the articles were."""

from __future__ import annotations

import pandas as pd

from analysis.bursts import volume_bursts
from analysis.periods import by_period
from analysis.zoom import unit_within
from charts import timeline
from figures import bursts, periods
from figures.drawing import drawn_once
from figures.figure import Drawn, Figure
from figures.reading import Reading


@drawn_once
def published(reading: Reading, *, chosen: str | None = None) -> Drawn:
    """How many articles there are in each day, week, month or year, with its bursts."""
    if reading.articles["day"].isna().all():
        return periods.UNDATED
    unit = unit_within(reading.selected_days, reading.covered_days)
    rows = by_period(reading.articles, unit, reading.covered_days)
    found = volume_bursts(rows, reading.covered_days)
    chart = timeline(
        rows.assign(burst=bursts.numbers(rows, found)),
        value=reading.measure,
        unit=unit,
        title="When were they published?",
        subtitle=f"{reading.nouns.capitalize()} a {unit}{reading.rule}, {periods.n_in_words(reading)}.",
        chosen=chosen,
    )
    names = [f"{periods.span(row.start, row.end)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows.assign(end=pd.to_datetime(rows["end"]) - pd.Timedelta(days=1))[["start", "end", "n_articles"]]
    return Figure("time", chart, rows, names, table.rename(columns={"n_articles": reading.nouns}), bursts=found)

"""Periods: what figures along time share: what is said of dates, the days of a period, the table."""

from __future__ import annotations

import pandas as pd

from analysis.periods import Unit, periods_of
from figures import words
from figures.figure import Missing
from figures.reading import Reading

UNDATED = Missing("None of these articles has a date that is known, so that nothing can be shown over time.")


def why_no_course(reading: Reading) -> Missing | None:
    """Why there is no course to draw, where that is so: no article is dated, or all are of one day."""
    days = reading.articles["day"].dropna()
    if days.empty:
        return Missing("No article here is dated, so nothing can be shown over time.")
    if days.min() < days.max():
        return None
    undated = len(reading.articles) - len(days)
    noted = f"; {reading.counted(undated)} without a date" if undated else ""
    return Missing(
        f"All dated articles here are of one day, {words.day(days.min())}{noted}: there is no course to draw."
    )


def n_in_words(reading: Reading) -> str:
    """How many dated articles there are, and how many are left out."""
    undated = int(reading.articles["day"].isna().sum())
    noted = f"; {reading.counted(undated)} without a date not shown" if undated else ""
    return f"n = {len(reading.articles) - undated:,}{noted}"


def partial_in_words(reading: Reading, unit: Unit) -> str:
    """Which of the first and the last period are not complete; empty where both are."""
    days = reading.covered_days
    periods = periods_of(days, unit)
    said = []
    if len(periods) and periods.is_partial[0] and periods.starts[0] < days.min():
        said.append(f"the first {unit} begins on {words.day(days.min())}")
    if len(periods) and periods.is_partial[-1] and periods.ends[-1] - pd.Timedelta(days=1) > days.max():
        said.append(f"the last {unit} ends on {words.day(days.max())}")
    return f"Not complete: {' and '.join(said)}." if said else ""


def span(start: pd.Timestamp, end: pd.Timestamp) -> str:
    """The days from `start` up to `end`, which is not one of them."""
    return words.days(start, end - pd.Timedelta(days=1))


def as_table(reading: Reading, rows: pd.DataFrame) -> pd.DataFrame:
    """The numbers of `rows`, as `over_periods` gives them."""
    columns = {
        "name": "line",
        "start": "start",
        "n_articles": reading.nouns,
        "n_all": f"of all {reading.nouns}",
        "share": "share",
        "n_occurrences": "occurrences",
        "per_10k": "per 10,000 words",
        "is_partial": "not complete",
    }
    return rows[list(columns)].rename(columns=columns)

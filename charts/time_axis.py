"""Time axis: what charts along time share: the ticks, and what periods are called."""

from typing import Any, Literal

import altair as alt
import pandas as pd

from charts.marks import quiet_axis

Unit = Literal["day", "week", "month", "year"]

_MOST_TICKS = 7
_STEPS: dict[Unit, tuple[int, ...]] = {
    "day": (1, 2, 3, 5, 7, 14, 28, 56, 91, 182, 364, 728, 1820),
    "week": (1, 2, 4, 8, 13, 26, 52, 104, 260),
    "month": (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200),
    "year": (1, 2, 5, 10, 20, 50, 100, 200, 500),
}


def days_of(column: pd.Series) -> pd.Series:
    """The days of `column` without a time zone: a chart shows the same days wherever it is read."""
    return pd.to_datetime(column, utc=True).dt.tz_localize(None).reset_index(drop=True)


def period_name(day: pd.Timestamp, unit: Unit) -> str:
    """What to call the period that begins on `day`."""
    if unit in ("day", "week"):
        return f"{'week of ' if unit == 'week' else ''}{day.day} {day:%b %Y}"
    return f"{day:%B %Y}" if unit == "month" else f"{day:%Y}"


def time_axis(starts: pd.Series, unit: Unit, **properties: Any) -> alt.Axis:
    """The axis of periods that begin at `starts`, with a few round ticks."""
    step = _tick_step(starts, unit)
    fixed = {
        "labelAlign": "left",
        "labelBound": False,
        "labelFlush": False,
        "labelOverlap": False,
    }
    return quiet_axis(
        values=[alt.DateTime(year=day.year, month=day.month, date=day.day) for day in _ticks(starts, unit, step)],
        labelExpr=_tick_label(unit, step),
        **(fixed | properties),
    )


def _tick_step(starts: pd.Series, unit: Unit) -> int:
    """The smallest round number of periods between ticks that leaves at most `_MOST_TICKS` of them."""
    fitting = (step for step in _STEPS[unit] if len(_ticks(starts, unit, step)) <= _MOST_TICKS)
    return next(fitting, _STEPS[unit][-1])


def _ticks(starts: pd.Series, unit: Unit, step: int) -> list[pd.Timestamp]:
    """The starts that get a tick: round years and months; else every `step`-th one from the first."""
    if unit == "year":
        return [day for day in starts if day.year % step == 0]
    if unit == "month":
        return [day for day in starts if (day.year * 12 + day.month - 1) % step == 0]
    return list(starts[::step])


def _tick_label(unit: Unit, step: int) -> str:
    """The expression for a tick; the year stands on a second line, at the first tick and where a year begins."""
    if unit == "year" or (unit == "month" and step >= 12):
        return "timeFormat(datum.value, '%Y')"
    pattern = "%b" if unit == "month" else "%-d %b"
    new_year = {"month": 31, "week": 7 * step, "day": step}[unit]
    text, year = f"timeFormat(datum.value, '{pattern}')", "timeFormat(datum.value, '%Y')"
    return f"datum.index === 0 || dayofyear(datum.value) <= {new_year} ? [{text}, {year}] : {text}"

"""Timeline: one column a period."""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from charts.columns import HEIGHT, base_line, column_bars, column_inset, column_numbers, column_targets, height_axis
from charts.marks import Figure, by_role, captioned, nothing, quiet_axis, roles, sentences
from charts.numbers import Measure, to_number

Unit = Literal["day", "week", "month", "year"]

_HEADROOM = 1.12
_MOST_TICKS = 7
_STEPS: dict[Unit, tuple[int, ...]] = {
    "day": (1, 2, 3, 5, 7, 14, 28, 56, 91, 182, 364, 728, 1820),
    "week": (1, 2, 4, 8, 13, 26, 52, 104, 260),
    "month": (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200),
    "year": (1, 2, 5, 10, 20, 50, 100, 200, 500),
}
_PARTIAL_NOTE = "Pale, dashed column: a period that is not complete."
_NO_DATA_NOTE = "Gap in the base line: no data."


def timeline(
    frame: pd.DataFrame,
    *,
    value: Measure,
    unit: Unit,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """Columns along time; zero stands on the base line, a period without data leaves a gap in it.

    Args:
        frame: One row a period, in order and without gaps: `mark` (a string, unique), `start` and `end` (days,
            `end` exclusive), the column of `value` (missing: no data), and `is_partial` where some periods are
            not complete.
        value: The column of the heights.
        unit: The length of a period.
        title: The question that the chart answers.
        subtitle: What is counted, how many, by which method.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    rows = _rows(frame, value, unit, chosen)
    base = alt.Chart().encode(x=_time_axis(rows["start"], unit), x2=alt.X2("end"))
    y = height_axis(rows, value, _HEADROOM)
    parts = [column_targets(base), base_line(base), column_bars(base, len(rows), by_role(), y)]
    return captioned(rows, [*parts, *column_numbers(rows)], HEIGHT, title, sentences(subtitle, *_notes(rows)))


def _rows(frame: pd.DataFrame, value: Measure, unit: Unit, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    numbers = [to_number(number) for number in frame[value.column]]
    start, end = (_days(frame[column]) for column in ("start", "end"))
    partial = [bool(flag) for flag in frame["is_partial"]] if "is_partial" in frame else [False] * len(marks)
    names = [_period_name(day, unit) for day in start]
    phrases = [value.phrase(n) + (" (not complete)" if flag else "") for n, flag in zip(numbers, partial, strict=True)]
    return pd.DataFrame(
        {
            "mark": marks,
            "start": start,
            "middle": start + (end - start) / 2,
            "end": end,
            "number": [float("nan") if number is None else number for number in numbers],
            "text": ["" if number is None else value.text(number) for number in numbers],
            "name": names,
            "phrase": phrases,
            "about": [f"{name}: {phrase}" for name, phrase in zip(names, phrases, strict=True)],
            "role": roles(marks, chosen),
            "is_outlined": False,
            "is_partial": partial,
            "is_key": _keys(numbers, [mark == chosen for mark in marks]),
        }
    )


def _days(column: pd.Series) -> pd.Series:
    """The days of `column` without a time zone: a chart shows the same days wherever it is read."""
    return pd.to_datetime(column, utc=True).dt.tz_localize(None).reset_index(drop=True)


def _keys(numbers: Sequence[float | None], is_chosen: Sequence[bool]) -> list[bool]:
    """Which columns keep their number where there is no room for all: the chosen one, else the highest."""
    if any(is_chosen):
        return list(is_chosen)
    peak = max((number for number in numbers if number is not None), default=0.0)
    first = numbers.index(peak) if peak > 0 else -1
    return [place == first for place in range(len(numbers))]


def _notes(rows: pd.DataFrame) -> list[str]:
    partial = [_PARTIAL_NOTE] if rows["is_partial"].any() else []
    return partial + ([_NO_DATA_NOTE] if rows["number"].isna().any() else [])


def _period_name(day: pd.Timestamp, unit: Unit) -> str:
    if unit in ("day", "week"):
        return f"{'week of ' if unit == 'week' else ''}{day.day} {day:%b %Y}"
    return f"{day:%B %Y}" if unit == "month" else f"{day:%Y}"


def _time_axis(starts: pd.Series, unit: Unit) -> alt.X:
    step = _tick_step(starts, unit)
    axis = quiet_axis(
        values=[alt.DateTime(year=day.year, month=day.month, date=day.day) for day in _ticks(starts, unit, step)],
        labelExpr=_tick_label(unit, step),
        labelAlign="left",
        labelOffset=alt.ExprRef(column_inset(len(starts))),
        labelBound=False,
        labelFlush=False,
        labelOverlap=False,
    )
    return alt.X("start", type="temporal", axis=axis, scale=alt.Scale(nice=False))


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

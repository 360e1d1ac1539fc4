"""Timeline: one column a period."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from charts.columns import HEIGHT, base_line, column_bars, column_inset, column_numbers, column_targets, height_axis
from charts.marks import Figure, by_role, captioned, nothing, roles, sentences
from charts.numbers import Measure, to_number
from charts.time_axis import Unit, days_of, period_name, time_axis

_HEADROOM = 1.12
_BURST_NOTE = "Outlined: a burst, listed below."
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
            `end` exclusive), the column of `value` (missing: no data), `is_partial` where some periods are
            not complete, and `burst`, not empty for those that are part of a burst.
        value: The column of the heights.
        unit: The length of a period.
        title: The question that the chart answers.
        subtitle: What is counted, how many, by which method.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    rows = _rows(frame, value, unit, chosen)
    axis = time_axis(rows["start"], unit, labelOffset=alt.ExprRef(column_inset(len(rows))))
    base = alt.Chart().encode(
        x=alt.X("start", type="temporal", axis=axis, scale=alt.Scale(nice=False)), x2=alt.X2("end")
    )
    y = height_axis(rows, value, _HEADROOM)
    parts = [column_targets(base), base_line(base), column_bars(base, len(rows), by_role(), y)]
    return captioned(rows, [*parts, *column_numbers(rows)], HEIGHT, title, sentences(subtitle, *_notes(rows)))


def _rows(frame: pd.DataFrame, value: Measure, unit: Unit, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    numbers = [to_number(number) for number in frame[value.column]]
    start, end = (days_of(frame[column]) for column in ("start", "end"))
    partial = [bool(flag) for flag in frame["is_partial"]] if "is_partial" in frame else [False] * len(marks)
    names = [period_name(day, unit) for day in start]
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
            "is_outlined": [bool(burst) for burst in frame["burst"]] if "burst" in frame else False,
            "is_partial": partial,
            "is_key": _keys(numbers, [mark == chosen for mark in marks]),
        }
    )


def _keys(numbers: Sequence[float | None], is_chosen: Sequence[bool]) -> list[bool]:
    """Which columns keep their number where there is no room for all: the chosen one, else the highest."""
    if any(is_chosen):
        return list(is_chosen)
    peak = max((number for number in numbers if number is not None), default=0.0)
    first = numbers.index(peak) if peak > 0 else -1
    return [place == first for place in range(len(numbers))]


def _notes(rows: pd.DataFrame) -> list[str]:
    partial = [_BURST_NOTE] if rows["is_outlined"].any() else []
    partial += [_PARTIAL_NOTE] if rows["is_partial"].any() else []
    return partial + ([_NO_DATA_NOTE] if rows["number"].isna().any() else [])

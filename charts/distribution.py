"""Distribution: a histogram of what has been sorted into bins already."""

import altair as alt
import pandas as pd

from charts.columns import HEIGHT, base_line, column_bars, column_numbers, column_targets, height_axis
from charts.marks import SMALL_SIZE, Figure, by_role, captioned, haloed, ink, nothing, quiet_axis, roles
from charts.numbers import Measure, Style, number_text, to_number
from charts.theme import tone_scale

_HEADROOM = 1.25
_PLAIN_AXIS = Measure("low", style="number")
_TONE_AXIS = Measure("low", style="signed")


def distribution(
    frame: pd.DataFrame,
    *,
    value: Measure,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
    median: float | None = None,
) -> Figure:
    """Columns over an axis of numbers, one a bin.

    Args:
        frame: One row a bin, in order: `mark` (a string, unique), `low` and `high`, the column of `value`, and
            `tone` (-1 to 1) where the columns are to have the colours of tone.
        value: The column of the heights: how many fall into each bin.
        title: The question that the chart answers.
        subtitle: What is counted, how many, by which method.
        chosen: The mark that stands out; the others step back.
        median: Where to draw the line of the median.
    """
    if frame.empty:
        return nothing(title, subtitle)
    axis = _TONE_AXIS if "tone" in frame else _PLAIN_AXIS
    rows = _rows(frame, value, axis.style, chosen)
    base = alt.Chart().encode(x=_number_axis(axis), x2=alt.X2("high"))
    columns = column_bars(base, len(rows), _colour(rows), height_axis(rows, value, _HEADROOM))
    flag = [] if median is None else _flag(median, axis, rows)
    return captioned(
        rows,
        [column_targets(base), *flag[:1], base_line(base), columns, *column_numbers(rows), *flag[1:]],
        HEIGHT,
        title,
        subtitle,
    )


def _rows(frame: pd.DataFrame, value: Measure, style: Style, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    bins = list(zip(frame["low"].astype(float), frame["high"].astype(float), strict=True))
    numbers = [to_number(number) or 0.0 for number in frame[value.column]]
    names = [f"{number_text(low, style)} to {number_text(high, style)}" for low, high in bins]
    phrases = [value.phrase(number) for number in numbers]
    rows = pd.DataFrame(
        {
            "mark": marks,
            "low": [low for low, _ in bins],
            "middle": [(low + high) / 2 for low, high in bins],
            "high": [high for _, high in bins],
            "number": numbers,
            "text": [value.text(number) for number in numbers],
            "name": names,
            "phrase": phrases,
            "about": [f"{name}: {phrase}" for name, phrase in zip(names, phrases, strict=True)],
            "role": roles(marks, chosen),
            "is_outlined": [mark == chosen and "tone" in frame for mark in marks],
            "is_partial": False,
            "is_key": [mark == chosen for mark in marks],
        }
    )
    return rows.assign(tone=frame["tone"].astype(float).to_numpy()) if "tone" in frame else rows


def _number_axis(axis: Measure) -> alt.X:
    ticks = quiet_axis(tickCount=alt.ExprRef("width < 420 ? 5 : 9"), labelExpr=axis.axis_label)
    return alt.X("low", type="quantitative", axis=ticks, scale=alt.Scale(nice=False, zero=False))


def _colour(rows: pd.DataFrame) -> alt.Color | alt.Fill:
    if "tone" in rows:
        return alt.Fill("tone", type="quantitative", scale=tone_scale(), legend=None)
    return by_role()


def _flag(median: float, axis: Measure, rows: pd.DataFrame) -> list[alt.Chart]:
    """The line of the median, and its name on the side where there is more room."""
    at = alt.Chart(alt.InlineData(values=[{"at": median, "text": f"median {axis.text(median)}"}])).encode(
        x=alt.X("at", type="quantitative")
    )
    is_left = median < (rows["low"].min() + rows["high"].max()) / 2
    side = {"align": "left", "dx": 6} if is_left else {"align": "right", "dx": -6}
    names = haloed(at, "datum.text", baseline="top", fontSize=SMALL_SIZE, fontWeight=600, y=0, **side)
    line = at.mark_rule(color=ink(), strokeWidth=1.5, strokeDash=[4, 3], aria=False, tooltip=None)
    return [line, *names]

"""Dots: one labelled row each, with a mean and its interval."""

from typing import Any

import altair as alt
import pandas as pd

from charts.marks import (
    SMALL_SIZE,
    Figure,
    about,
    by_role,
    captioned,
    ink,
    nothing,
    pick,
    quiet_axis,
    roles,
    tooltip,
    widest,
    words,
)
from charts.numbers import Measure, number_text, to_number
from charts.rows import Labels, row_labels, row_middle, row_names, row_targets
from charts.theme import tone_scale

_GAP = 16
_HEAD = 20


def dot_ranges(
    frame: pd.DataFrame,
    *,
    label: str,
    value: Measure,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """A dot a row with the line of its interval; its number and what stands behind it in columns at the right.

    Args:
        frame: One row a dot, in order: `mark` (a string, unique), the columns of `label` and `value`, `low` and
            `high` (the ends of the interval; missing: none), and `n` (how many the value is the mean of).
        label: The column of the names.
        value: The column of the means. Dots of a "signed" measure have the colours of tone.
        title: The question that the chart answers.
        subtitle: What is counted, which interval is drawn, by which method.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    labels = row_labels(list(frame[label]), top=_HEAD)
    rows = _rows(frame, labels, value, chosen)
    n_width, mean_width = (_column_width(rows[column], head) for column, head in (("n", "n"), ("text", "mean")))
    parts = [
        row_targets(_tips()),
        _zero(),
        _intervals(),
        _dots(rows, labels, value, n_width + mean_width),
        row_names(),
        *_table_column("text", "mean", n_width),
        *_table_column("n", "n", 0),
    ]
    return captioned(rows, parts, labels.height, title, subtitle)


def _rows(frame: pd.DataFrame, labels: Labels, value: Measure, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    means = [to_number(number) for number in frame[value.column]]
    counts = [number_text(n) for n in frame["n"]]
    phrases = [f"{value.phrase(mean)}, n = {n}" for mean, n in zip(means, counts, strict=True)]
    return pd.DataFrame(
        {
            "mark": marks,
            **labels.columns,
            "mean": _floats(frame[value.column]),
            "low": _floats(frame["low"]),
            "high": _floats(frame["high"]),
            "text": [value.text(mean) for mean in means],
            "n": counts,
            "phrase": phrases,
            "interval": [_interval(*ends, value) for ends in zip(frame["low"], frame["high"], strict=True)],
            "about": [f"{name}: {phrase}" for name, phrase in zip(labels.full, phrases, strict=True)],
            "role": roles(marks, chosen),
            "is_chosen": [mark == chosen for mark in marks],
        }
    )


def _floats(column: pd.Series) -> list[float]:
    numbers = [to_number(number) for number in column]
    return [float("nan") if number is None else number for number in numbers]


def _interval(low: object, high: object, value: Measure) -> str:
    if to_number(low) is None or to_number(high) is None:
        return "none"
    return f"{value.text(low)} to {value.text(high)}"


def _zero() -> alt.Chart:
    at = alt.Chart(alt.InlineData(values=[{"at": 0}]))
    rule = at.mark_rule(y=_HEAD, y2="height", color=ink("faint"), aria=False, tooltip=None)
    chart: alt.Chart = rule.encode(x=alt.X("at", type="quantitative"))
    return chart


def _intervals() -> alt.Chart:
    rules = alt.Chart().mark_rule(y=row_middle(), color=ink(), opacity=0.6, strokeWidth=2, cursor="pointer", aria=False)
    chart: alt.Chart = rules.encode(x=alt.X("low", type="quantitative"), x2=alt.X2("high"), tooltip=_tips())
    return chart


def _dots(rows: pd.DataFrame, labels: Labels, value: Measure, room: float) -> alt.Chart:
    axis = quiet_axis(grid=True, tickCount=4, labelExpr=value.axis_label)
    scale = alt.Scale(
        domain=_domain(rows),
        nice=False,
        rangeMin=labels.room,
        rangeMax=alt.ExprRef(f"width - {room:.0f}"),
        padding=8,
    )
    toned = alt.Fill("mean", type="quantitative", scale=tone_scale(), legend=None)
    dots: alt.Chart = (
        alt.Chart()
        .mark_point(
            y=row_middle(),
            filled=True,
            size=alt.ExprRef("datum.is_chosen ? 200 : 110"),
            opacity=1,
            stroke=ink(),
            strokeWidth=alt.ExprRef("datum.is_chosen ? 2.5 : 0"),
            cursor="pointer",
        )
        .encode(
            toned if value.style == "signed" else by_role(),
            x=alt.X("mean", type="quantitative", axis=axis, scale=scale),
            description=about(),
            tooltip=_tips(),
        )
    )
    return dots.add_params(pick())


def _domain(rows: pd.DataFrame) -> list[float]:
    """From the lowest end to the highest, with zero between."""
    numbers = rows[["mean", "low", "high"]]
    low, high = (float(end) for end in (numbers.min().min(), numbers.max().max()))
    low, high = min(0.0, low), max(0.0, high)
    return [low, high] if low < high else [-1.0, 1.0]


def _column_width(texts: pd.Series, head: str) -> float:
    return widest([*texts, head], SMALL_SIZE) + _GAP


def _table_column(column: str, head: str, right: float) -> list[alt.Chart]:
    """The texts of `column` under their `head`, `right` pixels off the right edge."""
    style: dict[str, Any] = {
        "x": alt.ExprRef(f"width - {right:.0f}"),
        "align": "right",
        "baseline": "middle",
        "fontSize": SMALL_SIZE,
    }
    one = alt.Chart(alt.InlineData(values=[{}]))
    texts = words(alt.Chart(), f"datum.{column}", y=row_middle(), cursor="pointer", **style)
    return [
        words(one, f"'{head}'", "faint", y=_HEAD / 2 - 2, **style),
        texts.encode(tooltip=_tips()),
    ]


def _tips() -> list[alt.Tooltip]:
    return tooltip(("label", "title"), ("phrase", " "), ("interval", "interval"))

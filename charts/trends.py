"""Trends: lines along time, one for each of a few things, with a point a period."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts.columns import height_axis
from charts.marks import (
    SMALL_SIZE,
    Figure,
    about,
    by_role,
    captioned,
    haloed,
    ink,
    nothing,
    pick,
    quiet_axis,
    roles,
    sentences,
    tooltip,
    widest,
)
from charts.numbers import Measure, to_number
from charts.placing import Box, spread
from charts.text import one_line, wrap
from charts.time_axis import Unit, days_of, period_name, time_axis

_HEIGHT = 300
_HEADROOM = 1.08
_LINE = 16
_GAP = 10
_MOST_LINES = 3
# So wide may a name at the end of a line be, on a wide page and on a narrow one.
_ROOM = 210
_NARROW_ROOM = 108
_BURST_NOTE = "Broad and numbered: a burst, listed below."
_PARTIAL_NOTE = "Hollow point, dashed line: a period that is not complete."
_NO_DATA_NOTE = "Gap in a line: no data."


def trends(
    frame: pd.DataFrame,
    *,
    value: Measure,
    unit: Unit,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """A line for each name along time, which stands at its end; zero is a point, no data a gap.

    Args:
        frame: One row a name and period, all periods of each in order: `mark` (a string, unique), `name`, `start` and
            `end` (days, `end` exclusive), the column of `value` (missing: no data), `n_articles` (what stands behind
            it), `is_partial`; `line` says which colour a name has, from 0, and `low` and `high`, where they are, are
            the ends of an interval; `burst`, where it is, names the burst that a row is part of, empty for none.
        value: The column of the heights. A "signed" measure has its zero within.
        unit: The length of a period.
        title: The question that the chart answers.
        subtitle: What is counted, how many, by which method.
        chosen: The mark that stands out; the lines of the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    rows = _rows(frame, value, unit, chosen)
    names = _names(rows, _domain(rows, value))
    x = _across(rows, unit, min(_ROOM, _width_of(names)), min(_NARROW_ROOM, _width_of(names)))
    y = _upward(rows, value)
    rows = rows.join(names)
    bursts = _bursts(x) if rows["in_burst"].notna().any() else []
    parts = [_zero(), *_intervals(rows, x), *bursts, *_lines(x), _dots(x, y), *_name_layers(rows), *_numbers(rows, x)]
    parts += [_targets(x)]
    notes = [_BURST_NOTE] if bursts else []
    notes += [_PARTIAL_NOTE] if rows["is_partial"].any() else []
    notes += [_NO_DATA_NOTE] if rows["number"].isna().any() else []
    return captioned(rows, parts, _HEIGHT, title, sentences(subtitle, *notes))


def _rows(frame: pd.DataFrame, value: Measure, unit: Unit, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    start, end = (days_of(frame[column]) for column in ("start", "end"))
    names = [one_line(name) for name in frame["name"]]
    numbers = pd.Series([to_number(number) for number in frame[value.column]], dtype=float)
    partial = frame["is_partial"].astype(bool).reset_index(drop=True)
    phrases = [_phrase(*row, value) for row in zip(frame[value.column], frame["n_articles"], partial, strict=True)]
    periods = [period_name(day, unit) for day in start]
    bursts = pd.Series(frame["burst"].tolist() if "burst" in frame else [""] * len(marks), dtype=str)
    lows, highs = (frame[end_of].astype(float).tolist() if end_of in frame else None for end_of in ("low", "high"))
    return pd.DataFrame(
        {
            "mark": marks,
            "name": names,
            "start": start,
            "middle": start + (end - start) / 2,
            "end": end,
            "number": numbers,
            "whole": numbers.mask(partial),
            "loose": numbers.where(_beside(partial, names)),
            "in_burst": numbers.where(bursts != ""),
            "burst": _at_peaks(numbers, bursts),
            "low": lows or [float("nan")] * len(marks),
            "high": highs or [float("nan")] * len(marks),
            "n": [to_number(number) or 0 for number in frame["n_articles"]],
            "period": periods,
            "phrase": phrases,
            "about": [f"{name}, {day}: {said}" for name, day, said in zip(names, periods, phrases, strict=True)],
            "role": _roles(frame, names, marks, chosen),
            "is_chosen": [mark == chosen for mark in marks],
            "is_partial": partial,
        }
    )


def _phrase(number: object, n_articles: object, is_partial: bool, value: Measure) -> str:
    said = value.phrase(number)
    if to_number(number) is not None and value.column != "n_articles":
        said += f"; {Measure('n', 'articles').phrase(n_articles)}"
    return said + (" (not complete)" if is_partial else "")


def _at_peaks(numbers: pd.Series, bursts: pd.Series) -> list[str]:
    """The name of each burst in the row of its highest point, empty elsewhere."""
    inside = numbers[(bursts != "") & numbers.notna()]
    peaks = set(inside.groupby(bursts).idxmax()) if len(inside) else set[int]()
    return [burst if row in peaks else "" for row, burst in bursts.items()]


def _beside(partial: pd.Series, names: Sequence[str]) -> pd.Series:
    """Which points are partial, or stand beside one that is, on the same line."""
    by_name = partial.groupby(pd.Series(names))
    return partial | by_name.shift(1, fill_value=False) | by_name.shift(-1, fill_value=False)


def _roles(frame: pd.DataFrame, names: Sequence[str], marks: Sequence[str], chosen: str | None) -> list[str]:
    """The colour of each row: that of its line; other lines step back behind that of the chosen point."""
    own = [str(int(number)) if 0 <= number < 8 else "other" for number in frame["line"]]
    if chosen is None or chosen not in marks:
        return own
    of = names[marks.index(chosen)]
    return roles(names, of, own)


def _domain(rows: pd.DataFrame, value: Measure) -> tuple[float, float]:
    """The lowest and the highest number of the axis."""
    numbers = rows[["number", "low", "high"]]
    low, high = float(numbers.min().min()), float(numbers.max().max())
    if value.style == "signed":
        low, high = (0.0 if pd.isna(low) else min(0.0, low)), (0.0 if pd.isna(high) else max(0.0, high))
        room = (high - low) * (_HEADROOM - 1)
        return (low - room, high + room) if low < high else (-1.0, 1.0)
    return 0.0, high * _HEADROOM if high > 0 else 1.0


def _upward(rows: pd.DataFrame, value: Measure) -> alt.Y:
    if value.style != "signed":
        return height_axis(rows, value, _HEADROOM)
    low, high = _domain(rows, value)
    axis = quiet_axis(orient="right", grid=True, tickCount=4, labelExpr=value.axis_label)
    return alt.Y("number", type="quantitative", axis=axis, scale=alt.Scale(domain=[low, high], nice=False))


def _across(rows: pd.DataFrame, unit: Unit, wide: float, narrow: float) -> alt.X:
    """The axis of time, which goes on to the right of the last period by the room for the names."""
    first, last = (f"time(datetime({day.year}, {day.month - 1}, {day.day}))" for day in _ends_of(rows))
    room = f"(width < 520 ? {narrow:.0f} : {wide:.0f})"
    end = f"{last} + ({last} - {first}) * {room} / max(1, width - {room})"
    scale = alt.Scale(nice=False, domainMin=alt.ExprRef(first), domainMax=alt.ExprRef(end))
    axis = time_axis(
        rows["start"].drop_duplicates().reset_index(drop=True), unit, labelOverlap="greedy", labelSeparation=6
    )
    return alt.X("middle", type="temporal", axis=axis, scale=scale)


def _ends_of(rows: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    return rows["start"].min(), rows["end"].max()


def _zero() -> alt.Chart:
    rule = alt.Chart(alt.InlineData(values=[{}])).mark_rule(x=0, x2="width", color=ink("faint"), aria=False)
    chart: alt.Chart = rule.encode(y=alt.YDatum(0))
    return chart


def _intervals(rows: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    if rows["low"].isna().all():
        return []
    rules = alt.Chart().mark_rule(strokeWidth=2, opacity=0.45, aria=False, tooltip=None)
    return [rules.encode(by_role(), x=x, y=alt.Y("low", type="quantitative"), y2=alt.Y2("high"))]


def _lines(x: alt.X) -> list[alt.Chart]:
    """The line between complete periods, and a dashed one to those that are not."""
    detail = alt.Detail("name", type="nominal")
    whole = alt.Chart().mark_line(strokeWidth=2, aria=False, tooltip=None)
    loose = alt.Chart().mark_line(strokeWidth=1.5, strokeDash=[4, 3], aria=False, tooltip=None)
    return [
        whole.encode(by_role(), detail, x=x, y=alt.Y("whole", type="quantitative")),
        loose.encode(by_role(), detail, x=x, y=alt.Y("loose", type="quantitative")),
    ]


def _bursts(x: alt.X) -> list[alt.Chart]:
    """Broad pale lines beneath those of bursts, and broad points, for a burst of one period has no line."""
    y = alt.Y("in_burst", type="quantitative")
    quiet: dict[str, Any] = {"opacity": 0.28, "aria": False, "tooltip": None}
    line = alt.Chart().mark_line(strokeWidth=13, strokeCap="round", strokeJoin="round", **quiet)
    dots = alt.Chart().mark_point(filled=True, size=230, **quiet)
    return [line.encode(by_role(), alt.Detail("name", type="nominal"), x=x, y=y), dots.encode(by_role(), x=x, y=y)]


def _numbers(rows: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """The numbers of bursts above their highest points."""
    if not rows["burst"].any():
        return []
    layers = haloed(alt.Chart(), "datum.burst", baseline="bottom", dy=-9, fontSize=SMALL_SIZE, fontWeight=600)
    return [layer.encode(x=x, y=alt.Y("number", type="quantitative")) for layer in layers]


def _dots(x: alt.X, y: alt.Y) -> alt.Chart:
    """A point a period, hollow where it is not complete."""
    dots = alt.Chart().mark_point(
        filled=True,
        opacity=1,
        size=alt.ExprRef("datum.is_chosen ? 150 : 30"),
        stroke=alt.ExprRef("scale('color', datum.is_chosen ? 'ink' : datum.role)"),
        strokeWidth=alt.ExprRef("datum.is_chosen ? 2.5 : 1.5"),
        fill=alt.ExprRef("scale('color', datum.is_partial ? 'paper' : datum.role)"),
        aria=False,
        tooltip=None,
    )
    chart: alt.Chart = dots.encode(by_role(), x=x, y=y)
    return chart


def _targets(x: alt.X) -> alt.Chart:
    """Invisible larger points, so that a point can be hit."""
    targets = alt.Chart().mark_point(filled=True, opacity=0, size=260, cursor="pointer")
    chart: alt.Chart = targets.encode(
        x=x,
        y=alt.Y("number", type="quantitative"),
        description=about(),
        tooltip=tooltip(("name", "title"), ("period", " "), ("phrase", "  ")),
    )
    return chart.add_params(pick())


def _names(rows: pd.DataFrame, domain: tuple[float, float]) -> pd.DataFrame:
    """The name of each line with the height at which it stands: that of its last point, none over another."""
    last = rows.dropna(subset="number").drop_duplicates("name", keep="last")
    low, high = domain
    heights = [_HEIGHT * (1 - (number - low) / (high - low)) for number in last["number"]]
    wide, narrow = (
        [wrap(name, room - 3 * _GAP, SMALL_SIZE, _MOST_LINES) for name in last["name"]]
        for room in (_ROOM, _NARROW_ROOM)
    )
    boxes = [Box(_ROOM / 2, y, _ROOM, len(lines) * _LINE) for y, lines in zip(heights, narrow, strict=True)]
    placed = spread(boxes, _ROOM, _HEIGHT)
    return pd.DataFrame(
        {
            "wide": ["\n".join(lines) for lines in wide],
            "narrow": ["\n".join(lines) for lines in narrow],
            "name_y": [box.y for box in placed],
        },
        last.index,
    )


def _width_of(names: pd.DataFrame) -> float:
    lines = (line for name in names["wide"] for line in name.split("\n"))
    return widest(lines, SMALL_SIZE) + 3 * _GAP


def _name_layers(rows: pd.DataFrame) -> list[alt.Chart]:
    """The names at the right of the lines, each with a stroke in the colour of its line."""
    one = alt.Chart().transform_filter("isValid(datum.name_y)")
    name = "(width < 520 ? datum.narrow : datum.wide)"
    last = _ends_of(rows)[1]
    left = f"scale('x', datetime({last.year}, {last.month - 1}, {last.day}))"
    strokes = one.mark_rect(
        x=alt.ExprRef(f"{left} + 4"),
        x2=alt.ExprRef(f"{left} + {_GAP + 6}"),
        y=alt.ExprRef("datum.name_y - 1.5"),
        y2=alt.ExprRef("datum.name_y + 1.5"),
        aria=False,
        tooltip=None,
    ).encode(by_role())
    style = {
        "x": alt.ExprRef(f"{left} + {2 * _GAP}"),
        "y": alt.ExprRef("datum.name_y"),
        "align": "left",
        "baseline": "middle",
        "dy": alt.ExprRef(f"(1 - length(split({name}, '\\n'))) * {_LINE / 2}"),
        "fontSize": SMALL_SIZE,
        "lineBreak": "\n",
        "lineHeight": _LINE,
    }
    return [strokes, *haloed(one, name, **style)]

"""Curves: what several measures do as one number grows, a panel each, one above the other."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from charts.marks import (
    SMALL_SIZE,
    TEXT_SIZE,
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
from charts.numbers import Measure, to_number

_HEAD = 34
_PANEL = 62
_GAP = 14
_BOLD = 1.08


def curves(
    frame: pd.DataFrame,
    *,
    along: Measure,
    values: Sequence[Measure],
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """A panel with a line for each of `values`, all over the same numbers; the chosen one is marked through all.

    Each panel reaches from its lowest to its highest value, which stand at its right.

    Args:
        frame: One row a number, ascending: `mark` (a string, unique), the columns of `along` and of `values`.
        along: The column of the numbers.
        values: The columns of the heights; the noun of each names its panel.
        title: The question that the chart answers.
        subtitle: What the measures are, how many articles they were taken of.
        chosen: The mark that stands out.
    """
    if frame.empty:
        return nothing(title, subtitle)
    rows = _rows(frame, along, values, chosen)
    ends = _ends(frame, values)
    room = widest(ends["text"], SMALL_SIZE) + _GAP
    height = len(values) * (_HEAD + _PANEL) + _GAP
    parts = _panels(ends, room)
    for number, value in enumerate(values):
        parts += [_rule(number), _line(rows, number, room), _dots(number), _chosen_value(number, value)]
    return captioned(rows, [*parts, _targets()], height, title, subtitle)


def _rows(frame: pd.DataFrame, along: Measure, values: Sequence[Measure], chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    numbers = frame[along.column].astype(float).to_numpy()
    between = (numbers[1:] + numbers[:-1]) / 2
    names = [along.phrase(number) for number in numbers]
    phrases = ["; ".join(found) for found in zip(*(_phrases(frame, value) for value in values), strict=True)]
    columns: dict[str, list[object]] = {}
    for number, value in enumerate(values):
        columns |= {
            f"y{number}": list(_heights(frame[value.column], number)),
            f"text{number}": [value.text(one) for one in frame[value.column]],
        }
    return pd.DataFrame(
        {
            "mark": marks,
            "number": numbers,
            "low": [numbers[0] - 0.5, *between],
            "high": [*between, numbers[-1] + 0.5],
            **columns,
            "name": names,
            "phrase": phrases,
            "about": [f"{name}: {phrase}" for name, phrase in zip(names, phrases, strict=True)],
            "role": roles(marks, chosen),
            "is_chosen": [mark == chosen for mark in marks],
        }
    )


def _phrases(frame: pd.DataFrame, value: Measure) -> list[str]:
    return [f"{value.noun} {value.text(one)}" for one in frame[value.column]]


def _heights(column: pd.Series, panel: int) -> list[float]:
    """The pixel of each value in its panel: the highest at its top, the lowest at its bottom."""
    numbers = pd.Series([to_number(number) for number in column], dtype=float)
    low, span = numbers.min(), numbers.max() - numbers.min()
    bottom = (panel + 1) * (_HEAD + _PANEL)
    shares = (numbers - low) / span if span > 0 else numbers * 0 + 0.5
    return [bottom - _PANEL * share for share in shares]


def _ends(frame: pd.DataFrame, values: Sequence[Measure]) -> pd.DataFrame:
    """The name of each panel, and its highest and its lowest value with their heights."""
    found = []
    for number, value in enumerate(values):
        bottom = (number + 1) * (_HEAD + _PANEL)
        low, high = frame[value.column].min(), frame[value.column].max()
        at = {bottom - _PANEL: high, bottom: low} if low < high else {bottom - _PANEL / 2: high}
        found += [
            {"y": y, "text": value.text(one), "panel": "" if place else _name(value), "top": _top(number)}
            for place, (y, one) in enumerate(at.items())
        ]
    return pd.DataFrame(found)


def _name(value: Measure) -> str:
    return value.noun[:1].upper() + value.noun[1:]


def _top(panel: int) -> float:
    """The pixel of the name of a panel."""
    return panel * (_HEAD + _PANEL) + _HEAD - _GAP


def _panels(ends: pd.DataFrame, room: float) -> list[alt.Chart]:
    """The names of the panels, and a faint line with its number at the upper and the lower end of each."""
    one = alt.Chart(alt.InlineData(values=ends.to_dict("records")))
    rules = one.mark_rule(x=0, x2=alt.ExprRef(f"width - {room:.0f}"), color=ink("grid"), aria=False, tooltip=None)
    numbers = words(
        one,
        "datum.text",
        "faint",
        x=alt.ExprRef("width"),
        y=alt.ExprRef("datum.y"),
        align="right",
        baseline="middle",
        fontSize=SMALL_SIZE,
    )
    names = words(one, "datum.panel", x=0, y=alt.ExprRef("datum.top"), align="left", baseline="middle", fontWeight=600)
    return [rules.encode(y=_height("y")), numbers, names]


def _height(column: str) -> alt.Y:
    """The pixels of `column`, as they are."""
    return alt.Y(column, type="quantitative", scale=None, axis=None)


def _rule(panel: int) -> alt.Chart:
    """A dashed line through a panel at the chosen number."""
    bottom = (panel + 1) * (_HEAD + _PANEL)
    rule = alt.Chart().mark_rule(
        y=bottom - _PANEL,
        y2=bottom,
        color=ink("accent"),
        opacity=alt.ExprRef("datum.is_chosen ? 1 : 0"),
        strokeDash=[3, 3],
        aria=False,
        tooltip=None,
    )
    chart: alt.Chart = rule.encode(x=alt.X("number", type="quantitative"))
    return chart


def _line(rows: pd.DataFrame, panel: int, room: float) -> alt.Chart:
    axis = quiet_axis(
        values=rows["number"].tolist(), labelExpr="format(datum.value, ',')", labelOverlap="greedy", labelSeparation=4
    )
    scale = alt.Scale(
        domain=[rows["low"].min(), rows["high"].max()],
        nice=False,
        zero=False,
        rangeMin=0,
        rangeMax=alt.ExprRef(f"width - {room:.0f}"),
    )
    line = alt.Chart().mark_line(color=ink("plain"), strokeWidth=2, aria=False, tooltip=None)
    chart: alt.Chart = line.encode(
        x=alt.X("number", type="quantitative", axis=axis, scale=scale),
        y=_height(f"y{panel}"),
    )
    return chart


def _dots(panel: int) -> alt.Chart:
    """A dot at each number, the chosen one larger."""
    dots = alt.Chart().mark_point(
        filled=True, opacity=1, size=alt.ExprRef("datum.is_chosen ? 130 : 34"), aria=False, tooltip=None
    )
    chart: alt.Chart = dots.encode(by_role(), x=alt.X("number", type="quantitative"), y=_height(f"y{panel}"))
    return chart


def _chosen_value(panel: int, value: Measure) -> alt.Chart:
    """The value of the chosen number, behind the name of the panel."""
    return words(
        alt.Chart(),
        f"datum.is_chosen ? datum.text{panel} : ''",
        "accent",
        x=widest([_name(value)], TEXT_SIZE) * _BOLD + 6,
        y=_top(panel),
        align="left",
        baseline="middle",
        fontWeight=600,
    )


def _targets() -> alt.Chart:
    """An invisible column around each number, so that it can be pointed at in any panel."""
    targets = alt.Chart().mark_rect(y=0, y2="height", opacity=0, cursor="pointer")
    chart: alt.Chart = targets.encode(
        x=alt.X("low", type="quantitative"),
        x2=alt.X2("high"),
        description=about(),
        tooltip=tooltip(("name", "title"), ("phrase", " ")),
    )
    return chart.add_params(pick())

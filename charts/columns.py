"""Columns: what charts of upright columns share: the axis of heights, the pointing, the numbers on top."""

import altair as alt
import pandas as pd

from charts.marks import SMALL_SIZE, about, haloed, ink, pick, quiet_axis, tooltip, widest
from charts.numbers import Measure

HEIGHT = 220

_GAP = 6
_WIDEST = 140


def height_axis(rows: pd.DataFrame, value: Measure, headroom: float) -> alt.Y:
    """The axis of the column `number`, from zero to `headroom` times its highest."""
    top = rows["number"].max()
    axis = quiet_axis(
        orient="right",
        grid=True,
        gridOpacity=alt.ExprRef("datum.value === 0 ? 0 : 1"),
        tickCount=4,
        tickMinStep=_least_step(value),
        labelExpr=value.axis_label,
    )
    scale = alt.Scale(domain=[0, top * headroom if top > 0 else 1], nice=False)
    return alt.Y("number", type="quantitative", axis=axis, scale=scale, stack=None)


def column_tips() -> list[alt.Tooltip]:
    """What shows where a column is pointed at: its name, and its number in words."""
    return tooltip(("name", "title"), ("phrase", " "))


def column_inset(n_columns: int) -> str:
    """The expression for the gap on each side of a column: none where they are thin; few do not swell."""
    slot = f"width / {n_columns}"
    return f"({slot} < 4 ? 0 : max(min(2, 0.1 * {slot}), ({slot} - {_WIDEST}) / 2))"


def column_targets(base: alt.Chart) -> alt.Chart:
    """Invisible columns of full height, so that short columns can be pointed at."""
    targets = base.mark_rect(y=0, y2="height", opacity=0, cursor="pointer", aria=False)
    chart: alt.Chart = targets.encode(tooltip=column_tips())
    return chart


def base_line(base: alt.Chart) -> alt.Chart:
    """The line of zero, under each column that has a number."""
    opacity = alt.ExprRef("isValid(datum.number) ? 1 : 0")
    rules = base.mark_rule(color=ink("faint"), opacity=opacity, aria=False, tooltip=None)
    chart: alt.Chart = rules.encode(y=alt.YDatum(0))
    return chart


def column_bars(base: alt.Chart, n_columns: int, colour: alt.Color | alt.Fill, y: alt.Y) -> alt.Chart:
    """The columns; those that are `is_partial` are pale and dashed, `is_outlined` outlined in ink."""
    inset = column_inset(n_columns)
    chart: alt.Chart = base.mark_bar(
        cursor="pointer",
        fillOpacity=alt.ExprRef("datum.is_partial ? 0.25 : 1"),
        stroke=alt.ExprRef("scale('color', datum.is_outlined ? 'ink' : datum.role)"),
        strokeWidth=alt.ExprRef("datum.is_outlined ? 2.5 : datum.is_partial ? 1.5 : 0"),
        strokeDash=alt.ExprRef("datum.is_partial ? [4, 3] : [1, 0]"),
        xOffset=alt.ExprRef(inset),
        x2Offset=alt.ExprRef(f"-{inset}"),
    ).encode(colour, y=y, y2=alt.Y2Datum(0), description=about(), tooltip=column_tips())
    return chart.add_params(pick())


def column_numbers(rows: pd.DataFrame) -> list[alt.Chart]:
    """The number over each column where there is room for all, else over those that are `is_key`."""
    width = widest(rows["text"], SMALL_SIZE)
    # In a file a day is a text, and a number stays one.
    half, room = width / 2, len(rows) * (width + _GAP)
    place = f"clamp(scale('x', toDate(datum.middle)), {half:.1f}, width - {half:.1f})"
    text = f"datum.is_key || width > {room:.0f} ? datum.text : ''"
    x = alt.ExprRef(place)
    layers = haloed(alt.Chart(), text, x=x, baseline="bottom", dy=-4, fontSize=SMALL_SIZE)
    return [layer.encode(y=alt.Y("number", type="quantitative")) for layer in layers]


def _least_step(value: Measure) -> float:
    return 1 if value.style == "count" else 0

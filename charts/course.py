"""Course: what goes up and down from the beginning of a text to its end."""

import altair as alt
import pandas as pd

from charts.marks import Figure, about, captioned, ink, nothing, pick, quiet_axis, roles, tooltip
from charts.numbers import Measure, to_number
from charts.text import one_line
from charts.theme import tone_scale

_HEIGHT = 110
_HEADROOM = 1.1
# Scores near nothing keep a sliver that can be seen and hit.
_LEAST = 0.015


def course(
    frame: pd.DataFrame,
    *,
    value: Measure,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """A column a piece of the text, as wide as the piece is long, up or down from zero.

    Args:
        frame: One row a piece, in order: `mark` (a string, unique), `start` and `end` (from 0, the beginning of the
            text, to 1, its end), the column of `value` (-1 to 1), and `headline`, what the piece says.
        value: The column of the heights, a "signed" measure.
        title: The question that the chart answers.
        subtitle: What a column is, how many there are.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    rows = _rows(frame, value, chosen)
    base = alt.Chart().encode(
        x=alt.X("start", type="quantitative", axis=_places(), scale=alt.Scale(domain=[0, 1], nice=False)),
        x2=alt.X2("end"),
    )
    return captioned(rows, [_targets(base), _zero(), _columns(base, rows, value)], _HEIGHT, title, subtitle)


def _rows(frame: pd.DataFrame, value: Measure, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    numbers = [to_number(number) or 0.0 for number in frame[value.column]]
    phrases = [value.phrase(number) for number in numbers]
    texts = [one_line(text) for text in frame["headline"]]
    return pd.DataFrame(
        {
            "mark": marks,
            "start": frame["start"].astype(float).to_numpy(),
            "end": frame["end"].astype(float).to_numpy(),
            "tone": numbers,
            "height": [number if abs(number) > _LEAST else _LEAST for number in numbers],
            "phrase": phrases,
            "headline": texts,
            "about": [f"{phrase}: {text}" for phrase, text in zip(phrases, texts, strict=True)],
            "role": roles(marks, chosen),
            "is_quiet": [chosen in marks and mark != chosen for mark in marks],
        }
    )


def _places() -> alt.Axis:
    """The axis of the text: its beginning, its middle and its end, by name."""
    return quiet_axis(
        values=[0, 0.5, 1],
        labelExpr="datum.value == 0 ? 'beginning' : datum.value == 1 ? 'end' : 'middle'",
        labelAlign=alt.ExprRef("datum.value == 0 ? 'left' : datum.value == 1 ? 'right' : 'center'"),
        labelBound=False,
        labelFlush=False,
    )


def _targets(base: alt.Chart) -> alt.Chart:
    """Invisible columns of full height, so that short ones can be pointed at."""
    targets = base.mark_rect(y=0, y2="height", opacity=0, cursor="pointer", aria=False)
    chart: alt.Chart = targets.encode(tooltip=_tips())
    return chart


def _zero() -> alt.Chart:
    at = alt.Chart(alt.InlineData(values=[{"at": 0}]))
    chart: alt.Chart = at.mark_rule(color=ink("faint"), aria=False, tooltip=None).encode(y=alt.YDatum(0))
    return chart


def _columns(base: alt.Chart, rows: pd.DataFrame, value: Measure) -> alt.Chart:
    top = _HEADROOM * max(0.25, float(rows["tone"].abs().max()))
    axis = quiet_axis(orient="right", grid=True, tickCount=3, labelExpr=value.axis_label)
    scale = alt.Scale(domain=[-top, top], nice=False)
    inset = "(width * (datum.end - datum.start) > 6 ? 1 : 0)"
    bars = base.mark_bar(
        cursor="pointer",
        fillOpacity=alt.ExprRef("datum.is_quiet ? 0.35 : 1"),
        xOffset=alt.ExprRef(inset),
        x2Offset=alt.ExprRef(f"-{inset}"),
    ).encode(
        alt.Fill("tone", type="quantitative", scale=tone_scale(), legend=None),
        y=alt.Y("height", type="quantitative", axis=axis, scale=scale, stack=None),
        y2=alt.Y2Datum(0),
        description=about(),
        tooltip=_tips(),
    )
    chart: alt.Chart = bars.add_params(pick())
    return chart


def _tips() -> list[alt.Tooltip]:
    return tooltip(("headline", "title"), ("phrase", " "))

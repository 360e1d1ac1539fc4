"""Bars: one labelled row each, with its number at its end."""

import altair as alt
import pandas as pd

from charts.marks import (
    TEXT_SIZE,
    Figure,
    about,
    by_role,
    captioned,
    nothing,
    pick,
    roles,
    tooltip,
    widest,
    words,
)
from charts.numbers import Measure, to_number
from charts.rows import Labels, row_labels, row_middle, row_names, row_targets
from charts.theme import own_roles

_THICKNESS = 16
_GAP = 6


def ranked_bars(
    frame: pd.DataFrame,
    *,
    label: str,
    value: Measure,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """Horizontal bars in the order of `frame`, each with its number.

    Args:
        frame: One row a bar: `mark` (a string, unique), the columns of `label` and `value`, and `topic_id` where
            the bars are to have the colours of topics, with `colour` where these are not by number; `note`, where
            there is one, is said beside the number of a bar that is pointed at.
        label: The column of the names.
        value: The column of the lengths.
        title: The question that the chart answers.
        subtitle: What is counted, how many, by which method.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    labels = row_labels(list(frame[label]))
    rows = _rows(frame, labels, value, chosen)
    parts = [row_targets(_tips()), _bars(rows, labels), row_names(), _numbers()]
    return captioned(rows, parts, labels.height, title, subtitle)


def _rows(frame: pd.DataFrame, labels: Labels, value: Measure, chosen: str | None) -> pd.DataFrame:
    """What the chart draws, and nothing else: these columns travel to the browser."""
    marks = [str(mark) for mark in frame["mark"]]
    numbers = [to_number(number) for number in frame[value.column]]
    notes = frame["note"] if "note" in frame else [""] * len(frame)
    phrases = [
        value.phrase(number) + (f": {note}" if note else "") for number, note in zip(numbers, notes, strict=True)
    ]
    own = own_roles(frame) if "topic_id" in frame else None
    return pd.DataFrame(
        {
            "mark": marks,
            **labels.columns,
            "length": [number or 0.0 for number in numbers],
            "end": [max(number or 0.0, 0.0) for number in numbers],
            "text": [value.text(number) for number in numbers],
            "phrase": phrases,
            "about": [f"{name}: {phrase}" for name, phrase in zip(labels.full, phrases, strict=True)],
            "role": roles(marks, chosen, own),
            "is_chosen": [mark == chosen for mark in marks],
        }
    )


def _bars(rows: pd.DataFrame, labels: Labels) -> alt.Chart:
    room = round(widest(rows["text"], TEXT_SIZE)) + _GAP
    scale = alt.Scale(
        domain=[min(0.0, rows["length"].min()), rows["end"].max() or 1.0],
        nice=False,
        rangeMin=labels.room,
        rangeMax=alt.ExprRef(f"width - {room}"),
    )
    bars: alt.Chart = (
        alt.Chart()
        .mark_bar(y=row_middle(), orient="horizontal", size=_THICKNESS, cursor="pointer")
        .encode(
            x=alt.X("length", type="quantitative", axis=None, scale=scale, stack=None),
            color=by_role(),
            description=about(),
            tooltip=_tips(),
        )
    )
    return bars.add_params(pick())


def _numbers() -> alt.Chart:
    text = words(alt.Chart(), "datum.text", y=row_middle(), align="left", baseline="middle", dx=_GAP, cursor="pointer")
    chart: alt.Chart = text.encode(x=alt.X("end", type="quantitative"), tooltip=_tips())
    return chart


def _tips() -> list[alt.Tooltip]:
    return tooltip(("label", "title"), ("phrase", " "))

"""Bars: one labelled row each, with its number at its end."""

import altair as alt
import pandas as pd

from charts.marks import (
    TEXT_SIZE,
    Figure,
    about,
    by_role,
    captioned,
    ink,
    nothing,
    pick,
    roles,
    tooltip,
    widest,
    words,
)
from charts.numbers import Measure, number_text, to_number
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
            there is one, is said beside the number of a bar that is pointed at; `whole`, where there is one, is what
            a number is a part of: a faint bar behind.
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
    parts = [row_targets(_tips()), *_wholes(frame), _bars(rows, labels), row_names(), _numbers()]
    return captioned(rows, parts, labels.height, title, subtitle)


def _rows(frame: pd.DataFrame, labels: Labels, value: Measure, chosen: str | None) -> pd.DataFrame:
    """What the chart draws, and nothing else: these columns travel to the browser."""
    marks = [str(mark) for mark in frame["mark"]]
    numbers = [to_number(number) for number in frame[value.column]]
    wholes = [to_number(whole) for whole in frame["whole"]] if "whole" in frame else [None] * len(frame)
    notes = frame["note"] if "note" in frame else [""] * len(frame)
    phrases = [
        _phrase(value, number, whole) + (f": {note}" if note else "")
        for number, whole, note in zip(numbers, wholes, notes, strict=True)
    ]
    own = own_roles(frame) if "topic_id" in frame else None
    return pd.DataFrame(
        {
            "mark": marks,
            **labels.columns,
            "length": [number or 0.0 for number in numbers],
            "end": [max(number or 0.0, whole or 0.0, 0.0) for number, whole in zip(numbers, wholes, strict=True)],
            "text": [_text(value, number, whole) for number, whole in zip(numbers, wholes, strict=True)],
            "phrase": phrases,
            "about": [f"{name}: {phrase}" for name, phrase in zip(labels.full, phrases, strict=True)],
            "role": roles(marks, chosen, own),
            "is_chosen": [mark == chosen for mark in marks],
        }
    )


def _text(value: Measure, number: float | None, whole: float | None) -> str:
    text = value.text(number)
    return f"{text} \u00b7 {number_text((number or 0) / whole, 'share')}" if whole else text


def _phrase(value: Measure, number: float | None, whole: float | None) -> str:
    if not whole:
        return value.phrase(number)
    return f"{value.text(number)} of {value.phrase(whole)} ({number_text((number or 0) / whole, 'share')})"


def _wholes(frame: pd.DataFrame) -> list[alt.Chart]:
    """The faint bars behind, where there are any; their length is where the text of a row begins."""
    if "whole" not in frame:
        return []
    bars = alt.Chart().mark_bar(
        y=row_middle(), orient="horizontal", size=_THICKNESS, color=ink("grid"), cursor="pointer", aria=False
    )
    return [bars.encode(x=alt.X("end", type="quantitative", axis=None, stack=None), tooltip=_tips())]


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

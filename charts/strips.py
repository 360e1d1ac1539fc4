"""Strips: one labelled row each, with a thin line wherever something stands in time, as in a bar code."""

from collections.abc import Sequence
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
    roles,
    tooltip,
    widest,
    words,
)
from charts.numbers import Measure, number_text
from charts.rows import Labels, row_labels, row_middle, row_names
from charts.text import one_line

_HEAD = 20
_FOOT = 26
_HALF = 8
_GAP = 14
_LINE = 2.5
_BESIDE = 7
_UNDATED = "undated"
# Narrower than this there is no room for a day between the first and the last.
_THREE_DAYS = 520


def strips(
    frame: pd.DataFrame,
    *,
    row: str,
    value: Measure,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """A strip a row with a line for each item at its day; what has no day stands at the right, under "undated".

    Args:
        frame: One row a line: `mark` (a string; that of its strip, or its own), the columns of `row` and `value`, `day`
            (a day, or missing), `headline`, and `total`, how many articles its strip stands for; `beside`, where there
            is one, is how many lines it is moved to the right (or left), where several would stand at one place.
            Strips stand in the order in which they come up first.
        row: The column of the names of the strips.
        value: The column of what a line counts; it is told, not drawn.
        title: The question that the chart answers.
        subtitle: What a line is, how many there are.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    names = list(dict.fromkeys(frame[row]))
    labels = row_labels(names, top=_HEAD)
    rows = _rows(frame, frame[row].map(names.index).tolist(), labels, value, chosen)
    right = _right_room(rows)
    parts = [_bases(labels, right), _lines(labels, right), row_names(), *_counts(), *_days(frame, labels, right)]
    return captioned(rows, parts, labels.height + _FOOT, title, subtitle)


def _rows(
    frame: pd.DataFrame, strip: Sequence[int], labels: Labels, value: Measure, chosen: str | None
) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    columns = {name: [values[n] for n in strip] for name, values in labels.columns.items()}
    is_first = (~pd.Series(strip).duplicated()).tolist()
    for name in ("narrow", "wide"):
        # One of the lines of a strip carries its name.
        columns[name] = [text if first else "" for text, first in zip(columns[name], is_first, strict=True)]
    days = pd.to_datetime(frame["day"]).reset_index(drop=True)
    told = [_UNDATED if pd.isna(day) else _day(day) for day in days]
    phrases = [value.phrase(number) for number in frame[value.column]]
    headlines = [one_line(text) for text in frame["headline"]]
    return pd.DataFrame(
        {
            "mark": marks,
            **columns,
            "place": _shares(days),
            "beside": [float(n) for n in frame["beside"]] if "beside" in frame else [0.0] * len(frame),
            "is_dated": days.notna().to_numpy(),
            "headline": headlines,
            "told_day": told,
            "phrase": phrases,
            "total": [number_text(n) if first else "" for n, first in zip(frame["total"], is_first, strict=True)],
            "about": [
                f"{name}, {day}: {headline}, {phrase}"
                for name, day, headline, phrase in zip(columns["label"], told, headlines, phrases, strict=True)
            ],
            "role": roles(marks, chosen),
            "is_chosen": [mark == chosen for mark in marks],
        }
    )


def _shares(days: pd.Series) -> list[float]:
    """Where each day lies between the first, 0, and the last, 1; a half where there is one day; 0 for none."""
    first, span = days.min(), days.max() - days.min()
    if pd.isna(span) or not span:
        return [0.5 if dated else 0.0 for dated in days.notna()]
    return [0.0 if pd.isna(day) else (day - first) / span for day in days]


def _right_room(rows: pd.DataFrame) -> float:
    """The pixels that the numbers take at the right, and the undated before them."""
    numbers = widest([*rows["total"], "articles"], SMALL_SIZE) + _GAP
    return numbers + (0 if rows["is_dated"].all() else widest([_UNDATED], SMALL_SIZE) + _GAP)


def _across(labels: Labels, share: str, right: float) -> str:
    """The expression for the pixel of a `share` of the time between the first and the last day."""
    left = f"({labels.room.expr})"
    return f"({left} + {share} * (width - {right:.0f} - {left}))"


def _bases(labels: Labels, right: float) -> alt.Chart:
    base: alt.Chart = alt.Chart().mark_rect(
        x=alt.ExprRef(_across(labels, "0", right)),
        x2=alt.ExprRef(_across(labels, "1", right)),
        y=alt.ExprRef(f"{row_middle().expr} + {_HALF}"),
        y2=alt.ExprRef(f"{row_middle().expr} + {_HALF + 1}"),
        color=ink("grid"),
        aria=False,
        tooltip=None,
    )
    return base


def _lines(labels: Labels, right: float) -> alt.Chart:
    undated = f"(width - {right:.0f} + {_GAP + widest([_UNDATED], SMALL_SIZE) / 2:.0f})"
    place = f"(datum.is_dated ? {_across(labels, 'datum.place', right)} : {undated})"
    middle = f"({place} + datum.beside * {_BESIDE})"
    half = f"(datum.is_chosen ? {_LINE} : {_LINE / 2})"
    lines: alt.Chart = (
        alt.Chart()
        .mark_rect(
            x=alt.ExprRef(f"{middle} - {half}"),
            x2=alt.ExprRef(f"{middle} + {half}"),
            y=alt.ExprRef(f"{row_middle().expr} - {_HALF}"),
            y2=alt.ExprRef(f"{row_middle().expr} + {_HALF}"),
            opacity=alt.ExprRef("datum.is_chosen ? 1 : 0.7"),
            cursor="pointer",
        )
        .encode(color=by_role(), description=about(), tooltip=_tips())
    )
    return lines.add_params(pick())


def _counts() -> list[alt.Chart]:
    """How many lines each strip has, in a column at the right."""
    one = alt.Chart(alt.InlineData(values=[{}]))
    style: dict[str, Any] = {"x": alt.ExprRef("width"), "align": "right", "baseline": "middle", "fontSize": SMALL_SIZE}
    return [
        words(one, "'articles'", "faint", y=_HEAD / 2 - 2, **style),
        words(alt.Chart(), "datum.total", y=row_middle(), **style),
    ]


def _days(frame: pd.DataFrame, labels: Labels, right: float) -> list[alt.Chart]:
    """The first, the middle and the last day below the strips; on a narrow page the middle one is left out."""
    days = pd.to_datetime(frame["day"]).dropna()
    texts = [] if len(days) == len(frame) else [_undated_head(right)]
    if days.empty:
        return texts
    first, last = days.min(), days.max()
    shares = [0.5] if first == last else [0, 0.5, 1]
    values = [{"place": share, "text": _day(first + (last - first) * share)} for share in shares]
    text = words(
        alt.Chart(alt.InlineData(values=values)),
        f"datum.place == 0.5 && {len(shares)} == 3 && width < {_THREE_DAYS} ? '' : datum.text",
        "faint",
        x=alt.ExprRef(_across(labels, "datum.place", right)),
        y=alt.ExprRef(f"height - {_FOOT / 2 - 4}"),
        align=alt.ExprRef("datum.place == 0 ? 'left' : datum.place == 1 ? 'right' : 'center'"),
        baseline="middle",
        fontSize=SMALL_SIZE,
    )
    return [*texts, text]


def _undated_head(right: float) -> alt.Chart:
    return words(
        alt.Chart(alt.InlineData(values=[{}])),
        f"'{_UNDATED}'",
        "faint",
        x=alt.ExprRef(f"width - {right:.0f} + {_GAP}"),
        y=_HEAD / 2 - 2,
        align="left",
        baseline="middle",
        fontSize=SMALL_SIZE,
    )


def _day(day: pd.Timestamp) -> str:
    return f"{day.day} {day:%b %Y}"


def _tips() -> list[alt.Tooltip]:
    return tooltip(("headline", "title"), ("label", " "), ("told_day", "day"), ("phrase", "has"))

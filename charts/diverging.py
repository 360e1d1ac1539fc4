"""Diverging bars: what two groups differ in, those of one to the right of a line, those of the other to its left."""

import altair as alt
import pandas as pd

from charts.marks import TEXT_SIZE, Figure, about, by_role, captioned, nothing, pick, roles, tooltip, widest, words
from charts.numbers import Measure, to_number
from charts.rows import Labels, row_labels, row_middle, row_names, row_targets
from charts.text import one_line

_THICKNESS = 16
_GAP = 7
_HEAD = 26
# The colour of bars to the right and to the left: as far from each other as two can be, for any eye.
_RIGHT, _LEFT = "plain", "1"
_SIDE = "(datum.length >= 0 ? 1 : -1)"


def diverging_bars(
    frame: pd.DataFrame,
    *,
    label: str,
    value: Measure,
    heads: tuple[str, str],
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """Bars from a middle line, each with its number; a name stands on the side that its bar leaves free.

    Args:
        frame: One row a bar, in order: `mark` (a string, unique), the columns of `label` and `value`, `first` and
            `second` (what there is to say of either group, in words), `n` (how many articles the mark opens), and
            `is_sure` where some lengths could be chance: those bars are pale.
        label: The column of the names.
        value: The column of the lengths, above zero to the right.
        heads: What stands above the right and above the left side.
        title: The question that the chart answers.
        subtitle: What is measured, over how many, by which method.
        chosen: The mark that stands out; the others step back.
    """
    if frame.empty:
        return nothing(title, subtitle)
    labels = row_labels(list(frame[label]), top=_HEAD)
    rows = _rows(frame, labels, value, chosen)
    parts = [row_targets(_tips()), _bars(rows), _names(), _numbers(), *_heads(heads)]
    return captioned(rows, parts, labels.height, title, subtitle)


def _rows(frame: pd.DataFrame, labels: Labels, value: Measure, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in frame["mark"]]
    numbers = [to_number(number) or 0.0 for number in frame[value.column]]
    phrases = [value.phrase(number) for number in numbers]
    sides = [[one_line(text) for text in frame[name]] for name in ("first", "second")]
    sure = [bool(flag) for flag in frame["is_sure"]] if "is_sure" in frame else [True] * len(marks)
    told = zip(labels.full, phrases, *sides, strict=True)
    return pd.DataFrame(
        {
            "mark": marks,
            **labels.columns,
            "length": numbers,
            "text": [value.text(number) for number in numbers],
            "phrase": phrases,
            "first": sides[0],
            "second": sides[1],
            "n": [int(n) for n in frame["n"]],
            "about": [f"{name}: {'; '.join(others)}" for name, *others in told],
            "role": roles(marks, chosen, [_RIGHT if number >= 0 else _LEFT for number in numbers]),
            "is_sure": sure,
            "is_chosen": [mark == chosen for mark in marks],
        }
    )


def _bars(rows: pd.DataFrame) -> alt.Chart:
    room = round(widest(rows["text"], TEXT_SIZE)) + _GAP
    longest = rows["length"].abs().max() or 1.0
    scale = alt.Scale(
        domain=[-longest, longest], nice=False, rangeMin=room, rangeMax=alt.ExprRef(f"width - {room}"), zero=True
    )
    bars: alt.Chart = (
        alt.Chart()
        .mark_bar(
            y=row_middle(),
            orient="horizontal",
            size=_THICKNESS,
            opacity=alt.ExprRef("datum.is_sure ? 1 : 0.5"),
            cursor="pointer",
        )
        .encode(
            x=alt.X("length", type="quantitative", axis=None, scale=scale, stack=None),
            color=by_role(),
            description=about(),
            tooltip=_tips(),
        )
    )
    return bars.add_params(pick())


def _names() -> alt.Chart:
    names = row_names(
        x=alt.ExprRef(f"width / 2 - {_SIDE} * {_GAP}"),
        align=alt.ExprRef("datum.length >= 0 ? 'right' : 'left'"),
    )
    chart: alt.Chart = names.encode(tooltip=_tips())
    return chart


def _numbers() -> alt.Chart:
    text = words(
        alt.Chart(),
        "datum.text",
        y=row_middle(),
        align=alt.ExprRef("datum.length >= 0 ? 'left' : 'right'"),
        baseline="middle",
        dx=alt.ExprRef(f"{_SIDE} * {_GAP - 2}"),
        cursor="pointer",
    )
    chart: alt.Chart = text.encode(x=alt.X("length", type="quantitative"), tooltip=_tips())
    return chart


def _heads(heads: tuple[str, str]) -> list[alt.Chart]:
    """What stands above the two sides: to the right of the middle, and to its left."""
    return [
        words(
            alt.Chart(alt.InlineData(values=[{"text": text}])),
            "datum.text",
            "faint",
            x=alt.ExprRef(f"width / 2 + {side * _GAP}"),
            y=6,
            align="left" if side > 0 else "right",
            baseline="middle",
            limit=alt.ExprRef(f"width / 2 - {_GAP}"),
        )
        for side, text in zip((1, -1), heads, strict=True)
    ]


def _tips() -> list[alt.Tooltip]:
    return tooltip(("label", "title"), ("phrase", " "), ("first", "1"), ("second", "2"), ("n", "articles to read"))

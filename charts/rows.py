"""Rows: charts of one labelled row each, with the labels in a column at the left that suits the width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import altair as alt

from charts.marks import NARROW, TEXT_SIZE, widest, words
from charts.text import one_line, wrap

_LINE = 15
_AIR = 9
_NARROW_LIMIT = 140
_WIDE_LIMIT = 300
_MOST_LINES = 4
_GAP = 12
_NAME = f"width < {NARROW} ? datum.narrow : datum.wide"
_MIDDLE = f"(width < {NARROW} ? datum.narrow_y : datum.wide_y)"


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of the rows, broken into lines for a narrow and for a wide page."""

    full: list[str]
    narrow: list[str]
    wide: list[str]
    top: float = 0

    @property
    def columns(self) -> dict[str, list[Any]]:
        """The labels, and the pixel at which the middle of each row lies, as columns of a frame."""
        narrow, wide = _row_heights(self.narrow), _row_heights(self.wide)
        # Both pages have one height: what a wide page has left over goes to its rows.
        extra = (sum(narrow) - sum(wide)) / max(len(wide), 1)
        return {
            "label": self.full,
            "narrow": self.narrow,
            "wide": self.wide,
            "narrow_y": _middles(narrow, self.top),
            "wide_y": _middles([height + extra for height in wide], self.top),
        }

    @property
    def height(self) -> float:
        """Height of all rows in pixels, with the room above them."""
        return self.top + sum(_row_heights(self.narrow))

    @property
    def room(self) -> alt.ExprRef:
        """The expression for where the labels end and the marks begin."""
        narrow, wide = (_column_width(lines) for lines in (self.narrow, self.wide))
        return alt.ExprRef(f"width < {NARROW} ? {narrow} : {wide}")


def row_labels(values: Sequence[object], top: float = 0) -> Labels:
    """The labels of `values`, at most four lines each; an ellipsis shows where a label goes on.

    The rows begin `top` pixels below the upper edge.
    """
    full = [one_line(value) or "\u2013" for value in values]
    narrow, wide = (
        ["\n".join(wrap(label, limit, TEXT_SIZE, _MOST_LINES)) for label in full]
        for limit in (_NARROW_LIMIT, _WIDE_LIMIT)
    )
    return Labels(full, narrow, wide, top)


def row_middle() -> alt.ExprRef:
    """The pixel of the middle of each row."""
    return alt.ExprRef(_MIDDLE)


def row_targets(tips: list[alt.Tooltip]) -> alt.Chart:
    """Invisible stripes over the whole width, so that a row can be pointed at anywhere."""
    half = (_LINE + _AIR) / 2 - 1
    targets = alt.Chart().mark_rect(
        x=0,
        x2="width",
        y=alt.ExprRef(f"{_MIDDLE} - {half}"),
        y2=alt.ExprRef(f"{_MIDDLE} + {half}"),
        opacity=0,
        cursor="pointer",
        aria=False,
    )
    chart: alt.Chart = targets.encode(tooltip=tips)
    return chart


def row_names(**place: Any) -> alt.Chart:
    """The labels, the chosen one in bold: at the left, or where `place` (`x` and `align` of a text mark) puts them."""
    style: dict[str, Any] = {"x": 0, "align": "left"} | place
    return words(
        alt.Chart(),
        _NAME,
        **style,
        y=row_middle(),
        baseline="middle",
        dy=alt.ExprRef(f"(1 - length(split({_NAME}, '\\n'))) * {_LINE / 2}"),
        fontWeight=alt.ExprRef("datum.is_chosen ? 700 : 400"),
        lineBreak="\n",
        lineHeight=_LINE,
        cursor="pointer",
    )


def _row_heights(labels: Sequence[str]) -> list[float]:
    return [_AIR + _LINE * (label.count("\n") + 1.0) for label in labels]


def _middles(heights: Sequence[float], top: float) -> list[float]:
    return [top + bottom - height / 2 for bottom, height in zip(accumulate(heights), heights, strict=True)]


def _column_width(labels: Sequence[str]) -> int:
    return round(widest((line for label in labels for line in label.split("\n")), TEXT_SIZE)) + _GAP

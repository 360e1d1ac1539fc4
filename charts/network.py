"""Network: points around a middle one, and lines between those that go together."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from charts.graph_layout import places, set_apart
from charts.marks import (
    SMALL_SIZE,
    TEXT_SIZE,
    Figure,
    about,
    by_role,
    captioned,
    haloed,
    ink,
    nothing,
    pick,
    roles,
    tooltip,
    widest,
    words,
)
from charts.numbers import Measure
from charts.placing import Box
from charts.text import one_line, wrap

Floats = npt.NDArray[np.float64]

# Names that keep apart at this width do so at every greater one: only what is across grows.
_WIDTH = 316.0
_HEIGHT = 500.0
_LINE = 15
_NAME_LIMIT = 104
_BOLD = 1.08
_SMALLEST, _LARGEST = 9.0, 26.0
_THIN, _THICK = 1.5, 7.0
_GAP = 4.0
# How far from each other points belong: those of a line, from the nearest to the farthest; others; the middle one's.
_JOINED = (0.55, 0.9)
_NOT_JOINED = 1.5
_FROM_MIDDLE = (0.75, 1.15)
# A line without length is drawn by its round ends: the point.
_NO_LENGTH = 1e-4


def network(
    frame: pd.DataFrame,
    *,
    middle: str,
    value: Measure,
    strength: Measure,
    title: str,
    subtitle: str = "",
    chosen: str | None = None,
) -> Figure:
    """Points around the one in the `middle`, larger the more they count; lines join some, the wider the stronger.

    A thin line joins each point to the middle one. The places tell what goes together, and have no other meaning.

    Args:
        frame: One row a point, at most 20, and after them one a line: `mark` (a string, unique), `first` (the name of
            the point, or of the point where the line begins), `second` (missing for a point; else that where it ends),
            and the columns of `value` and `strength`, which has no least value but 0.
        middle: The name of the point in the middle; it stands for no mark.
        value: What is counted: the number beside a point.
        strength: How strongly a point belongs to the middle one, and the ends of a line to each other.
        title: The question that the chart answers.
        subtitle: What is joined, by which method.
        chosen: The mark that stands out.
    """
    points = frame[frame["second"].isna()]
    if points.empty:
        return nothing(title, subtitle)
    lines = frame[frame["second"].notna()]
    drawn = _Drawn(points, lines, middle, value, strength)
    rows = pd.concat([drawn.lines(), drawn.points()], ignore_index=True)
    rows = rows.assign(role=roles(rows["mark"].tolist(), chosen, rows["role"].tolist()))
    rows.loc[rows["mark"] == chosen, "role"] = "accent"
    parts = [_spokes(drawn.spokes()), _marks(), *_names(), *_middle(drawn.middle())]
    return captioned(rows, parts, _HEIGHT, title, subtitle)


class _Drawn:
    """The places and sizes of all that is drawn."""

    def __init__(
        self, points: pd.DataFrame, lines: pd.DataFrame, middle: str, value: Measure, strength: Measure
    ) -> None:
        self._points, self._lines = points.reset_index(drop=True), lines.reset_index(drop=True)
        self._value, self._strength = value, strength
        self._texts = [one_line(name) for name in self._points["first"]]
        self._names = [wrap(text, _NAME_LIMIT, TEXT_SIZE) for text in self._texts]
        self._middle = wrap(one_line(middle), _NAME_LIMIT, TEXT_SIZE * _BOLD)
        counts = self._points[value.column].to_numpy(float)
        self._sizes = _SMALLEST + (_LARGEST - _SMALLEST) * np.sqrt(counts / max(counts.max(), 1.0))
        place = {name: n for n, name in enumerate(self._points["first"])}
        self._ends = [(place[one], place[other]) for one, other in zip(lines["first"], lines["second"], strict=True)]
        self._boxes = set_apart(self._unplaced(), _WIDTH, _HEIGHT)

    def points(self) -> pd.DataFrame:
        """A row a point: a line of no length."""
        x, y = self._xy()
        told = [self._value.phrase(n) for n in self._points[self._value.column]]
        return pd.DataFrame(
            {
                "mark": self._points["mark"].astype(str),
                "x": x,
                "y": y,
                "x2": x + _NO_LENGTH,
                "y2": y,
                "size": self._sizes,
                "name": ["\n".join(lines) for lines in self._names],
                "number": [self._value.text(n) for n in self._points[self._value.column]],
                "title": self._texts,
                "phrase": told,
                "strength": [self._strength.text(n) for n in self._points[self._strength.column]],
                "about": [f"{name}: {phrase}" for name, phrase in zip(self._texts, told, strict=True)],
                "role": "plain",
            }
        )

    def lines(self) -> pd.DataFrame:
        """A row a line, the strongest on top."""
        x, y = self._xy()
        first, second = np.array(self._ends, int).reshape(-1, 2).T
        titles = [f"{self._texts[one]} and {self._texts[other]}" for one, other in self._ends]
        told = [self._value.phrase(n) for n in self._lines[self._value.column]]
        drawn = pd.DataFrame(
            {
                "mark": self._lines["mark"].astype(str),
                "x": x[first],
                "y": y[first],
                "x2": x[second],
                "y2": y[second],
                "size": _widths(self._lines[self._strength.column]),
                "name": "",
                "number": "",
                "title": titles,
                "phrase": told,
                "strength": [self._strength.text(n) for n in self._lines[self._strength.column]],
                "about": [f"{title}: {phrase}" for title, phrase in zip(titles, told, strict=True)],
                "role": "other",
            }
        )
        return drawn.iloc[::-1]

    def spokes(self) -> pd.DataFrame:
        """From the middle to each point."""
        x, y = self._xy()
        middle = self._boxes[0]
        return pd.DataFrame({"x": middle.x / _WIDTH, "y": middle.y, "x2": x, "y2": y})

    def middle(self) -> pd.DataFrame:
        """The name in the middle."""
        box = self._boxes[0]
        return pd.DataFrame(
            {
                "name": ["\n".join(self._middle)],
                "x": [box.x / _WIDTH],
                "y": [box.y],
                "half": [box.width / 2],
                "rise": [box.height / 2],
                "n_lines": [len(self._middle)],
            }
        )

    def _xy(self) -> tuple[Floats, Floats]:
        """The middle of each point: the share of the width, and pixels from the top."""
        boxes = self._boxes[1:]
        tops = np.array([box.y - box.height / 2 for box in boxes])
        return np.array([box.x / _WIDTH for box in boxes]), tops + self._sizes / 2

    def _unplaced(self) -> list[Box]:
        """The middle one and each point with its name and number, where they would stand if they took no room."""
        x, y = places(self._distances()).T
        x, y = (_stretched(at, room) for at, room in ((x, _WIDTH), (y, _HEIGHT)))
        sizes = [(widest(self._middle, TEXT_SIZE * _BOLD) + 16, _LINE * len(self._middle) + 10.0)]
        for lines, size, number in zip(self._names, self._sizes, self._points[self._value.column], strict=True):
            beside = size + 2 * (widest([self._value.text(number)], SMALL_SIZE) + _GAP)
            sizes.append((max(widest(lines, TEXT_SIZE), beside), size + _GAP + _LINE * len(lines)))
        return [Box(*at, *size) for at, size in zip(zip(x, y, strict=True), sizes, strict=True)]

    def _distances(self) -> Floats:
        n_points = len(self._points)
        distances = np.full((n_points + 1, n_points + 1), _NOT_JOINED)
        distances[0, 1:] = distances[1:, 0] = _near(self._points[self._strength.column], _FROM_MIDDLE)
        for (one, other), length in zip(self._ends, _near(self._lines[self._strength.column], _JOINED), strict=True):
            distances[one + 1, other + 1] = distances[other + 1, one + 1] = length
        np.fill_diagonal(distances, 0)
        return distances


def _near(strengths: pd.Series, between: tuple[float, float]) -> Floats:
    """The nearer the stronger, within two distances."""
    nearest, farthest = between
    return farthest - (farthest - nearest) * _shares(strengths)


def _widths(strengths: pd.Series) -> Floats:
    return _THIN + (_THICK - _THIN) * _shares(strengths)


def _shares(strengths: pd.Series) -> Floats:
    """The square root of each strength by the greatest, 0 to 1: G2 of counts runs over orders of magnitude."""
    numbers = strengths.to_numpy(float)
    return np.asarray(np.sqrt(np.maximum(numbers, 0) / max(numbers.max(initial=0), 1e-9)))


def _stretched(at: Floats, room: float) -> Floats:
    """Places as pixels of the `room` there is, the first of them in the middle."""
    reach = np.abs(at - at[0]).max() or 1.0
    return np.asarray(room / 2 + (at - at[0]) / reach * room * 0.46)


def _spokes(spokes: pd.DataFrame) -> alt.Chart:
    lines = alt.Chart(spokes).mark_rule(color=ink("grid"), strokeWidth=1, aria=False, tooltip=None)
    chart: alt.Chart = lines.encode(**_positions())
    return chart


def _marks() -> alt.Chart:
    rules: alt.Chart = (
        alt.Chart()
        .mark_rule(strokeCap="round", strokeWidth=alt.ExprRef("datum.size"), opacity=1, cursor="pointer")
        .encode(
            by_role(),
            **_positions(),
            description=about(),
            tooltip=tooltip(("title", "title"), ("phrase", " "), ("strength", "G²")),
        )
    )
    return rules.add_params(pick())


def _positions() -> Mapping[str, Any]:
    across = alt.Scale(domain=[0, 1], nice=False, zero=False)
    down = alt.Scale(domain=[0, _HEIGHT], range=[0, _HEIGHT], nice=False, zero=False)
    return {
        "x": alt.X("x", type="quantitative", axis=None, scale=across),
        "y": alt.Y("y", type="quantitative", axis=None, scale=down),
        "x2": alt.X2("x2"),
        "y2": alt.Y2("y2"),
    }


def _names() -> list[alt.Chart]:
    """The name below each point, its number beside it."""
    at = {"x": alt.ExprRef("datum.x * width")}
    top = alt.ExprRef(f"datum.y + datum.size / 2 + {_GAP - 1}")
    name: Mapping[str, Any] = {"align": "center", "baseline": "top", "lineBreak": "\n", "lineHeight": _LINE}
    beside = alt.ExprRef(f"datum.x * width + datum.size / 2 + {_GAP}")
    number: Mapping[str, Any] = {"align": "left", "baseline": "middle", "fontSize": SMALL_SIZE}
    return [
        *haloed(alt.Chart(), "datum.name", y=top, **at, **name),
        *haloed(alt.Chart(), "datum.number", x=beside, y=alt.ExprRef("datum.y"), **number),
    ]


def _middle(middle: pd.DataFrame) -> Sequence[alt.Chart]:
    """The name in the middle, on a plate of paper: lines between other points may run behind it."""
    plate = alt.Chart(middle).mark_rect(
        x=alt.ExprRef("datum.x * width - datum.half"),
        x2=alt.ExprRef("datum.x * width + datum.half"),
        y=alt.ExprRef("datum.y - datum.rise"),
        y2=alt.ExprRef("datum.y + datum.rise"),
        cornerRadius=_LINE / 2,
        color=ink("paper"),
        stroke=ink("grid"),
        opacity=1,
        aria=False,
        tooltip=None,
    )
    name = words(
        alt.Chart(middle),
        "datum.name",
        x=alt.ExprRef("datum.x * width"),
        y=alt.ExprRef("datum.y"),
        dy=alt.ExprRef(f"(1 - datum.n_lines) * {_LINE / 2}"),
        align="center",
        baseline="middle",
        fontWeight=700,
        lineBreak="\n",
        lineHeight=_LINE,
    )
    return [plate, name]

"""Map: points in the plane, coloured and named by topic."""

from collections.abc import Sequence

import altair as alt
import numpy as np
import pandas as pd

from charts.marks import (
    NARROW,
    SMALL_SIZE,
    Figure,
    about,
    by_role,
    captioned,
    haloed,
    ink,
    nothing,
    pick,
    sentences,
    tooltip,
    widest,
)
from charts.numbers import number_text
from charts.placing import Box, crowd, spread
from charts.text import one_line, wrap
from charts.theme import own_roles

_HEIGHT = 480
_EDGE = 12
_LINE = 14
_BOLD = 1.08
_LABEL_LIMIT = 130
_MOST_NAMES = 24
# In a column beside another chart.
_MOST_NAMES_MIDDLE = 16
_MOST_NAMES_NARROW = 10
_NARROW_WIDTH = 340
_MIDDLE = 480
_MIDDLE_WIDTH = 560
_WIDE_WIDTH = 800
_CELLS = 20
_NO_TOPIC = -1
_FAINT = 0.4
_ABOVE = 8.0
# What the browser puts together itself: of thousands of points it need not be sent.
_TOLD = {
    "about": "datum.headline + ', ' + datum.outlet + ', ' + datum.date",
    "state": "datum.is_lit ? 'selected' : 'not in the selection'",
}
# Columns with few different values, each sent once.
_REPEATED = ("role", "outlet", "date", "topic")


def scatter_map(frame: pd.DataFrame, *, title: str, subtitle: str = "", chosen: str | None = None) -> Figure:
    """Points without axes; near points are alike. Each topic's name stands where most of its points are.

    Args:
        frame: One row a point, a few thousand: `mark` (a string, unique), `x`, `y`, `topic_id` (missing: none),
            `colour` (from 0; where it is no column, by `topic_id`), `topic` (its name), `headline`, and where they
            are known `outlet` and `published_at`; `is_lit`, where only some are to stand out from the others, which
            are faint.
        title: The question that the chart answers.
        subtitle: What is shown, how many of how many, by which method.
        chosen: The mark that stands out.
    """
    placed = frame[frame["x"].notna() & frame["y"].notna()]
    if placed.empty:
        return nothing(title, subtitle)
    notes = _notes(len(frame) - len(placed), len(set(placed["topic_id"].dropna()) - {_NO_TOPIC}))
    rows = _rows(placed, chosen)
    return captioned(rows, [_points(rows), *_names(_labels(placed))], _HEIGHT, title, sentences(subtitle, *notes))


def _rows(placed: pd.DataFrame, chosen: str | None) -> pd.DataFrame:
    marks = [str(mark) for mark in placed["mark"]]
    lit = placed["is_lit"].astype(bool).tolist() if "is_lit" in placed else [True] * len(placed)
    own = _lit_roles(own_roles(placed), lit)
    rows = pd.DataFrame(
        {
            "mark": marks,
            "x": placed["x"].astype(np.float32).to_numpy(),
            "y": placed["y"].astype(np.float32).to_numpy(),
            "role": ["accent" if mark == chosen else role for mark, role in zip(marks, own, strict=True)],
            "is_chosen": [mark == chosen for mark in marks],
            "is_lit": lit,
            "headline": _texts(placed, "headline"),
            "outlet": _texts(placed, "outlet"),
            "date": _dates(placed),
            "topic": _texts(placed, "topic"),
        }
    ).astype(dict.fromkeys(_REPEATED, "category"))
    # What is drawn last lies on top.
    return rows.sort_values(["is_chosen", "is_lit"], kind="stable", ignore_index=True)


def _lit_roles(own: list[str], lit: Sequence[bool]) -> list[str]:
    """The colours of topics, `own`; where some are not lit, these are faint, and the grey of further topics is dark."""
    if all(lit):
        return own
    loud = ["ink" if role == "other" else role for role in own]
    return [role if is_lit else "quiet" for role, is_lit in zip(loud, lit, strict=True)]


def _texts(placed: pd.DataFrame, column: str) -> list[str]:
    """A line for each point; what many points share is written once."""
    if column not in placed:
        return ["unknown"] * len(placed)
    numbers, known = pd.factorize(placed[column])
    # What is missing has the number -1.
    lines = [*map(one_line, known), "none"]
    return [lines[number] for number in numbers]


def _dates(placed: pd.DataFrame) -> list[str]:
    if "published_at" not in placed:
        return ["no date"] * len(placed)
    numbers, days = pd.factorize(pd.to_datetime(placed["published_at"]).dt.normalize())
    lines = [*(f"{day.day} {day:%b %Y}" for day in days), "no date"]
    return [lines[number] for number in numbers]


def _labels(placed: pd.DataFrame) -> pd.DataFrame:
    """One row a topic, the largest ones: its name in lines, and where that stands on each page."""
    largest = _largest_topics(placed)
    lines = [wrap(name, _LABEL_LIMIT, SMALL_SIZE * _BOLD) for name in largest["topic"]]
    sizes = [(widest(each, SMALL_SIZE * _BOLD), float(_LINE * len(each))) for each in lines]
    x, y = (_shares(placed[axis], largest[axis]) for axis in ("x", "y"))
    places = list(zip(x, y, sizes, strict=True))
    return pd.DataFrame(
        {
            "name": ["\n".join(each) for each in lines],
            "x": largest["x"].astype(float),
            "half": [width / 2 for width, _ in sizes],
            "n_lines": [len(each) for each in lines],
            "rank": range(len(lines)),
            "narrow": _heights(places, _NARROW_WIDTH, _MOST_NAMES_NARROW),
            "middle": _heights(places, _MIDDLE_WIDTH, _MOST_NAMES_MIDDLE),
            "wide": _heights(places, _WIDE_WIDTH, _MOST_NAMES),
        }
    )


def _largest_topics(placed: pd.DataFrame) -> pd.DataFrame:
    """Name, number of points and fullest place of the topics that get a name."""
    known = placed[placed["topic_id"].notna() & (placed["topic_id"] != _NO_TOPIC)]
    topics = known.groupby("topic_id").agg(topic=("topic", "first"), n=("mark", "size"))
    topics = topics.sort_values("n", ascending=False, kind="stable").head(_MOST_NAMES)
    cell = (float(np.ptp(placed["x"])) / _CELLS, float(np.ptp(placed["y"])) / _CELLS)
    middles = [
        crowd(points["x"].to_numpy(float), points["y"].to_numpy(float), cell)
        for points in (known[known["topic_id"] == topic] for topic in topics.index)
    ]
    return topics.assign(x=[x for x, _ in middles], y=[y for _, y in middles]).reset_index(drop=True)


def _shares(everything: pd.Series, some: pd.Series) -> list[float]:
    """Where `some` lie between the lowest and the highest of `everything`, 0 to 1."""
    low, high = everything.min(), everything.max()
    return [float((value - low) / (high - low)) if high > low else 0.5 for value in some]


def _heights(places: Sequence[tuple[float, float, tuple[float, float]]], width: float, most: int) -> list[float]:
    """The height in pixels at which each of the first `most` names stands where the chart has this `width`.

    Above its points, and none on another; those that are not shown at 0.
    """
    boxes = [
        Box(
            _EDGE + x * (width - 2 * _EDGE),
            _EDGE + (1 - y) * (_HEIGHT - 2 * _EDGE) - size[1] / 2 - _ABOVE,
            *size,
        )
        for x, y, size in places[:most]
    ]
    return [box.y for box in spread(boxes, width, _HEIGHT)] + [0.0] * len(places[most:])


def _points(rows: pd.DataFrame) -> alt.Chart:
    size = 60 if len(rows) <= 500 else 34 if len(rows) <= 2000 else 20
    is_part = not rows["is_lit"].all()
    lit, faint = (size * 1.5, size * 0.7) if is_part else (size, size)
    tips = [("headline", "title"), ("outlet", "outlet"), ("date", "date"), ("topic", "topic")]
    points: alt.Chart = (
        alt.Chart()
        .transform_calculate(**_TOLD)
        .mark_point(
            filled=True,
            size=alt.ExprRef(f"datum.is_chosen ? {size * 4} : datum.is_lit ? {lit} : {faint}"),
            opacity=alt.ExprRef(f"datum.is_chosen ? 1 : datum.is_lit ? 0.85 : {_FAINT}"),
            stroke=ink("paper"),
            strokeWidth=0.5,
            cursor="pointer",
        )
        .encode(
            x=alt.X("x", type="quantitative", axis=None, scale=_place()),
            y=alt.Y("y", type="quantitative", axis=None, scale=_place()),
            color=by_role(),
            description=about(),
            tooltip=tooltip(*tips, *([("state", "selection")] if is_part else [])),
        )
    )
    return points.add_params(pick())


def _place() -> alt.Scale:
    return alt.Scale(zero=False, nice=False, padding=_EDGE)


def _names(labels: pd.DataFrame) -> list[alt.Chart]:
    """The names of the topics, kept within the edges."""
    x = "clamp(scale('x', datum.x), datum.half, max(datum.half, width - datum.half))"
    y = f"width < {_MIDDLE} ? datum.narrow : width < {NARROW} ? datum.middle : datum.wide"
    most = f"(width < {_MIDDLE} ? {_MOST_NAMES_NARROW} : width < {NARROW} ? {_MOST_NAMES_MIDDLE} : {_MOST_NAMES})"
    name = f"datum.rank >= {most} ? '' : datum.name"
    return haloed(
        alt.Chart(labels),
        name,
        align="center",
        baseline="middle",
        x=alt.ExprRef(x),
        y=alt.ExprRef(y),
        dy=alt.ExprRef(f"(1 - datum.n_lines) * {_LINE / 2}"),
        fontSize=SMALL_SIZE,
        fontWeight=700,
        lineBreak="\n",
        lineHeight=_LINE,
    )


def _notes(n_unplaced: int, n_topics: int) -> list[str]:
    unplaced = [f"Without a place on the map: {number_text(n_unplaced)}."] if n_unplaced else []
    return unplaced + (["Named: the largest topics."] if n_topics > _MOST_NAMES_NARROW else [])

"""Marks: what all charts have in common: the title, the pick, the ink, and what stands where there is nothing.

Whatever comes from articles travels in the frame of a chart, under column names that the chart chose, or as the value
of a parameter; expressions are constants of this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Self

import altair as alt
import pandas as pd
import pyarrow as pa

from charts.text import text_width, wrap_evenly
from charts.theme import LIGHT, SERIF, Colours, palette, print_config

PICK = "pick"
TEXT_SIZE = 13
SMALL_SIZE = 12
NARROW = 640

_TITLE_SIZE = 17
_TITLE_LINE = 22
_SUBTITLE_LINE = 18
_GAP = 14
PADDING = 16
_BOLD = 1.08
_WIDTHS = (250, 330, 480, 640, 900, 1200)
_STEPS = " : ".join(f"width < {limit} ? {place}" for place, limit in enumerate(_WIDTHS[1:]))
_LINES_NOW = f"{_STEPS} : {len(_WIDTHS) - 1}"


class Figure(alt.LayerChart):
    """A layered chart that validates itself only when asked to.

    Validation takes longer than all the rest of a chart; the tests validate every chart instead.
    """

    def to_dict(self, validate: bool = False, **options: Any) -> dict[str, Any]:
        """The Vega-Lite specification of the chart."""
        spec: dict[str, Any] = super().to_dict(validate=validate, **options)
        return spec

    def copy(self, deep: bool | Iterable[Any] = True, ignore: list[str] | None = None) -> Self:
        """As Altair's; but a shallow copy is only that, where Altair's builds the whole chart again."""
        if deep or ignore:
            return super().copy(deep=deep, ignore=ignore)
        copied = object.__new__(type(self))
        object.__setattr__(copied, "_args", self._args)
        object.__setattr__(copied, "_kwds", dict(self._kwds))
        return copied


def pick() -> alt.Parameter:
    """The selection that turns a click into ``{"pick": [{"mark": ...}]}``; it sits on one layer of a chart."""
    return alt.selection_point(name=PICK, fields=["mark"])


def picked_marks(event: Mapping[str, Any] | None) -> list[str]:
    """The marks in what Streamlit hands over after a click; empty where no mark was hit."""
    picked = ((event or {}).get("selection") or {}).get(PICK) or []
    return [point["mark"] for point in picked if isinstance(point, Mapping) and point.get("mark")]


def ink(role: str = "ink") -> alt.ExprRef:
    """The colour of `role` in the mode that is shown, for a property of a mark or an axis."""
    return alt.ExprRef(f"scale('color', '{role}')")


def by_role(field: str = "role") -> alt.Color:
    """The colour of each row's role."""
    return alt.Color(field, type="nominal", scale=palette(), legend=None)


def tooltip(*rows: tuple[str, str]) -> list[alt.Tooltip]:
    """A tooltip of (column, name) rows; the row named "title" stands above the others."""
    return [alt.Tooltip(column, type="nominal", title=name) for column, name in rows]


def about() -> alt.Description:
    """What a screen reader says of each row."""
    return alt.Description("about", type="nominal")


def words(base: alt.Chart, text: str, role: str = "ink", **properties: Any) -> alt.Chart:
    """A text mark that writes the expression `text` in the colour of `role`.

    It is silent to screen readers, which hear the description of the mark that the text belongs to.
    """
    chart: alt.Chart = base.mark_text(
        **({"fontSize": TEXT_SIZE, "tooltip": None} | properties),
        text=alt.ExprRef(text),
        color=ink(role),
        aria=False,
    )
    return chart


def haloed(base: alt.Chart, text: str, **properties: Any) -> list[alt.Chart]:
    """`words` over an outline in the colour of the paper, which sets them off from the marks beneath."""
    outline = {"stroke": ink("paper"), "strokeWidth": 4, "strokeJoin": "round"}
    return [words(base, text, "paper", **(properties | outline)), words(base, text, **properties)]


def quiet_axis(**properties: Any) -> alt.Axis:
    """An axis without line, ticks and title, in a colour that can be read in light and in dark."""
    return alt.Axis(
        **({"grid": False} | properties),
        title=None,
        domain=False,
        ticks=False,
        labelColor=ink("faint"),
        labelPadding=6,
        gridColor=ink("grid"),
    )


def captioned(frame: pd.DataFrame, parts: Sequence[alt.Chart], height: float, title: str, subtitle: str = "") -> Figure:
    """`parts` over each other, drawn from `frame`, under a title and a subtitle that break as the width asks.

    The lines for each width are parameters of the chart, so that no text of a title is read as an expression.
    The subtitle is a text mark: Vega-Lite has no subtitle that depends on the width.
    """
    heading = alt.TitleParams(
        text=alt.ExprRef(f"title_lines[{_LINES_NOW}]"),
        anchor="start",
        frame="group",
        align="left",
        offset=6,
        limit=0,
        font=SERIF,
        fontSize=_TITLE_SIZE,
        fontWeight=600,
        lineHeight=_TITLE_LINE,
    )
    # Given to the constructor: each method of a layered chart copies all of its layers.
    return Figure(
        data=frame,
        layer=[*parts, _subtitle()],
        height=height,
        title=heading,
        description=" ".join(part for part in (title, subtitle) if part),
        usermeta={"title": title, "subtitle": subtitle},
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        params=[
            alt.VariableParameter(name="title_lines", value=_lines(title, _TITLE_SIZE * _BOLD)),
            alt.VariableParameter(name="subtitle_lines", value=_lines(_glued(subtitle), TEXT_SIZE)),
        ],
    )


def nothing(title: str, subtitle: str = "") -> Figure:
    """The chart of an empty frame: its title, and "Nothing to show"."""
    frame = pd.DataFrame({"mark": [""]})
    text = words(alt.Chart(), "'Nothing to show'", "faint", x=0, align="left", fontStyle="italic")
    return captioned(frame, [text.add_params(pick())], 48, title, subtitle)


def packed(chart: Figure) -> dict[str, Any]:
    """The Vega-Lite specification of `chart`, its frames under "datasets", each as the bytes of an Arrow stream."""
    frames: dict[str, bytes] = {}

    def _named(frame: pd.DataFrame) -> alt.NamedData:
        name = f"frame_{len(frames)}"
        frames[name] = _as_stream(frame)
        return alt.NamedData(name=name)

    return {**_with_data(chart, _named).to_dict(), "datasets": frames}


def _with_data(chart: Figure, made: Callable[[pd.DataFrame], Any]) -> Figure:
    """`chart` with what `made` makes of each of its frames in place of it."""

    def _replaced(part: Any) -> Any:
        copy = part.copy(deep=False)
        if isinstance(part.data, pd.DataFrame):
            copy.data = made(part.data)
        return copy

    whole: Figure = _replaced(chart)
    whole.layer = [_replaced(layer) for layer in chart.layer]
    return whole


def _as_stream(frame: pd.DataFrame) -> bytes:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.BufferOutputStream() as stream:
        with pa.ipc.new_stream(stream, table.schema) as writer:
            writer.write_table(table)
        return bytes(stream.getvalue())


def standalone(chart: Figure, width: int = 720, colours: Colours = LIGHT) -> dict[str, Any]:
    """The Vega-Lite specification of `chart` outside the dashboard: `width` pixels wide, with its data and `colours`.

    The lines of the title are settled here: a renderer that lays out once cannot make room for them later.
    """
    config = alt.Config(**print_config(colours))
    spec: dict[str, Any] = _with_data(chart, _inline).properties(width=width, padding=PADDING, config=config).to_dict()
    lines = next(param["value"] for param in spec["params"] if param["name"] == "title_lines")
    bucket = sum(width - 2 * PADDING >= limit for limit in _WIDTHS[1:])
    spec["title"] |= {"text": lines[bucket]}
    return spec


def heading_of(chart: Figure) -> tuple[str, str]:
    """The title and the subtitle of `chart`."""
    return chart.usermeta["title"], chart.usermeta["subtitle"]


def _inline(frame: pd.DataFrame) -> alt.InlineData:
    """`frame` as values: what Altair makes of one depends on what the process has told it, and has a limit."""
    return alt.InlineData(values=alt.to_values(frame)["values"])


def widest(texts: Iterable[str], size: float) -> float:
    """How many pixels the widest of `texts` takes."""
    return max((text_width(text, size) for text in texts), default=0.0)


def roles(marks: Sequence[str], chosen: str | None, plain: Sequence[str] | None = None) -> list[str]:
    """The role of each mark.

    Its own (`plain`) where none of them is chosen; else the chosen one is "accent", or keeps its own, and the
    others are "quiet".
    """
    own = list(plain) if plain is not None else ["plain"] * len(marks)
    if chosen is None or chosen not in marks:
        return own
    loud = own if plain is not None else ["accent"] * len(marks)
    return [role if mark == chosen else "quiet" for mark, role in zip(marks, loud, strict=True)]


def sentences(*parts: str) -> str:
    """`parts` as sentences behind each other."""
    kept = [part.rstrip() for part in parts if part.strip()]
    return " ".join([*(part if part[-1] in ".!?" else f"{part}." for part in kept[:-1]), *kept[-1:]])


def _subtitle() -> alt.Chart:
    lines = f"subtitle_lines[{_LINES_NOW}]"
    one = alt.Chart(alt.InlineData(values=[{"role": "faint"}]))
    top = alt.ExprRef(f"-{_GAP} - length({lines}) * {_SUBTITLE_LINE}")
    text = words(one, lines, "faint", x=0, y=top, align="left", baseline="top", lineHeight=_SUBTITLE_LINE)
    # Its encoding brings the scale of the roles into every chart: `ink` asks that scale for colours.
    chart: alt.Chart = text.encode(color=by_role())
    return chart


@lru_cache(maxsize=256)
def _lines(text: str, size: float) -> list[list[str]]:
    """The lines of `text` for each of the widths."""
    return [wrap_evenly(text, limit, size) if text else [] for limit in _WIDTHS]


def _glued(text: str) -> str:
    """`text` with blanks that do not break around an equals sign."""
    return text.replace(" = ", "\u00a0=\u00a0")

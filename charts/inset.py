"""Inset: a chart for a document that says its title and subtitle itself, as text."""

from __future__ import annotations

from typing import Any

from charts.marks import Figure, standalone
from charts.theme import LIGHT, Colours

_PADDING = 2


def inset(chart: Figure, width: int, colours: Colours = LIGHT) -> dict[str, Any]:
    """The Vega-Lite specification of `chart`, `width` pixels wide, without its title and subtitle."""
    spec = standalone(chart, width, colours)
    kept = {name: value for name, value in spec.items() if name != "title"}
    params = [{**param, "value": _silent(param)} if "value" in param else param for param in spec["params"]]
    return {**kept, "params": params, "padding": _PADDING}


def _silent(param: dict[str, Any]) -> Any:
    """The value of a parameter; of the lines of the subtitle no lines, however wide the chart is."""
    return [[] for _ in param["value"]] if param["name"] == "subtitle_lines" else param["value"]

"""Sheet: a chart that leaves the dashboard, with what explains it printed below."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence

from charts.drawing import drawn
from charts.marks import PADDING, SMALL_SIZE, Figure, standalone
from charts.outlines import SVG, TEXT
from charts.text import wrap
from charts.theme import LIGHT, SANS, Colours

WIDTH = 880
"""Pixels that a picture is wide, where names have the room that they have on a wide page."""

_LINE = 17
_GAP = 10
_MOST_LINES = 1_000


def sheet(chart: Figure, notes: Sequence[str], footer: str, colours: Colours = LIGHT, width: int = WIDTH) -> ET.Element:
    """`chart` over `notes`, each beginning a line, and over a rule the `footer`; all texts are whole.

    The picture is `width` pixels wide and as high as it takes.
    """
    picture = drawn(standalone(chart, width, colours))
    across, top = (float(picture.get(name, "0")) for name in ("width", "height"))
    bottom = top
    for note in notes:
        bottom = _write(picture, note, bottom, across, colours.ink)
    _rule(picture, bottom + _GAP, across, colours.grid)
    bottom = _write(picture, footer, bottom + 2 * _GAP, across, colours.faint)
    _stretch(picture, across, bottom + PADDING)
    return picture


def _write(picture: ET.Element, text: str, top: float, width: float, colour: str) -> float:
    """Write `text` from `top` on downwards; where it ends."""
    for line in wrap(text, width - 2 * PADDING, SMALL_SIZE, _MOST_LINES):
        top += _LINE
        place = {"transform": f"translate({PADDING},{top:g})", "text-anchor": "start"}
        style = {"font-family": SANS, "font-size": f"{SMALL_SIZE}px", "fill": colour}
        ET.SubElement(picture, TEXT, {**place, **style}).text = line
    return top


def _rule(picture: ET.Element, at: float, width: float, colour: str) -> None:
    path = {"d": f"M{PADDING},{at:g}H{width - PADDING:g}", "stroke": colour}
    ET.SubElement(picture, f"{{{SVG}}}path", path)


def _stretch(picture: ET.Element, width: float, height: float) -> None:
    """Let the picture, and the paper behind it, reach to `height`."""
    picture.set("height", f"{height:g}")
    picture.set("viewBox", f"0 0 {width:g} {height:g}")
    paper = picture.find(f"{{{SVG}}}rect")
    if paper is not None:
        paper.set("height", f"{height:g}")

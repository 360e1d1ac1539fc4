"""Picture: a figure as a file that explains itself, for paper or for slides."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Literal

from charts.drawing import png as png_of
from charts.drawing import svg as svg_of
from charts.outlines import SVG
from charts.sheet import sheet
from charts.theme import DARK, LIGHT
from figures.figure import Figure
from figures.reading import Reading
from figures.stated import PROGRAM, Statement, stated

Mode = Literal["light", "dark"]
_COLOURS = {"light": LIGHT, "dark": DARK}


def svg(reading: Reading, figure: Figure, mode: Mode = "light") -> str:
    """`figure` as SVG with what it says of itself, its title and description for screen readers among it."""
    said = stated(reading, figure)
    picture = _sheet(figure, said, mode)
    picture.set("role", "img")
    for place, (name, text) in enumerate((("title", said.title), ("desc", said.alternative))):
        element = ET.Element(f"{{{SVG}}}{name}")
        element.text = text
        picture.insert(place, element)
    return svg_of(picture)


def png(reading: Reading, figure: Figure, mode: Mode = "light", scale: int = 2) -> bytes:
    """`figure` as PNG with what it says of itself, printed and as texts within the file."""
    said = stated(reading, figure)
    about = {"Title": said.title, "Description": said.caption, "Software": PROGRAM, "Source": said.source}
    return png_of(_sheet(figure, said, mode), scale, about)


def _sheet(figure: Figure, said: Statement, mode: Mode) -> ET.Element:
    return sheet(figure.chart, [said.scope, *said.legend], said.source, _COLOURS[mode])

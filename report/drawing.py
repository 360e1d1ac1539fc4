"""Drawing: a figure as a part of a document."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import charts
from charts.drawing import drawn as drawn_of
from charts.inset import inset
from charts.theme import LIGHT
from figures import bursts
from figures.figure import Drawn, Figure, Missing
from figures.reading import Reading
from figures.stated import stated
from report.document import Block, Bullets, Paragraph, Picture, plain

WIDE = 720
NARROW = 380

_PAPER = replace(LIGHT, paper="#ffffff")


def picture(reading: Reading, drawn: Drawn, *, key: str = "", width: int = WIDE) -> Picture | Paragraph:
    """A figure `width` pixels wide, under its own key or `key`; why there is none, where there is none."""
    if isinstance(drawn, Missing):
        return Paragraph(plain(drawn.reason))
    title, subtitle = charts.heading_of(drawn.chart)
    spec = inset(drawn.chart, width, _PAPER)
    svg = ET.tostring(drawn_of(spec), encoding="unicode")
    return Picture(key or drawn.key, title, subtitle, stated(reading, drawn).alternative, svg, spec, drawn)


def explained(reading: Reading, drawn: Drawn) -> list[Block]:
    """A figure with what else a reader should know of it below: what was left out, and what its numbers stand for."""
    shown: list[Block] = [picture(reading, drawn)]
    if isinstance(drawn, Figure):
        if drawn.beside:
            shown.append(Paragraph(plain(drawn.beside), "small"))
        numbered = bursts.numbered(drawn.bursts)
        if numbered:
            shown.append(Bullets(tuple(plain(bursts.said(reading, one)) for one in numbered), is_numbered=True))
            shown.append(Paragraph(plain(bursts.METHOD), "small"))
    return shown

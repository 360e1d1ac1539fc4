"""Outlines: an SVG whose texts are the outlines of their glyphs, each drawn once and used wherever it stands."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from copy import deepcopy
from typing import NamedTuple

from charts.fonts import EM
from charts.lettering import Line, outline, set_line

SVG = "http://www.w3.org/2000/svg"
TEXT = f"{{{SVG}}}text"
_PIECE, _GROUP, _PATH, _USE, _SHAPES = (f"{{{SVG}}}{name}" for name in ("tspan", "g", "path", "use", "defs"))
_LINK = "http://www.w3.org/1999/xlink"

_BOLD = 600
_WEIGHTS = {"normal": 400, "bold": 700}
# How much of a line stands left of its place.
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_OF_TEXT = ("font-family", "font-size", "font-weight", "font-style", "text-anchor")
_SIZE = 11

ET.register_namespace("", SVG)
ET.register_namespace("xlink", _LINK)


def outlined(picture: ET.Element, *, with_texts: bool) -> ET.Element:
    """A copy of `picture` with outlines for texts.

    `with_texts`: the texts stand upon them, unseen, to be searched, copied and read out.
    """
    copy, shapes = deepcopy(picture), ET.Element(_SHAPES)
    known = set[str]()
    for text in list(copy.iter(TEXT)):
        lines = _lines(text)
        for line in lines:
            _add_shapes(line.set, shapes, known)
        _outline(text, lines, with_text=with_texts)
    copy.insert(0, shapes)
    return copy


class _Placed(NamedTuple):
    """A line of a text, and how far it stands below its first one."""

    set: Line
    down: float


def _lines(text: ET.Element) -> list[_Placed]:
    """The lines of `text`: itself, or the pieces in it that stand below each other."""
    weight = text.get("font-weight", "normal")
    is_bold = int(_WEIGHTS.get(weight, weight)) >= _BOLD
    is_serif = "Serif" in text.get("font-family", "")
    lines, down = list[_Placed](), 0.0
    for part in text.findall(_PIECE) or [text]:
        down += float(part.get("dy", 0))
        lines.append(_Placed(set_line(part.text or "", is_serif=is_serif, is_bold=is_bold), down))
    return lines


def _add_shapes(line: Line, shapes: ET.Element, known: set[str]) -> None:
    for glyph in line.glyphs:
        if glyph.name not in known:
            known.add(glyph.name)
            ET.SubElement(shapes, _PATH, {"id": glyph.name, "d": outline(glyph)})


def _outline(text: ET.Element, lines: list[_Placed], *, with_text: bool) -> None:
    """Make `text` a group of glyphs."""
    unseen, style = deepcopy(text), dict(text.attrib)
    text.clear()
    text.tag = _GROUP
    text.attrib.update({name: value for name, value in style.items() if name not in _OF_TEXT})
    for line in lines:
        text.append(_group(line, style))
    if with_text and "stroke" not in style:
        unseen.attrib = {name: value for name, value in style.items() if name in _OF_TEXT} | {"fill-opacity": "0"}
        text.append(unseen)


def _group(line: _Placed, style: Mapping[str, str]) -> ET.Element:
    """The glyphs of a line that begins where its anchor asks."""
    scale = float(style.get("font-size", f"{_SIZE}px").removesuffix("px")) / EM
    left = -line.set.width * scale * _BEFORE[style.get("text-anchor", "start")]
    group = ET.Element(_GROUP, {"transform": f"translate({left:.2f},{line.down:g}) scale({scale:g},{-scale:g})"})
    if "stroke-width" in style:
        group.set("stroke-width", f"{float(style['stroke-width']) / scale:g}")
    for glyph in line.set.glyphs:
        place = {name: f"{value:g}" for name, value in (("x", glyph.x), ("y", glyph.y)) if value}
        ET.SubElement(group, _USE, {f"{{{_LINK}}}href": f"#{glyph.name}", **place})
    return group

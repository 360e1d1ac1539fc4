"""Drawing: a chart as a picture, without a browser and without a network; the one home of vl-convert."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import Any

from charts import fonts
from charts.outlines import outlined

_PNG_HEAD = 33
"""Bytes of the signature of a PNG and its first chunk; others may stand behind them."""


def drawn(spec: Mapping[str, Any]) -> ET.Element:
    """The Vega-Lite chart `spec` as SVG with its texts."""
    text = _converter().vegalite_to_svg(dict(spec), allowed_base_urls=[])
    return ET.fromstring(text)  # noqa: S314 - vl-convert wrote it, and writes no entities


def svg(picture: ET.Element) -> str:
    """The file of `picture`: its texts are outlines, and stand unseen upon them to be searched, copied and read out."""
    return ET.tostring(outlined(picture, with_texts=True), encoding="unicode")


def png(picture: ET.Element, scale: int, about: Mapping[str, str] | None = None) -> bytes:
    """`picture` as PNG, `scale` times as many pixels as it is wide; `about` is written into it as texts by keyword."""
    lettered = ET.tostring(outlined(picture, with_texts=False), encoding="unicode")
    pixels: bytes = _converter().svg_to_png(lettered, scale=scale)
    texts = b"".join(_chunk(b"iTXt", _international(keyword, text)) for keyword, text in (about or {}).items())
    return pixels[:_PNG_HEAD] + texts + pixels[_PNG_HEAD:]


@cache
def live_script() -> str:
    """What draws Vega-Lite charts in a browser, as `vegaEmbed`: a script that loads nothing."""
    script: str = _converter().javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return script


@cache
def _converter() -> ModuleType:
    # Loaded when it is first needed: it brings a whole JavaScript engine along.
    import vl_convert

    for folder in fonts.FOLDERS:
        vl_convert.register_font_directory(str(folder))
    return vl_convert


def _international(keyword: str, text: str) -> bytes:
    """What a chunk of Unicode text holds, uncompressed (PNG, third edition, 11.3.3.4)."""
    return keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")


def _chunk(kind: bytes, held: bytes) -> bytes:
    return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

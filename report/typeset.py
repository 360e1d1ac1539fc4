"""Typeset: a document as PDF and as PNG pages, by Typst, which needs no browser and no network."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from charts.fonts import FOLDERS
from report.document import Report, as_data, runs_backwards

Paper = Literal["a4", "letter"]

_SERIF = ["Source Serif Pro", "Libertinus Serif"]
_OTHERS = ["Source Sans Pro", "Noto Sans", "Noto Sans CJK JP", "Noto Emoji"]
_TEMPLATE = Path(__file__).with_name("template.typ")
_PAPERS: dict[Paper, str] = {"a4": "a4", "letter": "us-letter"}
# What PDF/UA asks of a document, and screen readers with it: tags, a title, a language, a text for each figure.
_STANDARDS = ["ua-1"]
_LONG_WORD = re.compile(r"\S{36,}")
_PIECE = 24
_LONG_TITLE = 60
_SIZES = (30, 22)


def pdf(report: Report, paper: Paper = "a4") -> bytes:
    """The report as one PDF, tagged, with bookmarks; of PDF/UA-1 where all its signs have a glyph.

    The same report gives the same bytes.
    """
    import typst

    compiler, stamp = _compiler(report, paper), _instant(report.stamp)
    try:
        found = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=stamp)
    except typst.TypstError:
        # A sign that no font can draw: the standard forbids the box that stands for it.
        found = compiler.compile(format="pdf", timestamp=stamp)
    return _one(found)


def pages(report: Report, paper: Paper = "a4", *, pixels_per_inch: int = 144) -> list[bytes]:
    """The pages of the report, each as a PNG."""
    found = _compiler(report, paper).compile(format="png", ppi=pixels_per_inch)
    return list(found) if isinstance(found, list) else [_one(found)]


def _one(found: bytes | list[bytes] | None) -> bytes:
    return found if isinstance(found, bytes) else b"".join(found or ())


def _compiler(report: Report, paper: Paper) -> Any:
    import typst

    look = {
        "paper": _PAPERS[paper],
        "fonts": [*_SERIF, *_OTHERS],
        "mono": ["DejaVu Sans Mono", *_OTHERS],
        "title": _SIZES[len(report.title) > _LONG_TITLE],
    }
    return typst.Compiler(
        _TEMPLATE,
        font_paths=list(FOLDERS),
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_settable(as_data(report))), "look": json.dumps(look)},
    )


def _instant(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp).replace(tzinfo=UTC)


def _settable(value: Any) -> Any:
    """The data of a document as the template takes them: words that would leave the page can break, and what runs
    from right to left says so."""
    if isinstance(value, list):
        return [_settable(each) for each in value]
    if isinstance(value, str):
        return _breakable(value)
    if not isinstance(value, dict):
        return value
    if value["kind"] == "picture":
        return {name: each if name == "svg" else _settable(each) for name, each in value.items()}
    said = value.get("headline", "".join(run["text"] for run in value.get("line", ())))
    return {name: _settable(each) for name, each in value.items()} | {"backwards": runs_backwards(said)}


def _breakable(text: str) -> str:
    """`text` without signs that cannot be set, and with places to break in words that are longer than any word."""
    kept = "".join(
        sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn")
    )
    return _LONG_WORD.sub(lambda found: _pieces(found.group()), kept)


def _pieces(word: str) -> str:
    return "\u200b".join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))

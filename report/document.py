"""Document: what a report says and in which order, for whatever it is written as.

Everything is plain text and numbers: what stands in an article, a note or a table is never markup of anything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from figures.figure import Figure

# What only a live chart needs, and a file of its table.
_OF_CHARTS = ("spec", "figure")

Style = Literal["", "strong", "emphasis", "code", "mark"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one style; `link` is where it leads, "" for nowhere."""

    text: str
    style: Style = ""
    link: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text. A "lead" opens a section, what is "small" stands below something else."""

    line: Line
    role: Literal["", "lead", "small"] = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered or not."""

    lines: tuple[Line, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that keep their blanks."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of an article, and whose it is."""

    line: Line
    source: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `rows` of cells as they are read; `is_number` says of each column whether it stands at the right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_number: tuple[bool, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: drawn (`svg`), live (`spec`, of Vega-Lite), and in words.

    `key` is its name among files, `figure` what it was drawn of.
    """

    key: str
    title: str
    caption: str
    alternative: str
    svg: str
    spec: Mapping[str, Any]
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the numbers carry: said in one line, on which `basis`, with the sentences that show it, and a figure."""

    number: int
    line: Line
    basis: str
    quotes: tuple[Quote, ...]
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its headline, what is known of it, and its text or sentences of it, the telling ones marked."""

    headline: str
    about: str
    blocks: tuple[Paragraph | Quote, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """What stands apart from the text."""

    title: str
    blocks: tuple[Paragraph | Bullets, ...]


Block = Paragraph | Heading | Bullets | Code | Quote | Grid | Picture | Finding | Article | Box


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report, by its key in links and addresses."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report.

    Attributes:
        title: What it is called.
        deck: What it is about, in a sentence: how many articles, from whom, of which days.
        selection: What is selected, in words; "" for everything.
        made_on: The day that it states as its own, as it is read; `stamp` is the same in ISO 8601.
        source: Program, version and fingerprint, as every page states them.
        front: What the first page has: the findings, and the box of what was removed, not read or not dated.
        sections: The rest, in order.
    """

    title: str
    deck: str
    selection: str
    made_on: str
    stamp: str
    source: str
    front: tuple[Block, ...]
    sections: tuple[Section, ...]


def plain(text: str) -> Line:
    """A line of nothing but `text`."""
    return (Run(text),)


def text_of(line: Line) -> str:
    """What a line says, without its styles."""
    return "".join(run.text for run in line)


def runs_backwards(text: str) -> bool:
    """Whether a paragraph of `text` runs from right to left: by its first letter that has a direction (UAX 9)."""
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


def as_data(value: Any) -> Any:
    """`value` as JSON has it; parts of a document are objects with their `kind`.

    What a chart is made of is left out.
    """
    if is_dataclass(value):
        names = [each.name for each in fields(value) if each.name not in _OF_CHARTS]
        parts = {name: as_data(getattr(value, name)) for name in names}
        return {"kind": type(value).__name__.lower(), **parts}
    if isinstance(value, tuple | list):
        return [as_data(each) for each in value]
    return value


def pictures_of(report: Report) -> list[Picture]:
    """The figures of a report, those of findings too, in their order."""
    blocks = (block for part in (report.front, *(section.blocks for section in report.sections)) for block in part)
    shown = (block.picture if isinstance(block, Finding) else block for block in blocks)
    return [block for block in shown if isinstance(block, Picture)]


def figures_of(report: Report) -> list[tuple[str, Figure]]:
    """What the figures of a report were drawn of, each with its key."""
    return [(shown.key, shown.figure) for shown in pictures_of(report) if shown.figure is not None]

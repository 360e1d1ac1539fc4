"""Lettering: texts as the outlines of their glyphs, which look the same on every machine.

What runs from right to left is put in order as Unicode's bidirectional algorithm (UAX 9) does it for a line that runs
from left to right without embeddings, the only lines there are in a drawing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from charts.fonts import Font, fonts, fonts_of

_FROM_RIGHT = ("R", "AL")
_NUMBER = ("EN", "AN")


class Glyph(NamedTuple):
    """A glyph of `font` by its number, and where it stands from the beginning of the text; y runs upwards.

    Lengths are in units of the em, `fonts.EM` of them.
    """

    font: Font
    number: int
    x: float
    y: float

    @property
    def name(self) -> str:
        """What tells its outline from others."""
        return f"{self.font.name}-{self.number}"


class Line(NamedTuple):
    """The glyphs of a line of text from left to right, and how wide it is."""

    glyphs: Sequence[Glyph]
    width: float


@lru_cache(maxsize=4096)
def set_line(text: str, *, is_serif: bool = False, is_bold: bool = False) -> Line:
    """`text` as glyphs, each sign in the first font that has it."""
    glyphs, x = list[Glyph](), 0.0
    for piece, font, is_from_right in _pieces(text, fonts(is_serif=is_serif, is_bold=is_bold)):
        for number, dx, dy, advance in _shaped(piece, font, is_from_right=is_from_right):
            glyphs.append(Glyph(font, number, x + dx, dy))
            x += advance
    return Line(glyphs, x)


def outline(glyph: Glyph) -> str:
    """The outline of `glyph` as SVG path data; y runs upwards."""
    return _outline(glyph.font, glyph.number)


@lru_cache(maxsize=4096)
def _outline(font: Font, number: int) -> str:
    steps: list[str] = []

    def _step(letter: str) -> object:
        return lambda *places: steps.append(letter + ",".join(f"{place:g}" for place in places[:-1]))

    draw = hb.DrawFuncs()
    draw.set_move_to_func(_step("M"))
    draw.set_line_to_func(_step("L"))
    draw.set_quadratic_to_func(_step("Q"))
    draw.set_cubic_to_func(_step("C"))
    draw.set_close_path_func(lambda _: steps.append("Z"))
    font.shaper.draw_glyph(number, draw, None)
    return "".join(steps)


def _shaped(text: str, font: Font, *, is_from_right: bool) -> list[tuple[int, float, float, float]]:
    """The glyphs of `text` from left to right: number, shift to the right and upwards, advance."""
    line = hb.Buffer()
    line.add_str(text)
    line.guess_segment_properties()
    line.direction = "rtl" if is_from_right else "ltr"
    # Not what the machine's settings say.
    line.language = "und"
    hb.shape(font.shaper, line)
    placed = zip(line.glyph_infos, line.glyph_positions, strict=True)
    return [(one.codepoint, at.x_offset, at.y_offset, at.x_advance) for one, at in placed]


def _pieces(text: str, among: Sequence[Font]) -> list[tuple[str, Font, bool]]:
    """`text` in pieces of one font and one direction, from left to right, each with whether it runs from the right."""
    levels = _levels(text)
    signs = list(zip(levels, fonts_of(text, among), text, strict=True))
    pieces = [
        (level, font, "".join(sign for _, _, sign in group))
        for (level, font), group in groupby(signs, key=lambda one: one[:2])
    ]
    for least in (2, 1):
        pieces = [
            piece
            for is_turned, group in groupby(pieces, key=lambda one, least=least: one[0] >= least)  # type: ignore[misc]
            for piece in (reversed(list(group)) if is_turned else group)
        ]
    return [(text, font, level == 1) for level, font, text in pieces]


def _levels(text: str) -> list[int]:
    """The level of each sign: 0 from left to right, 1 from right to left, 2 for numbers in what runs from the right."""
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    levels, strong = list[int | None](), "L"
    for kind in kinds:
        strong = kind if kind in ("L", *_FROM_RIGHT) else strong
        levels.append(_own_level(kind, strong, levels[-1] if levels else 0))
    return _with_neutrals(levels)


def _own_level(kind: str, strong: str, before: int | None) -> int | None:
    """The level of a sign of this `kind` behind the last `strong` one; None for a neutral one."""
    if kind in ("L", *_FROM_RIGHT):
        return int(kind != "L")
    if kind in _NUMBER:
        return 2 if strong != "L" else 0
    return before if kind == "NSM" else None


def _with_neutrals(levels: Sequence[int | None]) -> list[int]:
    """Neutral signs run as what is on both sides of them, else from left to right."""
    found, before = list[int](), 0
    for level, group in groupby(levels):
        run = list(group)
        if level is None:
            rest = levels[len(found) + len(run) :]
            after = (rest[0] or 0) if rest else 0
            level = 1 if before and after else 0
        found += [level] * len(run)
        before = level
    return found

"""Fonts: what pictures and reports are set in, so that every sign has a glyph whatever a machine has.

They come as packages from the index: Source Sans and Source Serif, which the dashboard is set in too, and Noto Sans for
the scripts that these lack. Chinese, Japanese and Korean share one font, in the forms that Japanese gives its signs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb

FOLDERS = tuple(
    Path(str(files(package))) / folder
    for package, folder in (
        ("font_source_sans_pro", "files"),
        ("font_source_serif_pro", "files"),
        ("manimgx_fonts", ""),
        ("noto_cjk_sans_jp_regular", ""),
    )
)
"""The folders with the files of all fonts."""

EM = 1000
"""Units of an em, in all fonts."""

_BOLD = 600
# Signs that take the font of what they stand with, if it has them: marks, blanks, digits, punctuation, symbols.
_FOLLOWING = frozenset("MZNPS")


@dataclass(frozen=True)
class Font:
    """One weight of a font; one whose file holds all weights is set to that."""

    path: Path
    weight: int

    @cached_property
    def shaper(self) -> hb.Font:
        """What places and draws its glyphs, in units of which `EM` are one em."""
        font = hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path))))
        font.scale = (EM, EM)
        font.set_variations({"wght": self.weight})
        return font

    @cached_property
    def signs(self) -> frozenset[int]:
        """The code points that it has glyphs for."""
        return frozenset(self.shaper.face.unicodes)

    @property
    def is_pictures(self) -> bool:
        """Whether it is of emoji: its digits and blanks are for these alone."""
        return self.path.name.startswith("NotoEmoji")

    @property
    def name(self) -> str:
        """What tells it from the others, in letters, digits and hyphens."""
        return f"{self.path.stem.partition('[')[0]}-{self.weight}"


@cache
def fonts(*, is_serif: bool = False, is_bold: bool = False) -> Sequence[Font]:
    """The fonts that texts are set in, those that are asked first before the others."""
    weight = _BOLD if is_bold else 400
    sans, serif, scripts, cjk = FOLDERS
    own = (serif / "SourceSerifPro", sans / "SourceSansPro") if is_serif else (sans / "SourceSansPro",)
    name = "Semibold" if is_bold else "Regular"
    upright = sorted(path for path in scripts.glob("*.ttf") if "Italic" not in path.name)
    paths = [*(Path(f"{start}-{name}.ttf") for start in own), *upright, *cjk.glob("*.otf")]
    return sorted((Font(path, weight) for path in paths), key=lambda font: font.is_pictures)


def fonts_of(text: str, among: Sequence[Font]) -> list[Font]:
    """For each sign of `text` the first of `among` that has it; for one that none has the first of all."""
    found, now = list[Font](), among[0]
    for sign in text:
        if not _follows(sign, now):
            now = next((font for font in among if ord(sign) in font.signs), among[0])
        found.append(now)
    return found


def _follows(sign: str, now: Font) -> bool:
    """Whether `sign`, behind one that is set in the font `now`, is set in that too."""
    if _is_formatting(sign):
        return True
    return unicodedata.category(sign)[0] in _FOLLOWING and ord(sign) in now.signs and not now.is_pictures


def _is_formatting(sign: str) -> bool:
    """Whether it is a joiner, a selector or a control, which need no glyph of their own."""
    return unicodedata.category(sign) in ("Cf", "Cc") or 0xFE00 <= ord(sign) <= 0xFE0F

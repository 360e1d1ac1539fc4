"""Exports: one text that holds many articles, as Nexis, Factiva and ProQuest save them.

Every line of the text belongs to one article. What a label says becomes a field, and its line is named as taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from analysis.sources.exports import factiva, nexis, nexis_uni, proquest
from analysis.sources.exports.part import Part

__all__ = ["Part", "is_export", "is_unsplit", "needs_blank_lines", "split_export"]

_OPENING = 2_000
_COVER = re.compile(
    r"^[ \t\f]*(User Name|Date and Time|Job Number|Documents(?= ?\(\d+\))|Download Request|Time Of Request"
    r"|Report Information from ProQuest|Table of contents|Search Summary)\b",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_ON_COVER = 2

# For each layout what sees its marks, and what splits a text that has them.
_LAYOUTS: tuple[tuple[Callable[[str], bool], Callable[[str], Sequence[Part]]], ...] = (
    (nexis.has_marks, nexis.split),
    (nexis_uni.has_marks, nexis_uni.split),
    (proquest.has_marks, proquest.split),
    (factiva.has_marks, factiva.split),
)


def is_export(text: str) -> bool:
    """Whether `text` has the marks of an export."""
    return any(has_marks(text) for has_marks, _ in _LAYOUTS)


def split_export(text: str) -> Sequence[Part]:
    """The articles of an export, in their order; none if `text` is no export, or would be cut wrongly.

    It would be where most of its articles were left without any text.
    """
    parts = next((split(text) for has_marks, split in _LAYOUTS if has_marks(text)), ())
    return parts if 2 * sum(part.has_text() for part in parts) >= len(parts) else ()


def needs_blank_lines(text: str) -> bool:
    """Whether `text` is of a layout in which only blank lines divide what belongs together."""
    return nexis.has_marks(text)


def is_unsplit(text: str) -> bool:
    """Whether `text`, which is split into no articles, has the marks or the cover of an export of many."""
    return is_export(text) or len(set(map(str.lower, _COVER.findall(text[:_OPENING])))) >= _FEWEST_ON_COVER

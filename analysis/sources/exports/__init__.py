"""Exports: one text that holds many articles, as Nexis, Factiva and ProQuest save them.

Every line of the text belongs to one article. What a label says becomes a field, and its line is named as taken.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.sources.exports import factiva, nexis, nexis_uni, proquest
from analysis.sources.exports.part import Part

__all__ = ["Part", "is_export", "split_export"]

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
    """The articles of an export, in their order; none if `text` is no export."""
    return next((split(text) for has_marks, split in _LAYOUTS if has_marks(text)), ())

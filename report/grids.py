"""Grids: frames as tables of a document, their numbers and days written as the charts write them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from pandas.api.types import is_numeric_dtype

from charts.numbers import Style
from figures import words
from figures.tables import texts_of
from report.document import Grid

_LONGEST = 120


def grid(
    frame: pd.DataFrame,
    title: str = "",
    *,
    most: int = 12,
    styles: Mapping[str, Style] | None = None,
    note: str = "",
) -> Grid:
    """The first `most` rows of `frame`; what is left out is said in the note."""
    shown = frame.head(most)
    cut = f"The first {len(shown):,} of {len(frame):,} rows." if len(frame) > len(shown) else ""
    columns = [texts_of(shown[name], (styles or {}).get(str(name))) for name in shown]
    return Grid(
        title,
        tuple(map(str, shown.columns)),
        tuple(tuple(words.shorten(cell, _LONGEST) for cell in row) for row in zip(*columns, strict=True)),
        tuple(is_numeric_dtype(shown[name].dtype) for name in shown),
        " ".join(filter(None, (cut, note))),
    )

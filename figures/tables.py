"""Tables: the cells of a frame as the charts write their numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_datetime64_any_dtype, is_float_dtype, is_integer_dtype

from charts.numbers import Style, number_text
from figures import words

NOTHING = ""
"""What stands for what is missing."""


def writer(column: pd.Series, style: Style | None = None) -> Callable[[object], str] | None:
    """What writes the numbers or days of `column`, in `style` if one is named; None for texts and truths.

    By default shares ("share" in the name) are written in per cent, other fractions with two decimals, whole numbers as
    counts; what is missing stays blank.
    """
    if is_datetime64_any_dtype(column):
        return _day
    if is_bool_dtype(column) or not (is_integer_dtype(column) or is_float_dtype(column)):
        return None
    return partial(_number, style=style or _style_of(column))


def texts_of(column: pd.Series, style: Style | None = None) -> list[str]:
    """Each cell of `column` as a text, as `writer` writes it; truths are "yes" and "no"."""
    write = writer(column, style) or _text
    return [write(cell) for cell in column]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return NOTHING if pd.isna(value) else str(value)


def _day(moment: Any) -> str:
    return NOTHING if pd.isna(moment) else words.day(moment)


def _style_of(column: pd.Series) -> Style:
    if "share" in str(column.name):
        return "share"
    is_whole = is_integer_dtype(column) or bool((column.dropna() % 1 == 0).all() and column.abs().max() > 1)
    return "count" if is_whole else "ratio"


def _number(value: object, style: Style) -> str:
    return NOTHING if pd.isna(value) else number_text(value, style)

"""Tables: frames with their numbers and days written as the charts write them, and still sorted as what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_datetime64_any_dtype, is_float_dtype, is_integer_dtype
from pandas.io.formats.style import Styler

from charts.numbers import Style, number_text
from figures import words

_NOTHING = ""
# Beyond these rows writing takes longer than reading would.
_MOST_ROWS = 1_000


def written(frame: pd.DataFrame, styles: Mapping[str, Style] | None = None) -> pd.DataFrame | Styler:
    """`frame` for `st.dataframe`, its numbers written in the style that `styles` names for their column.

    By default shares ("share" in the name) in per cent, other fractions with two decimals, whole numbers as counts;
    what is missing stays blank. A frame without fractions, or of more than 1,000 rows, comes back as it is.
    """
    if len(frame) > _MOST_ROWS or not any(is_float_dtype(kind) for kind in frame.dtypes):
        return frame
    unique = frame.reset_index(drop=True)
    writers = {name: _writer(unique[name], (styles or {}).get(str(name))) for name in unique}
    return unique.style.format({name: writer for name, writer in writers.items() if writer}, na_rep=_NOTHING)


def _writer(column: pd.Series, style: Style | None) -> Callable[[object], str] | None:
    if is_datetime64_any_dtype(column):
        return _day
    if is_bool_dtype(column) or not (is_integer_dtype(column) or is_float_dtype(column)):
        return None
    return partial(_number, style=style or _style_of(column))


def _day(moment: Any) -> str:
    return _NOTHING if pd.isna(moment) else words.day(moment)


def _style_of(column: pd.Series) -> Style:
    if "share" in str(column.name):
        return "share"
    is_whole = is_integer_dtype(column) or bool((column.dropna() % 1 == 0).all() and column.abs().max() > 1)
    return "count" if is_whole else "ratio"


def _number(value: object, style: Style) -> str:
    return _NOTHING if pd.isna(value) else number_text(value, style)

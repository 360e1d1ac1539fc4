"""Tables: frames with their numbers and days written as the charts write them, and still sorted as what they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.types import is_float_dtype
from pandas.io.formats.style import Styler

from charts.numbers import Style
from figures.tables import NOTHING, writer

# Beyond these rows writing takes longer than reading would.
_MOST_ROWS = 1_000


def show(frame: pd.DataFrame, styles: Mapping[str, Style] | None = None, **more: Any) -> None:
    """Show `frame` as `written` gives it, missing cells blank; `more` is for `st.dataframe`."""
    st.dataframe(written(frame, styles), hide_index=True, placeholder=NOTHING, **more)


def written(frame: pd.DataFrame, styles: Mapping[str, Style] | None = None) -> pd.DataFrame | Styler:
    """`frame` for `st.dataframe`, its numbers written in the style that `styles` names for their column.

    They are those of `writer`. A frame without fractions, or of more than 1,000 rows, comes back as it is.
    """
    if len(frame) > _MOST_ROWS or not any(is_float_dtype(kind) for kind in frame.dtypes):
        return frame
    unique = frame.reset_index(drop=True)
    writers = {name: writer(unique[name], (styles or {}).get(str(name))) for name in unique}
    return unique.style.format({name: writer for name, writer in writers.items() if writer}, na_rep=NOTHING)

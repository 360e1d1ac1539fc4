"""Table popover: the button "Table" beside a chart; closed, it makes nothing of the table and sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from charts.numbers import Style
from figures import words
from ui import tables


@st.fragment
def show(
    key: str,
    table: Callable[[], pd.DataFrame],
    styles: Mapping[str, Style] | None = None,
    note: str = "",
    *,
    is_wide: bool = True,
) -> None:
    """A button that opens `table`, its numbers written as `styles` say, with `note` below it.

    To open it runs nothing but this: the page stays as it is.
    """
    with st.popover(
        "Table", key=f"{key}_opened", on_change="rerun", width="stretch" if is_wide else "content"
    ) as opened:
        if opened.open:
            tables.show(table(), styles, key=f"{key}_table")
            if note:
                st.caption(words.plain(note))

"""Figure menu: the button "Save" beside a chart: pictures that explain themselves, the table, a caption and a link."""

from __future__ import annotations

from functools import partial

import streamlit as st

from figures import picture, words
from figures.csv_export import csv_of
from figures.figure import Figure
from figures.picture import Mode
from figures.stated import stated
from ui import address
from ui.saving import save_button
from ui.view import View

_MODES: dict[Mode, str] = {"light": "Light, for paper", "dark": "Dark, for slides"}
_SCALES = (1, 2, 3)
_DIGITS = 8


@st.fragment
def show(view: View, figure: Figure, *, is_wide: bool = True) -> None:
    """A button that opens all that `figure` can be saved as; a file is made when it is asked for, and not before."""
    with st.popover(
        "Save", key=f"{figure.key}_saves", on_change="rerun", width="stretch" if is_wide else "content"
    ) as opened:
        if opened.open:
            _files(view, figure)
            _texts(view, figure)


def _files(view: View, figure: Figure) -> None:
    mode = st.segmented_control(
        "Picture",
        list(_MODES),
        default="light",
        format_func=_MODES.__getitem__,
        key=f"{figure.key}_mode",
        required=True,
    )
    name = f"{figure.key}-{view.bundle.fingerprint[:_DIGITS]}"
    with st.container(horizontal=True, key=f"{figure.key}_files"):
        for scale in _SCALES:
            made = partial(picture.png, view, figure, mode, scale)
            save_button(f"PNG {scale}×", made, f"{name}-{mode}-{scale}x.png", key=f"{figure.key}_png_{scale}")
        save_button("SVG", partial(_svg, view, figure, mode), f"{name}-{mode}.svg", key=f"{figure.key}_svg")
        save_button("Table (CSV)", partial(csv_of, figure.table), f"{name}.csv", key=f"{figure.key}_csv")


def _svg(view: View, figure: Figure, mode: Mode) -> bytes:
    return picture.svg(view, figure, mode).encode()


def _texts(view: View, figure: Figure) -> None:
    st.caption("Caption")
    st.code(words.isolated(stated(view, figure).caption), language=None, wrap_lines=True)
    st.caption("A link that makes this view again")
    st.code(address.link(), language=None, wrap_lines=True)

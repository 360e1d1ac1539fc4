"""Saving: a file that is made when a reader asks for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

import streamlit as st

_TYPES = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".jsonl": "application/x-ndjson",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".parquet": "application/vnd.apache.parquet",
    ".svg": "image/svg+xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}


def save_button(label: str, made: Callable[[], bytes], name: str, *, key: str, told: str | None = None) -> None:
    """A button that saves what `made` returns as a file called `name`; `told`: what a reader should know before.

    The file is made after the click, outside the run of the page. The click runs no page: a new run would take the
    maker away while the browser waits for its file.
    """
    st.download_button(
        label,
        data=made,
        file_name=name,
        mime=_TYPES[PurePath(name).suffix],
        key=key,
        help=told,
        on_click="ignore",
    )

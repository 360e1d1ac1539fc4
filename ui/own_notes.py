"""Own notes: where a reader's tags and notes are kept.

In the folder of the bundle where the collection is the reader's own; else in the session alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from analysis.bundle import NOTES, Bundle
from analysis.errors import NotesError
from analysis.notes import Notes, edit_notes, read_notes
from ui import collections

Edit = Callable[[Notes], Notes]


def outlast(place: collections.Place, bundle: Bundle) -> bool:
    """Whether notes on `bundle` are there in the next session as well."""
    return collections.may_change(place) and os.access(bundle.folder, os.W_OK)


def read(place: collections.Place, bundle: Bundle) -> tuple[Notes, str]:
    """What was noted; and what is wrong with it, if it cannot be read."""
    if not outlast(place, bundle):
        own: Notes | None = st.session_state.get(_key(bundle))
        return own or Notes(), ""
    try:
        return _stored(bundle.folder), ""
    except NotesError as error:
        return Notes(), collections.said(error)


def change(place: collections.Place, bundle: Bundle, edit: Edit) -> None:
    """Keep what `edit` makes of the notes.

    Raises:
        BroadsheetError: that cannot be done now.
    """
    if outlast(place, bundle):
        edit_notes(bundle, edit)
    else:
        st.session_state[_key(bundle)] = edit(read(place, bundle)[0])


def carry(place: collections.Place, bundle: Bundle, folder: Path) -> None:
    """Let a version of this collection that is the reader's own, at `folder`, begin with the notes made here.

    Raises:
        BroadsheetError: it cannot be written.
    """
    notes, _ = read(place, bundle)
    if notes.by_article:
        edit_notes(Bundle(folder, {}), lambda _: notes)


def _key(bundle: Bundle) -> str:
    return f"notes_{bundle.folder}"


def _stored(folder: Path) -> Notes:
    try:
        state = (folder / NOTES).stat()
    except OSError:
        return Notes()
    return _read(folder, state.st_mtime_ns, state.st_size)


@st.cache_resource(max_entries=8, show_spinner=False)
def _read(folder: Path, changed_at: int, n_bytes: int) -> Notes:
    del changed_at, n_bytes  # part of the cache key: a replaced file is another one
    return read_notes(folder)

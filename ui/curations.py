"""Curations: where a visitor's changes of the topics are kept.

In the folder of the bundle where the collection is the visitor's own; else for the session alone, over what its owner
changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import streamlit as st

from analysis.bundle import CURATION, Bundle
from analysis.curation import Curation, carry_over, curate, edit_curation, read_curation
from analysis.errors import CurationError
from ui import collections

Edit = Callable[[Curation], Curation]


class Home(Protocol):
    """Where changes are kept; `outlasts` says whether they are there in the next session as well."""

    @property
    def outlasts(self) -> bool: ...

    def read(self) -> Curation:
        """What was changed.

        Raises:
            CurationError: it cannot be read.
        """
        ...

    def change(self, edit: Edit) -> None:
        """Keep what `edit` makes of it.

        Raises:
            BroadsheetError: that cannot be done now.
        """
        ...


@dataclass(frozen=True, slots=True)
class FileHome:
    """The file beside the tables."""

    bundle: Bundle
    outlasts = True

    def read(self) -> Curation:
        """As `Home` says."""
        return _stored(self.bundle.folder)

    def change(self, edit: Edit) -> None:
        """As `Home` says."""
        edit_curation(self.bundle, edit)


@dataclass(frozen=True, slots=True)
class SessionHome:
    """The session; it begins with what the file says."""

    bundle: Bundle
    outlasts = False

    def read(self) -> Curation:
        """As `Home` says."""
        own: Curation | None = st.session_state.get(self._key)
        return _stored(self.bundle.folder) if own is None else own

    def change(self, edit: Edit) -> None:
        """As `Home` says."""
        st.session_state[self._key] = edit(curate(self.bundle, self._read_or_empty()).curation)

    def _read_or_empty(self) -> Curation:
        try:
            return self.read()
        except CurationError:
            return Curation()

    @property
    def _key(self) -> str:
        return f"curation_{self.bundle.folder}"


def home(place: collections.Place, bundle: Bundle) -> Home:
    """Where changes of the topics of `bundle` are kept."""
    is_file = collections.may_change(place) and os.access(bundle.folder, os.W_OK)
    return FileHome(bundle) if is_file else SessionHome(bundle)


def read(place: collections.Place, bundle: Bundle) -> tuple[Curation, str]:
    """What was changed of the topics of `bundle`; and what is wrong with it, if it cannot be read."""
    try:
        return home(place, bundle).read(), ""
    except CurationError as error:
        return Curation(), collections.said(error)


def carry(place: collections.Place, bundle: Bundle, folder: Path) -> None:
    """Let a version of this collection that is the visitor's own, at `folder`, go on from what was changed here.

    Raises:
        BroadsheetError: it cannot be written.
    """
    curation, trouble = read(place, bundle)
    if not trouble:
        carry_over(bundle, curation, folder)


def _stored(folder: Path) -> Curation:
    try:
        state = (folder / CURATION).stat()
    except OSError:
        return Curation()
    return _read(folder, state.st_mtime_ns, state.st_size)


@st.cache_resource(max_entries=8, show_spinner=False)
def _read(folder: Path, changed_at: int, n_bytes: int) -> Curation:
    del changed_at, n_bytes  # part of the cache key: a replaced file is another one
    return read_curation(folder)

"""Outdated: what stands in place of a collection that an older version built, with the button that renews it."""

from __future__ import annotations

import os

import streamlit as st

from analysis.errors import SettingsError
from analysis.manifest import read_manifest
from analysis.settings import Settings, settings_of
from figures import words
from ui import collections, making
from ui.collections import Place


def show(place: Place) -> None:
    """Say that the collection at `place` is of an older version; who may change it can have it analysed anew."""
    if not (collections.may_change(place) and os.access(place.folder, os.W_OK)):
        st.warning(
            "This collection was analysed by an older version of this program, and this one cannot read it. "
            "Whoever keeps it can analyse it anew: `python -m analysis build BUNDLE --out BUNDLE`."
        )
        return
    st.info(
        f"**{words.plain(place.name)}** was analysed by an older version of this program, and this one cannot read its "
        "tables. It keeps its articles as they were found: analyse them anew to go on. Tags, notes and changes of "
        "topics stay."
    )
    settings, trouble = _settings(place)
    if trouble:
        st.caption(words.plain(f"Its settings cannot be taken over, so that the default ones will hold: {trouble}."))
    if st.button("Analyse anew", type="primary", key="renew"):
        making.renew(place, settings)


def _settings(place: Place) -> tuple[Settings, str]:
    """The settings that the collection was built with; the default ones where they are none today, and why."""
    try:
        return settings_of(read_manifest(place.folder).get("settings", {})), ""
    except SettingsError as error:
        return Settings(), str(error)

"""Collections: which bundles there are, and which one the address names."""

from __future__ import annotations

import os
import re
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from analysis.bundle import Bundle, open_bundle
from analysis.errors import BundleError
from analysis.manifest import is_bundle
from ui import address, building

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "articles"
SAMPLE = "sample"
_OWN = "own"

# What an uploaded collection is called: nobody can guess it, and it names no other place.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class Place:
    """A collection: its name in the address, its name for people, and its folder."""

    key: str
    name: str
    folder: Path


def workspace() -> Path:
    """Where bundles are kept: BROADSHEET_WORKSPACE, else a folder of the project."""
    return Path(os.environ.get("BROADSHEET_WORKSPACE") or ROOT / "workspace")


def known() -> list[Place]:
    """The collections to choose from: the one that was given, the sample, and those of this session."""
    places = [Place(SAMPLE, "Sample collection", workspace() / SAMPLE)]
    if given := _given():
        places.insert(0, Place(_OWN, given.name, given))
    uploads: dict[str, str] = st.session_state.get("uploads", {})
    return places + [Place(key, name, upload_folder(key) / "bundle") for key, name in uploads.items()]


def current() -> Place:
    """The collection that the address names, or the first.

    Raises:
        BundleError: the address names none that is there.
    """
    key = address.value("collection")
    places = known()
    if not key:
        return places[0]
    for place in places:
        if place.key == key:
            return place
    if _TOKEN.fullmatch(key) and is_bundle(upload_folder(key) / "bundle"):
        return Place(key, "Uploaded collection", upload_folder(key) / "bundle")
    raise BundleError("The collection in this link is not on this server; it may have been private and is gone")


def address_of(place: Place) -> str:
    """How the address names a collection: not at all if it is the first."""
    return "" if place.key == known()[0].key else place.key


def open_current() -> tuple[Place, Bundle]:
    """The current collection, opened; the sample is built first if it is not there."""
    place = current()
    if place.key == SAMPLE:
        _ensure_sample(place.folder)
    manifest = open_bundle(place.folder).manifest
    return place, _open(place.folder, str(manifest["fingerprint"]), str(manifest["tables"]))


def new_upload() -> str:
    """A new name for an uploaded collection."""
    return secrets.token_urlsafe(16)


def upload_folder(key: str) -> Path:
    """Where the files and the bundle of an upload are."""
    return workspace() / "uploads" / key


def remember_upload(key: str, name: str) -> None:
    """Let this session choose an upload by its name."""
    st.session_state["uploads"] = {**st.session_state.get("uploads", {}), key: name}


def is_own(place: Place) -> bool:
    """Whether this session made the collection, and so may change it."""
    return place.key in st.session_state.get("uploads", {})


def may_change(place: Place) -> bool:
    """Whether what this session changes of the topics may stay with the collection: its own, or the one given."""
    return place.key == _OWN or is_own(place)


def _given() -> Path | None:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    text = arguments[0] if arguments else os.environ.get("BROADSHEET_BUNDLE", "")
    return Path(text).resolve() if text else None


def _ensure_sample(folder: Path) -> None:
    """Build the sample if there is none of this version; all visitors who come meanwhile watch the same build."""
    try:
        open_bundle(folder)
    except BundleError:
        place = st.empty()
        with place.container():
            st.info("Building the sample collection. This happens once and takes some seconds.")
            building.watch(building.start([SEEDS], folder))
        place.empty()


@st.cache_resource(max_entries=4, show_spinner="Opening the collection")
def _open(folder: Path, fingerprint: str, tables: str) -> Bundle:
    del fingerprint, tables  # part of the cache key: a rebuilt bundle is another bundle
    return open_bundle(folder)

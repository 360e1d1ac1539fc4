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
from analysis.errors import BroadsheetError, BundleError
from analysis.manifest import is_bundle
from analysis.validation import check_form, validate
from ui import address, building, hosting

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "articles"
SAMPLE = "sample"
_OWN = "own"

# What an uploaded collection is called: nobody can guess it, and it names no other place.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
# What a folder of a shared collection is called.
_SHARED = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,60}")


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
    """The collections to choose from: the one that was given, the sample, shared ones, and those of this session."""
    places = [Place(SAMPLE, "Sample collection", workspace() / SAMPLE), *_shared()]
    if given := _given():
        places.insert(0, Place(_OWN, given.name, given))
    return places + own()


def own() -> list[Place]:
    """The collections that this session made and that are still there."""
    uploads: dict[str, str] = st.session_state.get("uploads", {})
    places = [Place(key, name, upload_folder(key) / "bundle") for key, name in uploads.items()]
    return [place for place in places if is_bundle(place.folder)]


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
    if hosting.hosting().is_hosted and _TOKEN.fullmatch(key):
        raise BundleError("This collection was private and is gone")
    raise BundleError("The collection in this link is not on this server; it may have been private and is gone")


def address_of(place: Place) -> str:
    """How the address names a collection: not at all if it is the first."""
    return "" if place.key == known()[0].key else place.key


def open_current() -> tuple[Place, Bundle]:
    """The current collection, opened; the sample is built first if it is not there."""
    place = current()
    if place.key == SAMPLE:
        _ensure_sample(place.folder)
    if is_own(place):
        os.utime(place.folder.parent)  # what is used lately is kept longest
    opened = open_bundle(place.folder)
    check_form(opened)
    if hosting.hosting().is_hosted and not is_own(place):
        _validate(*opened.key)
    return place, _open(place.folder, opened.key[1], opened.key[2])


def new_upload() -> str:
    """A new name for an uploaded collection."""
    return secrets.token_urlsafe(16)


def upload_folder(key: str) -> Path:
    """Where the bundle of an upload is; on a hosted server below the folder of this session."""
    return _uploads() / key


def incoming() -> Path:
    """Where files that are given are until they are analysed."""
    return (_uploads() if hosting.hosting().is_hosted else workspace()) / "incoming"


def remember_upload(key: str, name: str) -> None:
    """Let this session choose an upload by its name."""
    st.session_state["uploads"] = {**st.session_state.get("uploads", {}), key: name}


def is_own(place: Place) -> bool:
    """Whether this session made the collection, and so may change it."""
    return place.key in st.session_state.get("uploads", {})


def may_change(place: Place) -> bool:
    """Whether what this session changes of the topics may stay with the collection: its own, or the one given.

    What was given to a hosted server is its host's.
    """
    return is_own(place) or (place.key == _OWN and not hosting.hosting().is_hosted)


def said(error: BroadsheetError | None) -> str:
    """What `error` says; to visitors of a hosted server without the paths of its folders."""
    text = str(error)
    if hosting.hosting().is_hosted:
        for folder in _folders():
            text = text.replace(f"{folder}/", "").replace(str(folder), "this server")
    return text


def _folders() -> list[Path]:
    """The folders that only the host knows, the inner ones first."""
    shared, given = hosting.hosting().shared, _given()
    folders = {_uploads(), workspace(), ROOT, *filter(None, [shared, given and given.parent])}
    return sorted(folders, key=lambda folder: -len(folder.parts))


def _uploads() -> Path:
    return hosting.private_folder(workspace()) if hosting.hosting().is_hosted else workspace() / "uploads"


def _shared() -> list[Place]:
    """The bundles in the folder that the host shares with all visitors."""
    folder = hosting.hosting().shared
    found = sorted(folder.iterdir()) if folder and folder.is_dir() else []
    return [
        Place(path.name, path.name, path)
        for path in found
        if _SHARED.fullmatch(path.name) and path.name not in (SAMPLE, _OWN) and is_bundle(path)
    ]


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


@st.cache_resource(max_entries=256, show_spinner="Checking the collection")
def _validate(folder: str, fingerprint: str, tables: str) -> None:
    """Read all of a bundle that strangers will open, once."""
    del fingerprint, tables  # cache key only
    validate(open_bundle(Path(folder)))


@st.cache_resource(max_entries=4, show_spinner="Opening the collection")
def _open(folder: Path, fingerprint: str, tables: str) -> Bundle:
    del fingerprint, tables  # part of the cache key: a rebuilt bundle is another bundle
    return open_bundle(folder)

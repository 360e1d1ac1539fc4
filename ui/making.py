"""Making: collections of this session, built before the visitor's eyes."""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.bundle import Bundle, open_bundle
from analysis.errors import BroadsheetError
from analysis.exports import unpack_archive
from analysis.manifest import is_bundle
from analysis.settings import Settings
from analysis.sources import Sources
from figures import words
from ui import address, building, collections, curations, hosting, own_notes

_GLANCE_SECONDS = 0.5


def analyse(
    paths: Sequence[Path],
    name: str,
    settings: Settings | None = None,
    finish: Callable[[Path], None] | None = None,
) -> None:
    """Build a new collection of this session from `paths` and show it; if that fails say why, and stay.

    Args:
        paths: Files and folders.
        name: What people call it.
        settings: Those of the build.
        finish: What is done to the folder of the new bundle before it is shown.
    """
    key = collections.new_upload()
    folder = collections.upload_folder(key)
    try:
        _check_number()
        _build(paths, folder / "bundle", settings)
        if finish:
            finish(folder / "bundle")
    except BroadsheetError as error:
        _say_failed(error, paths)
        return
    finally:
        if not is_bundle(folder / "bundle"):
            shutil.rmtree(folder, ignore_errors=True)
    collections.remember_upload(key, name)
    _show(key)


def take_over(content: bytes, name: str) -> None:
    """Make the bundle in the zip `content` a collection of this session, and show it; if that fails say why."""
    key = collections.new_upload()
    folder = collections.upload_folder(key) / "bundle"
    limits = hosting.hosting().limits
    most_bytes = limits.private_mb * 1_000_000 or Sources().archive_bytes
    try:
        _check_number()
        with st.spinner("Opening the collection"):
            bundle = unpack_archive(io.BytesIO(content), folder, most_bytes)
        if limits.articles and bundle.counts["articles"] > limits.articles:
            raise BroadsheetError(f"a collection of a visitor's may have at most {limits.articles:,} articles here")
    except BroadsheetError as error:
        shutil.rmtree(folder.parent, ignore_errors=True)
        _say_failed(error, [folder])
        return
    collections.remember_upload(key, name)
    _show(key)


def rebuild(place: collections.Place, bundle: Bundle, settings: Settings, more: Sequence[Path] = ()) -> None:
    """Build the collection that is shown anew, with `settings` and with what is at `more`, and show it.

    A collection of this session is replaced; of one that others see too, this session gets a version of its own, which
    goes on from the names, colours and changes of the topics that are shown.
    """
    paths = [bundle.folder, *more]
    if not collections.is_own(place):
        analyse(paths, f"{place.name}, own version", settings, partial(_carry, place, bundle))
        return
    try:
        _build(paths, place.folder, settings)
    except BroadsheetError as error:
        _say_failed(error, paths)
        return
    _show(place.key)


def renew(place: collections.Place, settings: Settings) -> None:
    """Build the collection at `place`, which may be of an older format, anew from its own items, and show it."""
    try:
        _build([place.folder], place.folder, settings)
    except BroadsheetError as error:
        _say_failed(error, [place.folder])
        return
    st.rerun()


def _carry(place: collections.Place, bundle: Bundle, folder: Path) -> None:
    """Let the version at `folder` go on from what the visitor changed and noted."""
    curations.carry(place, bundle, folder)
    own_notes.carry(place, bundle, folder)


def _check_number() -> None:
    most = hosting.hosting().limits.collections
    if most and len(collections.own()) >= most:
        raise BroadsheetError(
            f"you have {words.count(most, 'collection')} of your own, as many as a visitor may have here; "
            "remove one on this page first"
        )


def _build(paths: Sequence[Path], out: Path, settings: Settings | None) -> None:
    """Build while the visitor watches; what is left before it is ready ends, and changes nothing.

    Where visitors share a machine they wait for their turn, and what is read is limited.
    """
    limits = hosting.hosting().limits
    bounds = hosting.Bounds(limits.build_seconds, limits.build_memory_mb, limits.private_mb)
    place = st.empty()
    with hosting.QUEUE.turn(limits.builds, partial(_wait, place)):
        place.empty()
        build = building.start(paths, out, _limited(settings or Settings(), paths, limits), bounds)
        try:
            building.watch(build)
        finally:
            building.stop(build)


def _wait(place: DeltaGenerator, number: int) -> None:
    place.info(f"Other visitors' articles are being analysed. You are number {number} in the queue; stay on this page.")
    time.sleep(_GLANCE_SECONDS)


def _limited(settings: Settings, paths: Sequence[Path], limits: hosting.Limits) -> Settings:
    """`settings` that read no more articles than a collection may have, with those it has already.

    Raises:
        BroadsheetError: it has as many already.
    """
    if not limits.articles:
        return settings
    items = [open_bundle(path).counts for path in paths if is_bundle(path)]
    left = limits.articles - sum(counts["articles"] + counts["problems"] for counts in items)
    if left < 0 or (left == 0 and len(items) < len(paths)):
        raise BroadsheetError(f"a collection of a visitor's may have at most {limits.articles:,} articles here")
    sources = settings.sources
    return replace(settings, sources=replace(sources, items=max(1, min(sources.items, left))))


def _show(key: str) -> None:
    """Show a collection that is new: what was chosen in the one before means nothing in it."""
    address.put(**{**dict.fromkeys(address.params()), "collection": key})
    st.rerun()


def _say_failed(error: BroadsheetError, paths: Sequence[Path]) -> None:
    said = collections.said(error)
    for path in paths:
        # The path is this server's affair.
        said = said.replace(f"{path}: ", "").replace(f"{path.parent}/", "")
    st.error(f"Nothing was analysed: {words.plain(said)}. The collection that was shown is unchanged.")

"""Storing: a curation as the file `curation.json` in the folder of its bundle, which outlives its tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from analysis.bundle import CURATION, Bundle, open_bundle
from analysis.curation.curated import Curated
from analysis.curation.curating import curate
from analysis.curation.json_form import from_json, to_json
from analysis.curation.rules import Curation
from analysis.drafts import bundle_lock
from analysis.errors import BundleError, CurationError
from analysis.manifest import replace_file

# Some thousand topics with all that is remembered of them.
_MOST_BYTES = 16_000_000
_WAIT_SECONDS = 2.0
_DAMAGED = "curation-damaged-{}.json"


def read_curation(folder: Path) -> Curation:
    """The curation of the bundle at `folder`; an empty one where nothing was changed.

    Raises:
        CurationError: the file is damaged, too large, or of a newer version.
    """
    path = folder / CURATION
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CurationError(f"{path}: has more than {_MOST_BYTES:,} bytes; move it away, or mend it")
        return from_json(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Curation()
    except (OSError, ValueError, RecursionError) as error:
        raise CurationError(f"{path}: cannot be read ({error}); move it away, or mend it") from error


def save_curation(folder: Path, curation: Curation) -> None:
    """Replace the curation of the bundle at `folder`, whose lock must be held, in one step.

    A file that is there and cannot be read is kept, under another name.

    Raises:
        OSError: the folder cannot be written.
    """
    _keep_damaged(folder)
    replace_file(folder / CURATION, as_text(curation))


def as_text(curation: Curation) -> str:
    """`curation` as its file holds it."""
    return json.dumps(to_json(curation), ensure_ascii=False, indent=1)


def _keep_damaged(folder: Path) -> None:
    try:
        read_curation(folder)
    except CurationError:
        number = 1
        while (aside := folder / _DAMAGED.format(number)).exists():
            number += 1
        (folder / CURATION).rename(aside)


def edit_curation(bundle: Bundle, edit: Callable[[Curation], Curation]) -> None:
    """Store what `edit` makes of the curation of `bundle` as it is by now, followed to its topics.

    Raises:
        BundleError: the folder cannot be written, or a build is writing it.
        CurationError: `edit` refuses.
    """
    with bundle_lock(bundle.folder, wait_seconds=_WAIT_SECONDS):
        save_curation(bundle.folder, edit(curate(bundle, _read_or_empty(bundle.folder)).curation))


def _read_or_empty(folder: Path) -> Curation:
    try:
        return read_curation(folder)
    except CurationError:
        return Curation()


def remember(folder: Path, fingerprint: str) -> None:
    """Before tables with this `fingerprint` replace those at `folder`: keep what is known of the topics there.

    Where there is no bundle that can be read, or a damaged curation, nothing is done.
    """
    try:
        bundle = open_bundle(folder)
        if bundle.fingerprint == fingerprint:
            return
        known = _seen(bundle, read_curation(folder))
    except (BundleError, CurationError):
        return
    if known.topics:
        save_curation(folder, known)


def carry_over(bundle: Bundle, curation: Curation, folder: Path) -> None:
    """Let the bundle at `folder` begin with `curation` of `bundle`, another version of the same collection.

    Raises:
        BundleError: the folder cannot be written, or a build is writing it.
    """
    known = _seen(bundle, curation)
    if known.topics:
        with bundle_lock(folder, wait_seconds=_WAIT_SECONDS):
            save_curation(folder, known)


def _seen(bundle: Bundle, curation: Curation) -> Curation:
    """`curation` with all that is known of the topics of `bundle`: what another build of it needs to go on from."""
    return _with_shown_colours(curate(bundle, curation))


def _with_shown_colours(curated: Curated) -> Curation:
    """Its curation with the colours that the topics had on the pages: these are what a reader remembers."""
    shown = dict(zip(curated.topics["key"].tolist(), curated.topics["colour"].tolist(), strict=True))
    topics = (replace(topic, colour=shown.get(topic.key, topic.colour)) for topic in curated.curation.topics)
    return replace(curated.curation, topics=tuple(topics))


def digest(curation: Curation) -> str:
    """Sixteen hex digits that change with the curation: what caches use."""
    return hashlib.sha256(json.dumps(to_json(curation)).encode("utf-8", "surrogatepass")).hexdigest()[:16]

"""Manifest: the one file that names the tables of a bundle, and says of what they were made."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xxhash

from analysis.errors import BundleError

MANIFEST = "manifest.json"

# What the names of unfinished files and folders begin with.
DRAFT = ".draft-"

_BYTES_AT_A_TIME = 1 << 22


def replace_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Put `manifest` in the place of the one that is there, in one step."""
    replace_file(folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True))


def replace_file(path: Path, text: str) -> None:
    """Write `text` to a file of a bundle in one step; whoever holds the bundle's lock may."""
    temporary = path.with_name(f"{DRAFT}{path.name}")
    with temporary.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    temporary.replace(path)


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the bundle at `folder`.

    Raises:
        BundleError: there is none, or it is none of ours.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BundleError(f"{folder}: no bundle; make one with `python -m analysis build PATH --out BUNDLE`") from None
    except (OSError, ValueError) as error:
        raise BundleError(f"{folder / MANIFEST}: cannot be read ({error}); build the bundle again") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("tables"), str):
        raise BundleError(f"{folder / MANIFEST}: not the manifest of a bundle")
    if Path(manifest["tables"]).name != manifest["tables"] or manifest["tables"] == "..":
        raise BundleError(f"{folder / MANIFEST}: names tables outside the bundle: {manifest['tables']}")
    return manifest


def is_bundle(folder: Path) -> bool:
    """Whether a bundle is at `folder`, of whatever format."""
    try:
        return folder.joinpath(str(read_manifest(folder)["tables"])).is_dir()
    except BundleError:
        return False


def digest_of(path: Path) -> str:
    """A hash of a whole file: 32 hex digits."""
    digest = xxhash.xxh3_128()
    with path.open("rb") as rows:
        while part := rows.read(_BYTES_AT_A_TIME):
            digest.update(part)
    return digest.hexdigest()


def file_of(name: str) -> str:
    """The file in which the table `name` stands."""
    return f"{name}.parquet"

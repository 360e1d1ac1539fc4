"""Program: what tells one state of the program from another, to the letter."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from analysis import VERSION

# What rows depend on besides the program itself.
_LIBRARIES = (
    "dateparser",
    "icu4py",
    "nltk",
    "numpy",
    "py3langid",
    "pyarrow",
    "PyStemmer",
    "python-dateutil",
    "scikit-learn",
    "scipy",
    "stopwordsiso",
    "vaderSentiment",
)

# Stands beside the versions in a state: the program may be changed without a new version.
_FILES = "files"


@cache
def program_state() -> Mapping[str, str]:
    """The version of all that rows depend on, by name; of the program itself also a hash of all files of `analysis`.

    Two processes with the same state make the same rows of the same articles.
    """
    versions = {library: _version(library) for library in _LIBRARIES}
    python = ".".join(map(str, sys.version_info[:2]))
    return {"Python": python, **versions, "Broadsheet": VERSION, _FILES: _digest_of_files()}


@cache
def program_digest() -> str:
    """A hash of the state of the program: 32 hex digits."""
    return hashlib.sha256(repr(sorted(program_state().items())).encode()).hexdigest()[:32]


def differences(there: Mapping[str, str], here: Mapping[str, str]) -> str:
    """How the state of a program elsewhere differs from the one here, in words; empty if it does not."""
    names = [name for name in here if name != _FILES and there.get(name) != here[name]]
    said = [f"{name} {there.get(name) or 'missing'} (here {here[name] or 'missing'})" for name in names]
    if not said and dict(there) != dict(here):
        return "other files of Broadsheet"
    return ", ".join(said)


def _digest_of_files() -> str:
    root = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.parts):
            digest.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""

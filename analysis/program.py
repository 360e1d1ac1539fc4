"""Program: what tells one state of the program from another, to the letter."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

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


@cache
def program_digest() -> str:
    """A hash of all files of `analysis` and of the versions of what they use: 32 hex digits.

    Two processes with the same answer make the same rows of the same articles.
    """
    root = Path(__file__).resolve().parent
    digest = hashlib.sha256(repr([sys.version_info[:2], *map(_version, _LIBRARIES)]).encode())
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.parts):
            digest.update(f"{name.as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:32]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""

"""Files that a visitor gives: chosen, held in memory, and on disk only while they are analysed."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath

import streamlit as st

from analysis.sources import ENDINGS
from ui import collections, hosting

_TYPES = sorted(ending.removeprefix(".") for ending in ENDINGS)
_WHAT = (
    "Text, HTML, PDF, Word, RTF: one article a file. CSV, Excel, JSON: one article a row. Exports of Nexis, Factiva "
    "and ProQuest. A zip of any of them, or of a collection that was saved here."
)

# In bytes: what every file system takes, with room for a number.
_LONGEST_NAME = 180
_LONGEST_ENDING = 40

_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Given:
    """A file that a visitor gives: its name, its bytes, and a key that no other file has."""

    name: str
    content: bytes
    key: str


def choose(number: int) -> list[Given]:
    """The files that are chosen; `number` counts the uploads, as a new one begins with none."""
    most = hosting.hosting().limits.upload_mb or st.get_option("server.maxUploadSize")
    uploaded = st.file_uploader(
        "Files with articles", type=_TYPES, accept_multiple_files=True, key=f"upload_{number}", max_upload_size=most
    )
    st.caption(f"{_WHAT} A file of more than {most:,} MB can be read by the command `python -m analysis build`.")
    return [Given(file.name, file.getvalue(), file.file_id) for file in uploaded]


@contextmanager
def kept(given: Sequence[Given]) -> Iterator[Path]:
    """A folder that holds these files until the block ends, however it does.

    What a server that was killed left there goes when the next files come, a day later.
    """
    above = collections.incoming()
    folder = above / secrets.token_hex(8)
    folder.mkdir(parents=True)
    _sweep(above)
    try:
        for number, file in enumerate(given):
            path = folder / safe_name(file.name)
            while path.exists():
                path = path.with_stem(f"{path.stem}-{number}")
            path.write_bytes(file.content)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(above: Path) -> None:
    for folder in above.iterdir():
        try:
            is_old = time.time() - folder.stat().st_mtime > _DAY_SECONDS
        except FileNotFoundError:
            continue  # its own upload has ended meanwhile
        if is_old:
            shutil.rmtree(folder, ignore_errors=True)


def safe_name(name: str) -> str:
    """The last part of `name`, not hidden and not too long, with its ending: a name for a file of ours."""
    last = PurePath(name.replace("\\", "/").replace("\0", "")).name.lstrip(".") or "file"
    path = PurePath(last)
    return f"{_cut(path.stem, _LONGEST_NAME)}{_cut(path.suffix, _LONGEST_ENDING)}"


def _cut(text: str, most: int) -> str:
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")

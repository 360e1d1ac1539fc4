"""Upload: files of the visitor's own, analysed before their eyes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.sources import ENDINGS
from ui import collections, making, words

_TYPES = sorted(ending.removeprefix(".") for ending in ENDINGS)
# In bytes: what every file system takes, with room for a number.
_LONGEST_NAME = 180
_LONGEST_ENDING = 40


def show() -> None:
    """The upload, and the analysis of what was uploaded; the collection that was shown stays if it fails."""
    st.subheader("Analyse articles of your own", anchor=False)
    files = st.file_uploader(
        "Files with articles",
        type=_TYPES,
        accept_multiple_files=True,
        key="upload",
        help="Text, HTML, PDF, Word or RTF with one article each; CSV, Excel or JSON with one article a row; "
        "what Nexis, Factiva or ProQuest export; or a zip of any of them.",
    )
    st.caption("They are analysed on this server, and only this session is shown a link to them.")
    if st.button("Analyse", type="primary", disabled=not files, key="analyse"):
        _analyse(files)


def _analyse(files: Sequence[UploadedFile]) -> None:
    key = collections.new_upload()
    folder = collections.upload_folder(key) / "input"
    _save(files, folder)
    making.analyse([folder], _name(files), key=key)


def _save(files: Sequence[UploadedFile], folder: Path) -> None:
    folder.mkdir(parents=True)
    for number, file in enumerate(files):
        path = folder / safe_name(file.name)
        while path.exists():
            path = path.with_stem(f"{path.stem}-{number}")
        path.write_bytes(file.getbuffer())


def safe_name(name: str) -> str:
    """The last part of `name`, not hidden and not too long, with its ending: a name for a file of ours."""
    last = PurePath(name.replace("\\", "/").replace("\0", "")).name.lstrip(".") or "file"
    path = PurePath(last)
    return f"{_cut(path.stem, _LONGEST_NAME)}{_cut(path.suffix, _LONGEST_ENDING)}"


def _cut(text: str, most: int) -> str:
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")


def _name(files: Sequence[UploadedFile]) -> str:
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return f"{words.shorten(files[0].name, 40)}{more}"

"""Exports: any table of the collection, or all of it, as a file that is made when it is asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
import streamlit as st

from analysis.bundle import CURATION, NOTES, Bundle
from analysis.curation import as_text
from analysis.errors import ExportError
from analysis.exports import (
    FORMATS,
    Format,
    about_articles,
    expected_bytes,
    extract,
    n_rows_of,
    text_columns,
    write_archive,
)
from analysis.notes import as_text as notes_as_text
from analysis.schema import Table
from analysis.tables import TABLES
from figures import words
from ui.saving import save_button
from ui.view import View

# The server holds a file in its memory until the visitor has gone.
_MOST_BYTES = 500_000_000
_MEGABYTE = 1_000_000
_DIGITS = 8


@dataclass(frozen=True)
class Asked:
    """What a reader asks for: a table, of these rows of `articles` (None: all), with texts or not, in a format."""

    bundle: Bundle
    table: Table
    form: Format
    articles: bytes | None
    with_text: bool

    @property
    def key(self) -> tuple[object, ...]:
        """What caches know it by."""
        return *self.bundle.key, self.table.name, self.form.name, self.articles, self.with_text

    @property
    def name(self) -> str:
        """The name of the file: the table, and the first digits of the fingerprint."""
        return f"{self.table.name}-{self.bundle.fingerprint[:_DIGITS]}{self.form.suffix}"

    @property
    def rows(self) -> np.ndarray | None:
        """The rows of `articles` that are asked for; None for all."""
        return None if self.articles is None else np.frombuffer(self.articles, np.int64)

    def write(self, out: BinaryIO) -> None:
        """Write the file."""
        self.form.write(extract(self.bundle, self.table, self.rows, with_text=self.with_text), out)


def show(view: View) -> None:
    """What can be saved: a table in a format, of what is selected or of all; and the collection as a whole."""
    with st.expander("Save the data: a table for other programs, or the whole collection", key="exports"):
        _save_table(_ask(view))
        st.divider()
        _save_collection(view)


def _ask(view: View) -> Asked:
    left, right = st.columns(2)
    by_name = {table.name: table for table in TABLES}
    table = by_name[left.selectbox("Table", list(by_name), key="export_table")]
    form = right.selectbox("Format", FORMATS, format_func=lambda one: one.name, key="export_format")
    st.caption(words.plain(table.note))
    articles = view.articles.index.to_numpy(np.int64).tobytes() if _only_selected(view, table) else None
    columns = text_columns(table)
    without = bool(columns) and st.checkbox(
        "Without the texts of the articles",
        key="export_no_text",
        help=f"Leaves out {' and '.join(f'`{name}`' for name in columns)}.",
    )
    return Asked(view.bundle, table, form, articles, not without)


def _only_selected(view: View, table: Table) -> bool:
    """Whether only the selected articles are asked for; says why that cannot be where it cannot."""
    if view.selection.is_everything and not view.selection.by_story:
        return False
    if not about_articles(table):
        st.caption("This table is about the whole collection, whatever is selected.")
        return False
    chosen = f": {view.in_words()}" if view.in_words() else ""
    return st.checkbox(
        words.plain(f"Only what is selected, {view.n_articles()}{chosen}"), value=True, key="export_part"
    )


def _save_table(asked: Asked) -> None:
    n_rows, n_bytes = _outlook(asked.key, asked)
    st.caption(f"{words.count(n_rows, 'row')}, {_size(n_bytes)}. What the columns are: docs/tables.md.")
    try:
        asked.form.check(n_rows)
    except ExportError as error:
        st.warning(words.plain(str(error)))
        return
    command = f"--table {asked.table.name} --out {asked.table.name}{asked.form.suffix}"
    _save("Save the table", asked.write, asked.name, n_bytes, command)


def _save_collection(view: View) -> None:
    n_bytes = sum(path.stat().st_size for path in view.bundle.paths())
    st.caption(
        f"All tables with the search index and the texts, {_size(n_bytes)}: unpacked, it opens wherever Broadsheet is, "
        "by `streamlit run app.py -- FOLDER`."
    )
    has_notes = bool(view.notes.by_article)
    with_notes = has_notes and st.checkbox("With your tags and notes", key="export_notes")
    beside = _beside(view, with_notes=with_notes)
    name = f"{view.place.name}-{view.bundle.fingerprint[:_DIGITS]}"
    _save(
        "Save the collection (zip)",
        lambda out: write_archive(view.bundle, out, name, beside),
        f"collection-{view.bundle.fingerprint[:_DIGITS]}.zip",
        n_bytes,
        "--out collection.zip",
    )


def _beside(view: View, *, with_notes: bool) -> Mapping[str, str]:
    """The files beside the tables: what the reader made of the topics, and the reader's notes."""
    beside = {CURATION: as_text(view.curated.curation)} if view.curated.curation.rules else {}
    return {**beside, NOTES: notes_as_text(view.notes)} if with_notes else beside


def _save(label: str, write: Callable[[BinaryIO], None], name: str, n_bytes: int, command: str) -> None:
    """The button that saves what `write` writes; for what is too large for a page the command that does."""
    if n_bytes > _MOST_BYTES:
        st.caption(
            f"That is more than this page saves ({_size(_MOST_BYTES)}). Where the collection is kept, "
            f"`python -m analysis export BUNDLE {command}` writes it."
        )
        return
    save_button(label, lambda: _made(write), name, key=f"export_{name.partition('-')[0]}")


def _made(write: Callable[[BinaryIO], None]) -> bytes:
    """What `write` writes; it stands on disk while it grows."""
    with tempfile.TemporaryFile() as out:
        write(out)
        out.seek(0)
        return out.read()


@st.cache_data(max_entries=64, show_spinner=False)
def _outlook(key: tuple[object, ...], _asked: Asked) -> tuple[int, int]:
    """How many rows and about how many bytes the file will have."""
    del key  # cache key only
    n_rows = n_rows_of(_asked.bundle, _asked.table, _asked.rows)
    rows = extract(_asked.bundle, _asked.table, _asked.rows, with_text=_asked.with_text)
    return n_rows, expected_bytes(rows, _asked.form, n_rows)


def _size(n_bytes: int) -> str:
    return f"about {n_bytes / _MEGABYTE:,.1f} MB" if n_bytes >= _MEGABYTE // 10 else f"about {n_bytes // 1000 + 1} kB"

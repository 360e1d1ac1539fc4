"""Command: a file of a bundle as its name asks for it, whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from analysis.bundle import CURATION, NOTES, Bundle
from analysis.curation import curate, read_curation
from analysis.errors import ExportError
from analysis.exports.archive import write_archive
from analysis.exports.extract import Articles, about_articles, extract, n_rows_of
from analysis.exports.formats import BY_SUFFIX, MARKED, Format
from analysis.notes import read_notes
from analysis.schema import Table
from analysis.selection import Selection, articles_of, select, stated_selection
from analysis.tables import TABLES

ARCHIVE = ".zip"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a table (None: articles), a selection in the form of an address, texts, a byte order mark."""

    table: str | None = None
    selection: str | None = None
    with_text: bool = True
    marked: bool = False


def export(bundle: Bundle, out: Path, wanted: Wanted) -> str:
    """Write what is `wanted` of `bundle` to the file `out`, in the format that its name ends in; what it was, in words.

    Raises:
        BroadsheetError: that cannot be had, or not be written; `out` is as it was.
    """
    if out.suffix == ARCHIVE:
        return _export_archive(bundle, out, wanted)
    table, form = _table(wanted.table), _format(out, wanted)
    articles = _articles(bundle, table, wanted.selection)
    n_rows = n_rows_of(bundle, table, articles)
    form.check(n_rows)
    with _replacing(out) as file:
        form.write(extract(bundle, table, articles, with_text=wanted.with_text), file)
    return f"{n_rows:,} rows of {table.name}"


def _export_archive(bundle: Bundle, out: Path, wanted: Wanted) -> str:
    if wanted != Wanted():
        raise ExportError(f"{out}: a zip holds the whole bundle; a table or a selection goes to .csv, .jsonl, …")
    beside = {
        path.name: path.read_text(encoding="utf-8")
        for path in (bundle.folder / CURATION, bundle.folder / NOTES)
        if path.exists()
    }
    with _replacing(out) as file:
        write_archive(bundle, file, out.stem, beside)
    return f"the bundle, {bundle.counts['articles']:,} articles"


def _table(name: str | None) -> Table:
    by_name = {table.name: table for table in TABLES}
    if name and name not in by_name:
        raise ExportError(f"there is no table '{name}'; there are {', '.join(by_name)}")
    return by_name[name or TABLES[0].name]


def _format(out: Path, wanted: Wanted) -> Format:
    form = BY_SUFFIX.get(out.suffix)
    if form is None:
        raise ExportError(f"{out}: the name must end in one of {', '.join(BY_SUFFIX)}, {ARCHIVE}")
    if not wanted.marked:
        return form
    if form.suffix != MARKED.suffix:
        raise ExportError(f"{out}: only CSV can have a byte order mark")
    return MARKED


def _articles(bundle: Bundle, table: Table, stated: str | None) -> Articles | None:
    selection = stated_selection(stated or "")
    if selection == Selection():
        return None
    if not about_articles(table):
        raise ExportError(f"the table '{table.name}' is about the whole collection; it cannot be had of a selection")
    curated = curate(bundle, read_curation(bundle.folder))
    chosen = replace(
        selection,
        topics=curated.live(selection.topics),
        tagged=read_notes(bundle.folder).tagged(selection.tags),
    )
    rows: Articles = select(bundle, curated.place(articles_of(bundle)), chosen).index.to_numpy()
    return rows


@contextmanager
def _replacing(out: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `out` when the block ends well, and is gone otherwise."""
    draft = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(out)
    except OSError as error:
        raise ExportError(f"{out}: cannot be written: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)

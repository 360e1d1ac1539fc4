"""Validation: whether a bundle that somebody else may have written is what its tables declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from analysis.articles import ARTICLES, PROBLEMS
from analysis.bundle import Bundle
from analysis.errors import BundleError, SchemaError
from analysis.manifest import file_of
from analysis.schema import Table
from analysis.search import INDEX_NAME
from analysis.steps.keywords import TERMS
from analysis.steps.sentiment import SENTENCES
from analysis.steps.topics import TOPICS
from analysis.tables import TABLES

_FILES = {INDEX_NAME, *(file_of(table.name) for table in TABLES)}
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_DAYS = ("first_day", "last_day")
_BYTES_AT_A_TIME = 1 << 24

# Tables whose rows the manifest counts.
_COUNTED = (ARTICLES, PROBLEMS, TOPICS, TERMS, SENTENCES)

# Columns that name a row of another table.
_NAMED = {"article_id": ARTICLES, "topic_id": TOPICS, "term_id": TERMS}


def check_form(bundle: Bundle) -> None:
    """Compare the manifest of `bundle`, and the columns of its tables, with what is declared; no row is read.

    Raises:
        BundleError: it is not so; the message says what is wrong.
    """
    _check_manifest(bundle)
    for table in TABLES:
        found, declared = bundle.schema(table), table.schema
        if found.names != declared.names or found.types != declared.types:
            raise _damaged(bundle, f"table '{table.name}' has the columns {found.names}, not {declared.names}")


def validate(bundle: Bundle) -> None:
    """Read all of `bundle` as well, and compare every row and file with what is declared.

    Raises:
        BundleError: it is not so; the message says what is wrong.
    """
    check_form(bundle)
    bundle.check()
    known = {name: bundle.read(table.name, [name])[name].combine_chunks() for name, table in _NAMED.items()}
    for table in TABLES:
        n_rows = _check_rows(bundle, table, known)
        if table in _COUNTED and bundle.counts.get(table.name) != n_rows:
            raise _damaged(bundle, f"table '{table.name}' has {n_rows:,} rows, not {bundle.counts.get(table.name)}")
    bundle.index.check(len(known["article_id"]))


def _check_manifest(bundle: Bundle) -> None:
    stated = bundle.manifest
    if not (isinstance(stated.get("counts"), Mapping) and isinstance(stated.get("files"), Mapping)):
        raise _damaged(bundle, "the manifest has no counts, or no files")
    if not _FINGERPRINT.fullmatch(str(stated.get("fingerprint"))):
        raise _damaged(bundle, "the manifest has no fingerprint of 16 hex digits")
    if different := sorted(_FILES ^ set(stated["files"])):
        raise _damaged(bundle, f"the manifest and the program differ in {different[0]}")
    wrong = [name for name, count in stated["counts"].items() if not _is_count(name, count)]
    if wrong:
        raise _damaged(bundle, f"the manifest counts {stated['counts'][wrong[0]]!r} of {wrong[0]}")


def _is_count(name: str, count: object) -> bool:
    if name in _DAYS:
        return count is None or (isinstance(count, str) and _is_day(count))
    return type(count) is int and count >= 0


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _check_rows(bundle: Bundle, table: Table, known: Mapping[str, pa.Array]) -> int:
    """How many rows `table` has, all of which are as it declares them."""
    n_rows = 0
    try:
        for part in _parts(bundle.batches(table)):
            rows = table.conform(part)
            _check_names(rows, table, known)
            n_rows += rows.num_rows
    except SchemaError as error:
        raise _damaged(bundle, str(error)) from error
    return n_rows


def _parts(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The rows of `batches`, so many at a time that memory does not notice."""
    held: list[pa.RecordBatch] = []
    n_bytes = 0
    for batch in batches:
        held.append(batch)
        n_bytes += batch.nbytes
        if n_bytes > _BYTES_AT_A_TIME:
            yield pa.Table.from_batches(held)
            held, n_bytes = [], 0
    if held:
        yield pa.Table.from_batches(held)


def _check_names(rows: pa.Table, table: Table, known: Mapping[str, pa.Array]) -> None:
    for name, values in known.items():
        if name in rows.column_names and _NAMED[name] is not table:
            found = rows[name].drop_null()
            if not pc.all(pc.is_in(found, value_set=values), min_count=0).as_py():
                raise SchemaError(f"table '{table.name}': {name} names a row that table '{_NAMED[name].name}' has not")
    last = pc.max(rows["article_row"]).as_py() if "article_row" in rows.column_names else None
    if last is not None and last >= len(known["article_id"]):
        raise SchemaError(f"table '{table.name}': article_row {last:,} is beyond the last article")


def _damaged(bundle: Bundle, what: str) -> BundleError:
    return BundleError(f"{bundle.folder}: is damaged: {what}")

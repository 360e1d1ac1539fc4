"""Extracts: rows of a bundle to take away, some at a time; of tables about articles, those of chosen articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analysis.articles import ARTICLES
from analysis.bundle import Bundle
from analysis.schema import Column, Table

# Rows of the table `articles`.
Articles = npt.NDArray[np.int64]

_ID = "article_id"
_ROW = "article_row"


@dataclass(frozen=True, slots=True)
class Extract:
    """Rows on their way out: what they are called, their schema, and themselves, some at a time, once.

    `about` says in words what they are and where they come from; formats that have a place for it keep it.
    """

    name: str
    schema: pa.Schema
    batches: Iterable[pa.RecordBatch]
    about: Mapping[str, str] = field(default_factory=dict)


def extract(bundle: Bundle, table: Table, articles: Articles | None = None, *, with_text: bool = True) -> Extract:
    """The rows of `table`, in their stored order; where it is about articles those of `articles`, None for all.

    A table that names articles by their row gets their `article_id` before it, since rows of a part are others.
    Without text the columns in which articles can be read are left out.

    Raises:
        BundleError: the table is missing or damaged; when the rows are read.
    """
    kept = [column for column in table.columns if with_text or not column.is_text]
    named = [*([_id_of_row()] if _names(table, _ROW) else []), *kept]
    schema = pa.schema([pa.field(column.name, column.type, nullable=column.nullable) for column in named])
    about = {"table": f"{table.name}: {table.note}", **{column.name: column.note for column in named}}
    return Extract(table.name, schema, _rows(bundle, table, articles, schema), about)


def n_rows_of(bundle: Bundle, table: Table, articles: Articles | None = None) -> int:
    """How many rows `extract` gives."""
    return bundle.n_rows(table, _where(bundle, table, articles))


def about_articles(table: Table) -> bool:
    """Whether a selection of articles leaves out rows of `table`: others tell of the whole collection."""
    return _names(table, _ID) or _names(table, _ROW)


def text_columns(table: Table) -> tuple[str, ...]:
    """The columns of `table` in which articles can be read."""
    return tuple(column.name for column in table.columns if column.is_text)


def _rows(bundle: Bundle, table: Table, articles: Articles | None, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    by_row = _names(table, _ROW)
    stored = schema.names[1:] if by_row else schema.names
    ids = _ids(bundle) if by_row else None
    for batch in bundle.part(table, stored, _where(bundle, table, articles)):
        columns = [ids.take(batch[_ROW]), *batch.columns] if ids is not None else batch.columns
        yield pa.record_batch(columns, schema=schema)


def _where(bundle: Bundle, table: Table, articles: Articles | None) -> pc.Expression | None:
    if articles is None or not about_articles(table):
        return None
    if _names(table, _ROW):
        return pc.field(_ROW).isin(pa.array(articles, pa.int32()))
    return pc.field(_ID).isin(_ids(bundle).take(pa.array(articles)))


def _ids(bundle: Bundle) -> pa.Array:
    """The id of each article by its row."""
    return bundle.read(ARTICLES.name, [_ID])[_ID].combine_chunks()


def _names(table: Table, name: str) -> bool:
    return name in [column.name for column in table.columns]


def _id_of_row() -> Column:
    return Column(_ID, pa.string(), "The article in that row.")

"""Tables: what a stored table is, and the one gate into a bundle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analysis.errors import SchemaError

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, and a note with its unit, range and direction.

    `within` is the closed range of its values; null is allowed only where `nullable` says so. `is_text` says that
    articles can be read in it: it is left out of what is taken away without their texts.
    """

    name: str
    type: pa.DataType
    note: str
    nullable: bool = False
    within: tuple[float, float] | None = None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the bundle, declared beside the code that fills it."""

    name: str
    note: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema that stored rows have."""
        return pa.schema([pa.field(c.name, c.type, nullable=c.nullable) for c in self.columns])

    def from_rows(self, rows: Iterable[Row]) -> pa.Table:
        """The conforming table of `rows`, each a tuple in the order of the columns."""
        columns = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        if len(columns) != len(self.columns):
            raise SchemaError(f"table '{self.name}': rows have {len(columns)} values, not {len(self.columns)}")
        return self.from_columns({c.name: v for c, v in zip(self.columns, columns, strict=True)})

    def from_columns(self, columns: Mapping[str, Any]) -> pa.Table:
        """The conforming table of `columns`: lists or arrays of one length, by name."""
        types = {column.name: column.type for column in self.columns}
        try:
            arrays = {name: pa.array(values, type=types.get(name)) for name, values in columns.items()}
        except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
            raise SchemaError(f"table '{self.name}': {error}") from error
        return self.conform(pa.table(arrays))

    def conform(self, rows: pa.Table) -> pa.Table:
        """`rows` with this table's columns in their order and types.

        Raises:
            SchemaError: a column is missing or unknown, a value does not fit its type or range, a null
                stands where none may, or a key repeats.
        """
        names = [column.name for column in self.columns]
        if sorted(rows.column_names) != sorted(names):
            raise SchemaError(f"table '{self.name}': columns are {rows.column_names}, not {names}")
        try:
            fitted = rows.select(names).cast(self.schema)
        except (pa.ArrowInvalid, ValueError) as error:
            raise SchemaError(f"table '{self.name}': {error}") from error
        for column in self.columns:
            self._check(column, fitted[column.name])
        self._check_key(fitted)
        return fitted

    def _check(self, column: Column, values: pa.ChunkedArray) -> None:
        if column.within and len(values) > values.null_count:
            low, high = column.within
            found = pc.min_max(values)
            if found["min"].as_py() < low or found["max"].as_py() > high:
                raise SchemaError(f"table '{self.name}': column '{column.name}' leaves {low} to {high}: {found}")

    def _check_key(self, rows: pa.Table) -> None:
        if self.key and not self._is_ascending(rows) and pc.count_distinct(self._keys(rows)).as_py() != rows.num_rows:
            raise SchemaError(f"table '{self.name}': key {self.key} repeats")

    def _is_ascending(self, rows: pa.Table) -> bool:
        """Whether a key of integers cannot repeat, as that of each row is above the one before it."""
        if not all(pa.types.is_integer(rows[name].type) and not rows[name].null_count for name in self.key):
            return False
        above: Any = False
        for name in reversed(self.key):
            column = rows[name].combine_chunks()
            later, sooner = column.slice(1), column.slice(0, max(0, len(column) - 1))
            above = pc.or_(pc.greater(later, sooner), pc.and_(pc.equal(later, sooner), above))
        return bool(pc.all(above, min_count=0).as_py())

    def _keys(self, rows: pa.Table) -> pa.ChunkedArray:
        """A value a row that is another where the key is: the column of the key, or numbers of pairs of its columns."""
        first, *others = (rows[name] for name in self.key)
        for column in others:
            codes, more = (part.combine_chunks().dictionary_encode() for part in (first, column))
            wide = pc.multiply(pc.cast(codes.indices, pa.int64()), max(1, len(more.dictionary)))
            first = pa.chunked_array([pc.add(wide, more.indices)])
        return first


Rows = Mapping[Table, Iterable[Row]]

"""Options: what is read, how much of it, and which column is what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields

from analysis.dates import AUTO, ORDER_SETTINGS
from analysis.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table, or field of a JSON object, holds what.

    One name or several, of which the first that is there wins. A field that is not named here is found by the
    names that are known. A column of a table without a header is named by its number: `column 1`.
    """

    id: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    url: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownTable:
    """The tables with exactly these headers: which of them holds what. A field that is empty here is not in them."""

    headers: tuple[str, ...] = ()
    id: str = ""
    text: str = ""
    headline: str = ""
    outlet: str = ""
    published: str = ""
    byline: str = ""
    url: str = ""

    @property
    def names(self) -> frozenset[str]:
        """Its headers as they are compared: without the case, and without spaces around."""
        return frozenset(map(folded, self.headers))

    @property
    def columns(self) -> Mapping[str, str]:
        """The header of each field that it has."""
        return {name: getattr(self, name) for name in FIELDS if getattr(self, name)}


FIELDS: tuple[str, ...] = tuple(column.name for column in fields(Columns))
"""What a column can hold."""


def folded(name: str) -> str:
    """The name of a column as it is compared with another."""
    return name.strip().lower()


@dataclass(frozen=True, slots=True)
class Sources:
    """How much is read; what is over a limit is listed with the problems.

    Bytes of one item (its text in characters), of one file, of a file that must be held in memory whole (JSON,
    Excel, PDF, Word, RTF), of one archive after unpacking; archives inside archives; bytes that one packed byte
    may become; and how many items. Tables with certain headers are a section `[[sources.tables]]` each, such as
    `headers = ["Nr", "Kopf", "Inhalt"]`, `text = "Inhalt"`, `headline = "Kopf"`; that goes before `sources.columns`.

    `date_order` says how a date such as 04/05/2016 is read: `day first`, `month first`, or `auto`: as the other dates
    of its file, folder or outlet tell, else as is usual in the country of its web address, else in its language,
    else month first, and then the article says so.
    """

    item_bytes: int = 10_000_000
    file_bytes: int = 4_000_000_000
    whole_file_bytes: int = 200_000_000
    archive_bytes: int = 4_000_000_000
    archive_depth: int = 3
    archive_ratio: int = 200
    items: int = 2_000_000
    date_order: str = AUTO
    tables: tuple[KnownTable, ...] = ()
    columns: Columns = field(default_factory=Columns)

    def __post_init__(self) -> None:
        for setting in fields(self):
            value = getattr(self, setting.name)
            if isinstance(value, int) and value < 1:
                raise SettingsError(f"sources.{setting.name} must be at least 1, not {value}")
        if self.date_order not in ORDER_SETTINGS:
            raise SettingsError(f"sources.date_order must be one of {list(ORDER_SETTINGS)}, not {self.date_order!r}")
        for table in self.tables:
            _check_names(table)


def _check_names(table: KnownTable) -> None:
    missing = sorted(set(map(folded, table.columns.values())) - table.names)
    if missing or not table.headers:
        said = f"not {missing[0]!r}" if missing else "and it has none"
        raise SettingsError(f"sources.tables names columns by the headers of the table, {list(table.headers)}, {said}")


def replaced(tables: Iterable[KnownTable], newer: Iterable[KnownTable]) -> tuple[KnownTable, ...]:
    """`tables` with those of `newer` in the place of their like; none is there twice."""
    by_names = {table.names: table for table in (*tables, *newer)}
    return tuple(by_names.values())

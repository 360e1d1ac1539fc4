"""Options: what is read, how much of it, and which column is what."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from analysis.dates import AUTO, ORDER_SETTINGS
from analysis.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table, or field of a JSON object, holds what.

    One that is empty here is found by the names that are known. A column of a table without a header is
    named by its number: `column 1`.
    """

    id: str = ""
    text: str = ""
    headline: str = ""
    outlet: str = ""
    published: str = ""
    byline: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """How much is read; what is over a limit is listed with the problems.

    Bytes of one item (its text in characters), of one file, of a file that must be held in memory whole (JSON,
    Excel, PDF, Word, RTF), of one archive after unpacking; archives inside archives; bytes that one packed byte
    may become; and how many items.

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
    columns: Columns = field(default_factory=Columns)

    def __post_init__(self) -> None:
        for setting in fields(self):
            value = getattr(self, setting.name)
            if isinstance(value, int) and value < 1:
                raise SettingsError(f"sources.{setting.name} must be at least 1, not {value}")
        if self.date_order not in ORDER_SETTINGS:
            raise SettingsError(f"sources.date_order must be one of {list(ORDER_SETTINGS)}, not {self.date_order!r}")

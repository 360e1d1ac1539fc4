"""Excel: one article a row, each sheet a table of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time

from analysis.articles import Item, Problem
from analysis.sources.archives import check_package
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.streams import UnreadableError
from analysis.sources.tables import Places, Row, read_table


def read_excel(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The articles of all sheets; formulas give the value that was saved with them."""
    for title, rows in read_sheets(file, sources):
        yield from read_table(rows, file.source_path, sources, Places(f"sheet '{title}'"))


def read_sheets(file: File, sources: Sources) -> Iterator[tuple[str, Iterator[Row]]]:
    """The name and the rows of each sheet, to be read before the next.

    Raises:
        UnreadableError: it is no Excel file, or too large.
    """
    from openpyxl import load_workbook

    content = io.BytesIO(file.read_whole(sources))
    check_package(content, sources)
    try:
        workbook = load_workbook(content, read_only=True, data_only=True)
    except Exception as error:
        # The library raises whatever comes of the part that is missing.
        raise UnreadableError("damaged", f"no Excel file: {error}") from error
    for sheet in workbook.worksheets:
        # What a sheet says of its size is not always true.
        sheet.reset_dimensions()
        yield sheet.title, enumerate(([_text_of(cell) for cell in row] for row in sheet.iter_rows(values_only=True)), 1)
    workbook.close()


def _text_of(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)

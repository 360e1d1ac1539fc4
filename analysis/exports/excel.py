"""Excel: an extract as a workbook, its texts as texts, with notes that say what they are."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from analysis.errors import ExportError
from analysis.exports.extract import Extract
from analysis.exports.flat import OPENS_FORMULA

# Microsoft, "Excel specifications and limits": rows of a sheet, of which one has the names; characters of a cell.
MOST_ROWS = 1_048_575
MOST_CHARACTERS = 32_767
_CUT = " … [cut: a cell of Excel holds no more]"

# What XML cannot carry is written as _xHHHH_, and so is what looks like that: ISO/IEC 29500, ST_Xstring.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_GROWS = len("_xHHHH_") - 1
_LONGEST_TITLE = 31
_NOTE_PIXELS = 120, 320


def write_excel(rows: Extract, out: BinaryIO) -> None:
    """`rows`, which must be flat, as a workbook of one sheet; what a column is stands in a note at its name.

    No text is run as a formula. Control characters come back as they were; a text over 32,767 characters is cut, and
    ends in a note that says so.

    Raises:
        ExportError: they are more than a sheet holds.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.properties.creator = "Broadsheet"
    book.properties.description = rows.about.get("table", "")
    sheet = book.create_sheet(rows.name[:_LONGEST_TITLE])
    sheet.freeze_panes = "A2"
    sheet.append([_name(sheet, name, rows.about.get(name, "")) for name in rows.schema.names])
    n_rows = 0
    for batch in rows.batches:
        n_rows += batch.num_rows
        if n_rows > MOST_ROWS:
            sheet.close()
            raise ExportError(f"Excel holds {MOST_ROWS:,} rows below the names of the columns, and these are more")
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            sheet.append([_cell(sheet, value) for value in row])
    book.save(out)


def _name(sheet: Any, name: str, note: str) -> Any:
    from openpyxl.comments import Comment

    cell = _text_cell(sheet, name)
    if note:
        cell.comment = Comment(note, "Broadsheet", *_NOTE_PIXELS)
    return cell


def _cell(sheet: Any, value: Any) -> Any:
    """A cell of `value`; a text is one whatever it looks like, also when somebody edits the cell."""
    if not isinstance(value, str):
        return value
    text = _fitting(value)
    return _text_cell(sheet, text) if text.startswith((*OPENS_FORMULA, "#")) else text


def _text_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _escaped(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):04X}_"


def _fitting(text: str) -> str:
    """`text` as XML carries it, cut where a cell holds no more; Excel counts in UTF-16."""
    escaped, n_escaped = _NOT_IN_XML.subn(_escaped, text)
    if len(escaped.encode("utf-16-le")) // 2 <= MOST_CHARACTERS:
        return escaped
    room = max(0, MOST_CHARACTERS - len(_CUT) - n_escaped * _GROWS)
    kept = text.encode("utf-16-le", "surrogatepass")[: room * 2].decode("utf-16-le", "ignore")
    return _NOT_IN_XML.sub(_escaped, kept) + _CUT

"""Spreadsheets run nothing of what is exported, and lose none of its letters."""

import csv
import io
from datetime import UTC, datetime

import pyarrow as pa
import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from analysis.errors import ExportError
from analysis.exports import BY_SUFFIX, FORMATS, Extract
from analysis.exports.formats import MARKED
from tests.analysis.exports.reading import written

EXCEL, CSV = BY_SUFFIX[".xlsx"], BY_SUFFIX[".csv"]
FORMULAS = ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","a")', "#N/A"]
ODD = ["a\x00b\x1f\x0b", "\ufffe\uffff", "_x0041_", "_x005F_x0041_", "😀 قال", "two\nlines\r\nand more", " kept "]


def of(*columns, **named):
    """An extract of these columns."""
    batch = pa.record_batch(named)
    return Extract("rows", batch.schema, [batch])


def cells(file):
    return [row[0] for row in load_workbook(io.BytesIO(file)).worksheets[0].iter_rows(min_row=2)]


@pytest.mark.parametrize("text", FORMULAS)
def test_excel_takes_a_formula_for_the_text_that_it_is(text):
    (cell,) = cells(written(of(text=[text]), EXCEL))

    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value.replace("\n", "\r") == text


@pytest.mark.parametrize("text", FORMULAS[:-1])
def test_csv_has_an_apostrophe_before_a_formula(text):
    _, (cell,) = csv.reader(io.StringIO(written(of(text=[text]), CSV).decode(), newline=""))

    assert cell == f"'{text}"


def test_a_name_of_a_column_is_no_formula_either():
    rows = Extract("rows", pa.schema([("=1", pa.int32())]), [pa.record_batch({"=1": pa.array([-1], pa.int32())})])

    assert written(rows, CSV) == b'"\'=1"\r\n-1\r\n'
    assert load_workbook(io.BytesIO(written(rows, EXCEL))).worksheets[0]["A1"].data_type == "s"


@pytest.mark.parametrize("text", ODD)
def test_excel_gives_odd_letters_back(text):
    (cell,) = cells(written(of(text=[text]), EXCEL))

    assert unescape(cell.value).replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_what_a_cell_of_excel_does_not_hold_says_that_it_is_cut():
    (whole,), (cut,), (wide,), (odd,) = (
        [unescape(cell.value) for cell in cells(written(of(text=[text]), EXCEL))]
        for text in ("a" * 32_767, "a" * 32_768, "😀" * 16_384, "a" * 32_761 + "\x01")
    )

    assert whole == "a" * 32_767
    assert cut == "a" * 32_728 + " … [cut: a cell of Excel holds no more]"
    assert wide.endswith("😀 … [cut: a cell of Excel holds no more]")
    assert odd.endswith("a … [cut: a cell of Excel holds no more]")
    assert len(wide.encode("utf-16-le")) // 2 <= 32_767


def test_excel_refuses_more_rows_than_a_sheet_holds():
    rows = of(number=pa.nulls(1_048_576, pa.int8()))

    with pytest.raises(ExportError, match="holds 1,048,575 rows"):
        written(rows, EXCEL)


def test_excel_says_at_the_name_of_a_column_what_it_is():
    rows = Extract("rows", pa.schema([("n", pa.int8())]), [], {"table": "rows: what they are", "n": "=a number"})
    book = load_workbook(io.BytesIO(written(rows, EXCEL)))

    assert book.worksheets[0]["A1"].comment.text == "=a number"
    assert book.properties.description == "rows: what they are"
    assert len(book.worksheets) == 1


def test_numbers_and_times_are_written_as_people_write_them():
    rows = {
        "share": pa.array([0.1, None], pa.float32()),
        "at": pa.array([datetime(2016, 5, 4, 9, 30, tzinfo=UTC), None], pa.timestamp("us", "UTC")),
        "none": pa.array(["", None]),
    }

    assert written(of(**rows), CSV).decode().splitlines() == [
        '"share","at","none"',
        '0.1,"2016-05-04 09:30:00Z",""',
        ",,",
    ]
    assert written(of(**rows), BY_SUFFIX[".jsonl"]).decode().splitlines() == [
        '{"share": 0.1, "at": "2016-05-04T09:30:00Z", "none": ""}',
        '{"share": null, "at": null, "none": null}',
    ]


def test_excel_sees_the_encoding_of_csv_by_its_mark_and_others_are_spared_it():
    rows = {"text": ["Straße, 东京"]}

    assert written(of(**rows), MARKED) == b"\xef\xbb\xbf" + written(of(**rows), CSV)
    assert [form.suffix for form in FORMATS].count(".csv") == 2

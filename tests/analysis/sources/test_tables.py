import json
from datetime import datetime
from pathlib import Path

import pytest

from analysis.articles import Item, Problem
from analysis.sources import Columns, Sources, preview
from analysis.sources.delimited import read_rows
from analysis.sources.files import file_on_disk
from tests.analysis.sources.making import items_of, problems_of, read, write, xlsx

LONG = "The harbour was closed on Tuesday; ships waited outside, and nobody knew for how long."


def chosen(**columns):
    return Sources(columns=Columns(**columns))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", ":", "¦", "§", "/"])
def test_any_delimiter_is_found_by_the_header(tmp_path, delimiter):
    rows = [["Title", "Body", "Date"], ["A", "One.", "2016-05-04"]]
    [item] = read(tmp_path / "a.csv", "\n".join(delimiter.join(row) for row in rows))

    assert (item.headline, item.text, item.published) == ("A", "One.", "2016-05-04")


def test_the_delimiter_may_be_stated_as_excel_does(tmp_path):
    [item] = read(tmp_path / "a.csv", "sep=;\ntitle;text\nA, B;One.\n")

    assert (item.headline, item.text) == ("A, B", "One.")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_with_unknown_headers_names_its_columns(tmp_path, delimiter):
    rows = [["Nr", "Kopf", "Inhalt"], ["1", "A", LONG.replace(delimiter, "")], ["2", "B", LONG.replace(delimiter, "")]]
    [problem] = read(tmp_path / "a.csv", "\n".join(delimiter.join(row) for row in rows))

    assert problem.problem == "no column with the text"
    assert "'Nr', 'Kopf', 'Inhalt'" in problem.detail
    assert '[sources.columns] text = "Inhalt"' in problem.detail


def test_columns_can_be_chosen(tmp_path):
    sources = chosen(text="inhalt ", headline="Kopf")
    [item] = read(tmp_path / "a.csv", "Nr,Kopf,Inhalt,date\n1,A,One.,2016-05-04\n", sources)

    assert (item.text, item.headline, item.published) == ("One.", "A", "2016-05-04")


def test_a_chosen_column_goes_before_those_that_are_known(tmp_path):
    [item] = read(tmp_path / "a.csv", "text,story\nSummary.,One.\n", chosen(text="story"))

    assert item.text == "One."


def test_a_table_without_the_chosen_column_is_read_by_the_names_that_are_known(tmp_path):
    [item] = read(tmp_path / "a.csv", "text,title\nOne.,A\n", chosen(text="story", headline="Kopf"))

    assert (item.text, item.headline) == ("One.", "A")


def test_chosen_fields_are_found_in_json_too(tmp_path):
    [item] = read(
        tmp_path / "a.jsonl", json.dumps({"story": "One.", "paper": "Gazette"}), chosen(text="story", outlet="paper")
    )

    assert (item.text, item.outlet) == ("One.", "Gazette")


class TestRowsWithMoreCellsThanTheHeader:
    def test_a_header_of_one_column_has_no_delimiter(self, tmp_path):
        [item] = read(tmp_path / "a.csv", "text\nRain, snow and wind; all came.\n")

        assert item.text == "Rain, snow and wind; all came."

    def test_a_text_in_the_last_column_goes_on(self, tmp_path):
        [item] = read(tmp_path / "a.csv", "title,text\nA,Rain, snow, and wind.\n")

        assert item.text == "Rain, snow, and wind."
        assert [notice.kind for notice in item.notices] == ["more cells than columns"]

    def test_what_belongs_to_no_column_is_noticed(self, tmp_path):
        [item] = read(tmp_path / "a.csv", "text,title\nRain, snow and wind.,A\n")

        assert (item.text, item.headline) == ("Rain", " snow and wind.")
        assert [tuple(notice) for notice in item.notices] == [("more cells than columns", "left out: A")]

    def test_blank_cells_at_the_end_are_nothing(self, tmp_path):
        [item] = read(tmp_path / "a.csv", "title,text\nA,One.,,\n")

        assert (item.text, item.notices) == ("One.", ())


class TestWithoutHeader:
    ROWS = f'1,"{LONG}",2016-05-04\n2,"{LONG}",2016-05-05\n'

    def test_the_columns_are_numbered(self, tmp_path):
        [problem] = read(tmp_path / "a.csv", self.ROWS)

        assert "'column 1', 'column 2', 'column 3'" in problem.detail

    def test_they_can_be_chosen_by_number(self, tmp_path):
        found = read(tmp_path / "a.csv", self.ROWS, chosen(text="column 2", published="Column 3"))

        assert [(item.text, item.published, item.place) for item in found] == [
            (LONG, "2016-05-04", "row 1"),
            (LONG, "2016-05-05", "row 2"),
        ]

    @pytest.mark.parametrize("ending", [".csv", ".tsv"])
    def test_one_column_is_a_list_of_texts(self, tmp_path, ending):
        texts = ["Rain, snow and wind came.", LONG, "The ferry was late again; nobody knew why."]

        assert [item.text for item in read(tmp_path / f"a{ending}", "\n".join(texts))] == texts

    @pytest.mark.parametrize("header", ["Story", "Inhalt", "lead paragraph"])
    def test_one_column_may_have_an_unknown_header(self, tmp_path, header):
        found = read(tmp_path / "a.csv", f'{header}\n"{LONG}"\n"{LONG}"\n')

        assert [item.text for item in found] == [LONG, LONG]


@pytest.mark.parametrize(
    "name",
    [
        *("comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf"),
        *("quotes_and_newlines", "simple", "simple_crlf", "utf8"),
    ],
)
def test_the_csv_spectrum_is_read_as_its_json_says(shared, name):
    found, expected = spectrum(shared, name)

    # The twin of one file has the line ends that the file was written with, and not those that it has now.
    assert found == [{key: value.replace("\r\n", "\n") for key, value in row.items()} for row in expected]


def test_the_csv_spectrum_with_marks_of_quotation_inside_cells(shared):
    # Its twin has another number in the first column, and the degree sign of neither file is in UTF-8.
    [found], expected = spectrum(shared, "location_coordinates")

    assert list(found) == list(expected)
    assert found["Location Coordinates"][:2] == "37"
    assert "36'37.8\"N 121" in found["Location Coordinates"]
    assert (found["Cities"], found["Counties"]) == (expected["Cities"], "Stanislaus")


def spectrum(shared, name):
    """The rows of a file of the spectrum, and what its twin says that they are."""
    folder = shared / "data" / "bad_input" / "csv_spectrum"
    path = folder / "csvs" / f"{name}.csv"
    expected = json.loads((folder / "json" / f"{name}.json").read_bytes().decode("utf-8", "replace"))
    headers, *rows = [cells for _, cells in read_rows(file_on_disk(path, path.name, Sources()), Sources())]
    return [dict(zip(headers, cells, strict=True)) for cells in rows], expected


class TestExcel:
    def test_every_sheet_is_a_table(self, tmp_path):
        content = xlsx(News=[["Title", "Text"], ["A", "One."]], Notes=[["who", "what"], ["me", "that"]], Empty=[])
        found = read(tmp_path / "a.xlsx", content)

        assert [(item.headline, item.text, item.place) for item in items_of(found)] == [
            ("A", "One.", "sheet 'News' row 2")
        ]
        assert problems_of(found) == [("a.xlsx", "sheet 'Notes'", "no column with the text")]

    @pytest.mark.parametrize(
        ("cell", "field"),
        [
            (datetime(2016, 5, 4, 10, 30), "2016-05-04T10:30:00"),
            (1462357800, "1462357800"),
            (7.0, "7"),
            (7.5, "7.5"),
            (True, "True"),
        ],
    )
    def test_a_cell_of_any_kind_is_text(self, tmp_path, cell, field):
        [item] = read(tmp_path / "a.xlsx", xlsx(Sheet=[["text", "date"], ["One.", cell]]))

        assert item.published == field

    def test_blank_rows_are_passed_over(self, tmp_path):
        rows = [[None, None], ["text", "title"], [None, None], ["One.", None], ["", "x"]]
        found = read(tmp_path / "a.xlsx", xlsx(Sheet=rows))

        assert [(item.text, item.place) for item in items_of(found)] == [("One.", "sheet 'Sheet' row 4")]
        assert problems_of(found) == [("a.xlsx", "sheet 'Sheet' row 5", "no text")]


class TestPreview:
    def test_it_shows_columns_and_first_rows(self, tmp_path):
        path = write(tmp_path / "a.csv", "Nr,Inhalt,date\n" + "1,One.,2016-05-04\n" * 20)
        shown = preview(path, n_rows=3)

        assert shown.headers == ("Nr", "Inhalt", "date")
        assert shown.columns == {"published": "date"}
        assert shown.rows == [["1", "One.", "2016-05-04"]] * 3

    def test_it_shows_what_was_chosen(self, tmp_path):
        path = write(tmp_path / "a.xlsx", xlsx(Sheet=[["Nr", "Inhalt"], ["1", "One."]]))

        assert preview(path, chosen(text="Inhalt")).columns == {"text": "Inhalt"}

    @pytest.mark.parametrize(("name", "content"), [("a.csv", b""), ("a.txt", b"x"), ("a.xlsx", b"PK\x03\x04xl/")])
    def test_what_is_no_table_has_none(self, tmp_path, name, content):
        assert preview(write(tmp_path / name, content)) is None


def test_items_and_problems_are_all_there_is(tmp_path: Path):
    found = read(tmp_path / "a.csv", "text\nOne.\n\n''\n")

    assert all(isinstance(one, Item | Problem) for one in found)

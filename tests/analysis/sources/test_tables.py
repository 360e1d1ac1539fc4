import json
from datetime import datetime
from pathlib import Path

import pytest

from analysis.articles import Item, Problem
from analysis.sources import FIELDS, Columns, KnownTable, Sources, find_in, replaced
from analysis.sources.delimited import read_rows
from tests.analysis.sources.making import items_of, problems_of, read, xlsx

LONG = "The harbour was closed on Tuesday; ships waited outside, and nobody knew for how long."


def chosen(**columns):
    """Settings that name columns; several names are divided by bars."""
    return Sources(columns=Columns(**{field: tuple(names.split("|")) for field, names in columns.items()}))


def known(*tables):
    return Sources(tables=tables)


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


def test_a_field_may_have_other_names_in_other_tables(tmp_path):
    sources = chosen(text="story|Volltext", headline="Kopf|slug")
    [one] = read(tmp_path / "a.csv", "slug,story\nA,One.\n", sources)
    [two] = read(tmp_path / "b.csv", "Volltext;Kopf\nTwo.;B\n", sources)

    assert [(item.headline, item.text) for item in (one, two)] == [("A", "One."), ("B", "Two.")]


@pytest.mark.parametrize(("header", "text"), [("story,Volltext", "One."), ("Volltext,story", "Two.")])
def test_the_first_of_several_names_wins(tmp_path, header, text):
    [item] = read(tmp_path / "a.csv", f"{header}\nOne.,Two.\n", chosen(text="story|Volltext"))

    assert item.text == text


def test_a_blank_name_is_none(tmp_path):
    [item] = read(tmp_path / "a.csv", ",text\nOne.,Two.\n", chosen(text=" "))

    assert item.text == "Two."


class TestKnownTables:
    def test_tables_with_columns_of_one_name_are_each_read_by_what_was_said_of_them(self, tmp_path):
        sources = known(
            KnownTable(("summary", "html"), text="html", headline="summary"),
            KnownTable(("name", "summary"), text="summary", headline="name"),
        )
        [one] = read(tmp_path / "a.csv", "summary,html\nA,One.\n", sources)
        [two] = read(tmp_path / "b.csv", "name,summary\nB,Two.\n", sources)

        assert [(item.headline, item.text) for item in (one, two)] == [("A", "One."), ("B", "Two.")]

    def test_case_order_and_spaces_of_headers_make_no_difference(self, tmp_path):
        [item] = read(
            tmp_path / "a.csv", "INHALT, kopf\nOne.,A\n", known(KnownTable(("Kopf", "Inhalt"), text="inhalt"))
        )

        assert item.text == "One."

    @pytest.mark.parametrize("columns", [{}, {"headline": ("date",)}])
    def test_a_field_that_was_not_said_is_not_in_them(self, tmp_path, columns):
        table = KnownTable(("story", "title", "date"), text="story")
        sources = Sources(tables=(table,), columns=Columns(**columns))
        [item] = read(tmp_path / "a.csv", "story,title,date\nOne.,Dr,2016-05-04\n", sources)

        assert (item.text, item.headline, item.published) == ("One.", None, None)

    @pytest.mark.parametrize("header", ["story,text", "story,text,more,extra"])
    def test_a_table_with_other_headers_is_read_by_the_names_that_are_known(self, tmp_path, header):
        sources = known(KnownTable(("story", "text", "more"), text="story"))
        cells = ["One.", "Two.", "x", "y"][: header.count(",") + 1]
        [item] = read(tmp_path / "a.csv", f"{header}\n{','.join(cells)}\n", sources)

        assert item.text == "Two."

    def test_every_field_can_be_said(self, tmp_path):
        table = KnownTable(tuple("abcdefg"), **dict(zip(FIELDS, "abcdefg", strict=True)))
        [item] = read(tmp_path / "a.csv", "a,b,c,d,e,f,g\n1,One.,A,Gazette,2016,Ada,https://x.example\n", known(table))

        assert (item.given_id, item.text, item.headline, item.outlet) == ("1", "One.", "A", "Gazette")
        assert (item.published, item.byline, item.url) == ("2016", "Ada", "https://x.example")

    def test_what_was_said_of_numbered_columns_holds_for_tables_without_a_header(self, tmp_path):
        sources = known(KnownTable(("column 1", "column 2"), text="column 2"))
        found = read(tmp_path / "a.csv", f'1,"{LONG}"\n2,"{LONG}"\n', sources)
        [problem] = read(tmp_path / "b.csv", f'Kopf,Inhalt\nA,"{LONG}"\n', sources)

        assert [item.text for item in found] == [LONG, LONG]
        assert problem.problem == "no column with the text"

    @pytest.mark.parametrize(
        ("row", "field"),
        [
            ({"story": "One.", "paper": "Gazette", "tags": []}, "Gazette"),
            ({"story": "One.", "paper": "Gazette"}, "Gazette"),
            ({"story": "One."}, None),
        ],
    )
    def test_an_object_may_lack_keys_of_its_like(self, tmp_path, row, field):
        table = KnownTable(("story", "paper", "tags"), text="story", outlet="paper")
        [item] = read(tmp_path / "a.jsonl", json.dumps(row), known(table))

        assert (item.text, item.outlet) == ("One.", field)

    def test_an_object_is_read_as_the_closest_of_several_tables(self, tmp_path):
        wide = KnownTable(("story", "kind", "teaser", "desk"), text="teaser")
        narrow = KnownTable(("story", "kind", "teaser"), text="story")
        [item] = read(tmp_path / "a.jsonl", '{"story": "One.", "teaser": "Two."}', known(wide, narrow))

        assert item.text == "One."

    def test_what_is_said_anew_takes_the_place_of_what_was_said(self):
        old, other, new = (
            KnownTable(("A", "b"), text="b"),
            KnownTable(("c",), text="c"),
            KnownTable(("b", "a"), text="a"),
        )

        assert replaced((old, other), (new,)) == (new, other)


def test_the_column_of_an_index_needs_no_name(tmp_path):
    [problem] = read(tmp_path / "a.csv", f',Kopf,Inhalt\n0,A,"{LONG}"\n1,B,"{LONG}"\n')

    assert "'', 'Kopf', 'Inhalt'" in problem.detail


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


def opened(path):
    [file] = find_in(path.name, lambda: path.open("rb"), path.stat().st_size, Sources())
    return file


def spectrum(shared, name):
    """The rows of a file of the spectrum, and what its twin says that they are."""
    folder = shared / "data" / "bad_input" / "csv_spectrum"
    path = folder / "csvs" / f"{name}.csv"
    expected = json.loads((folder / "json" / f"{name}.json").read_bytes().decode("utf-8", "replace"))
    headers, *rows = [cells for _, cells in read_rows(opened(path), Sources())]
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


def test_items_and_problems_are_all_there_is(tmp_path: Path):
    found = read(tmp_path / "a.csv", "text\nOne.\n\n''\n")

    assert all(isinstance(one, Item | Problem) for one in found)

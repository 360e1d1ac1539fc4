"""How a table would be read is shown before it is read."""

import io
import json
import zipfile

import pytest

from analysis.articles import Item
from analysis.sources import Columns, KnownTable, Sources, find_in, preview, read_items
from tests.analysis.sources.making import write, xlsx

LONG = "The harbour was closed on Tuesday; ships waited outside, and nobody knew for how long."
ROWS = [{"nr": 1, "story": "One."}, {"nr": 2, "story": "Two.", "paper": "Gazette"}]


def previews(name, content, sources=None, n_rows=5):
    sources, raw = sources or Sources(), content.encode() if isinstance(content, str) else content
    files = find_in(name, lambda: io.BytesIO(raw), len(raw), sources)
    return [table for file in files for table in preview(file, sources, n_rows)]


def test_a_table_shows_its_columns_and_first_rows():
    [shown] = previews("a.csv", "Nr,Inhalt,date\n" + "1,One.,2016-05-04\n" * 20, n_rows=3)

    assert (shown.source_path, shown.place, shown.has_header) == ("a.csv", "", True)
    assert shown.headers == ("Nr", "Inhalt", "date")
    assert shown.columns == {"published": "date"}
    assert shown.rows == (("1", "One.", "2016-05-04"),) * 3


def test_a_table_without_a_header_has_numbered_columns():
    [shown] = previews("a.csv", f'1,"{LONG}"\n2,"{LONG}"\n')

    assert (shown.headers, shown.has_header) == (("column 1", "column 2"), False)
    assert len(shown.rows) == 2


@pytest.mark.parametrize(
    "sources",
    [
        Sources(columns=Columns(text=("Inhalt",), id=("Nr",))),
        Sources(tables=(KnownTable(("Nr", "Inhalt"), text="Inhalt", id="Nr"),)),
    ],
)
def test_it_shows_what_was_chosen(sources):
    [shown] = previews("a.xlsx", xlsx(Sheet=[["Nr", "Inhalt"], ["1", "One."]]), sources)

    assert shown.columns == {"id": "Nr", "text": "Inhalt"}


def test_each_sheet_that_has_rows_is_a_table():
    content = xlsx(News=[["Title", "Text"], ["A", "One."]], Empty=[], Notes=[["who", "what"], ["me", "that"]])

    assert [(shown.place, shown.headers) for shown in previews("a.xlsx", content)] == [
        ("News", ("Title", "Text")),
        ("Notes", ("who", "what")),
    ]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.jsonl", "\n".join(map(json.dumps, ROWS)) + "\n{torn", ""),
        ("a.json", json.dumps(ROWS), ""),
        ("a.json", "\n".join(map(json.dumps, ROWS)), ""),
        ("a.json", json.dumps({"of": "May", "found": {"docs": ROWS}}), "found.docs"),
    ],
)
def test_objects_are_rows_with_the_keys_of_all(name, content, place):
    [shown] = previews(name, content)

    assert (shown.place, shown.headers) == (place, ("nr", "story", "paper"))
    assert shown.rows == (("1", "One.", ""), ("2", "Two.", "Gazette"))
    assert shown.columns == {}


def test_one_object_is_one_row():
    [shown] = previews("a.json", '{"story": "One.", "title": "A"}')

    assert (shown.columns, shown.rows) == ({"headline": "title"}, (("One.", "A"),))


def test_tables_in_archives_are_shown():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("inner/b.csv", "Nr,Inhalt\n1,One.\n")
        archive.writestr("a.txt", "A text.")

    assert [shown.source_path for shown in previews("a.zip", made.getvalue())] == ["a.zip/inner/b.csv"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"\n\n"),
        ("a.txt", b"x"),
        ("a.xlsx", b"PK\x03\x04xl/"),
        ("a.json", b"[1, 2]"),
        ("a.json", b"7"),
        ("a.json", b"{"),
        ("a.json", b"[" * 100_000),
        ("a.json", b'{"a": {"story": "One."}, "b": {"story": "Two."}}'),
        ("a.jsonl", b"not JSON"),
        ("a.zip", b"PK"),
    ],
)
def test_what_is_no_table_has_no_preview(name, content):
    sources = Sources()
    files = [
        file
        for file in find_in(name, lambda: io.BytesIO(content), len(content), sources)
        if not isinstance(file, tuple)
    ]

    assert [table for file in files for table in preview(file, sources)] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "nr;story\n1;One.\n2;Two.\n"),
        ("a.csv", f",kind,story\n0,news,{LONG.replace(',', '')}\n1,news,{LONG.replace(',', '')}\n"),
        ("a.csv", f'7,"{LONG}"\n8,"{LONG}"\n'),
        ("a.xlsx", xlsx(Sheet=[["nr", "story"], [1, "One."], [2, "Two."]])),
        ("a.jsonl", "\n".join(map(json.dumps, ROWS))),
        ("a.json", json.dumps({"docs": ROWS})),
    ],
)
def test_what_is_said_of_a_preview_is_how_the_file_is_read(tmp_path, name, content):
    [shown] = previews(name, content)
    column = next(header for header in ("story", "column 2") if header in shown.headers)
    sources = Sources(tables=(KnownTable(shown.headers, text=column),))

    items = list(read_items([write(tmp_path / name, content)], sources))

    assert all(isinstance(item, Item) for item in items)
    assert tuple(item.text for item in items) == tuple(row[shown.headers.index(column)] for row in shown.rows)

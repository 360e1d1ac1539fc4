"""What the page of the data asks about files that are given, before it analyses them."""

import json

import pytest

from analysis.bundle import open_bundle
from analysis.sources import KnownTable
from figures import words
from tests.pages.elements import markdown, warnings

LONG = "The harbour was closed on Tuesday; ships waited outside, and nobody knew for how long."
UNKNOWN = f'Nr,Kopf,Inhalt,date\n1,A,"{LONG}",2016-05-04\n2,B,"{LONG}",2016-05-05\n'
LEAVE_OUT = "Leave this table out"


@pytest.fixture
def give(open_page, bundle_of):
    """Open the page of the data and give it files; further parts of the session's memory can be set."""

    def _give(*files, collection="two articles", **session):
        page = open_page("pages/data.py", bundle_of(collection).folder)
        for name, value in session.items():
            page.session_state[name] = value
        for name, content in files:
            page.file_uploader[0].upload(name, content.encode(), "application/octet-stream")
        return page.run()

    return _give


def selects(page, label="Text (required)"):
    return [select for select in page.selectbox if select.label == label]


def analyse(page):
    return page.button(key="analyse").click().run()


def test_nothing_is_asked_of_a_table_that_is_known_by_name(give):
    page = give(("a.csv", f'title,text\nA,"{LONG}"\n'))

    assert "Which column is what" not in markdown(page)
    assert [expander.label for expander in page.expander][:1] == [
        "The columns of 1 table are known: look at them or change them"
    ]
    assert [select.value for select in selects(page)] == ["text"]


def test_the_text_of_an_unknown_table_must_be_chosen(give):
    page = give(("a.csv", UNKNOWN))

    assert words.plain("a.csv") in markdown(page)
    assert [select.value for select in selects(page)] == [None]
    assert [select.value for select in selects(page, "Date")] == ["date"]
    assert selects(page)[0].options == ["Nr", "Kopf", "Inhalt", "date", LEAVE_OUT]

    page = analyse(page)
    assert [error.value for error in page.error] == [words.plain("Say first which column holds the text of a.csv.")]


def test_each_kind_of_table_is_asked_about_once(give):
    other = json.dumps({"story": LONG, "paper": "Gazette"})
    page = give(("a.csv", UNKNOWN), ("b.csv", UNKNOWN.replace("A", "C")), ("c.jsonl", other))

    assert len(selects(page)) == 2
    assert words.plain("a.csv and 1 table like it") in markdown(page)


def test_a_doubtful_choice_is_said(give):
    page = give(("a.csv", UNKNOWN))
    selects(page)[0].select("Nr").run()

    assert warnings(page) == [words.plain("“Nr” holds values like “1”. Is that the text of an article?")]


def test_what_was_said_before_is_not_asked_again(give):
    known = KnownTable(("nr", "KOPF", "Inhalt ", "date"), text="Inhalt", headline="Kopf")
    page = give(("a.csv", UNKNOWN), known_tables=(known,))

    assert "Which column is what" not in markdown(page)
    assert [select.value for select in selects(page)] == ["Inhalt"]
    assert [select.value for select in selects(page, "Headline")] == ["Kopf"]
    assert [select.value for select in selects(page, "Date")] == [""]


def test_numbered_columns_are_asked_about_again_with_what_was_said_before(give):
    page = give(
        ("a.csv", f'1,"{LONG}"\n2,"{LONG}"\n'), known_tables=(KnownTable(("column 1", "column 2"), text="column 2"),)
    )

    assert "Which column is what" in markdown(page)
    assert [select.value for select in selects(page)] == ["column 2"]


def test_a_table_may_be_left_out(give):
    page = give(("a.csv", UNKNOWN))
    selects(page)[0].select("\0").run()

    assert warnings(page) == []
    assert "among the problems" in markdown(page)


def test_headers_and_cells_come_out_as_text(give):
    snippet = "<script>alert(1)</script> ![x](http://x.example) $x$ :red[x]"
    page = give(("a.csv", f'"{snippet}",Kopf,Kopf\n"{snippet}",x,y\n'), (f"{snippet}.csv", UNKNOWN))
    for select in selects(page):
        select.select(select.options[0]).run()

    assert not page.exception
    assert snippet not in markdown(page)


@pytest.mark.parametrize(
    "content",
    ["", "\n\n", ",,\n,,\n", "a,a\n1,2\n", '"x', "\udcff".encode("utf-8", "replace").decode(), "\ufeffa,b\n1\n"],
)
def test_any_table_can_be_given(give, content):
    page = give(("a.csv", content), ("a.json", content), ("a.xlsx", content), ("a.zip", content))

    assert not page.exception


@pytest.mark.parametrize(
    "row", [{"\ud800": "x", "story": "\udfff"}, {"": ""}, {"a" * 10_000: "b" * 100_000}, {"a": {"b": [1]}}]
)
def test_any_object_can_be_given(give, row):
    page = give(("a.json", json.dumps([row])))

    assert not page.exception


def test_nothing_is_analysed_where_nothing_is_given(give):
    page = analyse(give())

    assert warnings(page) == ["Nothing is given yet: choose files and wait until they are uploaded, or paste a text."]


def test_many_kinds_of_tables_are_not_all_asked_about(give):
    page = give(*((f"{number}.csv", UNKNOWN.replace("Nr", f"Nr{number}")) for number in range(15)))

    assert len(selects(page)) == 12
    assert warnings(page) == ["3 more kinds of tables have no known column of texts. Add them by themselves."]


def test_what_is_said_of_a_table_goes_into_the_settings_of_the_collection(give, tmp_path):
    page = give(("a.csv", UNKNOWN), ("b.csv", f'title,text\nA,"{LONG}"\n'))
    selects(page)[0].select("Inhalt")
    selects(page, "Headline")[0].select("Kopf").run()
    page = analyse(page)

    assert warnings(page) == []
    [made] = (tmp_path / "workspace" / "uploads").iterdir()
    bundle = open_bundle(made / "bundle")
    assert bundle.counts["articles"] == 3
    said = KnownTable(("Nr", "Kopf", "Inhalt", "date"), text="Inhalt", headline="Kopf", published="date")
    tables = bundle.manifest["settings"]["sources"]["tables"]
    assert [KnownTable(**{**table, "headers": tuple(table["headers"])}) for table in tables] == [said]
    assert page.session_state["known_tables"] == (said,)
    assert "3 articles read" in markdown(page)


def test_a_column_without_texts_makes_nothing_and_says_why(give, tmp_path):
    page = give(("a.csv", f'Nr,Leer,Inhalt\n1,,"{LONG}"\n'))
    selects(page)[0].select("Leer").run()
    page = analyse(page)

    assert words.plain("'Leer' is empty") in page.error[0].value
    assert list((tmp_path / "workspace" / "uploads").iterdir()) == []
    assert list((tmp_path / "workspace" / "incoming").iterdir()) == []

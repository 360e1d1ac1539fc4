"""The page Data saves any table, of what is selected or of all, and the collection as a whole."""

import io
import json

import numpy as np
import pytest

from analysis.exports import FORMATS, write_archive
from analysis.steps.sentiment import SENTENCES
from analysis.tables import TABLES
from tests.pages.elements import elements, markdown, warnings
from ui.exports import Asked

PAGE = "pages/data.py"
NAMES = [form.name for form in FORMATS]


def offered(page):
    """The labels of the buttons that save something of the collection."""
    return [button.proto.label for button in elements(page, "download_button") if "Save the " in button.proto.label]


def choose(page, table, form="CSV"):
    page.selectbox(key="export_table").set_value(table)
    return page.selectbox(key="export_format").set_value(next(one for one in FORMATS if one.name == form)).run()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_offered_with_its_rows(table, sample, open_page):
    page = choose(open_page(PAGE, sample.folder), table.name)

    assert warnings(page) == []
    assert f"{sample.n_rows(table):,} row" in markdown(page)
    assert offered(page) == ["Save the table", "Save the collection (zip)"]


@pytest.mark.parametrize("form", NAMES)
def test_every_format_is_offered_with_its_size(form, sample, open_page):
    page = choose(open_page(PAGE, sample.folder), "sentences", form)

    assert warnings(page) == []
    assert " rows, about " in markdown(page)


def test_only_what_is_selected_is_saved_unless_the_reader_takes_all(sample, open_page):
    page = choose(open_page(PAGE, sample.folder, outlet="Marchland Post"), "stories")
    part = page.checkbox(key="export_part")
    some = sample.frame(TABLES[0], ["outlet"])["outlet"].eq("Marchland Post").sum()

    assert part.value
    assert f"Only what is selected, {some} of 60 articles: Marchland Post" in part.label.replace("\\", "")
    assert f"{some} rows" in markdown(page)
    assert "60 rows" in markdown(part.uncheck().run())


def test_where_all_is_selected_there_is_nothing_to_choose(sample, open_page):
    page = open_page(PAGE, sample.folder)

    assert not [box for box in page.checkbox if box.key == "export_part"]


def test_a_table_of_the_whole_collection_says_so(sample, open_page):
    page = choose(open_page(PAGE, sample.folder, q="flood"), "terms")

    assert "about the whole collection, whatever is selected" in markdown(page)


def test_texts_can_be_left_out_where_there_are_any(sample, open_page):
    page = open_page(PAGE, sample.folder)

    assert page.checkbox(key="export_no_text").label == "Without the texts of the articles"
    assert not [box for box in choose(page, "stories").checkbox if box.key == "export_no_text"]


def test_what_excel_cannot_hold_is_said_before_it_is_made(sample, open_page, monkeypatch):
    monkeypatch.setattr("ui.exports.n_rows_of", lambda *_: 1_048_576)
    page = choose(open_page(PAGE, sample.folder), "removed", "Excel")

    assert "Excel holds 1,048,575 rows" in page.warning[0].value.replace("\\", "")
    assert offered(page) == ["Save the collection (zip)"]


def test_what_is_too_large_for_a_page_is_left_to_the_command(sample, open_page, monkeypatch):
    monkeypatch.setattr("ui.exports._MOST_BYTES", 1)
    page = choose(open_page(PAGE, sample.folder), "sentences", "Parquet")

    assert offered(page) == []
    assert "python -m analysis export BUNDLE --table sentences --out sentences.parquet" in markdown(page)
    assert "python -m analysis export BUNDLE --out collection.zip" in markdown(page)


def test_the_file_is_named_by_its_table_and_fingerprint_and_holds_what_was_asked_for(sample):
    rows = np.array([3, 7])
    jsonl = next(form for form in FORMATS if form.suffix == ".jsonl")
    asked = Asked(sample, SENTENCES, jsonl, rows.tobytes(), with_text=True)
    out = io.BytesIO()
    asked.write(out)

    ids = sample.frame(TABLES[0], ["article_id"])["article_id"].iloc[rows].tolist()
    assert asked.name == f"sentences-{sample.fingerprint[:8]}.jsonl"
    assert {json.loads(line)["article_id"] for line in out.getvalue().splitlines()} == {*ids}


def archive_of(bundle):
    out = io.BytesIO()
    write_archive(bundle, out, "sample")
    return out.getvalue()


def give(page, content, *, adds=False):
    """The page after it was given a zip with the files of a collection."""
    if adds:
        page.radio(key="upload_where").set_value("add")
    page.file_uploader[0].upload("mine.zip", content, "application/zip").run()
    return page.button(key="analyse").click().run()


def test_a_saved_collection_is_opened_as_it_was(sample, bundle_of, open_page):
    page = give(open_page(PAGE, bundle_of("two articles").folder), archive_of(sample))

    assert warnings(page) == []
    assert "**60 articles**" in markdown(page)
    assert f"Fingerprint {sample.fingerprint}" in markdown(page)
    assert "60 articles read from mine." in page.success[0].value


def test_a_saved_collection_goes_into_no_other(sample, bundle_of, open_page):
    page = give(open_page(PAGE, bundle_of("two articles").folder), archive_of(sample), adds=True)

    assert "give it alone" in page.error[0].value
    assert "**2 articles**" in markdown(page)


def test_a_damaged_collection_is_not_opened(sample, bundle_of, open_page, tmp_path):
    torn = bytearray(archive_of(sample))
    torn[20_000:20_100] = bytes(100)
    page = give(open_page(PAGE, bundle_of("two articles").folder), bytes(torn))

    assert "Nothing was analysed: the zip is damaged" in page.error[0].value
    assert "**2 articles**" in markdown(page)
    assert not list((tmp_path / "workspace" / "uploads").iterdir())

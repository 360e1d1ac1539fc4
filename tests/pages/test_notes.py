"""Tags and notes on the pages: kept beside one's own collection or for the session, selected by, listed, as text."""

import shutil
from dataclasses import replace

import pytest

from analysis.bundle import NOTES
from analysis.notes import LONGEST_TAG, edit_notes, read_notes
from analysis.selection import articles_of
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import SNIPPETS

PAGE = "pages/articles.py"


@pytest.fixture
def own(sample, tmp_path):
    """The sample as a collection of the reader's own."""
    return replace(sample, folder=shutil.copytree(sample.folder, tmp_path / "own"))


def first_id(bundle):
    return articles_of(bundle)["article_id"].iloc[0]


def note_on(page, article_id, tags, text):
    page.multiselect(key=f"w_tags_{article_id}").set_value(tags).run()
    return page.text_area(key=f"w_note_{article_id}").set_value(text).run()


def test_what_is_noted_stays_beside_an_own_collection(own, open_page):
    article_id = first_id(own)
    edit_notes(own, lambda notes: notes.tag("another", ["to check"]))
    page = note_on(open_page(PAGE, own.folder, article=article_id), article_id, ["to check"], "Who said so?")

    assert warnings(page) == []
    assert read_notes(own.folder)[article_id].tags == ("to check",)
    assert read_notes(own.folder)[article_id].text == "Who said so?"
    assert "Kept with this collection" in markdown(page)
    again = open_page(PAGE, own.folder, article=article_id)
    assert again.text_area(key=f"w_note_{article_id}").value == "Who said so?"

    emptied = note_on(again, article_id, [], "")
    assert warnings(emptied) == []
    assert list(read_notes(own.folder).by_article) == ["another"]


def test_on_the_sample_it_is_kept_for_the_session_alone(sample, tmp_path, open_page):
    shutil.copytree(sample.folder, tmp_path / "workspace" / "sample")
    article_id = first_id(sample)
    page = open_page(PAGE, None, article=article_id)
    page.text_area(key=f"w_note_{article_id}").set_value("Mine").run()

    assert page.text_area(key=f"w_note_{article_id}").value == "Mine"
    assert "Kept for this visit only" in markdown(page)
    assert not (tmp_path / "workspace" / "sample" / NOTES).exists()
    assert open_page(PAGE, None, article=article_id).text_area(key=f"w_note_{article_id}").value == ""


@pytest.mark.parametrize("file", ["app.py", "pages/keywords.py", PAGE])
def test_a_tag_selects_on_every_page(file, own, open_page):
    ids = articles_of(own)["article_id"].tolist()
    edit_notes(own, lambda notes: notes.tag(ids[3], ["x"]).tag(ids[5], ["x"]).tag(ids[8], ["y"]))

    page = open_page(file, own.folder, tag="x")
    assert warnings(page) == []
    assert "2 of 60 articles" in markdown(page)
    edit_notes(own, lambda notes: notes.tag(ids[5], []))
    assert "1 of 60 articles" in markdown(page.run())
    assert "No article is in this selection" in markdown(open_page(file, own.folder, tag="z"))


def test_all_that_is_noted_is_listed_and_searched(own, open_page):
    ids = articles_of(own)["article_id"].tolist()
    edit_notes(own, lambda notes: notes.tag(ids[3], ["x"]).write(ids[5], "Ask the mayor").tag("gone", ["y"]))

    page = open_page(PAGE, own.folder)
    assert "2 of 2 articles" in markdown(page)
    assert "1 other with notes not in this collection now" in markdown(page)
    assert "1 of 2 articles" in markdown(open_page(PAGE, own.folder, note="mayor"))


@pytest.mark.parametrize("snippet", [*SNIPPETS, "\u202egnp.exe"])
def test_hostile_notes_come_out_as_text(snippet, own, open_page):
    article_id = first_id(own)
    edit_notes(own, lambda notes: notes.tag(article_id, [snippet[:LONGEST_TAG]]).write(article_id, snippet))

    for params in ({}, {"article": article_id}, {"tag": snippet[:LONGEST_TAG]}):
        page = open_page(PAGE, own.folder, **params)
        assert warnings(page) == []
        assert "<" not in snippet or snippet not in html(page)


def test_a_tag_that_turns_the_direction_turns_nothing_but_itself(own, open_page):
    edit_notes(own, lambda notes: notes.tag(first_id(own), ["\u202egnp.exe"]))

    assert "Selected: \u2068tagged \u202egnp.exe\u2069" in html(open_page(PAGE, own.folder, tag="\u202egnp.exe"))


def test_a_note_that_is_refused_stays_to_be_mended(own, open_page):
    article_id = first_id(own)
    page = open_page(PAGE, own.folder, article=article_id)
    page.text_area(key=f"w_note_{article_id}").set_value("x" * 10_001).run()

    assert "at most 10,000 characters" in page.error[0].value.replace("\\", "")
    assert len(page.text_area(key=f"w_note_{article_id}").value) == 10_001
    assert not (own.folder / NOTES).exists()


def test_a_damaged_file_is_said_and_the_page_works(own, open_page):
    (own.folder / NOTES).write_text("{")
    page = open_page(PAGE, own.folder)

    assert not page.exception
    assert "cannot be read" in page.error[0].value

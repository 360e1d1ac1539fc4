"""The page of the data among strangers: what it says before anything is given, and what happens at each limit."""

import json
import shutil

import pytest

from analysis.bundle import open_bundle
from figures import words
from tests.pages.elements import markdown, warnings
from ui.hosting import notes
from ui.hosting.settings import Limits

ROWS = [{"title": f"Rain {number}", "text": f"Rain fell on harbour {number}, they said."} for number in range(3)]


@pytest.fixture
def visit(open_page, monkeypatch, tmp_path, sample):
    """Open a page of a hosted server with these limits, and give it files."""
    shutil.copytree(sample.folder, tmp_path / "workspace" / "sample")

    def _visit(page="pages/data.py", given=(), **limits):
        monkeypatch.setenv("BROADSHEET_MODE", "hosted")
        for name, value in limits.items():
            monkeypatch.setenv(f"BROADSHEET_{name.upper()}", str(value))
        return give(open_page(page, None), given)

    return _visit


def give(page, rows):
    if rows:
        content = "\n".join(map(json.dumps, rows)).encode()
        page.file_uploader[0].upload("rows.jsonl", content, "application/octet-stream").run()
    return page


def analyse(page):
    return page.button(key="analyse").click().run()


def private(tmp_path):
    """The bundles that visitors have here."""
    return sorted((tmp_path / "workspace" / "private").glob("*/*/bundle"))


def test_the_page_says_before_it_what_may_be_given_and_what_becomes_of_it(visit):
    page = visit(articles=7)

    assert warnings(page) == []
    assert notes.before_upload(Limits(articles=7)) in markdown(page)
    assert "Up to 20 MB at once, 7 articles a collection, 300 seconds of analysis" in markdown(page)
    assert notes.PRIVACY.strip() in markdown(page)


def test_a_local_server_says_nothing_of_that(open_page, sample):
    page = open_page("pages/data.py", sample.folder)

    assert "only you get the link to it" in markdown(page)
    assert notes.PRIVACY.strip() not in markdown(page)


def test_the_note_names_no_limit_that_there_is_not():
    unlimited = Limits(0, 0, 0, 0, 0, 0, 0, 0, 0)

    assert notes.before_upload(unlimited).startswith("What you give is for you alone, and gone when you close")
    assert "minutes" not in notes.before_upload(unlimited)


def test_a_visitor_has_as_many_articles_and_collections_as_they_may_and_can_remove_them(visit, tmp_path):
    page = analyse(visit(given=ROWS, articles=2, collections=1))

    assert page.exception == []
    assert [len(private(tmp_path)), page.query_params["collection"]] == [1, private(tmp_path)[0].parent.name]
    counts = open_bundle(private(tmp_path)[0]).counts
    assert (counts["articles"], counts["problems"]) == (2, 1)
    assert "2 articles read from rows.jsonl" in page.success[0].value.replace("\\", "")

    page = analyse(give(page, ROWS[:1]))
    assert "you have 1 collection of your own, as many as a visitor may have here" in page.error[0].value
    assert len(private(tmp_path)) == 1

    page.button(key="remove_own").click().run()
    assert private(tmp_path) == []
    assert warnings(page) == []
    assert page.query_params.get("collection") is None


def test_what_is_full_takes_nothing_more(visit, tmp_path):
    page = visit(given=ROWS, articles=2)
    page.radio(key="upload_where").set_value("add").run()
    page = analyse(page)

    assert "at most 2 articles here" in page.error[0].value
    assert private(tmp_path) == []


@pytest.mark.parametrize(
    ("limits", "said"),
    [({"build_seconds": 1}, "longer than the 1 seconds"), ({"build_memory_mb": 150}, "more than the 150 MB of memory")],
)
def test_a_build_over_its_limits_says_so_and_leaves_nothing(visit, tmp_path, limits, said):
    page = analyse(visit(given=ROWS, **limits))

    assert words.plain("Nothing was analysed") in page.error[0].value
    assert said in page.error[0].value
    assert private(tmp_path) == []
    assert "collection" not in page.query_params


def test_files_that_are_too_large_together_are_refused(visit, tmp_path):
    page = analyse(visit(given=[{"text": "x" * 1_100_000}], upload_mb=1))

    assert page.error[0].value == "That is 1.1 MB together; at most 1 MB can be given here at once."
    assert private(tmp_path) == []


@pytest.mark.parametrize("file", ["app.py", "pages/data.py", "pages/articles.py"])
def test_a_link_to_what_was_private_says_that_it_is_gone(visit, file, open_page):
    visit()
    page = open_page(file, None, collection="A" * 22)

    assert [error.value for error in page.error] == ["This collection was private and is gone"]
    assert [link.proto.label for link in page.get("page_link") if link.proto.label.startswith("Open the first")]


def test_a_setting_that_cannot_be_lets_nobody_in(visit):
    page = visit(articles="many")

    assert not page.exception
    assert "must be a whole number" in page.info[0].value
    assert not page.get("file_uploader")


def test_a_shared_bundle_that_was_damaged_by_hand_is_refused_with_what_is_wrong(
    visit, open_page, tmp_path, monkeypatch, sample
):
    visit()
    damaged = shutil.copytree(sample.folder, tmp_path / "shared" / "damaged")
    table = next(damaged.glob("tables-*/topics.parquet"))
    table.write_bytes(table.read_bytes().replace(b"PAR1", b"PAR2", 1))
    monkeypatch.setenv("BROADSHEET_SHARED", str(tmp_path / "shared"))
    page = open_page("app.py", None, collection="damaged")

    assert not page.exception
    assert [error.value for error in page.error] == [words.plain("damaged: topics.parquet is damaged")]


def test_a_damaged_bundle_is_named_without_its_place(visit, open_page, tmp_path, monkeypatch, sample):
    visit()
    broken = shutil.copytree(sample.folder, tmp_path / "broken")
    shutil.rmtree(next(broken.glob("tables-*")))
    page = open_page("app.py", broken)

    assert str(tmp_path) not in markdown(page)
    assert page.error

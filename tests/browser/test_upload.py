"""An upload is analysed before the visitor's eyes; a bad one says what is wrong and leaves all as it was."""

import io
import re
import zipfile

import pytest

from tests.browser.driving import ROOT, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

SEEDS = ROOT / "seeds" / "articles"
DIRTY = [
    SEEDS / "harbour-gazette" / "strike-vote.txt",
    SEEDS / "tidewater-dispatch.csv",
    SEEDS / "evening-sextant.zip",
]


def upload(page, *files):
    page.locator(".st-key-upload input[type=file]").set_input_files(list(files))
    analyse = page.get_by_role("button", name="Analyse")
    expect(analyse).to_be_enabled()
    analyse.click()


def as_file(name, content):
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def empty_zip():
    made = io.BytesIO()
    zipfile.ZipFile(made, "w").close()
    return made.getvalue()


def test_dirty_files_become_a_collection_with_progress(dashboard, window):
    page = visit(window(), f"{dashboard}/data")

    upload(page, *DIRTY)

    expect(page.get_by_test_id("stProgress").first).to_be_visible()
    expect(page).to_have_url(re.compile("collection="), timeout=60_000)
    settle(page)
    found = re.search(
        r"(\d+) items found = (\d+) articles \+ (\d+) problems", page.get_by_test_id("stMain").inner_text()
    )
    items, articles, problems = map(int, found.groups())
    assert items == articles + problems > 10
    expect(page.get_by_text(re.compile(r"\d+ lines of \d+ articles")).first).to_be_visible()

    page.get_by_test_id("stSidebar").get_by_role("link", name="Overview").click()
    expect(page.locator("h4")).to_contain_text(f"{articles} articles")
    expect(visit(window(), page.url).locator("h4")).to_contain_text(f"{articles} articles")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.zip", empty_zip(), "the archive has no files"),
        ("table.csv", b"name,age\nAnn,31\nBob,42\n", "no column with the text"),
    ],
    ids=["an empty zip", "a table without a text"],
)
def test_a_bad_upload_says_so_and_changes_nothing(dashboard, window, name, content, said):
    page = visit(window(), f"{dashboard}/data?q=strike")
    before = page.get_by_text("items found =").inner_text()

    upload(page, as_file(name, content))

    message = page.get_by_test_id("stAlertContentError")
    expect(message).to_contain_text("Nothing was analysed")
    expect(message).to_contain_text(said)
    expect(message).not_to_contain_text("/uploads/")
    expect(page).to_have_url(f"{dashboard}/data?q=strike")
    expect(page.get_by_text("items found =")).to_have_text(before)

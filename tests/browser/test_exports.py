"""What leaves the dashboard: files that a reader saves, and pages without their controls."""

import json
import zipfile
from pathlib import Path

import pytest

from analysis.articles import ARTICLES
from analysis.bundle import open_bundle
from screenshots.camera import stand_still
from screenshots.faults import faults
from tests.browser.driving import settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

OUTLET = "Marchland Post"
# But for buttons whose words are what was found.
CONTROLS = "button:not([data-testid=stBaseButton-tertiary]), input, textarea, [role=combobox], [data-testid=stSidebar]"
PAGES = ["/", "/keywords?tab=apart&group=outlet:none", "/topics", "/sentiment", "/stories", "/articles?term=strike"]


def saved(page, label):
    """The file that the button with this label saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    return Path(download.value.path()), download.value.suggested_filename


def choose(page, key, option):
    page.locator(f".st-key-{key} [role=combobox]").click()
    page.get_by_role("option", name=option, exact=True).click()
    settle(page)


def test_a_table_and_the_whole_collection_are_saved(dashboard, window, sample, tmp_path):
    page = visit(window(), f"{dashboard}/data?outlet={OUTLET}")
    page.get_by_text("Save the data").click()
    choose(page, "export_table", "stories")
    choose(page, "export_format", "JSON lines")
    expect(page.get_by_text("Only what is selected")).to_be_visible()

    path, name = saved(page, "Save the table")

    articles = sample.frame(ARTICLES, ["article_id", "outlet"])
    ids = [json.loads(line)["article_id"] for line in path.read_text("utf-8").splitlines()]
    assert name == f"stories-{sample.fingerprint[:8]}.jsonl"
    assert ids == articles.loc[articles["outlet"] == OUTLET, "article_id"].tolist()

    path, name = saved(page, "Save the collection (zip)")
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path)
    (there,) = tmp_path.iterdir()
    open_bundle(there).check()
    assert open_bundle(there).fingerprint == sample.fingerprint


@pytest.mark.parametrize("path", PAGES)
def test_a_page_for_print_shows_no_controls_and_is_whole(path, dashboard, window):
    page = visit(window(), f"{dashboard}{path}{'&' if '?' in path else '?'}outlet={OUTLET}&view=print")

    stand_still(page)
    assert faults(page) == []
    expect(page.locator(".stated")).to_contain_text(f"Selected: {OUTLET}")
    shown = page.locator(CONTROLS).filter(visible=True)
    assert shown.evaluate_all("all => all.map(one => one.outerHTML.slice(0, 200))") == []


def test_paper_gets_any_page_without_its_controls(dashboard, window):
    page = visit(window(), f"{dashboard}/keywords?outlet={OUTLET}")
    expect(page.locator(".stated")).to_be_hidden()

    page.emulate_media(media="print")

    expect(page.locator(".stated")).to_be_visible()
    for hidden in (".st-key-selection", "[data-testid=stSidebar]", ".st-key-print_view"):
        expect(page.locator(hidden).first).to_be_hidden()

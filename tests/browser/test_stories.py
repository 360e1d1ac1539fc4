"""What a reader does with stories: choose one, see who carried it, set two versions side by side."""

import re

import pytest

from analysis.carriers import stories_of
from analysis.selection import articles_of
from tests.browser.driving import ENTRY_LINK, assert_fits, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

LINE = 'path[aria-roledescription="rect mark"]'
VERSIONS = ".versions"


@pytest.fixture(scope="module")
def largest(sample):
    """The articles of the story that most carried, and its mark."""
    articles = articles_of(sample)
    story = stories_of(articles).iloc[0]
    return articles[articles["story_id"] == story["story_id"]], story["mark"]


def test_from_a_line_to_the_carriers_to_two_versions_to_an_article_and_back(dashboard, largest, window):
    articles, mark = largest
    page = visit(window(), f"{dashboard}/stories")
    page.locator(LINE).first.click()

    expect(page).to_have_url(re.compile(f"mark={re.escape(mark).replace(':', '(:|%3A)')}"))
    expect(page.locator("[class*=st-key-evidence]").get_by_role("heading").first).to_have_text(
        re.compile(f"^{len(articles)} articles with the text of")
    )
    settle(page)
    expect(page.locator(ENTRY_LINK)).to_have_count(len(articles))
    listed = " ".join(page.locator("[class*=st-key-entry_] small").all_inner_texts())
    assert all(outlet in listed for outlet in articles["outlet"].dropna())

    heads = page.locator(f"{VERSIONS} .heads .whose")
    expect(heads).to_have_count(2)
    left, right = heads.all_inner_texts()
    assert left != right
    boxes = [page.locator(f"{VERSIONS} .heads .{side}").bounding_box() for side in ("left", "right")]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]
    expect(page.locator(f"{VERSIONS} .row.differs").first).to_be_visible()

    page.get_by_role("combobox", name="beside").click()
    page.get_by_role("option").last.click()
    expect(heads.nth(1)).not_to_have_text(right)
    expect(heads.nth(0)).to_have_text(left)
    settle(page)

    address = page.url
    page.locator(ENTRY_LINK).first.click()
    expect(page).to_have_url(re.compile("/articles.*article="))
    page.go_back()
    expect(page).to_have_url(address)
    expect(heads.nth(0)).to_have_text(left)


def test_in_a_narrow_window_the_page_fits_and_one_version_stands_above_the_other(dashboard, largest, window):
    page = visit(window(width=400), f"{dashboard}/stories?mark={largest[1]}")
    expect(page.locator(f"{VERSIONS} .row").first).to_be_visible()

    assert_fits(page)
    first, second = (page.locator(f"{VERSIONS} .heads .{side}").bounding_box() for side in ("left", "right"))
    assert first["y"] + first["height"] <= second["y"] + 1

"""Every page in a real browser: opened by a link, over the sample and over hostile articles."""

from importlib.resources import files
from urllib.parse import quote

import pytest

from screenshots.camera import stand_still
from screenshots.faults import faults
from tests.browser.conftest import HOSTILE
from tests.browser.driving import ENTRY_LINK, visit, widen
from tests.browser.layouts import differences
from tests.pages.making import SNIPPETS

expect = pytest.importorskip("playwright.sync_api").expect

PAGES = {
    "/": "Overview",
    "/keywords": "Keywords",
    "/topics": "Topics",
    "/sentiment": "Sentiment",
    "/stories": "Stories",
    "/articles": "Articles",
    "/data": "Data",
    "/report": "Report",
}
# The first mark that a page draws, its table, or its lines before and after cleaning, its buttons: what is on it last.
DRAWN = "[role=graphics-symbol], [data-testid=stDataFrame] canvas, .compare .line, .st-key-report_files button"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "title"), PAGES.items(), ids=PAGES.values())
def test_a_page_opens_by_a_link_and_fits_every_window(path, title, dashboard, window):
    page = visit(window(width=400), dashboard + path)

    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(DRAWN).first).to_be_attached()
    narrow = look_at(page, 400, "light")
    assert differences(page, title, 400) == []
    widen(page, 1024)
    wide = look_at(page, 1440, "dark")
    assert differences(page, title, 1440) == []
    assert narrow != wide


def look_at(page, width, scheme):
    """The background of the page at this width in this scheme, which is open to all and free of faults."""
    page.emulate_media(color_scheme=scheme)
    widen(page, width)
    stand_still(page)
    assert faults(page) == []
    assert violations(page) == []
    return page.get_by_test_id("stApp").evaluate("app => getComputedStyle(app).backgroundColor")


def violations(page):
    """What axe-core finds on the page that WCAG 2.2, level AA, forbids: the rule, and where."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {{runOnly: {WCAG}, resultTypes: ['violations']}})")["violations"]
    return [(rule["id"], node["html"][:200]) for rule in found for node in rule["nodes"]]


def test_hostile_articles_run_nothing_and_call_nobody(dashboard, window):
    page = window()
    outlet = quote(" ".join(SNIPPETS)[:80])
    links, opened = [], set()
    for path in (
        *(f"{path}?" for path in PAGES),
        f"/keywords?outlet={outlet}&term=flood",
        f"/?mark=outlet:{outlet}",
        "/topics?mark=topic:0",
        "/sentiment?mark=days:2026-03-01..2026-03-31",
    ):
        visit(page, f"{dashboard}{path}&collection={HOSTILE}")
        open_new_boxes(page, opened)

        assert_is_text(page)
        links += page.locator(ENTRY_LINK).evaluate_all("all => all.map(one => one.href)")
    for link in links[:2] + links[-2:]:
        visit(page, f"{link}&q=script")
        page.locator("article h2").wait_for()

        assert_is_text(page)
        assert page.locator("article").locator("script, img, svg, iframe").count() == 0
    assert len(links) > 10


def open_new_boxes(page, opened):
    """Open what a page keeps closed and what `opened` does not name yet, one after the other."""
    boxes = page.get_by_test_id("stPopoverButton")
    for number, name in enumerate(boxes.all_inner_texts()):
        if name in opened:
            continue
        opened.add(name)
        boxes.nth(number).click()
        page.get_by_test_id("stPopoverBody").first.wait_for()
        for field in page.get_by_test_id("stPopoverBody").locator("[role=combobox]").all():
            field.click()
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")


def assert_is_text(page):
    """Nothing of an article was run, or became an image, a formula, colour or an icon."""
    assert page.evaluate("window.pwned") is None
    made = page.locator(
        ".katex, [class*=stMarkdownColored], [href^='javascript:'], [href^='file:'], [src*=invalid], img[src=x]"
    )
    assert made.evaluate_all("all => all.map(one => one.outerHTML)") == []
    assert "home" not in page.get_by_test_id("stIconMaterial").all_inner_texts()

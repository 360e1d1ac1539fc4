"""What a reader does on the page of keywords: compare two groups, read a term in its context, see where it stands."""

import re

import pytest

from tests.browser.driving import assert_fits, settle, visit, widen

expect = pytest.importorskip("playwright.sync_api").expect

BAR = "path[aria-roledescription=bar]"
LINE = ".kwic a"
STRIP = 'path[aria-roledescription="rect mark"]'
READER = "[class*=st-key-reader] article"


def test_from_a_group_to_what_sets_it_apart_to_a_line_to_its_sentence_and_back(dashboard, window):
    page = visit(window(), f"{dashboard}/keywords")
    page.get_by_role("radio", name="What sets it apart").click()
    page.locator(".st-key-offer_outlet_0 button").click()
    expect(page).to_have_url(re.compile("tab=apart&group=outlet"))
    bar = page.locator(BAR).first
    term, name, n_articles = re.match(r"(.+?): z \+[\d.]+; (.+?): (\d+) of", bar.get_attribute("aria-label")).groups()
    bar.click()
    heading = page.locator("[class*=st-key-evidence]").get_by_role("heading")
    expect(heading).to_have_text(re.compile(rf"^{n_articles} articles? with “{re.escape(term)}”.* from", re.IGNORECASE))
    assert name in heading.inner_text()
    settle(page)

    page.get_by_role("radio", name="In context").click()
    expect(page).to_have_url(re.compile("panel=lines"))
    page.get_by_role("radio", name="Word after").click()
    expect(page).to_have_url(re.compile("order=after"))
    settle(page)
    middles = {
        round(box["x"] + box["width"] / 2)
        for box in (mark.bounding_box() for mark in page.locator(f"{LINE} mark").all())
    }
    assert max(middles) - min(middles) <= 1
    line = page.locator(LINE).last
    before, address = line.locator(".before").inner_text(), page.url
    line.click()

    expect(page).to_have_url(re.compile("/articles.*article=.*term="))
    marks = page.locator(f"{READER} mark.term")
    expect(marks.first).to_be_visible()
    assert before.split()[-1] in page.locator(READER).inner_text() if before.split() else True
    page.go_back()
    expect(page).to_have_url(address)
    expect(page.locator(LINE).first).to_be_visible()


def test_a_line_of_a_strip_shows_where_the_term_stands_in_that_article(dashboard, window):
    page = visit(window(), f"{dashboard}/keywords?term=strike&panel=spread")
    one = page.locator(STRIP).first
    n_lines = int(re.search(r"(\d+) occurrences?$", one.get_attribute("aria-label"))[1])
    one.click()

    expect(page).to_have_url(re.compile("at="))
    expect(page.locator(LINE)).to_have_count(n_lines)


@pytest.mark.parametrize(
    "address", ["term=strike&panel=lines", "term=strike&panel=spread", "tab=apart&q=strike", "tab=apart"]
)
def test_the_page_fits_the_window(address, dashboard, window):
    page = visit(window(width=400), f"{dashboard}/keywords?{address}")

    expect(page.locator(f"{BAR}, .st-key-offered_outlet button").first).to_be_attached()
    assert_fits(page)
    widen(page, 1440)

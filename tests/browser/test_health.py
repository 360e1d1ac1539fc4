"""Before the charts: from a count of what is wrong to its articles, to one of them, and to a file."""

import csv
import re

import pytest

from tests.browser.driving import ENTRY_LINK, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

EVIDENCE = "[class*=st-key-evidence]"
FINDING = "[class*=st-key-finding_check] button"


def test_from_a_count_to_its_articles_to_a_file_and_to_the_reader(dashboard, window):
    page = visit(window(width=400), f"{dashboard}/data")
    finding = page.locator(FINDING).filter(has_text="without a date")
    number, phrase = re.search(r"(\d+) articles \(.*?\) (.+)", finding.inner_text()).groups()

    finding.click()

    heading = page.locator(EVIDENCE).get_by_role("heading")
    expect(heading).to_have_text(f"{number} articles {phrase}")
    expect(page.locator(ENTRY_LINK)).to_have_count(int(number))
    expect(page).to_have_url(re.compile("mark=health"))
    # The address alone opens the list again, as a link does that somebody was sent.
    visit(page, page.url)
    expect(page.locator(ENTRY_LINK)).to_have_count(int(number))
    # On a narrow page the charts above still push the button down while they are drawn.
    settle(page)
    save = page.get_by_role("button", name="Save the list (CSV)")
    save.hover()
    with page.expect_download() as saved:
        save.click()
    with saved.value.path().open(encoding="utf-8-sig", newline="") as lines:
        assert len(list(csv.DictReader(lines))) == int(number)

    address = page.url
    page.locator(ENTRY_LINK).first.click()
    expect(page).to_have_url(re.compile("/articles.*article="))
    settle(page)
    page.go_back()
    expect(page).to_have_url(address)
    expect(heading).to_have_text(f"{number} articles {phrase}")

    page.locator(FINDING).filter(has_text="without a date").click()
    expect(page.locator(EVIDENCE)).to_have_count(0)

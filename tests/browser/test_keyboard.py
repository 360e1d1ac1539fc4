"""Single keys do what widgets do, but not in a field, and not for those who switch them off."""

import re

import pytest

from tests.browser.driving import ENTRY_LINK, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

FIELD = ".st-key-w_q input"
LISTED = "dialog dt"


def headline_after(page, press):
    """The headline of the reader when a key that was pressed has taken it to another article."""
    heading = page.locator("article h2")
    before = heading.inner_text() if heading.count() else ""
    address = page.url
    page.keyboard.press(press)
    page.wait_for_function("address => location.href !== address", arg=address)
    settle(page)
    expect(heading).not_to_have_text(before)
    return heading.inner_text()


def test_keys_search_and_walk_through_articles_and_hits(dashboard, window):
    page = visit(window(), f"{dashboard}/articles?q=port")

    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("j?")
    expect(page.locator(FIELD)).to_have_value("j?")
    page.locator(FIELD).fill("port")
    page.locator("h1").click()

    first = headline_after(page, "j")
    assert headline_after(page, "j") != first
    assert headline_after(page, "k") == first
    expect(page.locator(".st-key-previous_article a")).to_have_attribute("disabled", re.compile(".*"))
    page.keyboard.press("n")
    expect(page.locator("mark.hit.current").first).to_be_in_viewport()

    page.keyboard.press("?")
    expect(page.locator(LISTED)).to_have_text(["/", "j", "k", "n", "p", "?"])
    address = page.url
    page.keyboard.press("j")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator(LISTED).first).to_be_hidden()
    for key in ("j", "/", "?"):
        page.keyboard.press(key)
    expect(page.locator(LISTED).first).to_be_hidden()
    expect(page.locator(FIELD)).not_to_be_focused()
    assert page.url == address

    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Use these keys").check()
    page.get_by_role("button", name="Close").last.click()
    visit(page, f"{dashboard}/keywords?term=port")
    page.locator(ENTRY_LINK).nth(1).wait_for()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(ENTRY_LINK).nth(1)).to_be_focused()

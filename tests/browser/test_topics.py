"""What a reader does with topics: rename, merge, split and hide them, take it back, and have another number of them."""

import re

import pytest

from tests.browser.driving import assert_fits, settle, visit, widen

expect = pytest.importorskip("playwright.sync_api").expect

BAR = "path[aria-roledescription=bar]"
CARD = "[class*=st-key-topic_]:not(.st-key-topic_changes)"
NAME = "Docks & <b>wages</b>"
_NUMBER = re.compile(r": (\d+) articles?")


@pytest.fixture
def topics(dashboard, window, sample):
    """The page of topics of the sample, drawn."""
    page = visit(window(), f"{dashboard}/topics")
    expect(page.locator(CARD)).to_have_count(sample.counts["topics"])
    return page


def edit(page, key):
    """The menu of what can be done with one topic, open."""
    page.locator(f".st-key-edit_{key} button").first.click()
    body = page.get_by_test_id("stPopoverBody")
    expect(body.get_by_role("button", name="Hide this topic")).to_be_visible()
    return body


def done(page, n_topics, said):
    """Wait until there are so many topics and the page says what was done last."""
    expect(page.locator(".st-key-edits")).to_contain_text(said)
    expect(page.locator(CARD)).to_have_count(n_topics)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    settle(page)


def size(page, name):
    """How many articles the bar of a topic counts."""
    bar = page.locator(f'{BAR}[aria-label^="{name}"]')
    return int(_NUMBER.search(bar.get_attribute("aria-label"))[1])


def rename(page, key, name):
    body = edit(page, key)
    body.get_by_role("textbox", name="Name").fill(name)
    page.keyboard.press("Enter")


def test_topics_are_renamed_merged_split_and_hidden_and_all_is_taken_back(topics, sample):
    n_topics = sample.counts["topics"]
    rename(topics, 0, NAME)
    done(topics, n_topics, "is called")
    expect(topics.locator(CARD).first).to_contain_text(NAME)
    alone = size(topics, NAME)

    body = edit(topics, 3)
    body.get_by_role("combobox", name="Merge into").fill("Docks")
    topics.get_by_role("option", name=NAME).click()
    done(topics, n_topics - 1, "is merged into")
    assert size(topics, NAME) > alone
    expect(topics.locator(CARD).first).to_contain_text("Made by you")

    edit(topics, 1).get_by_role("button", name="Split").click()
    done(topics, n_topics, "is split into 2")
    edit(topics, 2).get_by_role("button", name="Hide this topic").click()
    done(topics, n_topics - 1, "1 topic hidden")

    for left in (n_topics, n_topics - 1, n_topics):
        topics.get_by_role("button", name="Undo").click()
        expect(topics.locator(CARD)).to_have_count(left)
        settle(topics)
    assert size(topics, NAME) == alone
    topics.get_by_role("button", name="Undo").click()
    expect(topics.get_by_text(NAME)).to_have_count(0)


def test_a_number_of_the_chart_goes_into_the_box(topics):
    topics.locator('path[aria-roledescription="rect mark"][aria-label^="5 topics"]').click()

    expect(topics.get_by_role("spinbutton", name="Number of topics")).to_have_value("5")


def test_the_page_fits_the_window(dashboard, window):
    page = visit(window(width=400), f"{dashboard}/topics?q=strike")

    expect(page.locator(CARD).first).to_be_visible()
    assert_fits(page)
    widen(page, 1440)

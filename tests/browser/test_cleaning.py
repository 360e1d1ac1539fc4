"""Cleaning in a real browser: what was taken out is seen in its place, and comes back when its rule is off."""

import json
import re
from urllib.parse import quote

import pytest

from analysis.articles import ARTICLES
from analysis.staging import ITEMS
from tests.browser.conftest import HOSTILE
from tests.browser.driving import assert_fits, settle, visit, widen
from tests.pages.making import SNIPPETS, hostile

expect = pytest.importorskip("playwright.sync_api").expect

RULE, LINE = "advertisement", "Advertisement"
BUILDING = 90_000
SHARED_RULE = "copyright"
ARTICLES_OF_OWN = (
    (
        "Dockers vote",
        "The harbour strike entered its second week with great anger among the dockers, the union said.",
        "The port authority asked for new talks, and the dockers said that they would come on Monday.",
    ),
    (
        "Banker guilty",
        "A court in Leeds found the former banker guilty of a terrible fraud on Monday, his lawyer said.",
        "The judge spoke of a cold plan, and said that the old people who lost all would be heard in May.",
    ),
)
# Streamlit draws a table on a canvas: the box of a row is as far from its left edge and its head as this.
ROW_BOX = {"x": 14, "y": 35 + 17}


def flip(page, rule):
    """Flip the switch of `rule` from the keyboard."""
    page.get_by_role("switch", name=rule, exact=True).press("Space")


def compared(page):
    return page.locator(".compare .line .text").evaluate_all("found => found.map(text => text.textContent)")


def open_upload(page, dashboard):
    """A collection of this session, with two articles that have a line in common which a rule takes."""
    rows = [
        {"id": name, "title": name, "text": f"{first}\n\n{LINE}\n\n{second}"} for name, first, second in ARTICLES_OF_OWN
    ]
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    visit(page, f"{dashboard}/data")
    page.locator("[class*=st-key-upload_] input[type=file]").set_input_files(
        [{"name": "rows.jsonl", "mimeType": "application/json", "buffer": content}]
    )
    expect(page.get_by_role("button", name=re.compile("^Remove "))).to_have_count(1)
    settle(page)
    page.get_by_role("button", name="Analyse", exact=True).click()
    expect(page).to_have_url(re.compile("collection="), timeout=BUILDING)
    settle(page)
    return page


def test_a_rule_of_an_own_collection_is_switched_off_and_on_again(dashboard, window):
    page = open_upload(window(), dashboard)
    own = page.url
    expect(page.locator(".compare .line.cut .text")).to_have_text(LINE)
    expect(page.locator(".compare .line.cut .why")).to_contain_text(RULE)
    expect(page.locator(".compare .read", has_text=LINE)).to_have_count(0)

    flip(page, RULE)
    expect(page.locator(".st-key-cleaning_change")).to_contain_text(f"1 rule will be off: {RULE}.")
    page.get_by_role("button", name="Analyse anew").click()

    expect(page.locator(".compare .read", has_text=LINE)).to_have_count(1, timeout=BUILDING)
    expect(page.get_by_text(f"Off: {RULE}")).to_be_visible()
    expect(page).to_have_url(own)
    expect(page.get_by_role("switch", name=RULE, exact=True)).not_to_be_checked()
    expect(page.locator(".compare .line.cut")).to_have_count(0)
    page.get_by_role("link", name="Open in the reader").first.click()
    expect(page.locator("article")).to_contain_text(LINE)

    visit(page, own)
    flip(page, RULE)
    expect(page.locator(".st-key-cleaning_change")).to_contain_text(f"1 rule will be on again: {RULE}.")
    page.get_by_role("button", name="Analyse anew").click()
    expect(page.locator(".compare .line.cut .text")).to_have_text(LINE, timeout=BUILDING)


def test_of_a_collection_that_others_see_a_version_of_ones_own_is_made(dashboard, window):
    page = visit(window(), f"{dashboard}/data")

    flip(page, SHARED_RULE)
    expect(page.locator(".st-key-cleaning_change")).to_contain_text("as a version of your own")
    page.get_by_role("button", name="Analyse anew").click()

    expect(page).to_have_url(re.compile("collection="), timeout=BUILDING)
    settle(page)
    expect(page.get_by_role("switch", name=SHARED_RULE, exact=True)).not_to_be_checked()
    expect(page.get_by_role("switch", name="agency sign-off", exact=True)).to_be_checked()
    other = visit(window(), f"{dashboard}/data")
    expect(other.get_by_role("switch", name=SHARED_RULE, exact=True)).to_be_checked()


def test_a_chosen_line_is_shown_in_its_article_before_and_after(dashboard, window):
    page = visit(window(), f"{dashboard}/data")
    page.locator(".st-key-lines_copyright").get_by_role("button").click()
    table = page.locator(".st-key-rule_list").get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    settle(page)

    table.click(position=ROW_BOX)

    expect(page).to_have_url(re.compile("article=.*line="))
    settle(page)
    expect(page.locator(".excerpt")).to_have_count(1)
    chosen = page.locator(".compare .chosen")
    assert chosen.text_content() == page.locator(".excerpt .chosen").text_content()
    expect(page.locator(".excerpt .chosen .text")).to_be_visible()


def test_before_and_after_show_each_line_of_each_side_once(dashboard, window, sample):
    bodies = sample.frame(ARTICLES).set_index("article_id")["body"]
    items = sample.frame(ITEMS).set_index("article_id")["text"]
    page = visit(window(), f"{dashboard}/data")
    article = page.locator(".compare")
    expect(article).to_be_visible()
    for article_id in items.index[items.str.count("\n") > 20][:2]:
        visit(page, f"{dashboard}/data?article={quote(article_id)}")

        assert compared(page) == items[article_id].replace("\r\n", "\n").split("\n")
        read = page.locator(".compare .read").evaluate_all("found => found.map(line => line.textContent)")
        assert read == [line for line in bodies[article_id].split("\n") if line]


def test_hostile_text_is_text_on_both_sides(dashboard, window):
    row = hostile()[-1]
    assert all(snippet in row["text"] for snippet in SNIPPETS)

    page = visit(window(), f"{dashboard}/data?collection={HOSTILE}&article={quote(row['id'])}")

    assert compared(page) == row["text"].split("\n")
    assert page.locator(".compare .headline").text_content() == row["title"]
    assert page.locator(".compare").locator("script, img, svg, a, b, code").count() == 0
    assert page.evaluate("window.pwned") is None


def test_the_sides_stack_on_a_narrow_window_and_stand_beside_each_other_on_a_wide_one(dashboard, window):
    page = visit(window(width=480), f"{dashboard}/data?rule=copyright")

    assert_fits(page)
    before, after = (page.locator(f".compare .{side}").bounding_box() for side in ("before", "after"))
    assert after["y"] >= before["y"] + before["height"]
    assert abs(after["x"] - before["x"]) < 2

    widen(page, 1440)
    row = page.locator(".compare .read").first
    number = row.evaluate("cell => cell.style.gridRow")
    found = page.locator(f".compare .line[style*='{number}']").first
    assert abs(found.bounding_box()["y"] - row.bounding_box()["y"]) < 2
    assert page.locator(".compare").evaluate("pane => pane.clientHeight <= 700 && pane.tabIndex === 0")

"""Cleaning in a real browser: what was taken out is seen in its place, and comes back when its rule is off."""

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from analysis.articles import ARTICLES
from analysis.staging import ITEMS
from tests.browser.conftest import HOSTILE
from tests.browser.driving import settle, visit
from tests.pages.making import SNIPPETS, hostile

expect = pytest.importorskip("playwright.sync_api").expect

RULE = "agency sign-off"
# Streamlit draws a table on a canvas: the box of a row is as far from its left edge and its head as this.
ROW_BOX = {"x": 14, "y": 35 + 17}


def flip(page, rule):
    """Flip the switch of `rule` from the keyboard."""
    page.get_by_role("switch", name=rule, exact=True).press("Space")


def compared(page):
    return page.locator(".compare .line .text").evaluate_all("found => found.map(text => text.textContent)")


def test_a_rule_is_switched_off_and_its_lines_are_in_the_bodies(dashboard, window):
    page = visit(window(), f"{dashboard}/data?rule={quote(RULE)}")
    example = page.locator(".excerpt").first
    line = example.locator(".chosen .text").text_content()
    expect(example.locator(".chosen .why")).to_contain_text(RULE)
    link = page.locator(".st-key-rule_list [data-testid=stPageLink] a").first.get_attribute("href")
    article = parse_qs(urlsplit(link).query)["article"][0]

    flip(page, RULE)
    expect(page.locator(".st-key-cleaning_change")).to_contain_text(f"1 rule will be off: {RULE}.")
    page.get_by_role("button", name="Analyse anew").click()

    expect(page).to_have_url(re.compile("collection="), timeout=60_000)
    settle(page)
    expect(page.get_by_text(f"Off: {RULE}")).to_be_visible()
    expect(page.get_by_role("switch", name=RULE, exact=True)).not_to_be_checked()
    expect(page.get_by_role("switch", name="copyright", exact=True)).to_be_checked()

    own = parse_qs(urlsplit(page.url).query)["collection"][0]
    visit(page, f"{dashboard}/data?collection={own}&article={quote(article)}")
    expect(page.locator(".compare .read", has_text=line)).to_have_count(1)
    expect(page.locator(".compare .line.kept .text", has_text=line)).to_have_count(1)
    visit(page, f"{dashboard}/articles?collection={own}&article={quote(article)}")
    expect(page.locator("article")).to_contain_text(line)

    # The collection that others see is as it was.
    other = visit(window(), f"{dashboard}/data")
    expect(other.get_by_role("switch", name=RULE, exact=True)).to_be_checked()


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


@pytest.mark.parametrize("number", range(len(SNIPPETS)))
def test_hostile_text_is_text_on_both_sides(dashboard, window, number):
    row = hostile()[number]

    page = visit(window(), f"{dashboard}/data?collection={HOSTILE}&article={quote(row['id'])}")

    assert compared(page) == row["text"].split("\n")
    assert page.locator(".compare .headline").text_content() == row["title"]
    assert page.locator(".compare").locator("script, img, svg, a, b, code").count() == 0
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sides_stack_on_a_narrow_window(dashboard, window, scheme):
    page = visit(window(width=480, scheme=scheme), f"{dashboard}/data?rule=copyright")

    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    before, after = (page.locator(f".compare .{side}").bounding_box() for side in ("before", "after"))
    assert after["y"] >= before["y"] + before["height"]
    assert abs(after["x"] - before["x"]) < 2


def test_the_sides_stand_beside_each_other_on_a_wide_window(dashboard, window):
    page = visit(window(), f"{dashboard}/data")

    row = page.locator(".compare .read").first
    number = row.evaluate("cell => cell.style.gridRow")
    found = page.locator(f".compare .line[style*='{number}']").first
    assert abs(found.bounding_box()["y"] - row.bounding_box()["y"]) < 2
    assert page.locator(".compare").evaluate("pane => pane.clientHeight <= 700 && pane.tabIndex === 0")

"""What a reader does: from a bar to its articles and back, with a selection that follows, and a link to share."""

import re
from typing import NamedTuple

import pytest

from analysis.articles import ARTICLES, REMOVED
from tests.browser.driving import ENTRY_LINK, settle, visit

expect = pytest.importorskip("playwright.sync_api").expect

BAR = "path[aria-roledescription=bar]"
EVIDENCE = "[class*=st-key-evidence]"
READER = "[class*=st-key-reader] article"
OUTLET = "Marchland Post"


class Dirty(NamedTuple):
    """An article that cleaning took lines from."""

    id: str
    n_removed: int
    reasons: set[str]


@pytest.fixture(scope="module")
def dirty_article(sample):
    """The one that most lines were taken from."""
    removed = sample.frame(REMOVED, ["article_id", "reason"])
    article_id = removed["article_id"].value_counts().sort_index().idxmax()
    reasons = removed.loc[removed["article_id"] == article_id, "reason"]
    return Dirty(article_id, len(reasons), set(reasons))


def test_from_a_bar_to_its_articles_to_one_of_them_and_back(dashboard, window):
    page = visit(window(), f"{dashboard}/keywords")
    bar = page.locator(BAR).first
    expect(bar).to_have_attribute("aria-label", re.compile("articles"))
    term, n_articles = re.match(r"(.+?): (\d+) articles", bar.get_attribute("aria-label")).groups()

    bar.click()

    heading = page.locator(EVIDENCE).get_by_role("heading")
    expect(heading).to_have_text(re.compile(rf"{n_articles} articles with “{re.escape(term)}”", re.IGNORECASE))
    listed = list_to_the_end(page, int(n_articles))
    assert len(listed) == len(set(listed)) == int(n_articles) > 10

    address = page.url
    page.locator(ENTRY_LINK).first.click()
    expect(page).to_have_url(re.compile("/articles.*article="))
    settle(page)
    expect(page.locator(f"{READER} mark.term").first).to_have_text(re.compile(re.escape(term), re.IGNORECASE))
    for kind in ("frequent", "telling"):
        words = page.locator(f".st-key-most_{kind}")
        words.scroll_into_view_if_needed()
        cells = words.locator("[role=gridcell]")
        expect(cells.first).to_be_attached()
        word, here, in_all = cells.all_text_contents()[:3]
        assert word in page.locator(READER).inner_text()
        assert 0 < int(here) <= int(in_all)

    page.go_back()
    expect(page).to_have_url(address)
    expect(heading).to_have_text(re.compile(f"^{n_articles} articles"))
    n_on_the_last = len(listed) % 10 or 10
    assert hrefs(page, n_on_the_last) == listed[-n_on_the_last:]

    page.locator(BAR).first.click()
    expect(page.locator(EVIDENCE)).to_have_count(0)


def list_to_the_end(page, n_articles):
    """The addresses of all articles of a list of that many, ten a page."""
    found = hrefs(page, min(10, n_articles))
    for number in range(2, -(-n_articles // 10) + 1):
        page.get_by_test_id("stPaginationNext").click()
        expect(page).to_have_url(re.compile(f"shown={number}"))
        expect(page.locator(ENTRY_LINK).first).not_to_have_attribute("href", re.compile(re.escape(found[-10])))
        found += hrefs(page, min(10, n_articles - 10 * (number - 1)))
    expect(page.get_by_test_id("stPaginationNext")).to_be_disabled()
    return found


def hrefs(page, n_listed):
    """The addresses of the articles that are listed now, when there are that many."""
    expect(page.locator(ENTRY_LINK)).to_have_count(n_listed)
    settle(page)
    return page.locator(ENTRY_LINK).evaluate_all("all => all.map(one => one.getAttribute('href'))")


def test_a_selection_follows_from_page_to_page_travels_in_a_link_and_is_undone_by_back(dashboard, window):
    page = visit(window(), f"{dashboard}/keywords")
    all_of_them = page.get_by_text(re.compile(r"^\d+ articles"))
    expect(all_of_them.first).to_be_visible()

    page.locator(".st-key-p_outlets button").click()
    page.get_by_role("combobox", name="Outlets").fill(OUTLET)
    page.get_by_role("option", name=re.compile(OUTLET)).click()
    expect(page).to_have_url(re.compile("outlet=Marchland"))
    page.keyboard.press("Escape")
    expect_only_the_outlet(page)

    for name in ("Topics", "Overview"):
        page.get_by_test_id("stSidebar").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(name)
        settle(page)
        expect_only_the_outlet(page)
    expect_only_the_outlet(visit(window(), page.url))

    for name in ("Topics", "Keywords"):
        page.go_back()
        expect(page.locator("h1")).to_have_text(name)
        settle(page)
        expect_only_the_outlet(page)
    page.go_back()
    expect(page).to_have_url(f"{dashboard}/keywords")
    expect(all_of_them.first).to_be_visible()
    expect(page.get_by_role("button", name=f"{OUTLET} ×")).to_have_count(0)


def expect_only_the_outlet(page):
    expect(page.get_by_role("button", name=f"{OUTLET} ×")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^\d+ of \d+ articles")).first).to_be_visible()


def test_a_search_is_cleared_part_by_part(dashboard, window):
    page = visit(window(), f"{dashboard}/articles")

    page.get_by_role("textbox", name="Search").fill("xylophonist")
    page.keyboard.press("Enter")
    expect(page.get_by_text("No article is found for “xylophonist”.")).to_be_visible()
    expect(page).to_have_url(re.compile("q=xylophonist"))

    page.get_by_role("button", name="“xylophonist” ×").click()
    expect(page).to_have_url(f"{dashboard}/articles")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("")
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()


def test_the_reader_shows_removed_lines_and_tone_on_request(dashboard, dirty_article, window):
    page = visit(window(), f"{dashboard}/articles?article={dirty_article.id}")
    article = page.locator(READER)
    toned = article.locator(".sentence.negative, .sentence.positive")
    expect(toned.first).to_be_visible()
    expect(article.locator(".removed")).to_have_count(0)

    page.get_by_text(f"Removed lines ({dirty_article.n_removed})").click()
    expect(article.locator(".removed del")).to_have_count(dirty_article.n_removed)
    reasons = set(article.locator(".removed .reason").all_inner_texts())
    assert reasons == {f"Removed: {reason}" for reason in dirty_article.reasons}

    page.get_by_text("Tone of each sentence", exact=True).click()
    expect(toned).to_have_count(0)
    expect(article.locator(".removed del")).to_have_count(dirty_article.n_removed)


def test_a_link_from_article_to_article_is_one_step_that_back_undoes(dashboard, sample, window):
    newest = sample.frame(ARTICLES, ["article_id", "published_at"]).sort_values("published_at", ascending=False)
    first = newest["article_id"].iloc[0]
    page = visit(window(), f"{dashboard}/articles?q=%22the%22+of&article={first}")
    seen = []
    for number in range(1, 4):
        expect(page.get_by_text(re.compile(rf"^{number} of \d+$"))).to_be_visible()
        settle(page)
        seen.append((page.url, page.locator(f"{READER} h2").inner_text()))
        page.get_by_role("link", name="Next →").click()
        expect(page).not_to_have_url(seen[-1][0])
    assert len(set(seen)) == 3

    page.get_by_text("Tone of each sentence", exact=True).click()
    expect(page.get_by_text(re.compile(r"^4 of \d+$"))).to_be_visible()
    for address, title in reversed(seen):
        page.go_back()
        expect(page).to_have_url(address)
        expect(page.locator(f"{READER} h2")).to_have_text(title)

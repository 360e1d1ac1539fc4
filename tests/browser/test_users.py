"""Three users, each from what they bring to what they came for: a reporter, a researcher, a student."""

import csv
import io
import re
import zipfile
from urllib.parse import parse_qs, urlsplit

import pytest

from analysis.articles import ARTICLES
from tests.browser.driving import ENTRY_LINK, settle, visit
from tests.browser.test_upload import SEEDS, as_file, counts, upload

expect = pytest.importorskip("playwright.sync_api").expect

EVIDENCE = "[class*=st-key-evidence]"
WEEK = "[class*=st-key-time_] path[aria-roledescription=bar]"
BAR = "path[aria-roledescription=bar]"
CARD = "[class*=st-key-topic_]:not(.st-key-topic_changes)"
NAME = "Gaskell and the council"
PNG = b"\x89PNG\r\n"
_COUNTED = re.compile(r": (\d+) articles?")


def leak():
    """A zip as people have them: files of several formats, some of which are no articles."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(SEEDS.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(SEEDS))
        archive.writestr("photo.jpg", b"\xff\xd8\xff\xe0 no article")
        archive.writestr("empty.txt", b"")
    return made.getvalue()


def asked(page):
    """What the address asks for, beside the collection."""
    asks = parse_qs(urlsplit(page.url).query)
    asks.pop("collection", None)
    return asks


def go(page, name):
    """Open a page from the menu."""
    page.get_by_test_id("stSidebar").get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_have_text(name)
    settle(page)


def test_a_reporter_goes_from_a_dirty_zip_to_the_articles_of_a_spike_and_saves_their_list(dashboard, window):
    page = visit(window(), dashboard)
    go(page, "Data")
    upload(page, as_file("leak.zip", leak()))
    expect(page.get_by_test_id("stProgress").first).to_be_visible()
    expect(page).to_have_url(re.compile("collection="), timeout=60_000)
    settle(page)
    items, articles, problems = counts(page)
    assert items == articles + problems
    assert problems >= 2
    expect(page.get_by_text("photo.jpg").first).to_be_visible()
    expect(page.get_by_text(re.compile(r"\d+ lines of \d+ articles")).first).to_be_visible()

    page.get_by_role("link", name="See what they are about").click()
    expect(page.locator("h4")).to_contain_text(f"{articles} articles")
    settle(page)
    page.get_by_role("textbox", name="Search").fill("strike")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="“strike” ×")).to_be_visible()
    settle(page)
    assert asked(page) == {"q": ["strike"]}

    found = page.url
    labels = page.locator(WEEK).evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    sizes = [int(_COUNTED.search(label)[1]) for label in labels]
    page.locator(WEEK).nth(sizes.index(max(sizes))).click()
    heading = page.locator(EVIDENCE).get_by_role("heading")
    expect(heading).to_have_text(re.compile(rf"^{max(sizes)} articles of "))
    settle(page)
    assert set(asked(page)) == {"q", "mark"}
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the list (CSV)").click()
    with saved.value.path().open(encoding="utf-8-sig", newline="") as lines:
        listed = list(csv.DictReader(lines))
    assert len(listed) == max(sizes)

    spike = page.url
    page.locator(ENTRY_LINK).first.click()
    expect(page.locator("[class*=st-key-reader] article h2")).to_be_visible()
    settle(page)
    assert asked(page)["article"][0] in [row["article_id"] for row in listed]
    for address in (spike, found):
        page.go_back()
        expect(page).to_have_url(address)
        settle(page)
    expect(page.locator(EVIDENCE)).to_have_count(0)
    page.go_forward()
    expect(page).to_have_url(spike)
    expect(heading).to_have_text(re.compile(f"^{max(sizes)} articles of "))
    # Somebody else sees the same.
    other = visit(window(fresh=True), spike)
    expect(other.locator(EVIDENCE).get_by_role("heading")).to_have_text(heading.inner_text())


def test_a_researcher_compares_outlets_finds_and_names_topics_and_shares_the_link(dashboard, window):
    page = visit(window(), f"{dashboard}/keywords")
    page.get_by_role("radio", name="What sets it apart").click()
    page.locator(".st-key-offer_outlet_0 button").click()
    expect(page).to_have_url(re.compile("group=outlet"))
    settle(page)
    page.get_by_role("combobox", name="with", exact=True).click()
    page.get_by_role("option", name=re.compile("^Outlet")).first.click()
    expect(page).to_have_url(re.compile("against=outlet"))
    settle(page)
    title = page.locator(f"[class*=st-key-apart_] {BAR}").first.get_attribute("aria-label")
    assert re.match(r".+: z \+[\d.]+; .+: \d+ of \d+ articles.*; .+: \d+ of", title)
    assert set(asked(page)) == {"tab", "group", "against"}
    compared = page.url
    other = visit(window(fresh=True), compared)
    expect(other.locator(f"[class*=st-key-apart_] {BAR}").first).to_have_attribute("aria-label", title)

    go(page, "Topics")
    assert asked(page) == {}
    number = page.get_by_role("spinbutton", name="Number of topics")
    number.fill("7")
    number.press("Enter")
    page.get_by_role("button", name="Find so many topics").click()
    expect(page).to_have_url(re.compile("collection="))
    expect(page.locator(CARD)).to_have_count(7)
    settle(page)
    page.locator(".st-key-edit_0 button").first.click()
    page.get_by_test_id("stPopoverBody").get_by_role("textbox", name="Name").fill(NAME)
    page.keyboard.press("Enter")
    expect(page.locator(CARD).first).to_contain_text(NAME)
    settle(page)
    expect(page.get_by_role("button", name="Let the program choose")).to_be_visible()

    bar = page.locator(f'{BAR}[aria-label^="{NAME}"]').get_attribute("aria-label")
    other = visit(window(fresh=True), page.url)
    expect(other.locator(CARD)).to_have_count(7)
    expect(other.locator(f'{BAR}[aria-label^="{NAME}"]')).to_have_attribute("aria-label", bar)


def test_a_student_brings_twenty_texts_sees_what_they_are_about_and_takes_a_figure_along(dashboard, window, sample):
    rows = sample.frame(ARTICLES).dropna(subset="headline").head(20)
    texts = [as_file(f"{row.article_id}.txt", f"{row.headline}\n\n{row.body}".encode()) for row in rows.itertuples()]
    page = visit(window(), f"{dashboard}/data")
    upload(page, *texts)
    expect(page.get_by_text(re.compile(rf"^{len(texts)} articles read"))).to_be_visible(timeout=60_000)
    settle(page)
    page.get_by_role("link", name="See what they are about").click()
    expect(page.locator("h4")).to_contain_text(f"{len(texts)} articles")
    settle(page)

    chart = page.locator("[class*=st-key-terms_]")
    chart.get_by_role("button", name="Save", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="PNG 1×").click()
    picture = saved.value.path().read_bytes()
    assert picture.startswith(PNG)
    width, height = (int.from_bytes(picture[place : place + 4], "big") for place in (16, 20))
    assert min(width, height) >= 200

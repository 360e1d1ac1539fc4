"""The print view: every page without its controls, saying what it shows."""

import pytest

from analysis import VERSION
from figures import words
from tests.pages.elements import elements, html, warnings
from tests.pages.making import SNIPPETS
from ui.layout import PAGES

FILES = [file for file, _ in PAGES]


@pytest.mark.parametrize("file", FILES)
def test_a_page_has_neither_menu_nor_selection_bar(file, sample, open_page):
    page = open_page(file, sample.folder, view="print", outlet="Marchland Post")

    assert warnings(page) == []
    assert not page.sidebar.children
    assert not [box for box in page.text_input if box.key == "w_q"]
    assert [link.proto.label for link in elements(page, "page_link")][-1] == "Back to the page with its controls"


@pytest.mark.parametrize("file", FILES)
def test_a_page_says_what_it_shows_whether_it_is_printed_from_the_view_or_from_the_screen(file, sample, open_page):
    stated = [
        next(line for line in html(open_page(file, sample.folder, **view)).splitlines() if 'class="stated"' in line)
        for view in ({"view": "print", "q": "flood"}, {"q": "flood"})
    ]

    assert stated[0] == stated[1]
    assert f"Broadsheet {VERSION}" in stated[0]
    assert f"fingerprint {sample.fingerprint}" in stated[0]
    assert ("Selected: all articles" if file == "pages/data.py" else "Selected: “flood”") in stated[0]
    assert (" of 60 articles" in stated[0]) == (file != "pages/data.py")


def test_dates_and_articles_without_one_are_said(sample, open_page):
    counts = sample.counts
    said = html(open_page("app.py", sample.folder, view="print"))

    assert f"{counts['articles']} articles · 3 Mar – 28 May 2026, {counts['undated']} undated · " in plain(said)


def test_a_collection_without_dates_says_that(bundle_of, open_page):
    assert "5 articles · undated · " in plain(html(open_page("app.py", bundle_of("no dates").folder, view="print")))


def plain(text):
    """`text` without the signs that keep the direction of its parts."""
    return "".join(letter for letter in text if letter not in "\u2066\u2067\u2068\u2069")


def test_hostile_text_is_stated_as_text(bundle_of, open_page):
    page = open_page("app.py", bundle_of("hostile").folder, view="print", outlet=list(SNIPPETS), q="<script>")

    assert warnings(page) == []
    assert words.as_html("<script>") in html(page)
    assert not any(tag in html(page) for tag in ("<script", "<img", "<svg"))


def test_the_menu_leads_to_the_view_of_just_this_page_and_back(sample, open_page):
    menu = elements(open_page("pages/keywords.py", sample.folder, term="strike", q="port"), "page_link")
    (there,) = [link.proto for link in menu if link.proto.label == "Print view"]
    back = elements(open_page("pages/keywords.py", sample.folder, term="strike", q="port", view="print"), "page_link")[
        -1
    ]

    assert there.page == back.proto.page == "keywords"
    assert sorted(there.query_string.split("&")) == ["q=port", "term=strike", "view=print"]
    assert sorted(back.proto.query_string.split("&")) == ["q=port", "term=strike"]

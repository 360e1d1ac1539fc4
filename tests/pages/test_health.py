"""The page of the data: what is wrong with the articles, each number with the list of what it counts."""

import re

import pytest

from analysis.bundle import Bundle
from analysis.checks import CHECKS
from analysis.pipeline import build
from figures import words
from tests import dirty as dirty_files
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import SNIPPETS

DATA = "pages/data.py"


def findings(page, kind):
    """The rows of a kind by their keys: the number and what it counts."""
    rows = {button.key: button.label for button in page.button if button.key.startswith(f"open_{kind}")}
    return {key: re.match(r"\*\*([\d,]+) \w+\*\* (.*)", label).groups() for key, label in rows.items()}


def headings(page):
    return [heading.value for heading in page.subheader]


def test_the_page_begins_with_what_adds_up(dirty, open_page):
    page = open_page(DATA, dirty.folder)

    assert warnings(page) == []
    assert "30 items found = **23 articles** + **7 problems**." in markdown(page)


def test_every_check_lists_as_many_articles_as_it_counts(dirty, open_page):
    page = open_page(DATA, dirty.folder)
    rows = findings(page, "check")

    assert len(rows) == len(CHECKS)
    for key, (number, _) in rows.items():
        opened = open_page(DATA, dirty.folder).button(key=key).click().run()
        listed = [heading for heading in headings(opened) if re.match(r"\d+ articles? ", heading)]

        assert warnings(opened) == []
        assert [heading.split()[0] for heading in listed] == [number]
        assert len(opened.get("page_link")) - len(page.get("page_link")) == min(10, int(number))


def test_every_problem_lists_as_many_items_as_it_counts(dirty, open_page):
    rows = findings(open_page(DATA, dirty.folder), "problem")

    assert [phrase for _, phrase in rows.values()] == [words.plain(name) for name in dirty_files.PROBLEMS]
    for key, (number, _) in rows.items():
        page = open_page(DATA, dirty.folder).button(key=key).click().run()

        assert len(page.dataframe[0].value) == int(number)


def test_a_list_closes_where_it_was_opened(dirty, open_page):
    page = open_page(DATA, dirty.folder, mark="health:cut off")
    assert "1 article cut off" in headings(page)

    key = next(key for key, (_, phrase) in findings(page, "check").items() if "cut off" in phrase)
    page.button(key=key).click().run()

    assert "1 article cut off" not in headings(page)
    assert "mark" not in page.query_params


def test_a_link_to_a_check_opens_its_list_with_what_it_was_seen_by(dirty, open_page):
    page = open_page(DATA, dirty.folder, mark="health:date not believed")

    assert words.plain("2 articles with a date that is not believed") in headings(page)
    assert "Noted: 1066-10-14" in html(page)
    assert "article=old" in "".join(link.proto.query_string for link in page.get("page_link"))


def test_copies_are_listed_beside_each_other(dirty, open_page):
    shown = html(open_page(DATA, dirty.folder, mark="health:copies"))
    firsts = [place.start() for place in re.finditer("the first of", shown)]
    copies = [place.start() for place in re.finditer("the same words as", shown)]

    assert len(firsts) == 3
    assert all(any(first < copy for first in firsts) for copy in copies)
    assert "3 texts stand in more than one article" in markdown(open_page(DATA, dirty.folder))


@pytest.mark.parametrize("chosen", [{"q": "strike"}, {"outlet": "none"}, {"count": "stories"}])
def test_the_health_is_that_of_all_articles_whatever_is_selected(chosen, dirty, open_page):
    page = open_page(DATA, dirty.folder, mark="health:copies", **chosen)

    assert findings(page, "check") == findings(open_page(DATA, dirty.folder), "check")
    assert "7 articles with a text that another has too" in headings(page)


@pytest.mark.parametrize(
    ("mark", "heading"),
    [
        ("language:de", "1 article in German"),
        ("language:none", "1 article in a language that is not sure"),
        ("language:xx", "0 articles in xx"),
        ("days:2026-03-01..2026-03-01", "1 article of 1 Mar 2026"),
        ("health:smell of fish", "0 articles noticed: smell of fish"),
        ("outlet:none", "4 articles without an outlet"),
    ],
)
def test_any_mark_opens_its_list(mark, heading, dirty, open_page):
    page = open_page(DATA, dirty.folder, mark=mark)

    assert warnings(page) == []
    assert headings(page).count(words.plain(heading)) == 1


def test_what_was_not_found_is_told_from_what_was_not_checked(bundle_of, open_page):
    said = markdown(open_page(DATA, bundle_of("two articles").folder))
    checked, unchecked = (
        re.search(rf"{re.escape(words.plain(start))}.*", said)[0] for start in ("Checked and", "Not checked:")
    )

    assert "cut off" in checked
    assert "more cells" not in checked
    assert words.plain("with more cells than columns (no .csv or .tsv or .xlsx file)") in unchecked


def test_a_kind_of_notice_that_nothing_describes_is_shown(dirty, tmp_path, open_page):
    bundle = dirty_files.with_notice(dirty, tmp_path / "bundle", "fine", "smell of fish", "<b>on page 3</b>")
    page = open_page(DATA, bundle.folder, mark="health:smell of fish")

    assert words.plain("1 article noticed: smell of fish") in headings(page)
    assert "Noted: &lt;b&gt;on page 3&lt;/b&gt;" in html(page)


def test_the_overview_says_the_worst_and_links_to_the_data(dirty, open_page):
    page = open_page("app.py", dirty.folder)

    said = " · ".join(
        [
            "7 items could not be read",
            "1 article with lost characters",
            "2 articles with a date that is not believed",
            "9 articles without a date",
            "2 lines of furniture removed",
        ]
    )
    assert words.plain(said) in markdown(page)


@pytest.fixture
def hostile_files(tmp_path) -> Bundle:
    """Problems whose files have names that Markdown would make something else of."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "fine.txt").write_text(dirty_files.text(1), encoding="utf-8")
    for snippet in SNIPPETS:
        (folder / f"{snippet.replace('/', '')}.sav").write_bytes(b"x")
    return build([folder], tmp_path / "bundle", n_workers=1)


def test_names_of_files_are_shown_as_text(hostile_files, open_page):
    page = open_page(DATA, hostile_files.folder)

    assert hostile_files.counts["problems"] == len(SNIPPETS)
    assert warnings(page) == []
    assert not any(f"{snippet}.sav" in markdown(page) for snippet in SNIPPETS)

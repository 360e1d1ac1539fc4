"""Exports as PDF and Word files have them: with heads and feet of pages, covers and tables of contents."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest

from analysis.articles import Item, Notice
from analysis.dates import parse_date
from tests.analysis.sources.making import TEXT, docx, pdf, read, rtf
from tests.analysis.sources.test_exports import ARTICLES, EXPORTS, FILES, RIVER, STRIKE, fields, kept

FACTIVA = "Page {page} of {of} © 2026 Factiva, Inc. All rights reserved."
TIGHT = "Page{page}of{of} ©2026Factiva,Inc.Allrightsreserved."

# For each layout what stands at the head and at the foot of its pages.
PAGES = {
    "factiva.txt": [([FACTIVA], []), ([], [FACTIVA]), ([TIGHT], [])],
    "factiva_coded.txt": [([FACTIVA], [])],
    "nexis.txt": [([], ["{page}"]), (["- {page} -"], [])],
    "nexis_uni.txt": [(["Page {page} of {of}", "{title}"], []), (["Page {page} of {of}", "{title:.21}"], [])],
    "proquest.txt": [([], ["Page {page} of {of}"]), ([], ["{page}"])],
    "proquest_tables.txt": [([], ["{page}"])],
}
PRINTED = [(name, head, foot) for name, pages in PAGES.items() for head, foot in pages]


def lines_of(name: str) -> list[str]:
    """The lines of an export as a page is wide, without the marks of pages that it has as a text."""
    lines = (EXPORTS / name).read_text(encoding="utf-8").split("\n")
    return [part for line in lines if line != "Page 1 of 2" for part in textwrap.wrap(line, 90) or [""]]


def filled(furniture: Sequence[str], lines: Sequence[str], page: int, start: int, n_pages: int) -> list[str]:
    """Head or foot of a page that begins at a line; its title is that of the article there."""
    title = RIVER if "End of Document" in lines[:start] else STRIKE
    return [line.format(page=page, of=n_pages, title=title) for line in furniture]


def printed(lines: Sequence[str], head: Sequence[str], foot: Sequence[str], n_lines: int) -> bytes:
    """A PDF with so many of the lines on a page, between head and foot."""
    starts = range(0, len(lines), n_lines)
    return pdf(
        [
            [
                *filled(head, lines, page, start, len(starts)),
                *lines[start : start + n_lines],
                *filled(foot, lines, page, start, len(starts)),
            ]
            for page, start in enumerate(starts, start=1)
        ]
    )


def days(items: Sequence[Item]) -> list[tuple[object, ...]]:
    return [(item.headline, item.outlet, parse_date(item.published or ""), item.byline) for item in items]


def expected(name: str) -> list[tuple[object, ...]]:
    return [(headline, outlet, parse_date(date), byline) for headline, outlet, date, byline in ARTICLES[name]]


def test_every_layout_is_printed():
    assert set(PAGES) == set(FILES)


@pytest.mark.parametrize("n_lines", [60, 20, 7])
@pytest.mark.parametrize(("name", "head", "foot"), PRINTED)
class TestPdf:
    def test_it_is_split_into_its_articles(self, tmp_path, name, head, foot, n_lines):
        found = read(tmp_path / "a.pdf", printed(lines_of(name), head, foot, n_lines))

        assert days(found) == expected(name)

    def test_only_the_text_is_left(self, tmp_path, name, head, foot, n_lines):
        first, second, *_ = read(tmp_path / "a.pdf", printed(lines_of(name), head, foot, n_lines))

        assert kept(first).startswith("Dockers at the north pier voted on Tuesday to stop work for two days")
        assert kept(first).endswith('"We have waited for a year," said Rita Moll, who speaks for the crews.')
        assert kept(second).startswith("The river fell below the mark at noon")
        assert kept(second).endswith("switched off.")
        assert "Page" not in kept(first) + kept(second)

    def test_every_word_of_the_file_is_in_one_article(self, tmp_path, name, head, foot, n_lines):
        found = read(tmp_path / "a.pdf", printed(lines_of(name), head, foot, n_lines))
        words = sorted(" ".join(item.text for item in found).split())
        lines, starts = lines_of(name), range(0, len(lines_of(name)), n_lines)
        furniture = [
            line
            for page, start in enumerate(starts, start=1)
            for line in filled([*head, *foot], lines, page, start, len(starts))
        ]

        assert words == sorted(" ".join([*lines, *furniture]).split())


def test_a_sentence_goes_on_over_the_end_of_a_page(tmp_path):
    lines = lines_of("factiva.txt")
    at = next(number for number, line in enumerate(lines) if line.startswith("Dockers at"))
    lines[at : at + 1] = ["Dockers at the north pier voted on Tuesday to stop work", "for two days."]
    first, _ = read(tmp_path / "a.pdf", printed(lines, [FACTIVA], [], at + 1))

    assert "Dockers at the north pier voted on Tuesday to stop work for two days." in first.text.split("\n")


def test_the_cover_of_a_word_file_is_no_article(tmp_path):
    lines = (EXPORTS / "nexis_uni.txt").read_text(encoding="utf-8").split("\n")
    start = lines.index("Page 1 of 2") + 1
    cover = [
        "User Name: A. Reader",
        "Job Number: 12",
        "Documents (2)",
        [["1.", STRIKE], ["2.", RIVER]],
        "Client/Matter:",
    ]
    found = read(tmp_path / "a.docx", docx([*cover, *lines[start:]]))

    assert fields(found) == ARTICLES["nexis_uni.txt"]
    assert kept(found[0]).startswith("Dockers at the north pier")


UNSURE = "it looks like an export of many articles, but where each begins and ends cannot be told for sure"
COVER = ["User Name: A. Reader", "Date and Time: Friday, 6 May 2016", "Job Number: 12", "Documents (2)", f"1. {STRIKE}"]


@pytest.mark.parametrize(("ending", "make"), [(".txt", "\n".join), (".docx", docx), (".rtf", lambda ls: rtf(*ls))])
def test_what_cannot_be_split_is_one_article_that_says_so(tmp_path, ending, make):
    [item] = read(tmp_path / f"a{ending}", make([*COVER, "", TEXT]))

    assert item.notices == (Notice("export not split", UNSURE),)


def test_an_export_whose_articles_would_have_no_text_is_not_split(tmp_path):
    lines = ["1 of 2 DOCUMENTS", "The Gazette", "May 4, 2016", "Rain", TEXT] * 2
    [item] = read(tmp_path / "a.txt", "\n".join(lines))

    assert item.text == "\n".join(lines)
    assert item.notices == (Notice("export not split", UNSURE),)


@pytest.mark.parametrize("text", [TEXT, "Table of contents\n\nThe report has four parts.", f"Job Number: 7\n\n{TEXT}"])
def test_an_article_is_not_taken_for_an_export(tmp_path, text):
    [item] = read(tmp_path / "a.txt", text)

    assert item.notices == ()

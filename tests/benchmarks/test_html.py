"""The body of a page is no worse than what trafilatura makes of it, and nothing that the page shows is hidden."""

import pytest

from analysis.cleaning.lines import split_lines
from analysis.sources.page_text import text_of_page
from benchmarks.html import compare, read_page, score_words
from benchmarks.labelled import Kept
from benchmarks.layouts import layouts

LAYOUTS = layouts()


@pytest.fixture(params=LAYOUTS)
def layout(request):
    return LAYOUTS[request.param]


def test_the_body_is_no_worse_than_that_of_trafilatura(layout):
    ours, theirs = compare(layout)

    assert ours.f1 >= theirs.f1
    assert ours.recall >= 0.99


def test_every_line_that_a_page_shows_is_in_the_body_or_among_the_removed(layout):
    item, cleaned = read_page(layout.page)
    charset = "windows-1250" if b"windows-1250" in layout.page else "utf-8"
    everything = "\n".join([cleaned.body, *(line.text for line in cleaned.removed)])

    for line in filter(None, split_lines(text_of_page(layout.page.decode(charset)))):
        assert score_words(everything, [line]).recall == 1
    kept = {number for number, line in enumerate(split_lines(item.text)) if line} - {
        line.line_number for line in cleaned.removed
    }
    assert kept.isdisjoint(item.taken)


def test_what_a_page_shows_beside_its_text_is_removed_with_that_as_the_reason():
    _, cleaned = read_page(LAYOUTS["article element"].page)
    reasons = {line.text: line.reason for line in cleaned.removed}

    assert reasons["Weather"] == reasons["Ferry to run again"] == reasons["About us"] == "outside the main text"


@pytest.mark.parametrize(
    ("text", "own", "score"),
    [
        ("One two two.", ["one", "two three"], Kept(2, 1, 1)),
        ("", ["one"], Kept(0, 0, 1)),
        ("one", [], Kept(0, 1, 0)),
    ],
)
def test_words_are_compared_as_often_as_they_are_there(text, own, score):
    assert score_words(text, own) == score

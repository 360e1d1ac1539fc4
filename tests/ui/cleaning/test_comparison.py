"""Every line of an item stands in the comparison once: as it was found, and with what became of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles import ARTICLES, REMOVED
from analysis.cleaning import clean
from analysis.cleaning.lines import split_lines
from analysis.staging import ITEMS
from ui.cleaning.comparison import Gap, compare

TEXT = "Menu\r\nRiver rises\r\n\r\nThe  river rose\u00a0on Monday.\rShare\nTweet\n\nIt fell on Friday."
BODY = "The river rose on Monday.\n\nIt fell on Friday."
REASONS = {0: "navigation", 1: "headline", 4: "share buttons", 5: "share buttons"}

LINES = st.sampled_from(
    [
        *("", " ", "Menu", "Share", "Tweet", "\u200b", "By Ann Miller", "Advertisement"),
        "© 2026 The Gazette. All rights reserved.",
        "The harbour strike entered its second week with great anger among the dockers, the union said on Monday.",
    ]
)


@pytest.fixture
def compared():
    return compare(TEXT, BODY, REASONS)


def test_lines_are_shown_as_they_were_found_and_as_they_are_read(compared):
    assert [line.found for line in compared.lines] == [
        "Menu", "River rises", "", "The  river rose\u00a0on Monday.", "Share", "Tweet", "", "It fell on Friday.",
    ]  # fmt: skip
    assert [(line.number, line.body) for line in compared.kept] == list(zip((3, 7), BODY.split("\n\n"), strict=True))


def test_a_removed_line_has_its_reason_and_a_blank_one_neither(compared):
    assert {line.number: line.reason for line in compared.removed} == REASONS
    assert [line.number for line in compared.lines if line.body is None and line.reason is None] == [2, 6]


def test_a_gap_reaches_from_one_kept_line_to_the_next(compared):
    assert list(compared.gaps()) == [
        Gap(0, 2, {"navigation": 1, "headline": 1}),
        Gap(4, 6, {"share buttons": 2}),
    ]


def test_blank_lines_alone_are_no_gap():
    assert list(compare("One.\n\n\nTwo.", "One.\n\nTwo.", {}).gaps()) == []


@pytest.mark.parametrize(
    ("number", "most", "around"),
    [(4, 1, [3, 4, 5]), (0, 1, [0, 1]), (7, 2, [4, 5, 7]), (5, 9, [0, 1, 3, 4, 5, 7]), (99, 1, [7])],
    ids=["both sides", "the first", "the last, over a blank", "all", "no such line"],
)
def test_neighbours_are_the_visible_lines_around(compared, number, most, around):
    assert [line.number for line in compared.around(number, most)] == around


def test_only_the_first_lines_of_a_long_item_are_kept(compared):
    assert [line.number for line in compared.first(3).lines] == [0, 1, 2]


def test_a_body_that_is_not_of_this_text_is_refused():
    with pytest.raises(ValueError, match="argument"):
        compare(TEXT, "Another text.", REASONS)


@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_whatever_cleaning_does_each_visible_line_is_kept_or_removed(lines, line_end):
    text = line_end.join(lines)
    cleaned = clean(text)

    compared = compare(text, cleaned.body, {removed.line_number: removed.reason for removed in cleaned.removed})

    assert [line.found for line in compared.lines] == lines
    assert {line.number for line in compared.lines if line.body or line.reason} == {
        number for number, line in enumerate(lines) if line.strip()
    }
    assert not [line for line in compared.lines if line.body and line.reason]
    for line in compared.kept:
        assert [line.body] == split_lines(line.found)


def test_every_article_of_the_sample_compares(sample):
    bodies = sample.frame(ARTICLES).set_index("article_id")["body"]
    removed = sample.frame(REMOVED)
    n_removed = 0
    for article_id, text in sample.frame(ITEMS, ["article_id", "text"]).itertuples(index=False):
        own = removed[removed["article_id"] == article_id]
        reasons = dict(zip(own["line_number"], own["reason"], strict=True))

        compared = compare(text, bodies[article_id], reasons)

        assert [line.reason for line in compared.removed] == own.sort_values("line_number")["reason"].tolist()
        n_removed += len(compared.removed)
    assert n_removed == len(removed) > 0

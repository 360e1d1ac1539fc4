"""On a page saved whole, the running text is told from the lines around it by their lengths."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.cleaning.draft import Draft
from analysis.cleaning.shape import find_body, is_page

MENU = ("Home", "News", "Sport", "Weather", "Log in", "Subscribe", "Search", "Harbour guide", "Tides", "Ferries")
FOOTER = ("Comments", "Most read", "Boats for sale", "About us", "Contact", "Privacy Policy", "© 2019 Harbour Post")


def test_a_page_is_cut_down_to_its_text(paragraphs):
    cleaned = clean("\n".join([*MENU, *paragraphs, *FOOTER]), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)
    assert len(cleaned.removed) == len(MENU) + len(FOOTER)


def test_menus_that_no_rule_knows_are_seen_by_their_number(paragraphs):
    menu = [f"Valikko{number}" for number in range(40)]

    assert clean("\n".join([*menu, *paragraphs]), headline="").body.split("\n") == list(paragraphs)


def test_teasers_under_a_page_are_no_part_of_its_text(paragraphs):
    teasers = [
        "Storm closes schools",
        "Pupils stayed at home on Monday while the wind tore at the roofs of the town.",
        "2 hours ago",
        "Ferry to run again",
        "From May the ferry will cross to the islands four times a day, its owner said.",
        "3 hours ago",
    ]
    cleaned = clean("\n".join([*MENU, *paragraphs, "Latest news", *teasers, *FOOTER]), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)


@pytest.mark.parametrize("n_rows", [5, 60])
def test_a_list_at_the_end_of_a_text_is_no_furniture(n_rows, paragraphs):
    rows = [f"{number}. Street {number}, gate {number}" for number in range(n_rows)]

    assert clean("\n".join([*paragraphs, *rows]), headline="").removed == ()


def test_a_short_text_is_no_page(paragraphs):
    draft = Draft([*MENU[:4], *paragraphs])
    body = find_body(draft)

    assert body == range(4, 9)
    assert not is_page(draft, body)


def test_a_text_without_sentences_has_no_body_to_find():
    assert find_body(Draft(["one", "two", "", "three"])) is None
    assert find_body(Draft([])) is None


def test_lines_wrapped_at_a_width_are_running_text(paragraphs):
    wrapped = [
        "The harbour town of Lindmoor voted on Tuesday to rebuild",
        "its sea wall after a winter of storms that broke it in four",
        "places and flooded the streets behind it.",
    ]

    assert Draft(wrapped).prose == [True, True, True]
    assert clean("\n".join([*MENU, *wrapped, *paragraphs, *FOOTER]), headline="").body.startswith(wrapped[0])

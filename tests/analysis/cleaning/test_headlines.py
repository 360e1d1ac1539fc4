"""The headline is found where there is no field for it, and taken out of the body wherever it repeats."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.cleaning.headlines import letters_of

HEADLINE = "Harbour town votes to rebuild its sea wall"


def outcome(text: str, headline: str | None) -> tuple[str | None, list[tuple[int, str]]]:
    cleaned = clean(text, headline=headline)
    return cleaned.headline, [(removed.line_number, removed.reason) for removed in cleaned.removed]


def test_the_first_line_is_the_headline_and_its_copies_are_repetitions(article):
    assert outcome(f"{HEADLINE}\n\n{HEADLINE}\n\n{HEADLINE}\n\n{article}", None) == (
        HEADLINE,
        [(0, "headline"), (2, "repeated headline"), (4, "repeated headline")],
    )


@pytest.mark.parametrize(
    "line",
    [
        HEADLINE,
        HEADLINE.upper(),
        f"{HEADLINE}.",
        f"“{HEADLINE}”",
        f"{HEADLINE} | The Harbour Post",
        f"{HEADLINE} - Harbour Post",
        f"  {HEADLINE}\u00a0",
    ],
)
def test_a_given_headline_is_taken_out_of_the_text(line, article):
    assert outcome(f"{line}\n{article}", HEADLINE) == (HEADLINE, [(0, "repeated headline")])


def test_a_headline_cut_into_two_lines_is_taken_out(article):
    headline = "Wall to be rebuilt; council votes for new gate"

    assert outcome(f"Wall to be rebuilt;\ncouncil votes for new gate.\n\n{article}", headline) == (
        headline,
        [(0, "repeated headline"), (1, "repeated headline")],
    )


def test_an_empty_field_means_no_headline_and_none_is_guessed(article):
    assert outcome(f"{HEADLINE}\n{article}", "") == (None, [])


def test_a_field_of_spaces_means_no_headline(article):
    assert outcome(f"{HEADLINE}\n{article}", " \t ") == (None, [])


def test_text_that_begins_with_a_sentence_has_no_headline(article):
    assert outcome(article, None) == (None, [])


@pytest.mark.parametrize(
    "line", ["Opinion", "- a point of a list", "As the council put it:", "The council voted. It was late!", "@jomarsh"]
)
def test_what_is_no_headline(line, article):
    assert clean(f"{line}\n{article}").headline is None


def test_the_line_that_shares_words_with_the_text_is_the_headline(article):
    assert clean(f"Ten ways to cook an egg\n{HEADLINE}\n{article}").headline == HEADLINE


def test_the_headline_of_a_page_stands_above_its_text_and_not_in_its_menu(article):
    menu = ["Home", "News", "Sport", "Weather", "Log in", "Subscribe", "Search", "Ten ways to cook an egg", "Video"]
    page = "\n".join([*menu, "Facebook", "Twitter", "Share", HEADLINE, "By Jo Marsh", article, "Comments", "Home"])

    cleaned = clean(page)

    assert (cleaned.headline, cleaned.byline, cleaned.body) == (HEADLINE, "Jo Marsh", article)


def test_a_word_within_a_sentence_is_no_repetition(article):
    assert clean(article, headline="Lindmoor").body == article


@pytest.mark.parametrize(("line", "letters"), [("A, b – C!", "abc"), ("ÉTÉ", "été"), ("…", "")])
def test_letters_of(line, letters):
    assert letters_of(line) == letters

"""A text that stops before its end is flagged, and an ordinary end is not."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.cleaning.endings import torn_end

WHOLE = "The council voted on Tuesday to rebuild the old sea wall."


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        ("“They have restored the wall,” said Brig.", "“They have restored the wall,” said Brig."),
        ("The vote was praised by Sen.", "The vote was praised by Sen."),
        ("The work will be led by a company from the", "The work will be led by a company from the"),
        ("The work will begin in spring and will be done...", "The work will begin in spring and will be done..."),
        ("The work will begin in spring…", "The work will begin in spring…"),
        ("The work will begin […]", "The work will begin […]"),
        ("The work will begin in [+1234 chars]", "The work will begin in [+1234 chars]"),
        ("The work will begin in spring… Read more", "The work will begin in spring… Read more"),
    ],
)
def test_a_torn_end_is_shown(last, shown):
    assert torn_end([WHOLE, last]) == shown


@pytest.mark.parametrize(
    "last",
    [
        WHOLE,
        "“It will hold,” she said, “for a hundred years.”",
        "Who will pay for it?",
        "It opens at 9 a.m. and closes at 5 p.m.",
        "The wall was built by Harbour Works Inc.",
        "June 9 – Lindmoor",
        "Ann Lee, London",
        "東京都は火曜日に発表した。",
        "Where to write:",
    ],
)
def test_an_ordinary_end_is_not_flagged(last):
    assert torn_end([WHOLE, last]) is None


@pytest.mark.parametrize(
    "text",
    [
        "council votes to rebuild sea wall after winter of storms in lindmoor and along the coast",
        "Harbour: talk of a new wall alarms owners of U.S. boats",
        "champion products ch approves stock split champion products inc said its board approved a split",
        "1. The first item of the list 2. The second item of the list",
        "",
    ],
)
def test_a_text_without_sentences_is_not_cut_off(text):
    assert torn_end([text] if text else []) is None


def test_a_long_end_is_shown_from_a_word_on():
    shown = torn_end([WHOLE, "word " * 40 + "stops here without"])

    assert shown is not None
    assert len(shown) <= 60
    assert shown.endswith("stops here without")
    assert shown.startswith("word")


def test_a_torn_text_is_kept_and_noticed(article):
    cleaned = clean(f"{article}\nThe gate will be built by a company from the\nRelated news", headline="")

    assert cleaned.body.endswith("a company from the")
    assert [notice.kind for notice in cleaned.notices] == ["cut off"]

"""Lines that go because of the lines near them."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean

TEASERS = (
    "Storm closes the schools of the coast",
    "Pupils stayed at home on Monday while the wind tore at the roofs of the town and the buses wait...",
    "Ferry to run again",
    "From May the ferry will cross to the islands four times a day, its owner said, and more often wh…",
    "Boats for sale",
    "The fishermen of the north pier have sold a third of their boats since the price of fuel began to...",
)
PAUSES = (
    "Er sah lange auf das Wasser hinaus und dachte an den Winter, in dem der Deich gebrochen war...",
    "他望着大海，想起了那个冬天，那时堤坝被冲垮，整个村子都被淹没了，没有人知道该怎么办……",
)


@pytest.mark.parametrize("above", [0, 5])
def test_teasers_cut_off_one_after_another_are_removed_with_their_headlines(above, paragraphs):
    lines = [*paragraphs[:above], *TEASERS, *paragraphs[above:]]
    cleaned = clean("\n".join(lines), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)
    assert {line.reason for line in cleaned.removed} == {"related articles"}


def test_paragraphs_among_teasers_stay(paragraphs):
    cleaned = clean("\n".join([*TEASERS[:2], paragraphs[0], *TEASERS[2:], *paragraphs[1:]]), headline="")

    assert cleaned.body.split("\n") == list(paragraphs)


@pytest.mark.parametrize("lines", [TEASERS[1:4:2], PAUSES[:1] * 2, PAUSES[1:] * 4])
def test_a_few_that_end_in_dots_stay(lines, paragraphs):
    assert clean("\n".join([*paragraphs, *lines, *paragraphs]), headline="").removed == ()


def test_a_text_of_teasers_alone_stays():
    cleaned = clean("\n".join(TEASERS), headline="")

    assert [line for line in TEASERS if line in cleaned.body] == list(TEASERS[1::2])
    assert [notice.kind for notice in cleaned.notices][:1] == ["little text left"]

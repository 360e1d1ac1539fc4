"""Which texts are copies of one text: edited, shortened; and which are not."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.copies import group_copies, likeness
from analysis.shingles import N_WORDS, Bodies
from analysis.word_ids import WordIds

WORDS = [f"w{n}" for n in range(4000)]


def text(seed, n_words=200):
    """Words in an order of their own; two seeds share next to no shingle."""
    return random.Random(seed).choices(WORDS, k=n_words)


def edited(words, every):
    """The words with one in `every` replaced."""
    return [f"new{n}" if n % every == every // 2 else word for n, word in enumerate(words)]


def bodies_of(texts):
    """The texts as the word ids of a collection, each below a headline of its own."""
    known = {"": 0}
    streams = [[f"headline{n}", "", *words, ""] for n, words in enumerate(texts)]
    ids = [known.setdefault(word, len(known)) for stream in streams for word in stream]
    offsets = np.cumsum([0, *map(len, streams)])
    return Bodies.of(WordIds(tuple(known), np.array(ids, np.int32), offsets))


def groups(*texts):
    """The texts that stand together, as sets of their numbers."""
    held = group_copies(bodies_of(texts), range(len(texts)))
    return {frozenset(n for n in range(len(texts)) if held[n] == group) for group in held}


ONE, TWO, THREE = text(1), text(2), text(3)


@pytest.mark.parametrize(
    ("what", "texts", "together"),
    [
        ("one word in twenty replaced", (ONE, edited(ONE, 20)), True),
        ("one word in ten replaced", (ONE, edited(ONE, 10)), True),
        ("one word in four replaced", (ONE, edited(ONE, 4)), False),
        ("cut to its first third", (ONE, ONE[:70]), True),
        ("a paragraph taken out", (ONE, ONE[:80] + ONE[120:]), True),
        ("paragraphs in another order", (ONE, ONE[100:] + ONE[:100]), True),
        ("a paragraph of its own below", (ONE, ONE + text(4, 150)), True),
        ("in capitals", (ONE, [word.upper() for word in ONE]), True),
        ("nothing in common", (ONE, TWO), False),
        ("a long quotation in common", (ONE[:140] + text(5, 60), ONE[:60] + text(6, 140)), False),
        ("a formula of 20 words in common", (ONE[:20], ONE[:20] + TWO), False),
        ("no words", ([], ONE), False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_copies_stand_together(what, texts, together):
    assert (len(groups(*texts)) == 1) == together


def test_a_digest_of_several_stories_does_not_join_them():
    digest = ONE + TWO + THREE

    assert groups(ONE, TWO, THREE, digest) == {frozenset({0}), frozenset({1}), frozenset({2}), frozenset({3})}


def test_a_chain_of_changes_joins_only_what_is_alike():
    chain = [ONE[start : start + 100] + text(9, 1000)[start : start + 60] for start in (0, 30, 60, 90)]
    found = groups(*chain)

    assert frozenset(range(4)) not in found
    assert len(found) > 1


def test_forty_copies_are_one_group():
    copies = [edited(ONE, 15 + n) for n in range(40)]

    assert groups(*copies, TWO) == {frozenset(range(40)), frozenset({40})}


def test_a_formula_that_all_articles_hold_joins_none_of_them():
    formula = text(7, 40)

    assert len(groups(*(text(n) + formula for n in range(10, 40)))) == 30


def test_groups_do_not_depend_on_the_order_of_the_texts():
    texts = [ONE, edited(ONE, 12), ONE[:90], TWO, edited(TWO, 20), THREE, ONE + TWO]
    order = [5, 2, 0, 6, 4, 1, 3]
    shuffled = groups(*(texts[n] for n in order))

    assert {frozenset(order[n] for n in group) for group in shuffled} == groups(*texts)


def test_what_is_looked_up_in_parts_gives_the_same_groups(monkeypatch):
    texts = [ONE, edited(ONE, 20), TWO, THREE, THREE[:90], text(7), text(8), TWO + text(9, 60)]
    whole = groups(*texts)
    monkeypatch.setattr("analysis.copies._WORDS_A_PART", 100)

    assert groups(*texts) == whole
    assert len(whole) == 5


BY_THE_AGENCY = """
A ferry with 212 people on board ran aground off the island of Lismore on Tuesday evening after losing power in heavy
seas, the coastguard said. No one was hurt. "We were thrown from our seats, and then it was completely dark," said
Morag Kerr, a teacher from Oban. Two lifeboats took off all the passengers within three hours. The operator, Western
Isles Lines, said that it would look into the failure of both engines, which were overhauled in January.
"""
BY_THE_LOCAL_PAPER = """
Passengers told last night of their terror as the Oban ferry struck rocks near Lismore. Lifeboats from Oban and
Tobermory rescued all 212 people on board in a gale. "We were thrown from our seats, and then it was completely dark,"
said Morag Kerr, a teacher from Oban. "The children were very brave." Both engines of the 30-year-old ship had failed
at about seven. Western Isles Lines has promised an inquiry; the union of its seafarers had warned of bad maintenance
as long ago as last autumn, when a sister ship drifted for an hour in the Sound of Mull.
"""


def test_two_reports_of_one_event_that_share_a_quotation_are_two_stories():
    one, other = BY_THE_AGENCY.split(), BY_THE_LOCAL_PAPER.split()
    bodies = bodies_of([one, other])

    assert groups(one, other) == {frozenset({0}), frozenset({1})}
    # They share the quotation and its speaker, and little else.
    assert 0.1 < likeness(bodies.shingles(0), bodies.shingles(1)).containment < 0.4


def test_the_headline_is_no_part_of_the_body():
    bodies = bodies_of([ONE, ONE])

    assert len(set(bodies.digests())) == 1
    assert len(bodies.shingles(0)) == len(ONE) - N_WORDS + 1


@pytest.mark.parametrize(
    ("one", "other", "resemblance", "containment"),
    [
        ([1, 2, 3], [1, 2, 3], 1, 1),
        ([1, 2, 3, 4], [1, 2], 0.5, 1),
        ([1, 2], [2, 3, 4], 0.25, 0.5),
        ([1, 2], [3, 4], 0, 0),
        ([], [1], 0, 0),
        ([], [], 0, 0),
    ],
)
def test_likeness_is_that_of_sets(one, other, resemblance, containment):
    found = likeness(np.array(one, np.uint64), np.array(other, np.uint64))

    assert (found.resemblance, found.containment) == (resemblance, containment)


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "D", "é"]), max_size=60), max_size=8))
def test_any_texts_can_be_grouped(texts):
    bodies = bodies_of(texts)
    held = group_copies(bodies, range(len(texts)))

    assert len(held) == len(texts)
    assert all(held[group] == group for group in held)


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=60))
def test_shingles_are_those_of_the_text_wherever_it_stands(words):
    alone, among = bodies_of([words]), bodies_of([ONE, words, TWO])

    assert alone.shingles(0).tolist() == among.shingles(1).tolist()
    looked_up = [found for rows, hashes in among.sampled() for row, found in zip(rows, hashes, strict=True) if row == 1]
    assert set(looked_up) <= set(among.shingles(1).tolist())

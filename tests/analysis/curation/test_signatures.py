import numpy as np
import pytest

from analysis.curation.colours import NO_COLOUR, hand_out
from analysis.curation.signatures import (
    MOST_ARTICLES,
    NO_TOPIC,
    changes,
    flow,
    hash_of,
    pairs,
    resemblance,
)
from tests.analysis.curation.making import topic

FLOOD, STRIKE, TRIAL = "flood river dyke rain", "strike dockers union pay", "trial judge jury bank"


def ids(first, stop):
    return [f"a{number}" for number in range(first, stop)]


def compared(old, new, nowhere=()):
    """What became of `old` topics among `new` ones, each words and articles; in letters: A, B before, a, b after."""
    before, present = [topic(*one) for one in old], [topic(*one) for one in new]
    topic_of = {hash_of(article): n for n, (_, articles) in enumerate(new) for article in articles}
    topic_of |= {hash_of(article): NO_TOPIC for article in nowhere}
    flowed = flow(before, topic_of, len(new))
    paired = pairs(resemblance(before, present, flowed))
    told = changes(list(zip("ABCD", [0] * len(old), strict=False)), range(len(new)), flowed, paired)
    return {
        f"{''.join(name for name, _ in one.before)}>{''.join('abcd'[n] for n in one.after)} {one.kind}" for one in told
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([], [], set()),
        ([], [(FLOOD, ids(0, 9))], {">a born"}),
        ([(FLOOD, ids(0, 9))], [], {"A> died"}),
        ([(FLOOD, ids(0, 9))], [(FLOOD, ids(0, 9))], {"A>a same"}),
        # The order in which they come says nothing.
        (
            [(FLOOD, ids(0, 9)), (STRIKE, ids(9, 20))],
            [(STRIKE, ids(9, 20)), (FLOOD, ids(0, 9))],
            {"A>b same", "B>a same"},
        ),
        # All articles are others: the words tell.
        ([(FLOOD, ids(0, 9))], [(FLOOD, ids(50, 90)), (STRIKE, ids(90, 99))], {"A>a same", ">b born"}),
        # All words are others: the articles tell.
        ([(FLOOD, ids(0, 20))], [(TRIAL, ids(0, 20))], {"A>a same"}),
        # Many more articles came.
        ([(FLOOD, ids(0, 9))], [("flood water rain town", [*ids(0, 9), *ids(100, 400)])], {"A>a same"}),
        ([(FLOOD, ids(0, 9))], [(STRIKE, ids(50, 60))], {"A> died", ">a born"}),
        ([(FLOOD, ids(0, 40))], [("flood river", ids(0, 20)), ("dyke rain", ids(20, 40))], {"A>ab split"}),
        (
            [(FLOOD, ids(0, 40)), (STRIKE, ids(40, 50))],
            [(FLOOD, ids(0, 25)), ("rain farm crop", ids(25, 40)), (STRIKE, ids(40, 50))],
            {"A>ab split", "B>c same"},
        ),
        (
            [(FLOOD, ids(0, 20)), (STRIKE, ids(20, 45))],
            [("strike flood pay river", ids(0, 45))],
            {"AB>a merged"},
        ),
        # A small one that went into a large one did not die.
        (
            [(FLOOD, ids(0, 100)), (TRIAL, ids(100, 105))],
            [(FLOOD, ids(0, 105))],
            {"AB>a merged"},
        ),
    ],
)
def test_what_became_of_topics_is_told(old, new, told):
    assert compared(old, new) == told


def test_each_topic_is_told_of():
    told = compared(
        [(FLOOD, ids(0, 30)), (STRIKE, ids(30, 60)), (TRIAL, ids(60, 70))],
        [("river dyke", ids(0, 15)), ("strike pay", [*ids(15, 30), *ids(30, 60)]), ("goal match", ids(80, 90))],
        nowhere=ids(60, 70),
    )

    assert {letter for one in told for letter in one.partition(" ")[0]} - {">"} == set("ABCabc")


def test_articles_that_now_have_no_topic_are_no_others():
    flowed = flow([topic(FLOOD, ids(0, 10))], {hash_of(one): NO_TOPIC for one in ids(0, 4)}, 2)

    assert flowed.moved.tolist() == [[0, 0]]
    assert flowed.stayed.tolist() == [4]


def test_of_many_articles_a_sample_says_where_they_went():
    large = topic(FLOOD, ids(0, 10_000))
    where = {hash_of(one): 0 if n < 7_000 else 1 for n, one in enumerate(ids(0, 10_000))}
    flowed = flow([large], where, 2)

    assert len(large.articles) == MOST_ARTICLES
    assert flowed.stayed[0] == pytest.approx(10_000)
    assert flowed.moved[0, 0] / 10_000 == pytest.approx(0.7, abs=0.1)


def test_a_pair_is_given_up_where_two_others_are_worth_more():
    assert pairs(np.array([[0.9, 0.8], [0.8, 0.1]])) == {0: 1, 1: 0}


@pytest.mark.parametrize("scores", [[[0.29]], [[0.0, 0.1], [0.2, 0.0]], np.zeros((0, 3)), np.zeros((3, 0))])
def test_what_does_not_resemble_is_no_pair(scores):
    assert pairs(np.asarray(scores)) == {}


@pytest.mark.parametrize(
    ("largest", "had", "given"),
    [
        ([5, 3], {}, {5: 0, 3: 1}),
        ([5, 3], {3: 0}, {5: 1, 3: 0}),
        ([5, 3], {3: 7, 5: 7}, {5: 7, 3: 0}),
        ([5], {5: 99}, {5: 0}),
        (list(range(10)), {9: 0}, {**{n: n for n in range(8)}, 8: NO_COLOUR, 9: NO_COLOUR}),
        ([], {1: 1}, {}),
    ],
)
def test_the_eight_largest_have_a_colour_and_keep_theirs(largest, had, given):
    assert hand_out(largest, had) == given

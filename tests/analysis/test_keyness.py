"""Keyness against examples worked by hand and against the formulas of the papers, written down a second time."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.keyness import log_likelihood_ratio, log_odds, prior_of

counts = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=8)


def ints(*values):
    return np.array(values, np.int64)


def log_odds_by_the_paper(y_i, y_j, n_i, n_j, alpha_w, alpha_0):
    """The log-odds ratio of one word and its z score, step by step."""
    odds_i = (y_i + alpha_w) / (n_i + alpha_0 - (y_i + alpha_w))
    odds_j = (y_j + alpha_w) / (n_j + alpha_0 - (y_j + alpha_w))
    delta = math.log(odds_i) - math.log(odds_j)
    variance = 1.0 / (y_i + alpha_w) + 1.0 / (y_j + alpha_w)
    return delta, delta / math.sqrt(variance)


def g2_by_the_paper(a, b, c, d):
    e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
    return 2 * ((a * math.log(a / e1) if a else 0) + (b * math.log(b / e2) if b else 0))


def test_the_prior_shares_out_its_weight_as_the_collection_uses_its_words():
    assert prior_of(ints(30, 60, 10), 100, 50).tolist() == [15, 30, 5]


def test_an_example_of_log_odds_worked_by_hand():
    # (10 + 0.5) / (1000 + 100 - 10.5) = 0.0096374 and (2 + 0.5) / (2000 + 100 - 2.5) = 0.0011919;
    # ln of their ratio, 2.0901, over the root of 1 / 10.5 + 1 / 2.5 = 0.49524.
    found = log_odds(ints(10), ints(2), (1000, 2000), np.array([0.5]), 100)

    assert found.delta[0] == pytest.approx(2.0901, abs=1e-4)
    assert found.z[0] == pytest.approx(2.0901 / 0.70373, abs=1e-3)


@given(counts, st.floats(0.1, 2_000), st.integers(0, 5_000), st.integers(0, 5_000))
def test_log_odds_are_those_of_the_paper(pairs, weight, more_i, more_j):
    first, second = (ints(*side) for side in zip(*pairs, strict=True))
    sizes = (int(first.sum()) + more_i, int(second.sum()) + more_j)
    n_words = sum(sizes) + 2 * len(pairs)
    prior = prior_of(first + second + 1, n_words, weight)
    found = log_odds(first, second, sizes, prior, weight)

    for n, (y_i, y_j) in enumerate(pairs):
        expected = log_odds_by_the_paper(y_i, y_j, *sizes, float(prior[n]), weight)
        assert (found.delta[n], found.z[n]) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(st.integers(0, 50), st.integers(0, 50))
def test_to_swap_the_groups_turns_the_sign(y_i, y_j):
    prior = np.array([0.7])
    there = log_odds(ints(y_i), ints(y_j), (500, 900), prior, 40)
    back = log_odds(ints(y_j), ints(y_i), (900, 500), prior, 40)

    assert there.z[0] == pytest.approx(-back.z[0])


def test_a_rare_word_of_one_group_alone_does_not_lead():
    """A word that one group uses twice and the other never is less sure than one that is used 60 to 20 times."""
    found = log_odds(ints(2, 60), ints(0, 20), (10_000, 10_000), prior_of(ints(2, 80), 20_000, 500), 500)

    assert found.delta[0] > found.delta[1]
    assert found.z[0] < found.z[1]


def test_texts_of_one_word_are_no_division_by_zero():
    assert np.isfinite(log_odds(ints(5), ints(3), (5, 3), np.array([8.0]), 8).z).all()


def test_an_example_of_g2_worked_by_hand():
    # Expected 4 and 8: 2 (10 ln 2.5 + 2 ln 0.25) = 12.7806.
    assert log_likelihood_ratio(ints(10), ints(2), (1000, 2000))[0] == pytest.approx(12.7806, abs=1e-4)


@given(counts, st.integers(1, 5_000), st.integers(1, 5_000))
def test_g2_is_that_of_the_paper(pairs, n_i, n_j):
    first, second = (ints(*side) for side in zip(*pairs, strict=True))
    found = log_likelihood_ratio(first, second, (n_i, n_j))

    assert found.tolist() == pytest.approx([g2_by_the_paper(a, b, n_i, n_j) for a, b in pairs], rel=1e-9, abs=1e-9)


def test_equal_use_has_no_g2():
    assert log_likelihood_ratio(ints(10, 0), ints(20, 0), (1000, 2000)).tolist() == pytest.approx([0, 0], abs=1e-9)

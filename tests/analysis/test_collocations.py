import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics import BigramAssocMeasures

from analysis.collocations import add_counts, log_likelihood

counts = st.tuples(*[st.integers(1, 500)] * 3, st.integers(0, 20_000))


@given(counts)
def test_log_likelihood_is_that_of_nltk_for_pairs_that_attract_each_other(drawn):
    both, first_more, second_more, others = drawn
    first, second, total = both + first_more, both + second_more, both + first_more + second_more + others + 1
    found = log_likelihood(np.array([both]), np.array([first]), np.array([second]), total)[0]

    if both > first * second / total:
        # NLTK adds 1e-20 to what it takes the logarithm of.
        assert found == pytest.approx(BigramAssocMeasures.likelihood_ratio(both, (first, second), total), abs=1e-6)
    else:
        assert found == 0


def test_words_that_are_always_together_have_a_finite_value():
    assert np.isfinite(log_likelihood(np.array([5]), np.array([5]), np.array([5]), 100)).all()


@given(st.lists(st.lists(st.integers(0, 50), max_size=30), max_size=6))
def test_counts_added_piece_by_piece_are_those_of_the_whole(pieces):
    keys, numbers = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for piece in pieces:
        keys, numbers = add_counts(keys, numbers, np.array(piece, np.int64))
    whole = np.unique([key for piece in pieces for key in piece], return_counts=True)

    assert keys.tolist() == whole[0].tolist()
    assert numbers.tolist() == whole[1].tolist()

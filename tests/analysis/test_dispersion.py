import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dispersion import deviation_of_proportions

articles = st.lists(st.tuples(st.integers(1, 300), st.integers(0, 9)), min_size=2, max_size=12).filter(
    lambda parts: any(count for _, count in parts)
)


def dp(sizes, counts):
    """DP of one term that each article holds so often."""
    held = [place for place, count in enumerate(counts) if count]
    found = np.array([counts[place] for place in held])
    return deviation_of_proportions(np.zeros(len(held), int), np.array(held), found, np.array(sizes))[0]


@pytest.mark.parametrize(
    ("sizes", "counts", "value"),
    [
        # Half of |0.2 - v / 15| for v = 1 to 5 is 0.2, over 1 - 0.2.
        ([10, 10, 10, 10, 10], [1, 2, 3, 4, 5], 0.25),
        ([10, 10, 10, 10, 10], [3, 3, 3, 3, 3], 0),
        ([100, 300], [1, 3], 0),
        ([100, 300], [4, 0], 1),
        ([100, 300], [0, 4], 0.25 / 0.75),
        ([50], [7], 0),
    ],
)
def test_examples_worked_by_hand(sizes, counts, value):
    assert dp(sizes, counts) == pytest.approx(value)


@given(articles)
def test_it_is_half_the_sum_of_the_differences_over_its_maximum(parts):
    sizes, counts = zip(*parts, strict=True)
    differences = [abs(size / sum(sizes) - count / sum(counts)) for size, count in parts]

    assert dp(sizes, counts) == pytest.approx(sum(differences) / 2 / (1 - min(sizes) / sum(sizes)), abs=1e-9)


def test_terms_are_told_apart():
    terms, held, found = np.array([1, 0, 0]), np.array([0, 0, 1]), np.array([5, 2, 2])

    assert deviation_of_proportions(terms, held, found, np.array([10, 10])).tolist() == pytest.approx([0, 1])

import numpy as np
import pytest
from sklearn.manifold import trustworthiness as as_scikit_learn_has_it

from analysis.vectors import to_unit_length
from benchmarks.map import enlarged, points_of, trustworthiness


@pytest.mark.parametrize("n_neighbours", [3, 12])
def test_trustworthiness_is_that_of_scikit_learn(n_neighbours):
    random = np.random.default_rng(0)
    points, places = to_unit_length(random.normal(size=(80, 6))), random.normal(size=(80, 2))
    expected = as_scikit_learn_has_it(points, places, n_neighbors=n_neighbours, metric="cosine")

    assert trustworthiness(points, places, np.arange(80), n_neighbours) == pytest.approx(expected)


def test_articles_without_a_usable_word_are_no_points():
    assert points_of(["storm rain", "storm rain", "flood coast", "flood coast", "the"]).shape[0] == 4


def test_enlarged_points_have_unit_length():
    points = to_unit_length(np.random.default_rng(0).normal(size=(5, 100)))

    assert np.linalg.norm(enlarged(points, 20), axis=1) == pytest.approx(1)

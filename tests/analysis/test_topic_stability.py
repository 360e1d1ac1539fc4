import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix

from analysis.clusters import find_clusters
from analysis.topic_stability import SHAKY, Number, Vectors, best_number, compare_numbers, is_shaky, stability
from analysis.vectors import to_unit_length


def articles(*sizes, spread=0.05):
    """Groups of articles, each of ten words of its own, around as many directions."""
    random = np.random.default_rng(0)
    groups = np.repeat(np.arange(len(sizes)), sizes)
    points = to_unit_length(np.eye(len(sizes), 6)[groups] + random.normal(0, spread, (sum(sizes), 6)))
    holds = (groups[:, np.newaxis] == np.repeat(np.arange(len(sizes)), 10)) * random.integers(
        0, 2, (sum(sizes), 10 * len(sizes))
    )
    return Vectors(points, csr_matrix(holds.astype(float)))


def test_groups_far_apart_come_back_and_cuts_through_one_group_do_not():
    apart, together = articles(20, 20, 20), articles(200, spread=0.5)

    assert stability(apart, find_clusters(apart.points, 3)).tolist() == [1, 1, 1]
    assert stability(together, find_clusters(together.points, 8)).mean() < SHAKY


@pytest.mark.parametrize("sizes", [(20, 20), (30, 20, 10), (15, 15, 15, 15, 15)])
def test_as_many_groups_are_chosen_as_there_are(sizes):
    assert best_number(compare_numbers(articles(*sizes))) == len(sizes)


@pytest.mark.parametrize(
    ("numbers", "best"),
    [
        ([], 1),
        ([Number(2, 0.5, 0, 0.25), Number(3, 0.5, 0.2, 0.3)], 3),
        ([Number(2, 0.5, 0, 0.25), Number(3, 0.5, 0, 0.25)], 2),
    ],
)
def test_the_number_of_most_worth_is_best_and_of_equals_the_smaller(numbers, best):
    assert best_number(numbers) == best


def test_what_a_number_is_worth_is_between_nothing_and_one():
    found = compare_numbers(articles(20, 20, 20))

    assert [one.n_topics for one in found] == sorted({one.n_topics for one in found})
    assert all(0 <= one.stability <= 1 and 0 <= one.worth <= one.stability for one in found)


def test_articles_all_alike_have_no_number_to_compare():
    alike = Vectors(np.ones((8, 2)) / np.sqrt(2), csr_matrix(np.ones((8, 3))))

    assert compare_numbers(alike) == []


def test_a_topic_is_shaky_below_the_limit_and_not_where_its_stability_is_unknown():
    stored = pd.Series([0.7, 0.6, 0.8, None], dtype="float32")

    assert is_shaky(stored).tolist() == [False, True, False, False]

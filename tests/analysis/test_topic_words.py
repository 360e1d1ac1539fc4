import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analysis.topic_words import best_terms, coherence, label, term_weights


@pytest.mark.parametrize(
    ("ranked", "name"),
    [
        (["flood", "river", "dyke", "rain"], "flood, river, dyke"),
        (["river", "River Trent", "flood", "Trent", "rain"], "River Trent, flood, rain"),
        (["Trent", "trent", "flood"], "Trent, flood"),
        (["Bank of China", "China", "trade"], "Bank of China, trade"),
        (["flood"], "flood"),
        ([], ""),
    ],
)
def test_a_topic_is_named_by_its_best_terms_without_repeating_a_word(ranked, name):
    assert label(ranked) == name


HOLDS = csr_matrix(
    [
        [1, 1, 0, 1],
        [1, 1, 0, 1],
        [0, 0, 1, 1],
        [0, 0, 1, 1],
    ]
)


@pytest.mark.parametrize(
    ("terms", "value"),
    [
        ([0, 1], 1),
        ([0, 2], -1),
        ([0, 3], 0),
        ([0, 1, 2], (1 - 1 - 1) / 3),
        ([3, 3], 0),
        ([0], 0),
        ([], 0),
    ],
)
def test_coherence_is_the_mean_npmi_of_pairs(terms, value):
    assert coherence(HOLDS, terms) == pytest.approx(value)


def test_a_word_at_home_in_one_group_weighs_more_than_one_that_is_in_all():
    weights = csr_matrix([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0.5, 0.5]])
    found = term_weights(weights, np.array([0, 0, 1]), 2)

    assert found[0, 0] == pytest.approx(0.5)
    assert found[0, 0] > found[0, 1] > found[0, 2] == 0
    assert found[1, 2] > found[1, 1] > found[1, 0] == 0


def test_of_terms_of_equal_weight_the_first_candidate_comes_first():
    assert best_terms(np.array([1.0, 3.0, 1.0, 2.0]), np.array([2, 0, 1]), 3).tolist() == [1, 2, 0]

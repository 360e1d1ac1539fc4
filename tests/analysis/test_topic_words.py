import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analysis.topic_words import WordChoice, article_shares, best_terms, coherence, npmi_in_articles, term_weights

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
        ([0], 0),
        ([], 0),
    ],
)
def test_coherence_is_the_mean_npmi_of_pairs(terms, value):
    assert coherence(npmi_in_articles(HOLDS, np.arange(4)), terms) == pytest.approx(value)


def test_a_word_at_home_in_one_group_weighs_more_than_one_that_is_in_all():
    weights = csr_matrix([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0.5, 0.5]])
    found = term_weights(weights, np.array([0, 0, 1]), 2, 0.75)

    assert found[0, 0] == pytest.approx(0.5)
    assert found[0, 0] > found[0, 1] > found[0, 2] == 0
    assert found[1, 2] > found[1, 1] > found[1, 0] == 0


def test_shares_are_of_the_articles_of_each_group():
    found = article_shares(HOLDS, np.array([0, 0, 0, 1]), 2)

    assert found == pytest.approx(np.array([[2 / 3, 2 / 3, 1 / 3, 1], [0, 0, 1, 1]]))


def test_of_terms_of_equal_weight_the_first_candidate_comes_first():
    assert best_terms(np.array([1.0, 3.0, 1.0, 2.0]), np.array([2, 0, 1]), 3).tolist() == [1, 2, 0]


def choice(n_words, *, npmi=None, holds=None):
    """Words of falling weight that meet indifferently and are in every article, but for what is said."""
    return WordChoice(
        np.linspace(1, 0.5, n_words),
        np.zeros((n_words, n_words)) if npmi is None else npmi,
        np.ones((6, n_words), bool) if holds is None else holds,
    )


def taken(n_words, *columns):
    return np.isin(np.arange(n_words), columns)


def test_the_heaviest_ten_words_are_chosen_where_nothing_else_speaks():
    assert choice(14).choose(taken(14)).tolist() == list(range(10))


def test_a_word_that_never_meets_the_others_gives_way():
    npmi = np.zeros((12, 12))
    npmi[3, :] = npmi[:, 3] = -1

    assert 3 not in choice(12, npmi=npmi).choose(taken(12))


def test_a_word_of_articles_that_no_other_covers_is_taken():
    holds = np.zeros((6, 13), bool)
    holds[:3, :10] = True
    holds[:, 8:10] = True
    holds[3:, 10] = True

    chosen = choice(13, holds=holds).choose(taken(13))

    assert 10 in chosen


def test_a_word_that_another_topic_has_gives_way_to_one_as_good():
    assert 0 not in choice(12).choose(taken(12, 0))


@pytest.mark.parametrize("n_words", [0, 1, 9, 10])
def test_up_to_ten_words_are_all_chosen(n_words):
    assert choice(n_words).choose(taken(n_words)).tolist() == list(range(n_words))

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analysis.vectors import Space, weigh

# Ships and strikes are never in one article, but both keep the company of the harbour; cows do not.
WORDS = ["ship", "strike", "harbour", "pier", "cow", "milk", "barn"]
ARTICLES = csr_matrix(
    [
        [1, 0, 1, 1, 0, 0, 0],
        [1, 0, 1, 0, 0, 0, 0],
        [0, 1, 1, 1, 0, 0, 0],
        [0, 1, 0, 1, 0, 0, 0],
        [0, 0, 0, 0, 1, 1, 1],
        [0, 0, 0, 0, 1, 1, 0],
        [0, 0, 0, 0, 0, 1, 1],
    ]
).astype(float)


@pytest.fixture(scope="module")
def space():
    return Space.fit(weigh(ARTICLES), ARTICLES)


def test_articles_are_rows_of_unit_length_and_one_without_words_is_zero(space):
    points = space.place(csr_matrix(np.vstack([weigh(ARTICLES).toarray(), np.zeros(7)])))

    assert np.linalg.norm(points, axis=1) == pytest.approx([1] * 7 + [0], abs=1e-5)


def test_words_that_never_meet_are_alike_if_they_keep_the_same_company(space):
    ship, strike, cow = (space.by_company[WORDS.index(word)] for word in ("ship", "strike", "cow"))

    assert ship @ strike > 0.3
    assert abs(ship @ cow) < 0.1


def test_how_rare_a_word_is_can_be_told_by_some_of_the_articles():
    twice = csr_matrix(np.vstack([ARTICLES.toarray(), *[ARTICLES.toarray()[:1]] * 5]))

    assert weigh(twice, np.arange(7)).toarray()[:7] == pytest.approx(weigh(ARTICLES).toarray())
    assert weigh(twice).toarray()[:7] != pytest.approx(weigh(ARTICLES).toarray())

import numpy as np
import pandas as pd
import pytest

from analysis.topic_examples import examples_among, spread_examples
from analysis.vectors import to_unit_length

# Two alike to one side of the middle, one to the other, one above, and one far off.
POINTS = to_unit_length(np.array([[1, 0.51, 0], [1, 0.5, 0], [1, -0.55, 0], [1, 0, 0.6], [0, 0, -1]]))
CENTRE = np.array([1.0, 0, 0])


def test_the_most_typical_comes_first_and_the_next_are_unlike_it():
    assert spread_examples(POINTS, CENTRE, 3).tolist() == [1, 2, 3]


@pytest.mark.parametrize("most", [1, 6, 20])
def test_there_are_no_more_examples_than_articles_and_none_twice(most):
    found = spread_examples(POINTS, CENTRE, most).tolist()

    assert len(found) == len(set(found)) == min(most, len(POINTS))


def test_a_topic_without_articles_has_no_examples():
    assert spread_examples(np.zeros((0, 3)), CENTRE, 3).tolist() == []


@pytest.mark.parametrize(
    ("examples", "shown"),
    [(["c", "a"], ["c", "a", "d"]), (["x"], ["d", "b", "c"]), ([], ["d", "b", "c"]), (list("abcd"), ["a", "b", "c"])],
)
def test_examples_come_first_and_then_the_articles_that_fit_best(examples, shown):
    articles = pd.DataFrame({"article_id": list("abcd"), "weight": [0.1, 0.8, 0.8, 0.9]})

    assert examples_among(articles, pd.Series(examples, dtype=str), 3)["article_id"].tolist() == shown

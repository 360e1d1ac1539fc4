import numpy as np
import pytest

from analysis.curation.remaking import material_of
from benchmarks.rebuilds import Figures, Judged, figures, find_topics, judge, rebuilds

ONE = Judged(
    scores=np.array([[0.9, 0.1, 0.0], [0.2, 0.5, 0.0], [0.0, 0.0, 0.4]]),
    shared=np.array([[0.8, 0.0, 0.0], [0.0, 0.3, 0.6], [0.1, 0.0, 0.1]]),
)


@pytest.mark.parametrize(
    ("threshold", "expected"), [(0.1, (1, 1, 1, 2)), (0.45, (1, 0, 1, 2)), (0.6, (1, 0, 0, 2)), (0.95, (0, 0, 0, 2))]
)
def test_pairs_are_right_wrong_or_a_matter_of_opinion(threshold, expected):
    assert figures([ONE], threshold) == Figures(*expected)


def test_precision_and_recall_leave_matters_of_opinion_out():
    assert Figures(3, 1, 5, 4).cells == ("0.750", "0.750", "0.750", "3", "4", "1", "5")
    assert Figures(0, 0, 0, 0).cells[:3] == ("0.000", "0.000", "0.000")


def test_the_same_articles_give_the_same_topics(sample):
    material = material_of(sample)
    rows = np.arange(0, 60, 2)
    first, again = (find_topics(material, rows, 4) for _ in range(2))
    judged = judge(material, first, again, np.arange(1, 60, 2))

    assert first.topics.tolist() == again.topics.tolist()
    assert np.diag(judged.scores) == pytest.approx(1)
    assert set(np.diag(judged.shared)) <= {0.0, 1.0}
    assert sum(one.n_articles for one in first.signatures) == len(rows)


def test_each_kind_of_rebuild_is_judged(sample):
    judged = dict(rebuilds(material_of(sample), 4, seed=0))

    assert len(judged) == 5
    assert judged["in more topics"].scores.shape == (4, 6)

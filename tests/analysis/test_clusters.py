import numpy as np
import pytest

from analysis.clusters import fence, find_clusters
from analysis.vectors import sample, to_unit_length


def blobs(*sizes, spread=0.05):
    """Points around as many directions as there are sizes, in their order."""
    random = np.random.default_rng(0)
    centres = np.eye(len(sizes), max(3, len(sizes)))
    return to_unit_length(np.repeat(centres, sizes, axis=0) + random.normal(0, spread, (sum(sizes), centres.shape[1])))


def test_groups_are_found_largest_first():
    found = find_clusters(blobs(5, 20, 10), 3)

    assert found.labels.tolist() == [2] * 5 + [0] * 20 + [1] * 10
    assert np.linalg.norm(found.centres, axis=1) == pytest.approx([1, 1, 1])


def test_many_texts_made_by_a_form_do_not_take_the_groups_of_others():
    random = np.random.default_rng(0)
    form = to_unit_length(np.eye(6)[:1] + random.normal(0, 0.15, (600, 6)))
    others = to_unit_length(np.repeat(np.eye(6)[1:3], 20, axis=0) + random.normal(0, 0.15, (40, 6)))

    labels = find_clusters(np.vstack([form, others]), 3).labels

    assert set(labels[:600]) == {0}
    assert len(set(labels[600:620])) == len(set(labels[620:])) == 1


def test_points_that_are_all_alike_are_one_group():
    found = find_clusters(np.ones((8, 2)) / np.sqrt(2), 3)

    assert found.number == 1
    assert found.labels.tolist() == [0] * 8


@pytest.mark.parametrize(("asked", "number"), [(1, 1), (2, 2), (3, 3), (9, 3)])
def test_there_are_no_more_groups_than_distinct_points(asked, number, recwarn):
    found = find_clusters(np.repeat(np.eye(3), 4, axis=0), asked)

    assert found.number == number
    assert set(found.labels) == set(range(number))
    assert not recwarn.list


@pytest.mark.parametrize(
    ("cosines", "least"),
    [
        ([0.6, 0.7, 0.7, 0.8], 0.5),  # the quartiles are .675 and .725, the fence would be .6
        ([0.3, 0.4, 0.4, 0.5], 0.3),
        ([0.9] * 4, 0.5),
        ([0.2] * 4, 0.2),
    ],
)
def test_the_fence_stands_below_the_quartiles_and_never_above_a_half(cosines, least):
    assert fence(np.array(cosines)) == pytest.approx(least)


def test_a_sample_is_in_order_without_repeats_and_the_same_each_time():
    drawn = sample(100, 30)

    assert len(set(drawn.tolist())) == 30
    assert drawn.tolist() == sorted(drawn.tolist()) == sample(100, 30).tolist()
    assert sample(5, 30).tolist() == [0, 1, 2, 3, 4]


def test_a_point_amid_its_group_has_the_votes_of_nearly_all_runs_and_each_run_votes_once():
    points = blobs(20, 20, 20)
    found = find_clusters(points, 3)
    votes = found.votes(points)

    assert votes.sum(axis=1) == pytest.approx(np.ones(60))
    assert votes.argmax(axis=1).tolist() == found.labels.tolist()
    assert votes.max(axis=1).mean() > 0.8

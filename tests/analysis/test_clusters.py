import numpy as np
import pytest

from analysis.clusters import choose_number, find_clusters, stability
from analysis.vectors import to_unit_length


def blobs(*sizes, spread=0.05):
    """Points around as many directions as there are sizes, in their order."""
    random = np.random.default_rng(0)
    centres = np.eye(len(sizes), max(3, len(sizes)))
    return to_unit_length(np.repeat(centres, sizes, axis=0) + random.normal(0, spread, (sum(sizes), centres.shape[1])))


def test_groups_are_found_largest_first():
    found = find_clusters(blobs(5, 20, 10), 3)

    assert found.labels.tolist() == [2] * 5 + [0] * 20 + [1] * 10
    assert np.linalg.norm(found.centres, axis=1) == pytest.approx([1, 1, 1])


@pytest.mark.parametrize("sizes", [(20, 20), (30, 20, 10), (15, 15, 15, 15, 15)])
def test_as_many_groups_are_chosen_as_there_are(sizes):
    assert choose_number(blobs(*sizes)) == len(sizes)


def test_a_point_that_fits_nowhere_makes_no_group_of_its_own():
    outlier = np.zeros((1, 4))
    outlier[0, 3] = 1
    points = np.vstack([np.pad(blobs(20, 15, 10), ((0, 0), (0, 1))), outlier])

    assert np.bincount(find_clusters(points).labels).min() >= 3


def test_points_that_are_all_alike_are_one_group():
    found = find_clusters(np.ones((8, 2)) / np.sqrt(2))

    assert found.number == 1
    assert found.labels.tolist() == [0] * 8


@pytest.mark.parametrize(("asked", "number"), [(2, 2), (3, 3), (9, 3)])
def test_there_are_no_more_groups_than_distinct_points(asked, number, recwarn):
    found = find_clusters(np.repeat(np.eye(3), 4, axis=0), asked)

    assert found.number == number
    assert set(found.labels) == set(range(number))
    assert not recwarn.list


def test_groups_far_apart_are_stable_and_cuts_through_one_group_are_not():
    apart, together = blobs(20, 20, 20), blobs(60, spread=0.3)

    assert stability(apart, find_clusters(apart, 3)) == pytest.approx([1, 1, 1])
    assert stability(together, find_clusters(together, 8)).mean() < 0.75

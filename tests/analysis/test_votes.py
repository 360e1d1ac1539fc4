import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from analysis.vectors import to_unit_length
from analysis.votes import _agreements, elect, run_k_means


def blobs(*sizes, spread=0.1):
    random = np.random.default_rng(0)
    groups = np.repeat(np.arange(len(sizes)), sizes)
    points = to_unit_length(np.eye(len(sizes), 6)[groups] + random.normal(0, spread, (sum(sizes), 6)))
    return groups, points.astype(np.float32)


def test_groups_apart_win_the_vote_and_every_run_numbers_them_alike():
    groups, points = blobs(30, 20, 10)
    won, runs = elect(points, run_k_means(points, np.ones(60), 3, 20, 0))

    assert adjusted_rand_score(groups, won) == 1
    assert np.mean([(run.assign(points) == won).mean() for run in runs]) > 0.8


def test_runs_are_the_same_each_time_and_differ_by_their_seed():
    _, points = blobs(40, 40, spread=0.6)

    def centres(seed):
        return run_k_means(points, np.ones(80), 5, 4, seed)

    assert np.array_equal(centres(0), centres(0))
    assert not np.array_equal(centres(0), centres(1))


def test_the_agreement_of_runs_is_the_adjusted_rand_index():
    labels = np.random.default_rng(0).integers(0, 4, (5, 50))
    expected = [[adjusted_rand_score(one, other) for other in labels] for one in labels]

    assert _agreements(labels, 4) == pytest.approx(np.array(expected))


def test_no_group_is_left_without_points_where_the_runs_differ():
    random = np.random.default_rng(0)
    points = to_unit_length(random.normal(0, 1, (60, 10))).astype(np.float32)
    won, _ = elect(points, run_k_means(points, np.ones(60), 12, 10, 0))

    assert set(won.tolist()) == set(range(12))

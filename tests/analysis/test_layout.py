import numpy as np
import pytest

import analysis.layout
from analysis.layout import lay_out, sample_of
from analysis.vectors import to_unit_length


def groups(n_points, n_groups=2, noise=0.1):
    random = np.random.default_rng(0)
    middles = np.repeat(np.eye(n_groups, 5), n_points // n_groups, axis=0)
    return to_unit_length(middles + random.normal(0, noise, (n_points, 5)))


def nearest_distances(places):
    distances = np.linalg.norm(places[:, np.newaxis] - places, axis=2)
    return (distances + np.diag(np.full(len(places), np.inf))).min(axis=1)


@pytest.fixture
def small_sample(monkeypatch):
    """Only 60 points are laid out, and the others stand between them."""
    monkeypatch.setattr(analysis.layout, "MOST_LAID_OUT", 60)


@pytest.mark.parametrize("n_points", [4, 6, 20, 100])
def test_places_fill_the_square_and_nothing_lies_outside(n_points):
    places = lay_out(groups(n_points))

    assert places.shape == (n_points, 2)
    assert places.min(axis=0) == pytest.approx([-1, -1])
    assert places.max(axis=0) == pytest.approx([1, 1])


@pytest.mark.parametrize("n_points", [40, 200])
def test_places_are_the_same_again(n_points, small_sample):
    assert np.array_equal(lay_out(groups(n_points)), lay_out(groups(n_points)))


def test_points_beyond_the_sample_stand_near_those_they_resemble(small_sample):
    places = lay_out(groups(200))
    first, second = places[:100], places[100:]
    within = np.linalg.norm(first - first.mean(axis=0), axis=1).mean()

    assert np.isfinite(places).all()
    assert np.linalg.norm(first.mean(axis=0) - second.mean(axis=0)) > 2 * within


def test_a_point_between_two_groups_stands_in_one_of_them(small_sample):
    points = groups(202)
    points[4] = to_unit_length(np.array([[1, 0.98, 0, 0, 0]]))[0]
    places = lay_out(points)
    others = np.delete(places, 4, axis=0)

    assert 4 not in sample_of(202)
    assert np.linalg.norm(others - places[4], axis=1).min() < 0.1


@pytest.mark.parametrize("n_points", [60, 200])
def test_copies_are_near_each_other_and_can_each_be_seen(n_points, small_sample):
    points = groups(n_points, 4, 0.3)
    points[5:15] = points[5]
    places = lay_out(points)

    assert nearest_distances(places[5:15]).min() > 0.002
    assert np.ptp(places[5:15], axis=0).max() < 0.5


@pytest.mark.parametrize(
    "points",
    [
        pytest.param(np.ones((8, 3)) / np.sqrt(3), id="all the same"),
        pytest.param(np.ones((8, 1)), id="the same in one dimension"),
        pytest.param(np.array([[1.0], [-1.0]] * 5), id="two kinds in one dimension"),
        pytest.param(np.repeat(np.eye(2), 150, axis=0), id="two kinds, more than a point has neighbours"),
    ],
)
def test_points_that_are_all_alike_have_each_a_place(points):
    places = lay_out(points)

    assert np.isfinite(places).all()
    assert nearest_distances(places).min() > 0


def test_the_sample_is_stated_and_the_same_again(small_sample):
    assert list(sample_of(60)) == list(range(60))
    assert len(set(sample_of(500))) == 60
    assert np.array_equal(sample_of(500), np.sort(sample_of(500)))
    assert np.array_equal(sample_of(500), sample_of(500))

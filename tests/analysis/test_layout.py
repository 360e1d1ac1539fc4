import numpy as np
import pytest

import analysis.layout
from analysis.layout import lay_out
from analysis.vectors import to_unit_length


def two_groups(n_points):
    random = np.random.default_rng(0)
    return to_unit_length(np.repeat(np.eye(2, 5), n_points // 2, axis=0) + random.normal(0, 0.1, (n_points, 5)))


@pytest.mark.parametrize("n_points", [4, 6, 60])
def test_places_fill_the_square_and_nothing_lies_outside(n_points):
    places = lay_out(two_groups(n_points))

    assert places.shape == (n_points, 2)
    assert places.min(axis=0) == pytest.approx([-1, -1])
    assert places.max(axis=0) == pytest.approx([1, 1])


def test_places_are_the_same_again():
    assert np.array_equal(lay_out(two_groups(40)), lay_out(two_groups(40)))


def test_points_beyond_the_sample_stand_near_those_they_resemble(monkeypatch):
    monkeypatch.setattr(analysis.layout, "_MOST_LAID_OUT", 30)
    places = lay_out(two_groups(200))
    first, second = places[:100], places[100:]
    within = np.linalg.norm(first - first.mean(axis=0), axis=1).mean()

    assert np.isfinite(places).all()
    assert np.linalg.norm(first.mean(axis=0) - second.mean(axis=0)) > 2 * within


def test_points_that_are_all_alike_have_a_place():
    assert np.isfinite(lay_out(np.ones((8, 3)) / np.sqrt(3))).all()

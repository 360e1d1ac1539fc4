"""Floors of the map, on news outside the project: neighbours on it are neighbours in the space of the topics."""

import numpy as np
import pytest

from analysis.layout import lay_out, sample_of
from benchmarks.map import points_of, trustworthiness
from benchmarks.sentences import read_texts

pytestmark = pytest.mark.quality


# Measured .913 and .98; seeds move the first by up to .003, and trustworthiness over 500 rows is as sure as that.
@pytest.mark.parametrize(
    ("name", "n_articles", "floor"), [("news.jsonl", 840, 0.90), ("topics_reuters_r8.jsonl", 3_000, 0.97)]
)
def test_neighbours_are_truly_near(shared, name, n_articles, floor):
    points = points_of(read_texts(shared / "data" / name)[:n_articles])
    places = lay_out(points)
    rows = np.random.default_rng(1).permutation(len(points))[:500]
    placed = rows[~np.isin(rows, sample_of(len(points)))]

    assert trustworthiness(points, places, rows) >= floor
    assert not len(placed) or trustworthiness(points, places, placed) >= floor

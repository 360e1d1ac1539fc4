"""The network: names that cover no other, the same places for the same rows, lines as wide as they are strong."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from charts.graph_layout import places, set_apart
from charts.placing import Box
from tests.charts.making import column, company, rows

NAMES = [f"{word} {'of the interior' * (number % 3)}".strip() for number, word in enumerate("abcdefghijklmnop")]


def crowded(n_points):
    """A frame of so many points, each joined to the next."""
    points = pd.DataFrame(
        {"mark": NAMES, "first": NAMES, "second": None, "n": range(16, 0, -1), "g2": range(160, 0, -10)}
    )
    points = points.head(n_points)
    ends = list(zip(points["first"], points["first"][1:], strict=False))
    lines = pd.DataFrame(
        [{"mark": "|".join(both), "first": both[0], "second": both[1], "n": 2, "g2": 12.0} for both in ends]
    )
    return pd.concat([points, lines], ignore_index=True)


@pytest.mark.parametrize("n_points", [1, 2, 7, 16])
def test_points_keep_apart_within_the_drawing(n_points):
    drawn = pd.DataFrame(rows(company(crowded(n_points))))
    points = drawn[drawn["number"] != ""]

    assert len(points) == n_points
    assert points["x"].between(0, 1).all()
    for one, other in combinations(points.itertuples(), 2):
        # 316 pixels is the least width there is.
        apart = np.hypot((one.x - other.x) * 316, one.y - other.y)
        assert apart > (one.size + other.size) / 2


def test_the_same_rows_are_drawn_in_the_same_places():
    assert rows(company(crowded(16))) == rows(company(crowded(16)))


def test_a_line_ends_where_its_points_are_and_is_wider_the_stronger_it_is():
    frame = pd.concat([crowded(4).assign(g2=lambda drawn: [40, 30, 20, 10, 15, 60, 30])])
    drawn = pd.DataFrame(rows(company(frame))).set_index("mark")
    lines = drawn[drawn["number"] == ""]

    for mark, line in lines.iterrows():
        first, second = (drawn.loc[name] for name in mark.split("|"))
        assert (line["x"], line["y"], line["x2"], line["y2"]) == (first["x"], first["y"], second["x"], second["y"])
    strengths = frame.set_index("mark").loc[lines.index, "g2"]
    assert lines["size"].rank().tolist() == strengths.rank().tolist()


def test_the_chosen_mark_stands_out_and_its_ends_do_not():
    roles = dict(zip(column(company(), "mark"), column(company(chosen="flood|rescue"), "role"), strict=True))

    assert roles == {"flood|rescue": "accent", "flood": "quiet", "river level": "quiet", "rescue": "quiet"}


def test_what_belongs_together_is_placed_nearer():
    distances = np.full((4, 4), 2.0)
    np.fill_diagonal(distances, 0)
    distances[1, 2] = distances[2, 1] = 0.5
    found = places(distances)
    apart = np.linalg.norm(found[:, None] - found, axis=2)

    assert apart[1, 2] < 1 < min(apart[0, 3], apart[1, 3], apart[2, 3])


def test_points_at_one_place_come_apart_too():
    assert len(np.unique(places(np.ones((6, 6)) - np.eye(6)).round(3), axis=0)) == 6
    assert np.isfinite(places(np.zeros((5, 5)))).all()
    assert np.isfinite(places(np.zeros((1, 1)))).all()


@pytest.mark.parametrize("at", [(100, 100), (0, 0), (160, 280)])
def test_boxes_come_apart_and_the_first_one_stays(at):
    turns = [(8 * n * np.cos(2.4 * n), 4 * n * np.sin(2.4 * n)) for n in range(12)]
    boxes = [Box(158, 250, 60, 20), *(Box(at[0] + across, at[1] + down, 90, 34) for across, down in turns)]
    found = set_apart(boxes, 316, 500)

    assert found[0] == boxes[0]
    for one, other in combinations(found, 2):
        assert (
            abs(one.x - other.x) >= (one.width + other.width) / 2
            or abs(one.y - other.y) >= (one.height + other.height) / 2
        )
    assert all(45 <= box.x <= 271 and 17 <= box.y <= 483 for box in found[1:])

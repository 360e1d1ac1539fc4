from itertools import combinations

import pytest

from charts.placing import Box, spread


def overlap(one, other):
    across = (one.width + other.width) / 2 - abs(one.x - other.x)
    down = (one.height + other.height) / 2 - abs(one.y - other.y)
    return across > 0 and down > 0


@pytest.mark.parametrize(
    "boxes",
    [
        [Box(50, 50, 40, 10), Box(55, 52, 40, 10)],
        [Box(50, 50, 40, 10)] * 4,
        [Box(50, 95, 40, 10), Box(50, 96, 40, 10), Box(50, 97, 40, 10)],
        [Box(x, y, 30, 12) for x in (20, 30, 80) for y in (10, 14, 60)],
    ],
)
def test_no_box_covers_another_where_there_is_room(boxes):
    assert not any(overlap(*pair) for pair in combinations(spread(boxes, 100, 100), 2))


def test_boxes_that_are_apart_stay_where_they_are():
    boxes = [Box(20, 20, 20, 10), Box(20, 60, 20, 10)]

    assert spread(boxes, 100, 100) == boxes


def test_boxes_stay_within_the_edges():
    placed = spread([Box(0, 0, 30, 10), Box(100, 100, 30, 10)], 100, 100)

    assert placed == [Box(15, 5, 30, 10), Box(85, 95, 30, 10)]


def test_too_many_boxes_are_placed_as_well_as_can_be():
    placed = spread([Box(50, 50, 90, 30)] * 20, 100, 100)

    assert all(15 <= box.y <= 85 for box in placed)


def test_the_same_boxes_get_the_same_places():
    boxes = [Box(50, 50, 40, 10), Box(52, 51, 40, 10), Box(54, 49, 40, 10)]

    assert spread(boxes, 100, 100) == spread(boxes, 100, 100)


def test_no_boxes_are_no_boxes():
    assert spread([], 100, 100) == []

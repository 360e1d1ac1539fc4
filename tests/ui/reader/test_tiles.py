"""Tiles cover a text exactly: no gap, no overlap, nothing outside."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.page import Mark
from ui.reader.tiles import Marked, Tile, disjoint, places, tile

LENGTH = 30
INTERVALS = st.lists(st.tuples(st.integers(-3, LENGTH + 3), st.integers(-3, LENGTH + 3)), max_size=8)


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        ([], [(2, 8, None)]),
        ([(0, 10, "a")], [(2, 8, "a")]),
        ([(2, 8, "a")], [(2, 8, "a")]),
        ([(0, 2, "a"), (8, 9, "b")], [(2, 8, None)]),
        ([(0, 4, "a"), (6, 9, "b")], [(2, 4, "a"), (4, 6, None), (6, 8, "b")]),
        ([(3, 5, "a"), (5, 6, "b")], [(2, 3, None), (3, 5, "a"), (5, 6, "b"), (6, 8, None)]),
    ],
)
def test_tile(stretches, expected):
    assert list(tile([Tile(*stretch) for stretch in stretches], 2, 8)) == expected


def test_nothing_is_cut_into_nothing():
    assert list(tile([Tile(0, 5, "a")], 3, 3)) == []


@given(INTERVALS, st.integers(0, LENGTH), st.integers(0, LENGTH))
def test_tiles_follow_each_other_from_start_to_end(intervals, start, end):
    stretches = disjoint([Tile(*interval, "a") for interval in intervals], LENGTH)

    tiles = list(tile(stretches, start, end))

    offsets = [offset for piece in tiles for offset in range(piece.start, piece.end)]
    assert offsets == list(range(start, end))
    assert all(piece.start < piece.end for piece in tiles)


@given(INTERVALS)
def test_disjoint_stretches_neither_overlap_nor_leave_the_text(intervals):
    kept = disjoint([Tile(*interval, None) for interval in intervals], LENGTH)

    assert all(0 <= one.start < one.end <= LENGTH for one in kept)
    assert all(one.end <= other.start for one, other in pairwise(kept))


def test_the_earlier_of_two_overlapping_stretches_keeps_its_text():
    assert disjoint([Tile(4, 9, "b"), Tile(0, 6, "a")], 8) == [(0, 6, "a"), (6, 8, "b")]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], []),
        ([Mark(3, 3), Mark(5, 4), Mark(40, 50)], []),
        ([Mark(-2, 4)], [(0, 4, Marked("term", 7))]),
        ([Mark(6, 8), Mark(0, 4, "hit")], [(0, 4, Marked("hit", 7)), (6, 8, Marked("term", 8))]),
        ([Mark(0, 4), Mark(4, 8)], [(0, 4, Marked("term", 7)), (4, 8, Marked("term", 8))]),
        (
            [Mark(0, 5), Mark(3, 8, "hit")],
            [(0, 3, Marked("term", 7)), (3, 5, Marked("hit term", 7)), (5, 8, Marked("hit", 7))],
        ),
        (
            [Mark(0, 9, "hit"), Mark(2, 4)],
            [(0, 2, Marked("hit", 7)), (2, 4, Marked("hit term", 7)), (4, 9, Marked("hit", 7))],
        ),
    ],
)
def test_places(marks, expected):
    assert places(marks, LENGTH, first=7) == expected

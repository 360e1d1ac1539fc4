"""Tables write numbers as charts do."""

import pandas as pd
import pytest

from ui import tables

FRAME = pd.DataFrame(
    {
        "name": ["a", "b"],
        "n": [12400, 3],
        "coherence": [-0.04, 0.5],
        "selected share": [0.031, 1],
        "day": pd.to_datetime(["2026-05-04", None]),
        "is_new": [True, False],
        "tone": [0.2, None],
    }
)


def cells(frame, styles=None):
    """What is shown, row by row."""
    shown = tables.written(frame, styles)._translate(sparse_index=False, sparse_cols=False)
    return [[cell["display_value"] for cell in row if cell["type"] == "td"] for row in shown["body"]]


def test_numbers_and_days_are_written_for_people():
    first, second = cells(FRAME, {"tone": "signed"})

    assert first == ["a", "12,400", "\u22120.04", "3.1\u00a0%", "4 May 2026", True, "+0.20"]
    assert second == ["b", "3", "0.50", "100\u00a0%", "", False, ""]


def test_the_values_themselves_stay():
    assert tables.written(FRAME).data.equals(FRAME)


@pytest.mark.parametrize(
    ("column", "texts"),
    [
        ([1.0, None, 3.0], ["1", "", "3"]),
        ([0.0, 1.0, None], ["0.00", "1.00", ""]),
        ([None, None, 0.5], ["", "", "0.50"]),
    ],
)
def test_whole_numbers_with_gaps_are_counts(column, texts):
    assert [row[0] for row in cells(pd.DataFrame({"n": column}))] == texts


def test_a_frame_whose_index_repeats_can_be_written():
    assert len(cells(FRAME.set_axis([1, 1]))) == 2


@pytest.mark.parametrize("frame", [FRAME[["name", "n"]], pd.concat([FRAME] * 501)])
def test_a_frame_without_fractions_or_with_very_many_rows_stays_as_it_is(frame):
    assert tables.written(frame) is frame

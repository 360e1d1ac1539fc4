import pandas as pd
import pytest

from charts import Measure, strips
from tests.charts.making import LINES, SUBTITLE, TITLE, column, lines, rows, svg


def test_a_line_lies_where_its_day_does():
    assert column(lines(), "place") == pytest.approx([0, 1 / 6, 0, 1])
    assert column(lines(), "is_dated") == [True, True, False, True]


def test_lines_of_one_strip_lie_on_one_level_and_one_of_them_carries_its_name_and_number():
    levels = column(lines(), "wide_y")

    assert levels[0] == levels[2] < levels[1] == levels[3]
    assert column(lines(), "wide") == ["Herald", "Courier", "", ""]
    assert column(lines(), "total") == ["2", "2", "", ""]


def test_what_is_undated_stands_under_its_own_head():
    dated = LINES.dropna(subset="day")

    assert "undated" in svg(lines())
    assert "undated" not in svg(lines(dated))
    assert column(lines(), "told_day")[2] == "undated"


def test_strips_without_any_day_are_drawn():
    assert "NaN" not in svg(lines(LINES.assign(day=pd.NaT)))


def test_one_day_lies_in_the_middle():
    assert column(lines(LINES.assign(day=LINES["day"][0])), "place") == [0.5] * 4


def test_a_line_says_when_where_and_what():
    assert column(lines(), "about")[0] == "Herald, 3 Jan 2016: River rises, 4 occurrences"


@pytest.mark.parametrize(("width", "has_middle"), [(336, False), (720, True)])
def test_the_middle_day_is_left_out_where_there_is_no_room(width, has_middle):
    drawn = svg(lines(), width)

    assert ">3 Jan 2016<" in drawn
    assert ">9 Jan 2016<" in drawn
    assert (">6 Jan 2016<" in drawn) == has_middle


def test_what_is_not_counted_is_no_data():
    frame = LINES.assign(n=None)

    assert {
        row["phrase"] for row in rows(strips(frame, row="label", value=Measure("n"), title=TITLE, subtitle=SUBTITLE))
    } == {"no data"}

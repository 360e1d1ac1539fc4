import pytest

from charts import Measure, curves
from tests.charts.making import NUMBERS, SUBTITLE, TITLE, column, numbers, svg

PANEL = 62


def test_the_highest_stands_at_the_top_of_its_panel_and_the_lowest_at_its_bottom():
    steady, coherent = column(numbers(), "y0"), column(numbers(), "y1")

    assert steady == sorted(steady)
    assert coherent == sorted(coherent, reverse=True)
    assert max(steady) - min(steady) == max(coherent) - min(coherent) == PANEL
    assert max(steady) < min(coherent)


def test_a_level_line_stands_in_the_middle_of_its_panel():
    levels = column(numbers(NUMBERS.assign(steady=0.5)), "y0")

    assert levels == pytest.approx([max(column(numbers(), "y0")) - PANEL / 2] * 3)


def test_each_number_can_be_pointed_at_halfway_to_its_neighbours():
    assert column(numbers(), "low") == [1.5, 2.5, 4.0]
    assert column(numbers(), "high") == [2.5, 4.0, 5.5]


def test_a_number_says_all_its_values():
    assert column(numbers(), "about")[0] == "2 topics: stability 0.90; coherence \u22120.04"


def test_the_ends_of_each_panel_and_its_name_are_written():
    drawn = svg(numbers())

    for text in ("Stability", "0.90", "0.40", "Coherence", "0.12", "\u22120.04"):
        assert f">{text}<" in drawn


def test_the_chosen_number_has_its_values_behind_the_names():
    assert ">0.71<" not in svg(numbers())
    assert ">0.71<" in svg(numbers(chosen="3"))


def test_one_measure_is_enough():
    one = curves(NUMBERS, along=Measure("n", "topics"), values=[Measure("steady")], title=TITLE, subtitle=SUBTITLE)

    assert "NaN" not in svg(one)

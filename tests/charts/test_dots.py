import pytest

from charts import Measure
from tests.charts.making import RANGES, column, marks_of, ranges, svg


def test_rows_stay_in_the_order_of_the_frame_also_without_data():
    frame = RANGES.iloc[::-1]

    assert column(ranges(frame), "label") == ["Wire", "Courier", "Herald"]
    assert column(ranges(frame), "wide_y") == sorted(column(ranges(frame), "wide_y"))


def test_a_dot_says_its_mean_and_how_many_stand_behind_it():
    assert column(ranges(), "about") == [
        "Herald: mean polarity +0.12, n = 1,204",
        "Courier: mean polarity −0.05, n = 1",
        "Wire: no data, n = 0",
    ]


def test_the_interval_is_told():
    assert column(ranges(), "interval") == ["+0.05 to +0.20", "none", "none"]


def test_means_and_numbers_stand_in_columns():
    drawing = svg(ranges())

    assert all(f">{text}<" in drawing for text in ("mean", "n", "+0.12", "1,204", "no data"))


def test_what_has_no_data_has_no_dot():
    assert svg(ranges()).count('aria-roledescription="point"') == 2


def test_signed_means_have_the_colours_of_tone():
    encoding = marks_of(ranges(), "point")[0]["encoding"]

    assert encoding["fill"]["scale"]["range"] == "diverging"


def test_other_means_have_one_colour():
    chart = ranges(value=Measure("mean", "words", "number"))

    assert "fill" not in marks_of(chart, "point")[0]["encoding"]


@pytest.mark.parametrize(
    ("means", "domain"),
    [([0.2, 0.3, 0.4], [0.0, 0.4]), ([-0.2, -0.3, -0.1], [-0.3, 0.0]), ([0, 0, 0], [-1, 1])],
)
def test_zero_is_always_on_the_axis(means, domain):
    frame = RANGES.assign(mean=means, low=None, high=None)

    assert marks_of(ranges(frame), "point")[0]["encoding"]["x"]["scale"]["domain"] == domain


def test_no_data_at_all_makes_a_chart():
    drawing = svg(ranges(RANGES.assign(mean=None, low=None, high=None)))

    assert drawing.count("no data") >= 3
    assert "NaN" not in drawing

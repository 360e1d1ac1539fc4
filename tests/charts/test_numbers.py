import pytest
import vl_convert

from charts.numbers import Measure, number_text


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (12400, "count", "12,400"),
        (0, "count", "0"),
        (1, "count", "1"),
        (-3, "count", "−3"),
        (0.031, "share", "3.1\u00a0%"),
        (0.0, "share", "0\u00a0%"),
        (1.0, "share", "100\u00a0%"),
        (0.0004, "share", "<0.1\u00a0%"),
        (0.9999, "share", "100.0\u00a0%"),
        (0.12, "signed", "+0.12"),
        (-0.12, "signed", "−0.12"),
        (-0.001, "signed", "0.00"),
        (0.0, "signed", "0.00"),
        (0.5, "ratio", "0.50"),
        (-0.04, "ratio", "−0.04"),
        (-0.001, "ratio", "0.00"),
        (7.25, "number", "7.25"),
        (640, "number", "640"),
        (12400.4, "number", "12,400"),
        (None, "count", "no data"),
        (float("nan"), "share", "no data"),
        ("many", "count", "no data"),
    ],
)
def test_number_text(value, style, text):
    assert number_text(value, style) == text


@pytest.mark.parametrize(
    ("measure", "value", "phrase"),
    [
        (Measure("n", "articles"), 37, "37 articles"),
        (Measure("n", "articles"), 1, "1 article"),
        (Measure("n", "stories"), 1, "1 story"),
        (Measure("n", "stories"), 0, "0 stories"),
        (Measure("n", "articles", "share"), 0.031, "3.1\u00a0% of articles"),
        (Measure("n", "mean polarity", "signed"), 0.1, "mean polarity +0.10"),
        (Measure("n"), 37, "37"),
        (Measure("n", "articles"), None, "no data"),
    ],
)
def test_phrase(measure, value, phrase):
    assert measure.phrase(value) == phrase


@pytest.mark.parametrize(
    ("style", "value", "text"),
    [
        ("count", 12000, "12,000"),
        ("share", 0.05, "5\u00a0%"),
        ("share", 0.025, "2.5\u00a0%"),
        ("signed", 0, "0"),
        ("signed", 0.2, "+0.2"),
        ("signed", -0.2, "−0.2"),
        ("number", 1500, "1,500"),
    ],
)
def test_axis_labels_are_written_alike(style, value, text):
    axis = {"values": [value], "labelExpr": Measure("x", style=style).axis_label}
    spec = {
        "data": {"values": [{"x": value - 1}, {"x": value + 1}]},
        "mark": "point",
        "encoding": {"x": {"field": "x", "type": "quantitative", "axis": axis}},
    }

    assert f">{text}<" in vl_convert.vegalite_to_svg(spec)

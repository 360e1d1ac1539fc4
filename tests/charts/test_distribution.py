import pytest

from tests.charts.making import BINS, TONED_BINS, bins, column, marks_of, svg, toned_bins


def test_a_column_says_its_bin_and_number():
    assert column(bins(), "about") == [
        "−1 to −0.2: 4 articles",
        "−0.2 to 0.2: 20 articles",
        "0.2 to 1: 6 articles",
    ]


def test_bins_of_tone_carry_their_sign():
    assert column(toned_bins(), "name")[0] == "−1.00 to −0.20"


def test_tone_is_drawn_on_the_scale_of_tone():
    fill = marks_of(toned_bins(), "bar")[0]["encoding"]["fill"]

    assert fill["field"] == "tone"
    assert fill["scale"]["range"] == "diverging"


def test_without_tone_columns_have_one_colour():
    assert "fill" not in marks_of(bins(), "bar")[0]["encoding"]
    assert set(column(bins(), "role")) == {"plain"}


@pytest.mark.parametrize(("median", "text"), [(0.08, "median +0.08"), (-0.5, "median −0.50"), (0.0, "median 0.00")])
def test_the_median_is_drawn_and_named(median, text):
    assert text in svg(toned_bins(median=median))


def test_no_median_no_line():
    assert "median" not in svg(bins())


def test_the_chosen_column_stands_out():
    assert column(bins(chosen="b2"), "role") == ["quiet", "accent", "quiet"]


def test_a_chosen_column_of_tone_is_outlined_and_keeps_its_tone():
    assert column(toned_bins(chosen="b2"), "is_outlined") == [False, True, False]
    assert column(toned_bins(chosen="b2"), "tone") == list(TONED_BINS["tone"])


def test_an_empty_bin_is_zero():
    assert column(bins(BINS.assign(n=[0, None, 3])), "text") == ["0", "0", "3"]


def test_only_empty_bins_make_a_chart():
    assert "NaN" not in svg(bins(BINS.assign(n=0)))

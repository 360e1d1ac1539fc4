import pandas as pd
import pytest

from charts.time_axis import _tick_label, _tick_step, _ticks
from tests.charts.making import PERIODS, column, marks_of, svg, weeks

FREQUENCIES = {"day": "D", "week": "7D", "month": "MS", "year": "YS"}


def periods(unit, n, start="2014-01-01"):
    starts = pd.date_range(start, periods=n + 1, freq=FREQUENCIES[unit])
    return pd.DataFrame({"mark": map(str, range(n)), "start": starts[:-1], "end": starts[1:], "n": range(n)})


@pytest.mark.parametrize(
    ("unit", "name"),
    [("day", "1 Jan 2014"), ("week", "week of 1 Jan 2014"), ("month", "January 2014"), ("year", "2014")],
)
def test_a_column_says_its_period_and_number(unit, name):
    assert column(weeks(periods(unit, 2), unit=unit), "about")[0] == f"{name}: 0 articles"


def test_zero_is_drawn_and_no_data_is_not():
    numbers = column(weeks(), "number")

    assert numbers[1] == 0
    assert numbers[2] is None
    assert svg(weeks()).count('aria-roledescription="bar"') == 5


def test_zero_and_no_data_are_told_in_words():
    assert column(weeks(), "phrase")[1:3] == ["0 articles", "no data"]
    assert "no data" in weeks().to_dict()["description"]


def test_a_partial_period_is_marked_and_explained():
    chart = weeks()

    assert column(chart, "is_partial") == [False] * 5 + [True]
    assert column(chart, "about")[-1].endswith("(not complete)")
    assert "not complete" in chart.to_dict()["description"]
    assert 'stroke-dasharray="4,3"' in svg(chart)


def test_whole_periods_need_no_explanation():
    whole = PERIODS.assign(is_partial=False, n=1)

    assert weeks(whole, subtitle="n = 6").to_dict()["description"].endswith("n = 6")


def test_periods_are_whole_unless_it_is_said():
    assert not any(column(weeks(PERIODS.drop(columns="is_partial")), "is_partial"))


def test_the_chosen_period_stands_out():
    assert column(weeks(chosen="2015-12-14"), "role").count("accent") == 1


@pytest.mark.parametrize(("chosen", "key"), [(None, 3), ("2015-12-07", 0), ("gone", 3)])
def test_the_number_of_the_highest_or_chosen_period_is_always_shown(chosen, key):
    assert [place for place, flag in enumerate(column(weeks(chosen=chosen), "is_key")) if flag] == [key]


def test_numbers_are_shown_where_there_is_room_for_all():
    frame = periods("day", 60).assign(n=range(1000, 1060))
    wide, narrow = (svg(weeks(frame, unit="day"), width).count(">1,0") for width in (3200, 336))

    assert wide >= 60
    assert narrow < 10


def test_only_zeros_make_a_chart():
    assert "NaN" not in svg(weeks(PERIODS.assign(n=0)))


def test_a_time_zone_does_not_move_the_days():
    zoned = PERIODS.assign(start=PERIODS["start"].dt.tz_localize("UTC"), end=PERIODS["end"].dt.tz_localize("UTC"))

    assert column(weeks(zoned), "start") == column(weeks(), "start")


def test_days_may_be_dates():
    dated = PERIODS.assign(start=PERIODS["start"].dt.date, end=PERIODS["end"].dt.date)

    assert column(weeks(dated), "name") == column(weeks(), "name")


@pytest.mark.parametrize("unit", FREQUENCIES)
@pytest.mark.parametrize("n", [1, 2, 7, 8, 14, 53, 120, 400])
def test_ticks_are_few_and_stand_on_periods(unit, n):
    starts = periods(unit, n)["start"] if unit != "year" else periods(unit, min(n, 200), "1800-01-01")["start"]
    ticks = _ticks(starts, unit, _tick_step(starts, unit))

    assert 1 <= len(ticks) <= 7
    assert set(ticks) <= set(starts)


@pytest.mark.parametrize(
    ("unit", "n", "labels"),
    [
        ("day", 3, ["1 Jan", "2014", "2 Jan", "3 Jan"]),
        ("month", 14, ["Jan", "2014", "Mar", "Nov", "2015"]),
        ("month", 60, ["2014", "2015", "2016", "2017", "2018"]),
        ("year", 5, ["2014", "2015", "2016", "2017", "2018"]),
    ],
)
def test_the_axis_suits_the_unit(unit, n, labels):
    drawing = svg(weeks(periods(unit, n), unit=unit))

    assert all(f">{label}<" in drawing for label in labels)


def test_the_year_stands_at_the_first_tick_and_where_a_year_begins():
    drawing = svg(weeks(periods("week", 12, "2015-11-09").assign(n=5), unit="week"))

    assert drawing.count(">2015<") == 1
    assert drawing.count(">2016<") == 1


def test_years_need_no_second_line():
    assert "dayofyear" not in _tick_label("year", 1)


def test_short_columns_can_be_pointed_at():
    targets = marks_of(weeks(), "rect")

    assert len(targets) == 1
    assert targets[0]["mark"]["opacity"] == 0

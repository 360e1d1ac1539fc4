"""Periods: without gaps, partial where they are, and shares of what there is."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.marks import Mark
from analysis.periods import Series, by_period, once_a_period, over_periods, periods_of, unit_for, units_for

UNITS = ["day", "week", "month", "year"]


def dated(*days):
    return pd.DataFrame({"day": pd.to_datetime(list(days))})


@pytest.mark.parametrize(
    ("n_days", "unit"),
    [(1, "day"), (21, "day"), (22, "week"), (420, "week"), (421, "month"), (1826, "month"), (1827, "year")],
)
def test_the_unit_is_the_shortest_that_makes_a_readable_chart(n_days, unit):
    first = date(2015, 1, 1)

    assert unit_for(dated(first, first + timedelta(n_days - 1), None)["day"]) == unit


def test_articles_without_a_date_have_no_periods():
    assert unit_for(dated(None)["day"]) == "day"
    assert by_period(dated(None, None), "day").to_dict("list") == {
        name: [] for name in ("start", "end", "n_articles", "is_partial", "mark")
    }


@pytest.mark.parametrize(
    ("unit", "starts", "counts", "partial"),
    [
        ("day", ["2016-05-04", "2016-05-05", "2016-05-06"], [2, 0, 1], [False] * 3),
        ("week", ["2016-05-02"], [3], [True]),
        ("month", ["2016-05-01"], [3], [True]),
        ("year", ["2016-01-01"], [3], [True]),
    ],
)
def test_periods_have_no_gaps_and_say_where_they_are_partial(unit, starts, counts, partial):
    found = by_period(dated("2016-05-04", "2016-05-06", "2016-05-04", None), unit)

    assert [str(start.date()) for start in found["start"]] == starts
    assert found["n_articles"].tolist() == counts
    assert found["is_partial"].tolist() == partial


def test_weeks_go_from_monday_to_sunday_and_whole_ones_are_not_partial():
    found = by_period(dated("2016-05-02", "2016-05-08", "2016-05-23"), "week")

    assert [str(start.date()) for start in found["start"]] == ["2016-05-02", "2016-05-09", "2016-05-16", "2016-05-23"]
    assert found["is_partial"].tolist() == [False, False, False, True]
    assert found["mark"][0] == "days:2016-05-02..2016-05-08"


def test_periods_reach_as_far_as_the_days_that_are_covered():
    covered = dated("2016-05-02", "2016-05-22")["day"]
    found = by_period(dated("2016-05-11"), "week", covered)

    assert found["n_articles"].tolist() == [0, 1, 0]
    assert found["is_partial"].tolist() == [False] * 3
    assert by_period(dated(None), "week", covered)["n_articles"].tolist() == [0, 0, 0]


@given(st.lists(st.dates(date(2014, 1, 1), date(2016, 12, 31)), min_size=1, max_size=20), st.sampled_from(UNITS[1:]))
def test_every_dated_article_is_in_one_period(days, unit):
    found = by_period(dated(*days), unit)

    assert found["n_articles"].sum() == len(days)
    assert (found["start"].iloc[1:].to_numpy() == found["end"].iloc[:-1].to_numpy()).all()
    assert found["start"].iloc[0] <= pd.Timestamp(min(days))
    assert found["end"].iloc[-1] > pd.Timestamp(max(days))
    assert not found["is_partial"].iloc[1:-1].any()


def test_a_period_of_which_nothing_is_known_is_no_data_and_one_without_a_hit_is_zero():
    every = dated("2016-05-04", "2016-05-04", "2016-05-06", "2016-05-07")
    found = by_period(every.iloc[[0, 3]], "day", every["day"], every)

    assert found["n_articles"].fillna(-1).tolist() == [1, -1, 0, 1]
    assert found["share"].fillna(-1).tolist() == [0.5, -1, 0, 1]


def test_a_story_counts_once_in_each_period():
    articles = dated("2016-05-04", "2016-05-04", "2016-05-06", None).assign(story_id=[0, 0, 0, 0])

    assert once_a_period(articles, "day").index.tolist() == [0, 2]
    assert once_a_period(articles, "month").index.tolist() == [0]


@pytest.mark.parametrize(("n_days", "units"), [(400, UNITS), (401, UNITS[1:]), (20_000, UNITS[3:])])
def test_units_that_would_draw_too_many_periods_are_not_offered(n_days, units):
    assert units_for(dated("1950-01-01", date(1950, 1, 1) + timedelta(n_days - 1))["day"]) == units


def test_days_before_between_and_after_periods_are_in_none():
    periods = periods_of(dated("2016-05-04", "2016-05-06")["day"], "day")

    assert periods.places(dated("2016-05-03", "2016-05-04", "2016-05-06", "2016-05-07", None)["day"]).tolist() == [
        -1,
        0,
        2,
        -1,
        -1,
    ]
    assert len(periods_of(dated(None)["day"], "month")) == 0


def test_series_are_counted_in_every_period_as_articles_uses_and_shares():
    articles = dated("2016-05-04", "2016-05-04", "2016-05-06", None)
    series = [Series("rain", Mark("words", "rain"), np.array([0, 3, 9]), np.array([5, 2, 7]))]
    found = over_periods(series, articles, pd.Series([1000, 0, 50, 10]), "day", articles["day"])

    assert found["n_articles"].fillna(-1).tolist() == [1, -1, 0]
    assert found["share"].fillna(-1).tolist() == [0.5, -1, 0]
    assert found["n_occurrences"].fillna(-1).tolist() == [5, -1, 0]
    assert found["per_10k"].fillna(-1).tolist() == [50, -1, 0]
    assert found["mark"][0] == "at:2016-05-04..2016-05-04|words:rain"
    assert over_periods([], articles, pd.Series([1] * 4), "day", articles["day"]).empty

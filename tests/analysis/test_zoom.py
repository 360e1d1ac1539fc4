"""Zoom: from all days to years, months and days, and back up."""

from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.zoom import Stretch, beside, unit_within, way_to

DAYS = st.dates(date(2014, 1, 1), date(2016, 12, 31))
WHOLE = ("2014-03-05", "2017-02-11")


def stretch(first, last):
    return Stretch(date.fromisoformat(first), date.fromisoformat(last))


def said(one):
    return one and f"{one.first}..{one.last}"


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        ("2016-01-01", "2016-12-31", "year"),
        ("2016-02-01", "2016-02-29", "month"),
        ("2016-05-02", "2016-05-08", "week"),
        ("2016-05-02", "2016-05-02", "day"),
        ("2015-02-01", "2015-02-28", "month"),
        ("2016-02-01", "2016-02-28", None),
        ("2015-01-01", "2016-12-31", None),
        ("2016-05-03", "2016-05-09", None),
    ],
)
def test_days_are_a_period_of_the_calendar_only_where_they_are_all_of_it(first, last, unit):
    assert stretch(first, last).unit == unit


@pytest.mark.parametrize(
    ("first", "last", "whole", "way"),
    [
        ("2016-05-04", "2016-05-04", WHOLE, ["2016-01-01..2016-12-31", "2016-05-01..2016-05-31"]),
        ("2016-05-30", "2016-06-05", WHOLE, ["2016-01-01..2016-12-31"]),
        ("2016-05-01", "2016-05-31", WHOLE, ["2016-01-01..2016-12-31"]),
        ("2016-01-01", "2016-12-31", WHOLE, []),
        ("2015-12-20", "2016-01-10", WHOLE, []),
        ("2016-05-04", "2016-05-04", ("2016-02-01", "2016-07-01"), ["2016-05-01..2016-05-31"]),
        ("2016-05-04", "2016-05-04", ("2016-05-02", "2016-05-20"), []),
    ],
)
def test_the_way_to_some_days_leads_through_what_holds_them_and_is_not_all(first, last, whole, way):
    days = stretch(first, last)

    assert [said(one) for one in way_to(days, stretch(*whole))] == [*way, said(days)]


@pytest.mark.parametrize(
    ("days", "before", "after"),
    [
        (("2016-01-01", "2016-12-31"), "2015-01-01..2015-12-31", "2017-01-01..2017-12-31"),
        (("2016-03-01", "2016-03-31"), "2016-02-01..2016-02-29", "2016-04-01..2016-04-30"),
        (("2016-05-02", "2016-05-08"), "2016-04-25..2016-05-01", "2016-05-09..2016-05-15"),
        (("2014-03-05", "2014-03-05"), None, "2014-03-06..2014-03-06"),
        (("2017-02-01", "2017-02-28"), "2017-01-01..2017-01-31", None),
        (("2016-03-02", "2016-04-07"), None, None),
    ],
)
def test_beside_a_period_are_others_of_its_unit_as_far_as_the_collection_reaches(days, before, after):
    assert [said(one) for one in beside(stretch(*days), stretch(*WHOLE))] == [before, after]


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (("2016-01-01", "2016-12-31"), "month"),
        (("2016-05-01", "2016-05-31"), "day"),
        (("2016-05-02", "2016-05-08"), "day"),
        (("2016-04-02", "2016-05-31"), "week"),
        (None, "month"),
    ],
)
def test_a_year_is_shown_by_months_and_a_month_by_days(days, unit):
    ends = days or WHOLE

    assert unit_within(stretch(*days) if days else None, pd.Series(pd.to_datetime(list(ends)))) == unit


@given(DAYS, st.integers(0, 500))
def test_each_step_of_the_way_holds_the_next(first, n_days):
    days = Stretch(first, first + timedelta(n_days))
    way = way_to(days, stretch(*WHOLE))

    assert way[-1] == days
    assert all(one.holds(other) and one != other for one, other in pairwise(way))

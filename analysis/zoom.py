"""Zoom: the years and months around some days, and what they are shown by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from analysis.periods import UNITS, Unit, unit_for

# What a year and a month are shown by; other days by as many periods as can be read.
_INSIDE: dict[Unit | None, Unit] = {"year": "month", "month": "day"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last`, both of them in it."""

    first: date
    last: date

    @property
    def unit(self) -> Unit | None:
        """Which period of the calendar it is, the longest that it can be called; None for any other days."""
        return next((unit for unit in reversed(UNITS) if _period(self.first, unit) == self), None)

    def holds(self, other: Stretch) -> bool:
        """Whether all days of `other` are in it."""
        return self.first <= other.first and other.last <= self.last

    def common(self, other: Stretch) -> Stretch | None:
        """The days that are in `other` too; None for none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Stretch(first, last) if first <= last else None


def way_to(days: Stretch, whole: Stretch) -> list[Stretch]:
    """The year and the month that hold `days`, the wider first, and then `days` themselves.

    A year or month that holds the `whole` collection is no step on the way.
    """
    return [*(one for one in _around(days) if not one.holds(whole)), days]


def _around(days: Stretch) -> Iterator[Stretch]:
    for unit in ("year", "month"):
        one = _period(days.first, unit)
        if one.holds(days) and one != days:
            yield one


def _period(day: date, unit: Unit) -> Stretch:
    """The period of this unit that holds `day`."""
    first = {
        "day": day,
        "week": day - timedelta(day.weekday()),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }[unit]
    return Stretch(first, _following(first, unit) - timedelta(1))


def _following(first: date, unit: Unit) -> date:
    """The first day after the period of this unit that begins on `first`."""
    if unit == "year":
        return first.replace(year=first.year + 1)
    if unit == "month":
        return (first + timedelta(31)).replace(day=1)
    return first + timedelta(7 if unit == "week" else 1)


def beside(days: Stretch, whole: Stretch) -> tuple[Stretch | None, Stretch | None]:
    """The periods before and after `days`, if these are a period of the calendar, as far as `whole` reaches."""
    if days.unit is None:
        return None, None
    one_day = timedelta(1)
    before, after = _period(days.first - one_day, days.unit), _period(days.last + one_day, days.unit)
    return before if before.common(whole) else None, after if after.common(whole) else None


def unit_within(days: Stretch | None, covered: pd.Series) -> Unit:
    """By what `days` are shown: a year by months, a month by days; others, or all, as suits the days `covered`."""
    return _INSIDE.get(days.unit if days else None) or unit_for(covered)

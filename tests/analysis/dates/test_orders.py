"""Orders: whether day or month stands first in a date, by what is known of it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest

from analysis.dates import DateOrders, Order, OrderEvidence, assumed_reading, parse_date, usual_order

DAY, MONTH, YEAR = Order.DAY_FIRST, Order.MONTH_FIRST, Order.YEAR_FIRST


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("04/05/2016", None, (2016, 4, 5)),
        ("04/05/2016", DAY, (2016, 5, 4)),
        ("04/05/2016", MONTH, (2016, 4, 5)),
        ("04-05-2016", DAY, (2016, 5, 4)),
        ("04 05 2016", DAY, (2016, 5, 4)),
        ("4/5/16", DAY, (2016, 5, 4)),
        ("4/5-2016", DAY, (2016, 5, 4)),
        ("4/5 '16", DAY, None),
        ("25/05/2016", MONTH, (2016, 5, 25)),
        ("05/25/2016", DAY, (2016, 5, 25)),
        ("04.05.2016", None, (2016, 5, 4)),
        ("04.05.2016", MONTH, (2016, 4, 5)),
        ("05.25.2016", None, (2016, 5, 25)),
        ("4. 5. 2016", None, (2016, 5, 4)),
        ("2016/05/04", DAY, (2016, 5, 4)),
        ("2016.05.04", DAY, (2016, 5, 4)),
        ("2016. 5. 4.", DAY, (2016, 5, 4)),
        ("2016-5-4", DAY, (2016, 5, 4)),
        ("16/05/04", YEAR, (2016, 5, 4)),
        ("04/05/2016", YEAR, (2016, 4, 5)),
        ("4/5/68", DAY, (2068, 5, 4)),
        ("4/5/69", DAY, (1969, 5, 4)),
        ("31/04/2016", DAY, None),
        ("2016-25-05", DAY, None),
        ("20/20/2016", None, None),
        ("1/2/3", None, None),
        ("040516", DAY, None),
        ("04/05/2016 - 06/05/2016", DAY, None),
        ("٠٤/٠٥/٢٠١٦", DAY, (2016, 5, 4)),
    ],
)
def test_a_date_of_three_numbers_is_read_in_the_order_that_it_can_have(text, order, day):
    assert parse_date(text, order) == (datetime(*day, tzinfo=UTC) if day else None)


def test_the_time_beside_a_date_of_three_numbers_is_kept():
    assert parse_date("Mise à jour le 04/05/2016 à 10h30", DAY) == datetime(2016, 5, 4, 10, 30, tzinfo=UTC)
    assert parse_date("04/05/2016 10:30 PM EST", DAY) == datetime(2016, 5, 5, 3, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("04/05/2016", "04/05/2016 read as 5 April 2016 (month first)"),
        ("Updated 4-5-16 at 10:30", "4-5-16 read as 5 April 2016 (month first)"),
        ("05/05/2016", None),
        ("25/05/2016", None),
        ("04.05.2016", None),
        ("2016-04-05", None),
        ("2016/04/05", None),
        ("4 May 2016", None),
    ],
)
def test_only_a_date_that_could_be_another_is_assumed(text, said):
    assert assumed_reading(text) == said


@pytest.mark.parametrize(
    ("text", "order", "said"),
    [("04/05/2016", DAY, False), ("04/05/2016", MONTH, False), ("04/05/2016", YEAR, True), ("04/05/16", YEAR, False)],
)
def test_nothing_is_assumed_where_the_order_is_known(text, order, said):
    assert bool(assumed_reading(text, order)) == said


def orders(*items: tuple[str, str, str | None, str | None]) -> DateOrders:
    """What items tell, each given by its file, its place there, its outlet and its date."""
    evidence = OrderEvidence()
    for source_path, place, outlet, published in items:
        evidence.add(source_path, place, outlet, published, "")
    return evidence.finish()


FEED = ("feed.csv", "row 1", "Herald", "25/05/2016")


@pytest.mark.parametrize(
    ("item", "order"),
    [
        (("feed.csv", "row 2", "Herald"), DAY),
        (("feed.csv", "row 2", "Courier"), DAY),
        (("feed.csv", "row 2", None), DAY),
        (("other.csv", "row 1", " HERALD "), DAY),
        (("other.csv", "row 1", "Courier"), None),
        (("other.csv", "row 1", None), None),
        (("page.html", "", None), None),
    ],
)
def test_a_plain_date_tells_of_its_file_and_of_its_outlet(item, order):
    assert orders(FEED, ("other.csv", "row 1", "Courier", "04/05/2016")).of(*item) == order


def test_pages_of_one_folder_tell_of_each_other():
    told = orders(("a/1.txt", "", None, "05/25/2016"))

    assert told.of("a/2.txt", "", None) == MONTH
    assert told.of("b/2.txt", "", None) is None


def test_the_narrowest_evidence_decides():
    american = ("feed.csv", "row 2", "Tribune", "05/25/2016")
    told = orders(FEED, american)

    assert told.of("feed.csv", "row 3", "Herald") == DAY
    assert told.of("feed.csv", "row 3", "Tribune") == MONTH
    assert told.of("feed.csv", "row 3", "Courier") is None


def test_dates_that_contradict_each_other_tell_nothing():
    assert orders(FEED, ("feed.csv", "row 2", "Herald", "05/25/2016")).of("feed.csv", "row 3", "Herald") is None


def test_the_order_of_items_does_not_matter():
    items = [FEED, ("feed.csv", "row 2", "Tribune", "05/25/2016"), ("x/1.txt", "", "Herald", "04/05/2016")]

    assert all(orders(*given) == orders(*items) for given in permutations(items))


def test_an_item_without_a_date_tells_by_the_opening_of_its_text():
    evidence = OrderEvidence()
    evidence.add("a/1.txt", "", None, None, "Harbour closed\n25/05/2016\nThe harbour was closed.")
    evidence.add("b/1.txt", "", None, None, "It rained. " * 500 + "25/05/2016")
    told = evidence.finish()

    assert told.of("a/2.txt", "", None) == DAY
    assert told.of("b/2.txt", "", None) is None


def test_what_the_settings_name_goes_before_all_evidence():
    assert orders(FEED).decided_by("month first").of("feed.csv", "row 2", "Herald") == MONTH
    assert orders(FEED).decided_by("auto").of("feed.csv", "row 2", "Herald") == DAY


@pytest.mark.parametrize(
    ("language", "address", "order"),
    [
        ("en", "https://www.herald.co.uk/a", DAY),
        ("en", "herald.com.au", DAY),
        ("en", "https://weather.gov/a", MONTH),
        ("en", "herald.us", MONTH),
        ("en", "https://herald.de/a", DAY),
        (None, "herald.de", DAY),
        ("de", "herald.com", DAY),
        ("fr", None, DAY),
        ("ja", None, YEAR),
        ("en", "herald.com", None),
        ("en", "herald.co", None),
        ("en", "The Herald", None),
        ("en", None, None),
        (None, None, None),
        ("xx", "herald.zz", None),
    ],
)
def test_country_and_language_have_a_usual_order(language, address, order):
    assert usual_order(language, address) == order

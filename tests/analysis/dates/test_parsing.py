from datetime import UTC, datetime, timedelta

import pytest

from analysis.dates import is_believable, parse_date


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2016-05-04", datetime(2016, 5, 4, tzinfo=UTC)),
        ("2016-05-04T10:30:00Z", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("2016-05-04T10:30:00+02:00", datetime(2016, 5, 4, 8, 30, tzinfo=UTC)),
        ("2016-05-04 10:30", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("20160504", datetime(2016, 5, 4, tzinfo=UTC)),
        ("May 4, 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 May 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("Wed, 04 May 2016 10:30:00 GMT", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("1462357800", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("1462357800000", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("May 4, 2016, 6:30 a.m. EDT", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 May 2016 10:30 XYZT", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        (" 2016-05-04 ", datetime(2016, 5, 4, tzinfo=UTC)),
        ("04.05.2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4. Mai 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("Mittwoch, 4. Mai 2016, 10:30 Uhr", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("mercredi 4 mai 2016 à 10h30", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 de mayo de 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 de maio de 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 maggio 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 mei 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 maja 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4. května 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("2016. május 4.", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 Mayıs 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 мая 2016 г., 10:30", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 травня 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("4 Μαΐου 2016", datetime(2016, 5, 4, tzinfo=UTC)),
        ("2016年5月4日", datetime(2016, 5, 4, tzinfo=UTC)),
        ("2016년 5월 4일", datetime(2016, 5, 4, tzinfo=UTC)),
        ("٤ مايو ٢٠١٦", datetime(2016, 5, 4, tzinfo=UTC)),
        ("1462357800123", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("1462357800123456", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("1462357800.5", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 May 2016 at 12:15 p.m. GMT+2", datetime(2016, 5, 4, 10, 15, tzinfo=UTC)),
        ("4 May 2016 00:15 a.m. UTC-5", datetime(2016, 5, 4, 5, 15, tzinfo=UTC)),
        ("2016-05-04 12:30:00 +0200 CEST", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("2016-05-04T10:30:00[Europe/London]", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Wed May 04 2016 12:30:00 GMT+0200 (Central European Summer Time)", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 May 2016 10:30 (GMT)", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 May 2016 6:30 ET", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("4 January 2016 5:30 Eastern Time", datetime(2016, 1, 4, 10, 30, tzinfo=UTC)),
        ("4 May 2016 20:30 AEST", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Published 4 May 2016 at 11:30 BST", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Last modified on Wednesday 4 May 2016 11.30 BST", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Published: 10:30, 4 May 2016 | Updated: 11:00, 5 May 2016", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Publié le 4 mai 2016 à 10h30, mis à jour à 11h00", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Am 4. Mai 2016 um 10.30 Uhr", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("Stand: 04.05.2016 10:30 Uhr", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("January 11, 2016 Monday 12:30 PM GMT", datetime(2016, 1, 11, 12, 30, tzinfo=UTC)),
        ("Rabu, 4 Mei 2016 17:30 WIB", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
        ("2016. 05. 04. 오전 10:30", datetime(2016, 5, 4, 10, 30, tzinfo=UTC)),
    ],
)
def test_a_complete_date_is_an_instant_in_utc(text, instant):
    assert parse_date(text) == instant


@pytest.mark.parametrize(
    "text",
    [
        *("", "May 2016", "Wednesday", "10:30", "2016", "soon", "0000-00-00", "9" * 40, "\x00"),
        *("Mai 2016", "vor 3 Tagen", "gestern um 10:30", "3 days ago", "page 3 of 20", "1 of 3"),
        *("12-14 May 2016", "May 12-14, 2016", "12/13 May 2016", "12 May 2016 - 14 May 2016", "Updated 3 hours ago"),
        *("1.4623578e9", "43963", "Posted 12 May 2016 by Jo"),
        *("Der Preis stieg um 3 Prozent auf 20 Euro", "Published in 2016 by 3 people"),
    ],
)
def test_what_names_no_complete_day_is_no_date(text):
    assert parse_date(text) is None


def test_a_name_of_two_months_is_read_in_its_language():
    assert parse_date("4. listopada 2016", language="pl") == datetime(2016, 11, 4, tzinfo=UTC)
    assert parse_date("4. listopada 2016", language="hr") == datetime(2016, 10, 4, tzinfo=UTC)


def test_the_answer_does_not_depend_on_the_texts_before():
    before = parse_date("10 11 2016 г.")
    parse_date("4 мая 2016")
    parse_date("4 de mayo de 2016")

    assert parse_date("10 11 2016  г.") == before


@pytest.mark.parametrize(
    ("instant", "believed"),
    [
        (datetime(1899, 12, 31, tzinfo=UTC), False),
        (datetime(1900, 1, 1, tzinfo=UTC), True),
        (datetime(2026, 1, 1, tzinfo=UTC), True),
        (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=2), False),
    ],
)
def test_a_date_is_believed_from_1900_to_tomorrow(instant, believed):
    assert is_believable(instant, now=datetime(2026, 1, 1, tzinfo=UTC)) is believed

"""Bylines and dates are read from lines that hold nothing else."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.cleaning.rules.bylines import byline_of, is_bare_by, is_name
from analysis.cleaning.rules.credit_lines import credit_of
from analysis.cleaning.rules.dates import has_date, is_date_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jo Marsh", "Jo Marsh"),
        ("BY JO MARSH", "JO MARSH"),
        ("by Jo Marsh", "Jo Marsh"),
        ("By Jo Marsh, Staff Writer", "Jo Marsh"),
        ("By Jo Marsh and Ann-Marie Lee", "Jo Marsh and Ann-Marie Lee"),
        ("By Jo Marsh | Harbour Post", "Jo Marsh"),
        ("By Jo Marsh - 11/19/19 06:56 AM EST", "Jo Marsh"),
        ("Written by Jo Marsh", "Jo Marsh"),
        ("Author: Jo Marsh", "Jo Marsh"),
        ("Von Jürgen von der Heide", "Jürgen von der Heide"),
        ("Por María José de la Cruz", "María José de la Cruz"),
        ("Par Éloïse Martin", "Éloïse Martin"),
        ("Jo Marsh, Associated Press", "Jo Marsh"),
        ("Jo Marsh, AP Auto Writer", "Jo Marsh"),
        ("By the time he left, it was dark", None),
        ("By Monday the storm had passed", None),
        ("By 2020, sales had doubled", None),
        ("Jo Marsh", None),
        ("", None),
    ],
)
def test_byline_of(line, names):
    assert byline_of(line) == names


@pytest.mark.parametrize(("line", "bare"), [("By", True), ("by:", True), ("Von", True), ("By far", False)])
def test_is_bare_by(line, bare):
    assert is_bare_by(line) is bare


@pytest.mark.parametrize(
    ("line", "name"), [("Jo Marsh", True), ("Ludwig van der Rohe", True), ("Jo", False), ("Boats at sea", False)]
)
def test_is_name(line, name):
    assert is_name(line) is name


@pytest.mark.parametrize(
    ("line", "names", "date_text"),
    [
        ("Jo Marsh | 4 March 2026", "Jo Marsh", "4 March 2026"),
        ("4 March 2026 | Jo Marsh", "Jo Marsh", "4 March 2026"),
        ("Jo Marsh · Lindmoor · 4 March 2026", "Jo Marsh", "4 March 2026"),
        ("The Harbour Post • Jo Marsh • 4 March 2026, 5.30 p.m.", "Jo Marsh", "4 March 2026, 5.30 p.m."),
        ("Jo Marsh and Ann Lee – 4 March 2026", "Jo Marsh and Ann Lee", "4 March 2026"),
        ("By Jo Marsh | Updated 4 March 2026 | 5 min read", "Jo Marsh", "Updated 4 March 2026"),
        ("5:45 AM PST 11/19/2019 by Jo Marsh", "Jo Marsh", "5:45 AM PST 11/19/2019"),
        ("Coast / 4 March 2026", None, "4 March 2026"),
        ("Harbour Post | 4 March 2026", None, "4 March 2026"),
    ],
)
def test_credit_of(line, names, date_text):
    assert credit_of(line) == (names, date_text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Jo Marsh",
        "4 March 2026",
        "Jo Marsh 4 March 2026",
        "Sea wall to be rebuilt | 4 March 2026",
        "Storm closes schools – 4 March 2026",
        "Lindmoor 3 | Westhaven 1 | 4 March 2026",
        "| Jo Marsh | 4 March 2026 |",
        "The wall fell on 4 March 2026 – no one was hurt.",
    ],
)
def test_no_credit(line):
    assert credit_of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "November 20, 2019",
        "Nov. 19, 2019 8:03 am ET",
        "Updated 1:39 am EST, Wednesday, November 20, 2019",
        "PUBLISHED: 10:48, Tue, Nov 19, 2019",
        "Published 7:07 PM EST Nov 19, 2019",
        "First Published: Tuesday, November 19, 2019 08:38 AM",
        "19.11.2019, 08:57",
        "2019-11-19T08:57:45+01:00",
        "19/11/2019",
        "20 de noviembre de 2019",
        "sexta-feira, 22 de outubro de 2010 às 20:13",
        "Dienstag, 19. November 2019, 8:57 Uhr",
        "Publié le 19 novembre 2019 à 8h57",
        "19 ноября 2019",
        "13 hours ago",
        "Updated 8:03 pm",
        "2019年11月19日",
        "Updated April 22, 2026, 9:15 a.m. EDT",
        "10 April 2026, 5.30 p.m.",
        "10 April 2026, 5.30pm",
        "Updated 8 P.M.",
    ],
)
def test_date_lines(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2019",
        "3",
        "16 24 35",
        "On 3 March 2019 the wall fell.",
        "Lakers 112, Thunder 107",
        "+1 555 0100",
        "Monday",
        "May we?",
        "6:01 p.m.",
        "At 5 p.m. on 3 March the wall fell.",
    ],
)
def test_no_date_lines(line):
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "has"), [("3 March 2019", True), ("2019-03-03", True), ("2 hours ago", False), ("8:03 pm", False)]
)
def test_has_date(line, has):
    assert has_date(line) is has


def test_byline_and_date_come_out_of_the_text(article):
    cleaned = clean(f"By Jo Marsh, Staff Writer\nUpdated: 3 March 2019, 10:15\n\n{article}", headline="")

    assert (cleaned.byline, cleaned.date_text) == ("Jo Marsh", "Updated: 3 March 2019, 10:15")
    assert [removed.reason for removed in cleaned.removed] == ["byline", "date line"]
    assert cleaned.body == article


def test_name_and_date_in_one_line_are_both_taken(article):
    cleaned = clean(f"Jo Marsh | Lindmoor | 4 March 2026\n\n{article}", headline="")

    assert (cleaned.byline, cleaned.date_text, cleaned.body) == ("Jo Marsh", "4 March 2026", article)
    assert [removed.reason for removed in cleaned.removed] == ["byline"]


def test_a_section_and_a_date_are_a_date_line(article):
    cleaned = clean(f"Coast | 4 March 2026\n{article}", headline="")

    assert (cleaned.byline, cleaned.date_text, cleaned.body) == (None, "4 March 2026", article)
    assert [removed.reason for removed in cleaned.removed] == ["date line"]


@pytest.mark.parametrize("line", ["By Jo Marsh", "By Jo Marsh, Staff Writer", "Jo Marsh | 4 March 2026"])
def test_a_byline_may_stand_below_a_summary(line, paragraphs):
    cleaned = clean("\n".join([paragraphs[0], line, *paragraphs[1:]]), headline="")

    assert cleaned.byline == "Jo Marsh"
    assert cleaned.body.split("\n") == list(paragraphs)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("By Monday", 1),
        ("By Monday", 3),
        ("By Jo Marsh", 3),
        ("Rest Day | Tuesday 3 March", 3),
        ("Ann Lee – 3 March", 3),
        ("Ann Lee – 3 March", 5),
    ],
)
def test_a_heading_or_a_row_within_or_below_the_text_stays(line, place, paragraphs):
    lines = [*paragraphs[:place], line, *paragraphs[place:]]

    assert clean("\n".join(lines), headline="").removed == ()


def test_the_first_byline_and_the_first_date_count(article):
    cleaned = clean(f"By Jo Marsh\n2 hours ago\n3 March 2019\n4 March 2019\n{article}\nBy Ann Lee", headline="")

    assert (cleaned.byline, cleaned.date_text) == ("Jo Marsh", "3 March 2019")


def test_a_bare_by_goes_with_the_name_below_it(article):
    cleaned = clean(f"By\nJo Marsh\n{article}", headline="")

    assert cleaned.byline == "Jo Marsh"
    assert [removed.line_number for removed in cleaned.removed] == [0, 1]


def test_a_day_between_paragraphs_heads_a_part(paragraphs):
    lines = [*paragraphs[:2], "Tuesday, 3 March", *paragraphs[2:]]

    assert clean("\n".join(lines), headline="").removed == ()


def test_rules_that_are_off_give_no_metadata(article):
    cleaned = clean(f"By Jo Marsh\n3 March 2019\n{article}", headline="", off={"byline", "date line"})

    assert (cleaned.byline, cleaned.date_text) == (None, None)
    assert cleaned.body.startswith("By Jo Marsh")

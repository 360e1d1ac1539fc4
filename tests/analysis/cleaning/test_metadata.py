"""Bylines and dates are read from lines that hold nothing else."""

from __future__ import annotations

import pytest

from analysis.cleaning import clean
from analysis.cleaning.rules.bylines import byline_of, is_bare_by, is_name
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

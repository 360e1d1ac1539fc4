import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.queries import NOTHING, All, Any, Days, Named, Near, Not, Phrase, in_words, is_plain, parse, positive
from analysis.queries import phrase_of as p
from analysis.queries.parsing import FIELDS, LONGEST


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("flood", p("flood")),
        ("Flood flood", p("flood")),
        ("flood warning", All((p("flood"), p("warning")))),
        ('"flood warning" river', All((p("flood warning"), p("river")))),
        ("“flood warning”", p("flood warning")),
        ("flood OR storm", Any((p("flood"), p("storm")))),
        ("flood warning OR storm", Any((All((p("flood"), p("warning"))), p("storm")))),
        ("(flood OR storm) warning", All((Any((p("flood"), p("storm"))), p("warning")))),
        ("flood AND river", All((p("flood"), p("river")))),
        ("flood -river", All((p("flood"), Not(p("river"))))),
        ("flood NOT river", All((p("flood"), Not(p("river"))))),
        ("-(flood river)", Not(All((p("flood"), p("river"))))),
        ("NOT -flood", p("flood")),
        ("flood*", Phrase(("flood",), is_prefix=True)),
        ('"flood warn*"', p("flood warn")),
        ('"flood warn"*', Phrase(("flood", "warn"), is_prefix=True)),
        ("a*", p("a")),
        ("NEAR(flood river, 5)", Near((p("flood"), p("river")), 5)),
        ('NEAR("flood warning" river)', Near((p("flood warning"), p("river")), 10)),
        ("flood NEAR/3 river", Near((p("flood"), p("river")), 3)),
        ("flood NEAR river", Near((p("flood"), p("river")), 10)),
        ("headline:flood", Phrase(("flood",), column="headline")),
        ("title:(flood OR storm)", Any((Phrase(("flood",), False, "headline"), Phrase(("storm",), False, "headline")))),
        ('outlet:"The Herald"', Named("outlet", "the herald")),
        ("Source:herald*", Named("outlet", "herald", is_prefix=True)),
        ("byline:O’Neill", Named("byline", "o'neill")),
        ("date:2016", Days(date(2016, 1, 1), date(2016, 12, 31))),
        ("date:2016-02", Days(date(2016, 2, 1), date(2016, 2, 29))),
        ("date:2016-02-03", Days(date(2016, 2, 3), date(2016, 2, 3))),
        ("date:2016-01..2016-03", Days(date(2016, 1, 1), date(2016, 3, 31))),
        ("date:2016-01..", Days(date(2016, 1, 1), None)),
        ("date:..2016-01", Days(None, date(2016, 1, 31))),
        ("after:2016-03", Days(date(2016, 3, 1), None)),
        ("before:2016-03", Days(None, date(2016, 2, 29))),
        ("flood -outlet:herald", All((p("flood"), Not(Named("outlet", "herald"))))),
    ],
)
def test_signs_mean_what_the_page_on_searching_says(typed, query):
    assert parse(typed) == query


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("OR", "or"),
        ("flood OR", "flood or"),
        ("OR flood", "or flood"),
        ("AND", "and"),
        ("NOT", "not"),
        ("NEAR(", "near"),
        ("NEAR(flood, 3)", "near flood 3"),
        ("flood NEAR", "flood near"),
        ("flood or river", "flood or river"),
        ("covid-19", "covid-19"),
        ("flood - river", "flood river"),
        ("--flood", "flood"),
        ("flood-", "flood"),
        ("*flood", "flood"),
        ("flood ^river", "flood river"),
        ("foo:bar", '"foo bar"'),
        ("date:yesterday", '"date yesterday"'),
        ("date:2016-13", '"date 2016-13"'),
        ("after:2016..2017", '"after 2016..2017"'),
        ("before:0001", '"before 0001"'),
        ("headline:", "headline"),
        ('an "open quote', 'an "open quote"'),
        ("(flood", "flood"),
        ("flood)", "flood"),
        ("() flood ()", "flood"),
        ("((((", ""),
        ('""" "', ""),
        ("... !!! *", ""),
        ("", ""),
    ],
)
def test_what_makes_no_sense_as_a_sign_is_text(typed, meant):
    assert parse(typed) == parse(meant)
    assert is_plain(parse(typed))


def test_a_text_without_a_word_means_nothing():
    assert parse("?!") == NOTHING
    assert in_words(NOTHING) == ""


SIGNS = [
    *("flood", "river", "a", '"', "“", "(", ")", "-", "*", " ", "OR", "AND", "NOT", "NEAR", "NEAR(", ", 3)", "NEAR/2"),
    *(f"{field}:" for field in FIELDS),
    *("2016", "2016-03", "..", "{", "}", "+", "^", ":", "'", ";", "\x00", "\ud800", "é", "北京", "words:", "rowid"),
]
typings = st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=30).map("".join)


@given(typings)
def test_any_text_is_a_query_that_can_be_said(typed):
    query = parse(typed)

    hash(query)
    assert (in_words(query) == "") == (query == NOTHING)
    assert all(one.words for one in positive(query) if isinstance(one, Phrase))


@given(st.lists(st.sampled_from(["flood", "river", "u.s.", "covid-19", "l'état"]), min_size=1).map(" ".join))
def test_words_alone_are_plain(typed):
    assert is_plain(parse(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "(" * 100_000,
        "-" * 100_000,
        "-(" * 50_000,
        "NEAR(" * 20_000,
        "NEAR(a" + " " * 100_000,
        "NEAR(a b, " + "9" * 100_000 + ")",
        '"' * 100_000,
        "NOT " * 25_000,
        "headline:" * 12_000,
        "a OR " * 20_000,
        "a NEAR " * 15_000,
        "*" * 100_000,
        "1.1.1." * 16_000,
        "date:" + "2016.." * 16_000,
        "x" * 100_000,
    ],
    ids=lambda typed: typed[:10],
)
def test_a_long_text_takes_no_long_time(typed):
    before = time.process_time()

    in_words(parse(typed))

    assert time.process_time() - before < 2


def test_what_is_over_the_longest_is_cut_between_words():
    query = parse("flood " * (LONGEST // 6) + "river storm")

    assert query in (p("flood"), All((p("flood"), p("river"))))

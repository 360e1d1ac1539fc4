"""Numbers, days and foreign text come out as people read them."""

import html
import re
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import words


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12_400, "12,400 articles")],
)
def test_a_count_has_its_noun(number, text):
    assert words.count(number, "article") == text


def test_a_count_has_its_own_plural():
    assert [words.count(number, "story", "stories") for number in (1, 3)] == ["1 story", "3 stories"]


@pytest.mark.parametrize(
    ("part", "text"),
    [(0, "0 %"), (0.0004, "<0.1 %"), (0.031, "3.1 %"), (0.1, "10 %"), (0.42, "42 %"), (1, "100 %")],
)
def test_a_share_has_a_decimal_below_ten(part, text):
    assert words.share(part) == text


@pytest.mark.parametrize(
    ("polarity", "text"),
    [
        (0.42, "+0.42"),
        (-0.31, "−0.31"),
        (0, "0.00"),
        (0.004, "0.00"),
        (-0.004, "0.00"),
        (1, "+1.00"),
        (None, "not scored"),
        (float("nan"), "not scored"),
    ],
)
def test_a_tone_has_its_sign(polarity, text):
    assert words.tone(polarity) == text


@pytest.mark.parametrize(("number", "text"), [(0.306, "0.31"), (-0.04, "−0.04"), (-0.001, "0.00"), (12, "12.00")])
def test_a_ratio_has_two_decimals_and_a_true_minus(number, text):
    assert words.ratio(number) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (date(2026, 5, 4), "4 May 2026"),
        (datetime(2026, 12, 31, 23), "31 Dec 2026"),
        (pd.Timestamp("2026-03-01"), "1 Mar 2026"),
        (None, "undated"),
        (pd.NaT, "undated"),
    ],
)
def test_a_day_has_no_leading_zero(moment, text):
    assert words.day(moment) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rain falls", "Rain falls"),
        ("**loud**", r"\*\*loud\*\*"),
        ("$math$", r"\$math\$"),
        (":red[x]", r"\:red\[x\]"),
        (":material/home:", r"\:material\/home\:"),
        ("<b>x</b>", r"\<b\>x\<\/b\>"),
        ("a\n\n# b", r"a \# b"),
        ("1. one", r"1\. one"),
        ("&amp;", r"\&amp;"),
        ("\\", r"\\"),
    ],
)
def test_plain_takes_markdown_its_meaning(text, shown):
    assert words.plain(text) == shown


# CommonMark, 2.4: a backslash before any ASCII punctuation character makes it a literal one.
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
HARMLESS = set(",;?%")


@given(st.text())
def test_plain_text_reads_as_it_was(text):
    shown = words.plain(text)

    assert ESCAPED.sub(r"\1", shown) == words.isolated(re.sub(r"\s+", " ", text))
    assert not set(re.findall(r"[!-/:-@\[-`{-~]", ESCAPED.sub("", shown))) - HARMLESS


@given(st.text())
def test_html_reads_as_it_was(text):
    assert html.unescape(words.as_html(text)) == html.unescape(html.escape(text))
    assert not set("<>\"'") & set(words.as_html(text))


@pytest.mark.parametrize(
    ("headline", "fallback", "title"),
    [
        ("Rain", "It fell.", "Rain"),
        ("", "It fell.", "[No headline] It fell."),
        (" ", "", "[No headline]"),
        (None, "It fell.", "[No headline] It fell."),
        (float("nan"), "It\nfell.", "[No headline] It fell."),
    ],
)
def test_an_article_without_a_headline_is_listed_by_its_first_words(headline, fallback, title):
    assert words.title(headline, fallback) == title


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("short", 5, "short"),
        ("two words", 9, "two words"),
        ("two words more", 10, "two words …"),
        ("two words more", 12, "two words …"),
        ("  runs \n of   space ", 20, "runs of space"),
        ("w" * 500, 10, "w" * 10 + " …"),
        ("", 5, ""),
    ],
)
def test_text_is_cut_between_words(text, most, short):
    assert words.shorten(text, most) == short


@pytest.mark.parametrize(("code", "name"), [("en", "English"), ("zh", "Chinese"), ("xx", "xx"), ("", "")])
def test_a_language_is_named_by_its_code(code, name):
    assert words.language(code) == name


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 2), date(2026, 3, 2), "2 Mar 2026"),
        (date(2026, 3, 2), date(2026, 3, 8), "2–8 Mar 2026"),
        (date(2026, 3, 30), date(2026, 4, 5), "30 Mar – 5 Apr 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 Dec 2025 – 4 Jan 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "Feb 2026"),
        (date(2024, 2, 1), date(2024, 2, 28), "1–28 Feb 2024"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2026, 1, 1), date(2026, 2, 28), "1 Jan – 28 Feb 2026"),
        (date(2025, 12, 1), date(2026, 12, 31), "1 Dec 2025 – 31 Dec 2026"),
    ],
)
def test_a_run_of_days_is_said_once(first, last, said):
    assert words.days(first, last) == said


@pytest.mark.parametrize("text", ["إضراب الميناء (12 %)", "Mayor: ראש העיר", "\u202egnp.exe"])
def test_text_from_right_to_left_turns_nothing_beside_it(text):
    assert words.isolated(text) == f"\u2068{text}\u2069"
    assert words.listed(text, "3 Mar 2026") == f"\u2068{text}\u2069 · 3 Mar 2026"
    assert words.plain(text).startswith("\u2068")


def test_other_text_stays_as_it_is():
    assert words.isolated("罢工 – Čech, 12 %") == "罢工 – Čech, 12 %"

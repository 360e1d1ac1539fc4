import pytest

from charts.text import one_line, text_width, wrap, wrap_evenly

SIZE = 13
SENTENCE = "New York Times International Edition Weekend Supplement"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("two  words", "two words"),
        (" a\tb\r\nc ", "a b c"),
        ("3.1\u00a0%", "3.1\u00a0%"),
        ("a\x00b\x1bc", "a b c"),
        ("\ud800", "?"),
        ("", ""),
        (7, "7"),
    ],
)
def test_one_line(value, line):
    assert one_line(value) == line


@pytest.mark.parametrize(("narrow", "wide"), [("ill", "mmm"), ("abc", "ABC"), ("ab", "朝日"), ("a", "aa"), ("", "a")])
def test_text_width_knows_narrow_signs_from_wide_ones(narrow, wide):
    assert text_width(narrow, SIZE) < text_width(wide, SIZE)


def test_combining_signs_take_no_width():
    assert text_width("e\u0301", SIZE) == text_width("e", SIZE)


@pytest.mark.parametrize("limit", [40, 80, 150, 300])
def test_lines_fit_into_the_limit(limit):
    assert all(text_width(line, SIZE) <= limit for line in wrap(SENTENCE, limit, SIZE, max_lines=20))


@pytest.mark.parametrize("limit", [40, 80, 150, 300])
def test_no_word_is_lost(limit):
    lines = wrap(SENTENCE, limit, SIZE, max_lines=20)

    assert "".join(lines).replace(" ", "") == SENTENCE.replace(" ", "")


def test_words_stay_whole_where_they_fit():
    assert wrap("flood warning", 60, SIZE) == ["flood", "warning"]


def test_a_word_that_is_too_long_is_broken():
    lines = wrap("w" * 30, 100, SIZE, max_lines=10)

    assert len(lines) > 1
    assert "".join(lines) == "w" * 30


@pytest.mark.parametrize("max_lines", [1, 2, 3])
def test_what_is_left_over_shows_as_an_ellipsis(max_lines):
    lines = wrap(SENTENCE, 60, SIZE, max_lines)

    assert len(lines) == max_lines
    assert lines[-1].endswith("…")
    assert text_width(lines[-1], SIZE) <= 60


def test_outlets_of_sixty_signs_fit_into_four_lines_of_a_phone():
    name = "Associated Press Newsroom Service for the Americas (English)"

    assert len(name) == 60
    assert "…" not in "".join(wrap(name, 140, SIZE, max_lines=4))


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_no_text_is_one_empty_line(text):
    assert wrap(text, 100, SIZE) == [""]


def test_even_lines_are_no_more_than_greedy_ones():
    for limit in (80, 120, 200, 320):
        assert len(wrap_evenly(SENTENCE, limit, SIZE)) == len(wrap(SENTENCE, limit, SIZE, max_lines=99))


def test_even_lines_leave_no_word_alone():
    title = "Which words come up in the most articles, and how often do they?"

    assert wrap(title, 380, SIZE)[-1] == "they?"
    assert min(map(len, wrap_evenly(title, 380, SIZE))) > len("they?")


def test_even_lines_are_never_cut():
    assert "".join(wrap_evenly("w" * 400, 100, SIZE)) == "w" * 400

"""Texts become glyphs: real ones, from left to right, in the order that Unicode gives them."""

import pytest

from charts.fonts import EM
from charts.lettering import outline, set_line
from tests.charts.test_fonts import SCRIPTS

NO_GLYPH = 0


def numbers(text, **style):
    return [glyph.number for glyph in set_line(text, **style).glyphs]


@pytest.mark.parametrize("style", [{}, {"is_bold": True}, {"is_serif": True}], ids=["plain", "bold", "serif"])
@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_no_glyph_is_missing(text, style):
    assert NO_GLYPH not in numbers(text, **style)


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_every_word_leaves_ink(text):
    assert any(outline(glyph) for glyph in set_line(text).glyphs)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("אב", "בא"),
        ("ab אב", "ab בא"),
        ("אב ab", "בא ab"),
        ("אב גד", "דג בא"),
        ("אב 12 גד", "דג 12 בא"),
        ("אב 12", "12 בא"),
        ("12 אב", "12 בא"),
        ("אב, ab", "בא, ab"),
    ],
)
def test_what_runs_from_right_to_left_is_turned(typed, seen):
    """Hebrew letters have no other forms in a word, so that one by one they are the same glyphs."""
    one_by_one = [number for sign in seen for number in numbers(sign)]
    letters = [number for number, sign in zip(one_by_one, seen, strict=True) if sign not in " ,"]

    assert [number for number in numbers(typed) if number in letters] == letters


def test_arabic_letters_are_joined():
    assert numbers("قال") != [*numbers("ل"), *numbers("ا"), *numbers("ق")]


def test_a_line_is_as_wide_as_its_parts():
    assert set_line("mm").width == 2 * set_line("m").width
    assert 0 < set_line("i").width < set_line("m").width < EM
    assert set_line("").width == 0


@pytest.mark.parametrize("name", ["Latin", "Arabic", "Devanagari", "Thai"])
def test_bold_is_another_weight_in_every_script(name):
    plain, bold = (set_line(SCRIPTS[name], is_bold=is_bold) for is_bold in (False, True))

    assert list(map(outline, plain.glyphs)) != list(map(outline, bold.glyphs))


def test_glyphs_stand_from_left_to_right():
    places = [glyph.x for glyph in set_line("flood").glyphs]

    assert places == sorted(places)

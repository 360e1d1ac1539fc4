"""Lines are compared after normalising, and tell what they are by their look."""

from __future__ import annotations

import pytest

from analysis.cleaning.lines import (
    count_words,
    ends_sentence,
    has_letters,
    in_title_case,
    invisible_lines,
    split_lines,
    squeeze,
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc", ["a", "b", "c"]),
        ("a\r\n\r\nb", ["a", "", "b"]),
        ("a\x85b\u2028c\u2029d", ["a b c d"]),
        ("a\x0bb\x0cc\x1cd", ["a b c d"]),
        ("  two \t  words\xa0\u200b ", ["two words"]),
        ("\ufeffafter a mark", ["after a mark"]),
        ("nul\x00byte", ["nul byte"]),
        ("cafe\u0301", ["caf\xe9"]),
        ("half \ud800 pair", ["half \ufffd pair"]),
        ("\n \n", ["", "", ""]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
    ],
)
def test_split_lines(text, lines):
    assert split_lines(text) == lines


def test_squeezing_a_line_leaves_one_line():
    assert squeeze(" a \r\n b\tc ") == "a b c"


def test_lines_of_invisible_characters_are_found():
    text = "seen\n\u200b\n\n \x00 \r\nseen"

    assert invisible_lines(text, split_lines(text)) == [1, 3]


@pytest.mark.parametrize(
    ("line", "n_words"), [("", 0), ("one", 1), ("two words", 2), ("東京都は火曜日に発表した。", 7), ("naïve idea", 2)]
)
def test_count_words(line, n_words):
    assert count_words(line) == n_words


@pytest.mark.parametrize(
    "line",
    ["It rained.", "“It rained.”", "Did it?", "It rained. (More soon.)", "雨が降った。", "क्या बारिश हुई।", "So …"],
)
def test_a_sentence_ends(line):
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["", "Most read", "It rained,", "As follows:", "(Reuters)"])
def test_a_label_ends_no_sentence(line):
    assert not ends_sentence(line)


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("Ten Places To Travel Before Everyone Else Does", True),
        ("“Harbour Wall” Vote Splits Town Council", True),
        ("Town council votes to rebuild the wall", False),
        ("Der Rat der Stadt stimmte am Dienstag über die Mauer ab", False),
    ],
)
def test_in_title_case(line, is_title):
    assert in_title_case(line) is is_title


@pytest.mark.parametrize(("line", "has"), [("* * *", False), ("___", False), ("a", True), ("7", True), ("字", True)])
def test_has_letters(line, has):
    assert has_letters(line) is has

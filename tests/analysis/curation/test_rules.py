import pytest

from analysis.curation import Curation, Hide, Merge, Rename, Split, clean_name
from analysis.curation.rules import LONGEST_NAME, MOST_RULES
from analysis.errors import CurationError


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Floods", "Floods"),
        ("  Floods \n and\train ", "Floods and rain"),
        ("a\u0000b\u202ec\u200bd", "a b c d"),
        ("<b>x</b> **y** $z$", "<b>x</b> **y** $z$"),
        ("x" * 500, "x" * LONGEST_NAME),
        ("فيضان", "فيضان"),
        ("\ud800x", "x"),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed, name):
    assert clean_name(typed) == name
    assert clean_name(name) == name


@pytest.mark.parametrize("typed", ["", "  ", "\n\t", "\u200b\u202e", "\u0000"])
def test_a_name_of_nothing_is_refused(typed):
    with pytest.raises(CurationError):
        clean_name(typed)


def test_a_rule_that_is_taken_back_leaves_what_was_before():
    before = Curation(rules=(Rename(1, "One"),))

    for rule in (Rename(2, "Two"), Merge(1, 2), Split(1, (3, 4)), Hide(1)):
        assert before.with_rule(rule).without(1) == before


def test_new_keys_name_nothing_that_is_known_or_ruled():
    curation = Curation(rules=(Split(7, (8, 9)),))

    assert curation.new_keys(2) == (10, 11)
    assert Curation().new_keys(1) == (0,)


def test_there_is_an_end_to_rules():
    full = Curation(rules=(Hide(1),) * MOST_RULES)

    with pytest.raises(CurationError, match="take some back"):
        full.with_rule(Hide(2))

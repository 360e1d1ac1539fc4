"""The ledger adds up, and says what switching a rule would do."""

import pandas as pd
import pytest

from analysis.articles import REMOVED
from analysis.cleaning import METADATA, RULES
from analysis.settings import Cleaning
from figures.ledger import SWITCHABLE, Change, became_a_field, change, ledger, listed, rules_off

REASONS = pd.DataFrame(
    {
        "article_id": ["a", "a", "b", "a", "b", "b"],
        "reason": ["copyright", "copyright", "copyright", "headline", "headline", "export mark"],
    }
)


def rule(name, off=frozenset()):
    return next(found for found in ledger(REASONS, off) if found.name == name)


def test_a_rule_has_its_lines_and_its_articles():
    found = rule("copyright")

    assert (found.n_lines, found.n_articles, found.is_on, found.can_be_off) == (3, 2, True, True)
    assert found.takes == "Who holds the rights, and what may not be copied."


def test_rules_that_found_nothing_are_listed_too():
    names = [found.name for found in ledger(REASONS, frozenset())]

    assert set(RULES) <= set(names)
    assert rule("photo credit").n_lines == 0


def test_the_rules_that_are_off_come_first_and_then_those_that_took_most():
    names = [found.name for found in ledger(REASONS, frozenset({"share buttons"}))]

    assert names[:3] == ["share buttons", "copyright", "headline"]
    assert not rule("share buttons", frozenset({"share buttons"})).is_on


@pytest.mark.parametrize("name", [*sorted(METADATA), "export mark", "outlet"])
def test_what_is_known_of_an_article_cannot_be_switched_off(name):
    reasons = pd.DataFrame({"article_id": ["a"], "reason": [name]})

    found = next(found for found in ledger(reasons, frozenset()) if found.name == name)

    assert not found.can_be_off
    assert found.takes.endswith(".")


def test_every_switch_is_one_that_a_build_knows():
    assert Cleaning(SWITCHABLE).off == SWITCHABLE
    assert not METADATA & set(SWITCHABLE)


def test_the_ledger_of_the_sample_adds_up(sample):
    removed = sample.frame(REMOVED)

    rules = ledger(removed[["article_id", "reason"]], rules_off(sample.manifest))

    assert sum(found.n_lines for found in rules) == len(removed) == sample.counts["removed_lines"]
    assert all(found.is_on for found in rules)


@pytest.mark.parametrize(
    ("reason", "became"),
    [
        ("headline", True), ("byline", True), ("date line", True), ("outlet", True), ("export field", True),
        ("repeated headline", False), ("copyright", False), ("no visible text", False), ("front matter", False),
    ],
)  # fmt: skip
def test_a_line_became_a_field_or_was_taken_out(reason, became):
    assert became_a_field(reason) is became


@pytest.mark.parametrize(
    ("off", "wanted", "said"),
    [
        (set(), {"copyright"}, "1 rule will be off: copyright."),
        (set(), {"photo credit", "copyright"}, "2 rules will be off: copyright and photo credit."),
        ({"copyright"}, set(), "1 rule will be on again: copyright."),
        ({"copyright"}, {"photo credit"}, "1 rule will be off: photo credit. 1 rule will be on again: copyright."),
        ({"copyright"}, {"copyright"}, ""),
        ({"headline"}, set(), ""),
    ],
)
def test_a_change_is_said_as_a_sentence(off, wanted, said):
    changed = change(off, wanted)

    assert changed.in_words() == said
    assert bool(changed) is bool(said)


def test_names_are_listed_as_a_person_does():
    assert [listed(names) for names in [(), ("a",), ("a", "b"), ("a", "b", "c")]] == ["", "a", "a and b", "a, b and c"]


def test_no_change_is_nothing():
    assert not Change((), ())

"""The list of a rule holds as many lines as its count says, and tells in how many articles each stands."""

import pandas as pd
import pytest

from analysis.articles import REMOVED
from analysis.curation import Curation, curate
from analysis.selection import Selection, articles_of
from figures.ledger import ledger
from ui.cleaning.lines import exported, removed_lines
from ui.collections import Place
from ui.view import View


def view_of(bundle):
    articles = articles_of(bundle)
    return View(bundle, curate(bundle, Curation()), articles, Selection(), articles, Place("x", "X", bundle.folder))


@pytest.fixture(scope="module")
def sample_view(sample):
    return view_of(sample)


def test_the_list_of_every_rule_is_as_long_as_its_count(sample_view):
    rules = ledger(sample_view.bundle.frame(REMOVED, ["article_id", "reason"]), frozenset())
    for rule in rules:
        found = removed_lines(sample_view, rule.name)

        assert (len(found), found["article_id"].nunique()) == (rule.n_lines, rule.n_articles)


def test_a_line_says_in_how_many_articles_it_was_removed(sample_view):
    removed = sample_view.bundle.frame(REMOVED)

    found = removed_lines(sample_view, "repeats across articles")

    assert found["n_articles"].max() > 1
    assert found["n_articles"].is_monotonic_decreasing
    for text, n_articles in found[["text", "n_articles"]].itertuples(index=False):
        same = removed[(removed["text"] == text) & (removed["reason"] == "repeats across articles")]
        assert same["article_id"].nunique() == n_articles


def test_all_removed_lines_are_listed_once(sample_view):
    found = removed_lines(sample_view)

    assert len(found) == sample_view.bundle.counts["removed_lines"]
    assert not found.duplicated(["article_id", "line_number"]).any()


def test_a_saved_line_names_its_article_and_counts_from_one(build_rows):
    rows = [{"id": "a", "title": "River rises", "source": "Gazette", "text": "The river rose.\n\nAdvertisement"}]
    view = view_of(build_rows(rows))

    saved = exported(view, removed_lines(view))

    assert saved.to_dict("records") == [
        {
            "reason": "advertisement",
            "text": "Advertisement",
            "n_articles": 1,
            "article_id": "a",
            "line": 3,
            "headline": "River rises",
            "outlet": "Gazette",
        }
    ]


def test_the_list_of_a_reason_that_is_not_there_is_empty(sample_view):
    assert isinstance(removed_lines(sample_view, "xylophone"), pd.DataFrame)
    assert removed_lines(sample_view, "xylophone").empty

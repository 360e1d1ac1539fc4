"""What each check finds in a collection with everything that can be wrong."""

import pandas as pd
import pytest

from analysis.checks import CHECKS, FEWEST_WORDS, Level, articles_with, check_of, copies_of, details_of
from analysis.selection import articles_of
from tests.dirty import FOUND, name_of, text


@pytest.fixture(scope="module")
def articles(dirty):
    return articles_of(dirty)


def names(articles):
    return {name_of(*pair) for pair in zip(articles["article_id"], articles["source_path"], strict=True)}


@pytest.mark.parametrize("name", [check.name for check in CHECKS])
def test_a_check_finds_the_articles_that_have_what_it_looks_for(dirty, articles, name):
    assert FOUND[name]
    assert names(articles[articles_with(dirty, articles, name)]) == FOUND[name]


@pytest.mark.parametrize(
    ("name", "article", "detail"),
    [
        ("cut off", "torn", "said to Brig. Gen."),
        ("date not believed", "old", "1066-10-14"),
        ("date not understood", "sometime", "sometime in spring"),
        ("more cells than columns", "wide", "left out: and | more"),
        ("mojibake repaired", "garbled", "became was number 5. The café of the cathédrale closed."),
        ("characters lost", "lost", "1 could not be decoded"),
        ("very short", "short", "16 words"),
        ("copies", "copy-1", "the first of 3"),
        ("copies", "copy-2", "the same words as copy-1"),
        ("no date", "undated", ""),
    ],
)
def test_the_detail_says_what_it_was_seen_by(dirty, articles, name, article, detail):
    rows = articles[articles["article_id"] == article]
    said = details_of(dirty, rows, name).item()

    assert said.endswith(detail) or detail in said
    assert bool(said) == bool(detail)


def test_details_stand_at_the_rows_of_their_articles(dirty, articles):
    shuffled = articles.sample(frac=1, random_state=1)

    pd.testing.assert_series_equal(
        details_of(dirty, shuffled, "copies").sort_index(), details_of(dirty, articles, "copies")
    )


def test_copies_are_groups_of_one_original_each(dirty):
    copies = copies_of(dirty)
    groups = copies.groupby("story_id")

    assert sorted(groups.size()) == [2, 2, 3]
    assert (groups["is_original"].sum() == 1).all()
    assert (groups.size().loc[copies["story_id"]].to_numpy() == copies["n_copies"].to_numpy()).all()


@pytest.mark.parametrize(("n_words", "is_short"), [(FEWEST_WORDS - 1, True), (FEWEST_WORDS, False)])
def test_a_text_is_very_short_up_to_the_threshold(build_rows, n_words, is_short):
    bundle = build_rows([{"id": "a", "text": " ".join(["rain"] * n_words)}])
    articles = articles_of(bundle)

    assert articles["n_words"].tolist() == [n_words]
    assert articles_with(bundle, articles, "very short").tolist() == [is_short]


def test_an_article_without_words_is_empty_and_not_very_short(dirty, articles):
    both = articles_with(dirty, articles, "empty") & articles_with(dirty, articles, "very short")

    assert not both.any()


def test_an_unknown_check_finds_nothing_and_is_called_by_its_name(dirty, articles):
    assert not articles_with(dirty, articles, "smell of fish").any()
    assert (details_of(dirty, articles, "smell of fish") == "").all()
    assert check_of("smell of fish").phrase == "noticed: smell of fish"


@pytest.mark.parametrize(
    ("paths", "applies"),
    [(["a.txt"], False), (["a.txt", "b.csv"], True), (["archive.zip/B.TSV"], True), (["b.xlsx.gz"], True), ([], False)],
)
def test_only_tables_can_have_more_cells_than_columns(paths, applies):
    assert check_of("more cells than columns").applies_to(paths) is applies
    assert check_of("cut off").applies_to(paths)


def test_checks_are_said_in_a_sentence_each():
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert {check.level for check in CHECKS} == set(Level)
    for check in CHECKS:
        assert check.meaning[0].isupper()
        assert check.meaning.endswith(".")
        assert not check.phrase.endswith(".")


def test_an_edited_copy_says_how_much_it_shares(build_rows):
    words = text(1).split()
    rows = [
        {"id": "a", "text": " ".join(words)},
        {"id": "b", "text": " ".join([*words[:40], "corrected", *words[41:]])},
    ]
    bundle = build_rows(rows)
    articles = articles_of(bundle)

    said = details_of(bundle, articles, "copies").set_axis(articles["article_id"])
    assert said["a"] == "the first of 2"
    assert said["b"].endswith("% of the shorter text is shared with a")

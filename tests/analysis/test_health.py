"""Counts that reconcile: with each other, with the lists behind them, with what the files hold."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.articles import NOTICES, PROBLEMS
from analysis.checks import CHECKS
from analysis.health import checks_of, ends_of, everything_found, languages_of, notices_of, problems_of
from analysis.marks import Mark, behind
from analysis.selection import Selection, articles_of, select
from tests import dirty as dirty_files


@pytest.fixture(scope="module")
def articles(dirty):
    return articles_of(dirty)


@pytest.fixture(scope="module")
def checks(dirty, articles):
    return checks_of(dirty, articles)


def test_items_are_articles_and_problems(dirty, articles):
    counts = dirty.counts

    assert counts["items"] == len(articles) + problems_of(dirty)["n_items"].sum()
    assert len(articles) == dirty_files.N_ARTICLES


def test_problems_are_grouped_by_what_is_wrong(dirty):
    problems = dirty.frame(PROBLEMS)
    places = (problems["source_path"] + " " + problems["item"]).str.strip()
    found = problems_of(dirty)

    assert {problem: set(rows) for problem, rows in places.groupby(problems["problem"])} == dirty_files.PROBLEMS
    assert dict(zip(found["problem"], found["n_items"], strict=True)) == {
        problem: len(items) for problem, items in dirty_files.PROBLEMS.items()
    }
    assert found["n_items"].is_monotonic_decreasing


def test_every_kind_of_notice_has_a_check_that_describes_it(dirty):
    assert set(notices_of(dirty)["kind"]) <= {check.name for check in CHECKS}


def test_every_notice_is_counted(dirty, checks):
    counted = checks.set_index("check")["n_articles"]

    for kind, rows in dirty.frame(NOTICES).groupby("kind"):
        assert counted[kind] == rows["article_id"].nunique()


def test_checks_are_sorted_by_how_serious_they_are(checks):
    order = list(zip(checks["level"], -checks["n_articles"], strict=True))

    assert order == sorted(order)


def test_checks_that_find_nothing_are_there(build_rows):
    bundle = build_rows([{"id": "a", "title": "A", "text": dirty_files.text(1), "source": "S", "date": "2026-01-02"}])
    checks = checks_of(bundle, articles_of(bundle)).set_index("check")

    assert set(checks.index) == {check.name for check in CHECKS}
    assert (checks["n_articles"] == 0).all()
    assert checks.index[~checks["applies"]].tolist() == ["pages without text", "more cells than columns"]


SELECTIONS = {
    "everything": Selection(),
    "stories": Selection(by_story=True),
    "an outlet": Selection(outlets=("Gazette",)),
    "nothing": Selection(query="zyzzyva"),
}


@pytest.mark.parametrize("selection", SELECTIONS.values(), ids=SELECTIONS)
@pytest.mark.parametrize("frame", [checks_of, languages_of, ends_of], ids=lambda frame: frame.__name__)
@pytest.mark.parametrize("collection", ["dirty", "sample"])
def test_a_count_is_the_length_of_the_list_behind_it(request, collection, frame, selection):
    bundle = request.getfixturevalue(collection)
    chosen = select(bundle, articles_of(bundle), selection)
    rows = frame(bundle, chosen) if frame is checks_of else frame(chosen)
    listed = [len(behind(bundle, chosen, Mark.parse(mark))) for mark in rows["mark"]]

    assert listed == rows["n_articles"].tolist()


def test_shares_are_of_all_articles(articles, checks):
    assert checks.set_index("check").at["copies", "share"] == 7 / len(articles)
    assert checks.set_index("check").at["copies", "n_stories"] == 3
    assert languages_of(articles)["share"].sum() == pytest.approx(1)


def test_a_kind_of_notice_that_nothing_describes_is_a_check_of_its_own(dirty, tmp_path):
    bundle = dirty_files.with_notice(dirty, tmp_path / "bundle", "fine", "smell of fish", "on page 3")
    articles = articles_of(bundle)
    found = checks_of(bundle, articles).set_index("check").loc["smell of fish"]

    assert (found["n_articles"], found["phrase"], found["mark"]) == (
        1,
        "noticed: smell of fish",
        "health:smell of fish",
    )
    assert behind(bundle, articles, Mark.parse(found["mark"]))["article_id"].tolist() == ["fine"]


def test_languages_are_counted_most_first(articles):
    found = languages_of(articles)

    assert dict(zip(found["language"], found["n_articles"], strict=True)) == {"en": 21, "de": 1, "none": 1}
    assert found["n_articles"].is_monotonic_decreasing


def test_the_first_and_the_last_day_stand_with_their_articles(articles):
    assert ends_of(articles)["day"].tolist() == [pd.Timestamp("2026-03-01"), pd.Timestamp("2026-04-02")]


@pytest.mark.parametrize(("dates", "ends"), [([], 0), (["2026-03-01"] * 2, 1), (["2026-03-01", "2026-03-02"], 2)])
def test_one_day_is_both_ends_and_no_date_is_none(dates, ends):
    articles = pd.DataFrame({"day": pd.to_datetime([*dates, None])})

    assert len(ends_of(articles)) == ends


def test_the_list_to_take_away_has_all_problems_and_all_that_checks_find(dirty, articles, checks):
    found = everything_found(dirty, articles)
    kinds = found["finding"].value_counts()

    assert not found.isna().any().any()
    assert kinds[kinds.index.str.startswith("no article: ")].sum() == dirty.counts["problems"]
    counted = checks[checks["n_articles"] > 0].set_index("check")["n_articles"]
    assert kinds[counted.index].tolist() == counted.tolist()
    assert len(found) == counted.sum() + dirty.counts["problems"]


def test_the_list_to_take_away_may_be_empty(build_rows):
    bundle = build_rows([{"id": "a", "title": "A", "text": dirty_files.text(1), "source": "S", "date": "2026-01-02"}])

    assert everything_found(bundle, articles_of(bundle)).empty


def test_a_mark_of_health_travels_in_an_address():
    mark = Mark("health", "cut off")

    assert Mark.parse(str(mark)) == mark
    assert Mark.parse(str(replace(mark, kind="language", value="none"))) is not None

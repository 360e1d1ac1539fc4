"""Which article a story counts by, and which stand behind a mark of stories."""

import pandas as pd
import pytest

from analysis.carriers import carried_in, pairs_of, stories_of
from analysis.marks import Mark, behind
from analysis.selection import Selection, articles_of, select
from analysis.story_articles import carried_by_both, one_a_story, pair_of, pair_value, whole_stories, with_story

DAYS = {"early": "2016-05-01 08:00", "late": "2016-05-03 09:00", "undated": None}


def frame(*rows):
    """Articles of (story, original or not, when, outlet), ten words longer from one to the next."""
    stories, originals, whens, outlets = zip(*rows, strict=True)
    published = pd.to_datetime([DAYS[when] for when in whens], utc=True)
    return pd.DataFrame(
        {
            "article_id": [f"a{n}" for n in range(len(rows))],
            "headline": [f"Headline {n}" for n in range(len(rows))],
            "story_id": stories,
            "is_original": originals,
            "published_at": published,
            "day": published.tz_convert(None).normalize(),
            "outlet": outlets,
            "n_words": [10 * (n + 1) for n in range(len(rows))],
        }
    )


COPIES = frame(
    (0, True, "early", "Gazette"),
    (1, False, "late", "Post"),
    (0, False, "late", "Post"),
    (0, False, "early", "Times"),
    (1, True, "early", "Gazette"),
    (2, True, "undated", None),
    (0, False, "undated", "Post"),
)


def ids(articles):
    return articles["article_id"].tolist()


@pytest.mark.parametrize(
    ("selected", "counted"),
    [
        ([0, 1, 2, 3, 4, 5, 6], ["a0", "a4", "a5"]),
        ([1, 2, 3, 6], ["a1", "a3"]),
        ([2, 6], ["a2"]),
        ([6], ["a6"]),
        ([], []),
    ],
    ids=["originals", "the earliest where the original is left out", "dated before undated", "the only one", "none"],
)
def test_a_story_counts_once_by_its_original_or_its_first_selected_article(selected, counted):
    assert ids(one_a_story(COPIES.iloc[selected])) == counted


def test_of_undated_stand_ins_the_longest_counts():
    copies = frame((0, True, "early", "A"), (0, False, "undated", "B"), (0, False, "undated", "C"))

    assert ids(one_a_story(copies.iloc[1:])) == ["a2"]


def test_a_story_is_shown_whole():
    assert ids(whole_stories(COPIES, COPIES.iloc[[2]])) == ["a0", "a2", "a3", "a6"]


@pytest.mark.parametrize(
    ("value", "expected"), [("1", ["a1", "a4"]), ("9", []), ("x", []), ("²", []), ("-1", []), ("9" * 5000, [])]
)
def test_the_articles_of_a_story(value, expected):
    assert ids(COPIES[with_story(COPIES, value)]) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Gazette|Post", ["a0", "a4"]), ("Post|Times", ["a3"]), ("Gazette|Nobody", []), ("Gazette", []), ("|", [])],
)
def test_a_pair_of_outlets_has_one_article_for_each_story_that_both_carried(value, expected):
    assert ids(COPIES[carried_by_both(COPIES, value)]) == expected


def test_outlets_may_have_any_name():
    odd = frame((0, True, "early", "A|B"), (0, False, "late", "|"))

    assert pair_of(odd, pair_value("A|B", "|")) == ("A|B", "|")


def test_stories_are_told_with_who_carried_them_and_when():
    first, second = stories_of(COPIES).to_dict("records")

    assert (first["story_id"], first["n_articles"], first["n_outlets"], first["n_undated"]) == (0, 4, 3, 1)
    assert (second["story_id"], second["n_articles"], second["first_outlet"]) == (1, 2, "Gazette")
    assert (second["last_day"] - second["first_day"]).days == 2
    assert first["headline"] == "Headline 0"
    assert first["mark"] == "story:0"


def test_nobody_was_first_where_two_were_or_one_is_undated():
    assert pd.isna(stories_of(COPIES)["first_outlet"][0])
    assert pd.isna(stories_of(frame((0, True, "early", "A"), (0, False, "early", "B")))["first_outlet"][0])


def test_articles_come_story_by_story_from_the_earliest_on():
    found = carried_in(COPIES, stories_of(COPIES))

    assert ids(found) == ["a3", "a0", "a2", "a6", "a4", "a1"]
    assert found["n_here"].tolist() == [2, 2, 1, 1, 1, 1]
    assert found["nth"].tolist() == [0, 1, 0, 0, 0, 0]


def test_pairs_are_told_with_who_was_first():
    rows = {(row["one"], row["other"]): row for row in pairs_of(COPIES).to_dict("records")}

    assert list(rows) == [("Gazette", "Post"), ("Gazette", "Times"), ("Post", "Times")]
    gazette = rows["Gazette", "Post"]
    assert (gazette["n_stories"], gazette["n_one_first"], gazette["n_other_first"]) == (2, 2, 0)
    assert rows["Post", "Times"]["n_other_first"] == 1
    assert gazette["mark"] == "pair:Gazette|Post"


def test_without_copies_there_are_no_stories_and_no_pairs():
    alone = frame((0, True, "early", "A"), (1, True, "late", None))

    assert stories_of(alone).empty
    assert pairs_of(alone).empty


def test_every_number_is_that_of_the_articles_behind_its_mark(sample):
    articles = articles_of(sample)
    stories, pairs = stories_of(articles), pairs_of(articles)

    assert len(stories) == 2
    assert len(pairs) > 2
    for rows, number in ((stories, "n_articles"), (pairs, "n_stories")):
        listed = [len(behind(sample, articles, Mark.parse(mark))) for mark in rows["mark"]]
        assert listed == rows[number].tolist()


@pytest.mark.parametrize(
    "chosen",
    [
        Selection(),
        Selection(outlets=("Tidewater Dispatch",)),
        Selection(query="strike"),
        Selection(query="summer schedules"),
        Selection(first_day=pd.Timestamp("2026-04-22").date()),
    ],
)
def test_by_story_a_selection_has_each_of_its_stories_once(sample, chosen):
    articles = articles_of(sample)
    every = select(sample, articles, chosen)
    by_story = select(sample, articles, Selection(**{**vars_of(chosen), "by_story": True}))

    assert by_story["story_id"].tolist() == list(dict.fromkeys(by_story["story_id"]))
    assert set(by_story["story_id"]) == set(every["story_id"])
    assert set(by_story.index) <= set(every.index)


def vars_of(chosen):
    return {name: getattr(chosen, name) for name in ("query", "outlets", "topics", "first_day", "last_day")}

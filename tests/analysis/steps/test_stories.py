from datetime import UTC, datetime

import pytest

from analysis.steps.stories import STEP, STORIES
from tests.analysis.making import article, bodies, collection_of, run

EARLY, LATE = datetime(2016, 5, 1, tzinfo=UTC), datetime(2016, 5, 2, tzinfo=UTC)


def stories_of(folder, articles):
    return run(STEP, *collection_of(articles, folder))[STORIES].to_pylist()


def story_ids(folder, texts):
    return [row["story_id"] for row in stories_of(folder, bodies(texts))]


@pytest.mark.parametrize(
    ("texts", "stories"),
    [
        (["Rain fell.", "Rain fell.", "Snow fell."], [0, 0, 1]),
        (["Rain  fell.", "Rain\n\nfell!", "Rain fell. Snow."], [0, 0, 1]),
        (["Rain fell.", "Fell rain."], [0, 1]),
        (["Rain fell.", "rain fell."], [0, 0]),
        (["", "", "..."], [0, 1, 2]),
        (["Snow.", "Rain.", "Snow."], [0, 1, 0]),
        ([], []),
    ],
)
def test_articles_with_the_same_words_in_the_same_order_are_one_story(tmp_path, texts, stories):
    assert story_ids(tmp_path, texts) == stories


def test_headlines_do_not_part_copies(tmp_path):
    articles = [article("Rain fell.", name, headline=name) for name in "ab"]

    assert [row["story_id"] for row in stories_of(tmp_path, articles)] == [0, 0]


@pytest.mark.parametrize(
    ("dates", "original"),
    [
        ((LATE, EARLY, None), "b"),
        ((None, None, LATE), "c"),
        ((None, None, None), "a"),
        ((LATE, LATE, LATE), "a"),
    ],
)
def test_the_original_is_the_earliest_dated_else_the_first(tmp_path, dates, original):
    articles = [article("Rain fell.", name, published_at=day) for name, day in zip("abc", dates, strict=True)]
    rows = stories_of(tmp_path, articles)

    assert [row["article_id"] for row in rows if row["is_original"]] == [original]


def test_every_story_has_one_original_and_stories_are_numbered_from_zero(tmp_path):
    rows = stories_of(tmp_path, bodies(["Rain.", "Snow.", "Rain.", "Sun.", "Snow.", "Rain."]))
    originals = [row["story_id"] for row in rows if row["is_original"]]

    assert originals == [0, 1, 2]
    assert {row["similarity"] for row in rows} == {1.0}


def test_a_shortened_copy_is_told_by_its_containment(tmp_path):
    words = [f"word{n}" for n in range(120)]
    long, short = " ".join(words) + ".", " ".join(words[:60]) + "."
    [first, second] = stories_of(tmp_path, bodies([short, long]))

    assert (first["story_id"], second["story_id"]) == (0, 0)
    assert (first["is_original"], second["is_original"]) == (False, True)
    assert first["containment"] == 1
    assert first["similarity"] == pytest.approx(58 / 118)


def test_the_similarity_is_that_to_the_original(tmp_path):
    words = [f"word{n}" for n in range(100)]
    corrected = [*words[:50], "corrected", *words[51:]]
    articles = [
        article(" ".join(corrected), "a", published_at=LATE),
        article(" ".join(words), "b", published_at=EARLY),
        article(" ".join(words), "c", published_at=LATE),
    ]
    rows = {row["article_id"]: row for row in stories_of(tmp_path, articles)}

    assert rows["b"]["is_original"]
    assert rows["a"]["similarity"] == pytest.approx(95 / 101)
    assert rows["b"]["similarity"] == rows["c"]["similarity"] == 1

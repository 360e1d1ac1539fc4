import pytest

from benchmarks.stories import WAYS, collection_of, held, pairs_of, quality_rows, speed_row, time_ways

WORDS = [f"w{n}" for n in range(400)]
TEXTS = [" ".join(WORDS[:80]), " ".join(WORDS[100:180]), " ".join([*WORDS[:79], "other"])]
GOLD = {(0, 2)}


@pytest.fixture(scope="module")
def collection():
    return collection_of([{"title": f"Title {n}", "text": text} for n, text in enumerate(TEXTS)])


@pytest.mark.parametrize("way", WAYS)
def test_both_ways_find_the_copy(way, collection):
    assert pairs_of(WAYS[way](collection)) == GOLD


def test_quality_counts_pairs(collection):
    assert [row[1:] for row in quality_rows(collection, {(0, 1), (0, 2)})] == [("1", "1", "0")] * 2


def test_a_copy_holds_more_of_its_text_than_another_article(collection):
    copies, others = held(collection, GOLD)

    assert copies == [pytest.approx(77 / 78)]
    assert others == [0, 0]


def test_every_way_is_timed_as_often_as_asked(collection):
    timed = time_ways(collection, 2)

    assert {name: (one.n_articles, len(one.seconds), one.n_stories) for name, one in timed.items()} == dict.fromkeys(
        WAYS, (3, 2, 2)
    )
    assert speed_row("x", timed["Broadsheet"])[0] == "x, 3"

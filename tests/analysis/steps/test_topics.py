from collections import Counter

import pytest

from analysis.errors import SettingsError
from analysis.steps import keywords, stories
from analysis.steps.topics import ARTICLE_TOPICS, TOPIC_TERMS, TOPICS, Topics
from tests.analysis.making import bodies, collection_of, news, run

TEXTS = [str(row["text"]) for row in news(45)]
DISTINCT = list(dict.fromkeys(TEXTS))


def topics_of(folder, texts, number=0) -> tuple[list, list, list]:
    folder.mkdir(exist_ok=True)
    collection, draft = collection_of(bodies(texts), folder)
    for step in (stories.STEP, keywords.STEP):
        run(step, collection, draft)
    found = run(Topics(number), collection, draft)
    draft.close()
    return tuple(found[table].to_pylist() for table in (TOPICS, TOPIC_TERMS, ARTICLE_TOPICS))


@pytest.fixture(scope="module")
def five(tmp_path_factory):
    return topics_of(tmp_path_factory.mktemp("five"), TEXTS, 5)


@pytest.mark.parametrize("texts", [DISTINCT[:n] for n in range(1, 5)] + [DISTINCT[:4] * 3], ids=len)
def test_fewer_than_five_stories_have_no_topics(tmp_path, texts):
    topics, terms, articles = topics_of(tmp_path, texts)

    assert (topics, terms) == ([], [])
    assert [(row["topic_id"], row["x"]) for row in articles] == [(None, None)] * len(texts)


@pytest.mark.parametrize("number", [1, 2, 3, 7, 12])
def test_as_many_topics_come_out_as_were_asked_for(tmp_path, number):
    topics, _, articles = topics_of(tmp_path, TEXTS, number)

    assert [row["topic_id"] for row in topics] == list(range(number))
    assert {row["topic_id"] for row in articles} - {None} == set(range(number))


def test_more_topics_than_stories_cannot_be_had(tmp_path):
    assert len(topics_of(tmp_path, DISTINCT[:6], 50)[0]) <= 6


def test_the_subjects_of_the_made_news_are_found(five):
    subjects = {}
    for number, row in enumerate(five[2]):
        subjects.setdefault(TEXTS[number], row["topic_id"])
    of_subject = [{subjects[text] for n, text in enumerate(TEXTS) if n % 5 == subject} for subject in range(5)]

    assert sum(map(len, of_subject)) <= 10
    assert set().union(*of_subject) == set(range(5))


def test_the_program_chooses_a_number_between_two_and_twenty(tmp_path):
    assert 2 <= len(topics_of(tmp_path, TEXTS)[0]) <= 20


def test_topics_are_counted_by_their_articles_largest_first(five):
    topics, _, articles = five
    counted = Counter(row["topic_id"] for row in articles if row["topic_id"] is not None)

    assert [row["n_articles"] for row in topics] == [counted[row["topic_id"]] for row in topics]
    assert [row["n_articles"] for row in topics] == sorted((row["n_articles"] for row in topics), reverse=True)


def test_a_topic_has_ten_single_words_ranked_from_one_by_weight(five):
    for topic in five[0]:
        terms = [row for row in five[1] if row["topic_id"] == topic["topic_id"]]

        assert sum(" " not in row["term"] for row in terms) >= 10
        assert [row["rank"] for row in terms] == list(range(1, len(terms) + 1))
        assert [row["weight"] for row in terms] == sorted((row["weight"] for row in terms), reverse=True)
        assert min(row["weight"] for row in terms) >= 0


def test_a_topic_is_named_by_up_to_three_of_its_terms(five):
    topics, terms, _ = five
    for topic in topics:
        own = {row["term"] for row in terms if row["topic_id"] == topic["topic_id"]}
        named = topic["label"].casefold().split(", ")

        assert 1 <= len(named) <= 3
        assert set(named) <= own


def test_copies_share_a_topic(five):
    topic_of = {}
    for text, row in zip(TEXTS, five[2], strict=True):
        assert topic_of.setdefault(text, row["topic_id"]) == row["topic_id"]


def test_copies_do_not_move_the_topics(tmp_path):
    copied = [*DISTINCT, *DISTINCT[:3] * 4]

    assert groups(tmp_path / "a", DISTINCT) == groups(tmp_path / "b", copied)


def groups(folder, texts):
    topic_of = {text: row["topic_id"] for text, row in zip(texts, topics_of(folder, texts, 4)[2], strict=True)}
    return {frozenset(text for text in topic_of if topic_of[text] == topic) for topic in range(4)}


def test_articles_without_a_usable_word_have_no_topic(tmp_path):
    _, _, articles = topics_of(tmp_path, [*TEXTS, "", "Zyzzyva quokka."], 3)

    assert [(row["topic_id"], row["agreement"], row["x"]) for row in articles[-2:]] == [(None, None, None)] * 2


def test_articles_with_a_topic_have_the_agreement_of_half_of_the_trials_and_some_others_less(five):
    _, _, articles = five
    agreed = [row["agreement"] for row in articles if row["topic_id"] is not None]
    # The best of a topic belongs to it, whatever the trials say.
    n_below = sum(share < 0.5 for share in agreed)

    assert n_below <= 5
    assert all(0 <= row["agreement"] <= 1 for row in articles)


def test_the_map_fills_its_square_and_copies_stand_together(five):
    places = {text: (row["x"], row["y"]) for text, row in zip(TEXTS, five[2], strict=True)}
    xs, ys = zip(*places.values(), strict=True)

    assert (min(xs), max(xs), min(ys), max(ys)) == pytest.approx((-1, 1, -1, 1), abs=0.1)


def test_the_same_articles_give_the_same_topics(tmp_path, five):
    assert topics_of(tmp_path, TEXTS, 5) == five


def test_a_negative_number_is_refused():
    with pytest.raises(SettingsError, match=r"topics.number must be 0 .* or more, not -1"):
        Topics(-1)

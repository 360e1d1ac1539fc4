import numpy as np
import pytest
from scipy.sparse import csr_matrix

from analysis.curation.remaking import material_of
from analysis.steps.topics import TOPICS
from benchmarks.topics import (
    Found,
    Labelled,
    broadsheet,
    built,
    coverage,
    found_again,
    measure,
    npmi,
    own_groups,
    plain_k_means,
    plain_nmf,
    words_of,
)
from tests.analysis.making import news


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("flood river", 1.0),  # one window, always together
        ("flood " + "a " * 12 + "river", -1.0),  # never together
    ],
)
def test_words_are_coherent_where_they_meet_within_ten_words(text, value):
    assert npmi([["flood", "river"]], [text.split()]) == pytest.approx(value)


def test_a_topic_covers_the_texts_that_hold_three_of_its_words():
    found = Found([["a", "b", "c", "d"], ["e", "f", "g"]], np.array([0, 0, 1, -1]))

    assert coverage(found, [["a", "b", "c"], ["a", "b", "a"], ["e", "f", "g"], ["x"]]) == pytest.approx(0.75)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    rows = [row for n, row in enumerate(news(60)) if n % 9 != 1]
    labelled = Labelled("made", tuple(row["text"] for row in rows), tuple(str(int(row["id"][1:]) % 5) for row in rows))
    return labelled, built(labelled, 5, tmp_path_factory.mktemp("made"))


def test_the_bundle_has_the_topics_that_were_asked_for(made):
    assert len(made[1].frame(TOPICS)) == 5


def test_plain_nmf_finds_ten_words_a_topic_and_a_topic_for_each_text(made):
    labelled, bundle = made
    found = plain_nmf(*words_of(bundle), 5)

    assert [len(words) for words in found.words] == [10] * 5
    assert len(found.topics) == len(labelled.texts)


def test_plain_k_means_finds_groups_of_many_articles():
    random = np.random.default_rng(0)
    counts = csr_matrix(random.integers(0, 2, (150, 120)) * np.repeat(np.eye(2), [60, 60], axis=1)[np.arange(150) % 2])
    found = plain_k_means([f"w{n}" for n in range(120)], counts, 2)

    assert len(set(found.topics[::2])) == len(set(found.topics[1::2])) == 1
    assert set(map(len, found.words)) == {10}


def test_clear_subjects_are_found(made):
    labelled, bundle = made
    figures = measure(broadsheet(bundle), labelled)

    assert figures.nmi > 0.95
    assert figures.coverage == 1
    assert figures.none < 0.05


def test_articles_without_a_topic_in_either_count_only_as_a_group_of_their_own():
    groups = np.array([0, 1] * 20)

    def grouping(rows):
        return np.where((rows < 8) & (len(rows) < 40), -1, groups[rows])

    again = found_again(np.arange(40), grouping)

    assert again.placed == 1
    assert again.every < 0.9


def test_clear_subjects_are_found_again(made):
    _, bundle = made
    material = material_of(bundle)
    again = found_again(material.stories, lambda rows: own_groups(material, rows, 5))

    assert min(again) > 0.9

"""The topics of the sample after any edits: every article in one of them or none, and all can be taken back."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.curation import Curation, FreshRemaker, Hide, Merge, Rename, Split, curate
from analysis.curation.colours import N_COLOURS
from analysis.curation.rules import keys_of
from analysis.pipeline import build
from analysis.settings import Settings
from analysis.steps.topics import ARTICLE_TOPICS, TOPIC_EXAMPLES, TOPICS, Topics
from analysis.topic_labels import outline
from analysis.topic_words import WORDS_A_TOPIC
from tests.analysis.curation.making import after, edited, remembering
from tests.analysis.making import news

edits = st.tuples(st.sampled_from(["rename", "merge", "split", "hide"]), st.integers(0, 30), st.integers(0, 30))
some_edits = st.lists(edits, max_size=5)


@pytest.fixture(scope="module")
def plain(sample):
    return curate(sample, Curation())


def test_without_a_rule_the_topics_are_those_of_the_tables(sample, plain):
    topics = sample.frame(TOPICS)
    same = list(topics.columns)

    pd.testing.assert_frame_equal(plain.topics[same], topics, check_dtype=False)
    assert plain.topics["key"].tolist() == topics["topic_id"].tolist()
    assert plain.topics["colour"].tolist() == [n if n < N_COLOURS else -1 for n in range(len(topics))]
    stored = sample.frame(ARTICLE_TOPICS)["topic_id"].fillna(-1)
    assert plain.article_topics.tolist() == stored.tolist()


@given(some_edits)
@settings(max_examples=20)
def test_after_any_edits_every_article_is_in_one_topic_or_none(sample, some):
    curated = after(sample, some)
    sizes = pd.Series(curated.article_topics).value_counts()
    topics = curated.topics

    assert sizes.drop(-1, errors="ignore").to_dict() == topics.set_index("topic_id")["n_articles"].to_dict()
    assert topics["topic_id"].is_unique
    assert topics["key"].is_unique
    assert topics["label"].is_unique
    assert (topics["label"].str.len() > 0).all()
    assert topics["n_articles"].is_monotonic_decreasing
    coloured = topics.loc[topics["colour"] >= 0, "colour"]
    assert coloured.is_unique
    assert len(coloured) == min(N_COLOURS, len(curated.visible))
    assert not topics.loc[topics["is_hidden"], "colour"].ge(0).any()


@given(some_edits, edits)
@settings(max_examples=20)
def test_an_edit_that_is_taken_back_leaves_everything_as_it_was(sample, some, one):
    before = after(sample, some)
    there = curate(sample, edited(before, one), remembering(sample))
    back = (
        curate(sample, there.curation.without(len(there.curation.rules) - 1), remembering(sample))
        if there.said != before.said
        else there
    )

    assert back.curation == before.curation
    assert back.said == before.said
    pd.testing.assert_frame_equal(back.topics, before.topics)
    pd.testing.assert_frame_equal(back.terms, before.terms)
    assert np.array_equal(back.article_topics, before.article_topics)


@given(some_edits)
@settings(max_examples=10)
def test_curating_again_changes_nothing(sample, some):
    once = after(sample, some)
    again = curate(sample, once.curation, remembering(sample))

    assert again.curation == once.curation
    pd.testing.assert_frame_equal(again.topics, once.topics)


@given(some_edits)
@settings(max_examples=10)
def test_every_id_of_the_tables_stands_for_topics_that_hold_its_articles(sample, some):
    curated = after(sample, some)
    live = set(curated.topics["topic_id"])
    stored = sample.frame(ARTICLE_TOPICS)["topic_id"].fillna(-1).to_numpy(int)

    for topic_id in range(sample.counts["topics"]):
        heirs = curated.live([topic_id])
        assert set(heirs) <= live
        assert curated.names[topic_id]
        assert np.isin(curated.article_topics[stored == topic_id], heirs).all()


def test_a_new_name_changes_the_name_alone(sample, plain):
    curated = curate(sample, plain.curation.with_rule(Rename(0, "Floods")))

    assert curated.topics["label"][0] == "Floods"
    assert curated.topics["words"][0] == plain.topics["label"][0]
    assert curated.topics.drop(columns="label").equals(plain.topics.drop(columns="label"))
    assert curated.said[0].text == f"“{plain.topics['label'][0]}” is called “Floods”"


def test_a_name_that_is_taken_gets_a_number(sample, plain):
    curation = plain.curation.with_rule(Rename(0, "Floods")).with_rule(Rename(1, "floods"))

    assert curate(sample, curation).topics["label"].tolist()[:2] == ["Floods", "floods (2)"]


def test_a_merged_topic_answers_under_the_one_that_it_went_into(sample, plain):
    curated = curate(sample, plain.curation.with_rule(Merge(2, 0)).with_rule(Merge(0, 1)))
    sizes = plain.topics["n_articles"]

    assert curated.live([2, 0, 1, 3]) == (1, 3)
    row = curated.topics.set_index("topic_id").loc[1]
    assert row["n_articles"] == sizes[0] + sizes[1] + sizes[2]
    assert row["label"] == plain.topics["label"][1]
    assert row["colour"] == 1
    assert pd.isna(row["stability"])
    examples = sample.frame(TOPIC_EXAMPLES)
    of_three = examples.loc[examples["topic_id"] <= 2, "article_id"]
    assert curated.examples.loc[curated.examples["topic_id"] == 1, "article_id"].tolist()[:3] == [
        examples.loc[(examples["topic_id"] == topic) & (examples["rank"] == rank), "article_id"].item()
        for topic, rank in ((1, 1), (0, 1), (1, 2))
    ]
    assert set(curated.examples.loc[curated.examples["topic_id"] == 1, "article_id"]) == set(of_three)


@pytest.mark.parametrize("number", range(8))
def test_a_topic_that_is_described_again_has_the_words_and_the_name_of_the_tables(sample, plain, number):
    found = FreshRemaker(sample).describe(plain.article_topics, [number])[0]
    stored = plain.terms[plain.terms["topic_id"] == number]

    assert found.terms["term"].tolist() == stored["term"].tolist()
    assert found.terms["article_share"].to_numpy() == pytest.approx(stored["article_share"].to_numpy())
    assert found.name == plain.topics["label"][number]
    assert found.coherence == pytest.approx(plain.topics["coherence"][number], abs=1e-6)


@pytest.mark.parametrize("rules", [(Merge(3, 0),), (Split(0, (90, 91)),), (Split(0, (90, 91, 92)), Merge(91, 1))])
def test_topics_that_rules_made_have_ten_words_their_shares_and_examples(rules, sample, plain):
    curated = curate(sample, replace(plain.curation, rules=rules))
    new = curated.topics[curated.topics["stability"].isna()]

    assert len(new) == len(rules) + isinstance(rules[0], Split)
    for topic in new.itertuples():
        terms = curated.terms[curated.terms["topic_id"] == topic.topic_id]
        own = curated.article_topics == topic.topic_id
        assert (~terms["term"].str.contains(" ")).sum() == WORDS_A_TOPIC
        assert terms["rank"].tolist() == list(range(1, len(terms) + 1))
        assert terms["weight"].is_monotonic_decreasing
        assert terms["article_share"].between(0, 1).all()
        assert list(outline(terms))
        assert -1 <= topic.coherence <= 1
        assert topic.words
        ids = np.array(sample.frame(ARTICLE_TOPICS, ["article_id"])["article_id"])[own]
        examples = curated.examples[curated.examples["topic_id"] == topic.topic_id]
        assert 1 <= len(examples) <= own.sum()
        assert set(examples["article_id"]) <= set(ids)


def test_a_split_topic_stands_for_its_parts(sample, plain):
    curated = curate(sample, plain.curation.with_rule(Split(0, plain.curation.new_keys(2))))
    heirs = curated.live([0])
    parts = curated.topics.set_index("topic_id").loc[list(heirs)]

    assert len(heirs) == 2
    assert min(heirs) >= len(plain.topics)
    assert parts["n_articles"].sum() == plain.topics["n_articles"][0]
    assert parts["n_articles"].tolist() == sorted(parts["n_articles"], reverse=True)
    assert plain.topics["colour"][0] == parts["colour"].iloc[0]
    assert curated.names[0] == " or ".join(parts["label"])
    assert all(len(curated.terms[curated.terms["topic_id"] == heir]) >= 5 for heir in heirs)


def test_hidden_topics_keep_their_articles_and_leave_their_colour_to_others(sample, tmp_path):
    nine = replace(Settings(), topics=Topics(N_COLOURS + 1))
    bundle = build([sample.folder], tmp_path / "nine", nine, n_workers=1)
    plain = curate(bundle, Curation())
    curated = curate(bundle, plain.curation.with_rule(Hide(0)))

    assert curated.hidden["topic_id"].tolist() == [0]
    assert 0 not in curated.visible["topic_id"].tolist()
    assert np.array_equal(curated.article_topics, plain.article_topics)
    assert len(plain.topics) == N_COLOURS + 1
    assert curated.colours == {**{n: n for n in range(1, N_COLOURS)}, N_COLOURS: 0}


def test_rules_without_a_topic_are_kept_and_said_not_to_apply(sample, plain):
    lost = (Rename(77, "x"), Merge(77, 0), Merge(0, 77), Split(77, (78, 79)), Hide(77), Rename(78, "y"))
    curated = curate(sample, Curation(plain.curation.fingerprint, lost, plain.curation.topics))

    assert curated.curation.rules == lost
    assert [one.problem for one in curated.said] == ["no topic resembles it now"] * len(lost)
    assert curated.topics.equals(plain.topics)


def test_a_topic_that_was_merged_cannot_be_changed_any_more(sample, plain):
    curation = plain.curation.with_rule(Merge(2, 0)).with_rule(Rename(2, "x"))

    assert curate(sample, curation).said[1].problem == "it was merged or split before"


def test_a_topic_of_copies_cannot_be_split(build_rows):
    rain = [{"id": f"{n}", "text": "The gale and the hail and the sleet rose in the storm."} for n in range(9)]
    other = {"text": "Late storm: a gale with sleet over the hail."}
    bundle = build_rows([*rain, other, *news(40)], replace(Settings(), topics=Topics(6)))
    plain = curate(bundle, Curation())
    key = int(plain.topics.set_index("topic_id")["key"][plain.article_topics[0]])
    curated = curate(bundle, plain.curation.with_rule(Split(key, plain.curation.new_keys(2))))

    assert curated.said[0].problem == "its articles are too few, or too much alike"
    assert curated.topics.equals(plain.topics)


@pytest.mark.parametrize("number", [2, 3, 5])
def test_parts_are_the_articles_of_the_whole_each_once(sample, number):
    rows = np.arange(0, 60, 2)
    parts = FreshRemaker(sample).divide(rows, number)

    assert 2 <= len(parts) <= number
    assert sorted(row for part in parts for row in part.rows) == rows.tolist()
    assert all(len(part.rows) and set(part.examples) <= set(part.rows) for part in parts)
    again = FreshRemaker(sample).divide(rows, number)
    assert [part.rows.tolist() for part in parts] == [part.rows.tolist() for part in again]


def test_a_collection_without_topics_can_be_curated(build_rows):
    bundle = build_rows([{"text": "Rain."}, {"text": "Sun."}])
    curated = curate(bundle, Curation(rules=(Hide(0),)))

    assert len(curated.topics) == len(curated.terms) == 0
    assert curated.article_topics.tolist() == [-1, -1]
    assert curated.said[0].problem
    assert list(keys_of(curated.curation.rules[0])) == [0]

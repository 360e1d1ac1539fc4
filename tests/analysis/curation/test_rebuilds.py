"""Edits over real rebuilds: with more articles, with another number of topics, and by another version."""

import json
import shutil
from dataclasses import replace

import pytest

from analysis.bundle import CURATION, open_bundle
from analysis.curation import Curation, Hide, Merge, Rename, Split, curate, edit_curation, read_curation
from analysis.pipeline import build
from analysis.settings import Settings
from analysis.steps.topics import ARTICLE_TOPICS, Topics
from tests.analysis.making import news, write_rows
from tests.conftest import SEEDS

FIVE = replace(Settings(), topics=Topics(number=5))


@pytest.fixture
def made(tmp_path):
    """A collection of made articles on five subjects, a topic each."""
    return build([write_rows(tmp_path / "rows.jsonl", news(100))], tmp_path / "bundle", FIVE, n_workers=1)


def subjects(bundle, curated):
    """What each topic is about: the subject of most of its articles, which their numbers tell."""
    ids = bundle.frame(ARTICLE_TOPICS)["article_id"].str[1:].astype(int) % 5
    return {topic: int(found.mode()[0]) for topic, found in ids.groupby(curated.article_topics) if topic >= 0}


def with_more(made, tmp_path, chosen):
    """The collection with many more articles on the `chosen` subjects, and what its topics are now."""
    more = [dict(row, id=f"m{n}") for n, row in enumerate(news(400, seed=1)) if n % 5 in chosen]
    bundle = build([made.folder, write_rows(tmp_path / "m.jsonl", more)], made.folder, FIVE, n_workers=1)
    return bundle, curate(bundle, read_curation(made.folder))


def test_edits_hold_when_articles_come_and_the_topics_change_their_numbers(made, tmp_path):
    edit_curation(made, lambda c: c.with_rule(Rename(0, "First")).with_rule(Hide(3)).with_rule(Merge(4, 2)))
    before = curate(made, read_curation(made.folder))
    about = subjects(made, before)
    rebuilt, now = with_more(made, tmp_path, set(range(5)) - {about[0]})
    about_now = subjects(rebuilt, now)

    assert [said.problem for said in now.said] == ["", "", ""]
    named = now.topics[now.topics["label"] == "First"].iloc[0]
    assert about_now[named["topic_id"]] == about[0]
    assert named["topic_id"] != 0
    assert named["colour"] == before.colours[0]
    assert about_now[now.hidden["topic_id"].item()] == about[3]
    assert len(now.visible) == 3
    assert [change.kind for change in now.curation.changes] == ["same"] * 5


def test_colours_hold_though_nothing_was_edited(made, tmp_path):
    plain = curate(made, Curation())
    about = subjects(made, plain)
    rebuilt, now = with_more(made, tmp_path, {about[3], about[4]})
    about_now = subjects(rebuilt, now)

    colour_of = {about[topic]: colour for topic, colour in plain.colours.items()}
    assert {about_now[topic]: colour for topic, colour in now.colours.items()} == colour_of
    assert list(now.topics["key"]) != sorted(now.topics["key"])


def test_the_names_of_parts_hold(made, tmp_path):
    # Two subjects in one topic are what can be told apart.
    edit_curation(made, lambda c: c.with_rule(Merge(1, 0)))
    edit_curation(made, lambda c: c.with_rule(Split(0, c.new_keys(2))))
    first, second = curate(made, read_curation(made.folder)).curation.rules[1].parts
    edit_curation(made, lambda c: c.with_rule(Rename(first, "Part one")).with_rule(Rename(second, "Part two")))
    before = curate(made, read_curation(made.folder))
    build([made.folder, write_rows(tmp_path / "m.jsonl", news(3, seed=5))], made.folder, FIVE, n_workers=1)
    now = curate(open_bundle(made.folder), read_curation(made.folder))

    # The ids of the new articles come first.
    for name in ("Part one", "Part two"):
        old, new = (c.topics[c.topics["label"] == name]["topic_id"].item() for c in (before, now))
        shared = (before.article_topics == old) & (now.article_topics[-len(before.article_topics) :] == new)
        assert shared.sum() > 0.5 * (before.article_topics == old).sum()


def test_a_rule_waits_for_its_topic_to_come_back(made, tmp_path):
    topic = curate(made, Curation())
    edit_curation(made, lambda c: c.with_rule(Rename(2, "Waiting")))
    held = [row for n, row in enumerate(news(100)) if topic.article_topics[n] != 2]
    four = replace(Settings(), topics=Topics(number=4))
    without = build([write_rows(tmp_path / "few.jsonl", held)], made.folder, four, n_workers=1)
    gone = curate(without, read_curation(made.folder))

    assert [said.problem for said in gone.said] == ["no topic resembles it now"]
    assert "Waiting" in [name for change in gone.curation.changes if change.kind == "died" for name, _ in change.before]

    back = build([tmp_path / "rows.jsonl"], made.folder, FIVE, n_workers=1)
    there = curate(back, read_curation(made.folder))

    assert [said.problem for said in there.said] == [""]
    assert there.topics.loc[there.topics["label"] == "Waiting", "topic_id"].item() == 2


@pytest.mark.parametrize("number", [4, 7, 12])
def test_another_number_of_topics_loses_no_rule_and_tells_of_every_topic(sample, tmp_path, number):
    folder = shutil.copytree(sample.folder, tmp_path / "bundle")
    bundle = open_bundle(folder)
    edit_curation(bundle, lambda c: c.with_rule(Rename(0, "Zero")).with_rule(Rename(5, "Five")))
    settings = replace(Settings(), topics=Topics(number=number))
    now = curate(build([SEEDS], folder, settings, n_workers=1), read_curation(folder))
    told = now.curation.changes
    before = [name for change in told for name, _ in change.before]

    assert now.curation.rules == (Rename(0, "Zero"), Rename(5, "Five"))
    assert set(now.ids(key for change in told for key in change.after)) == set(range(number))
    assert len(set(before)) == sample.counts["topics"]
    assert {"Zero", "Five"} <= set(before)


def test_a_bundle_of_another_version_loses_no_edit(made):
    edit_curation(made, lambda c: c.with_rule(Rename(0, "Zero")))
    manifest = made.folder / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 0, "fingerprint": "old"}))
    kept = json.loads((made.folder / CURATION).read_text())
    (made.folder / CURATION).write_text(json.dumps({**kept, "fingerprint": "old"}))
    rebuilt = build([made.folder.parent / "rows.jsonl"], made.folder, FIVE, n_workers=1)

    assert curate(rebuilt, read_curation(made.folder)).topics["label"][0] == "Zero"


def test_a_damaged_curation_stays_as_it_is(made):
    (made.folder / CURATION).write_text("damaged")
    build([made.folder], made.folder, n_workers=1)

    assert (made.folder / CURATION).read_text() == "damaged"


def test_a_build_that_changes_nothing_leaves_no_curation(made):
    build([made.folder], made.folder, FIVE, n_workers=1)

    assert not (made.folder / CURATION).exists()

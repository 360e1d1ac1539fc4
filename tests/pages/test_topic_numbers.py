"""Why there are as many topics as there are, and how a reader gets another number."""

import json
import shutil
from dataclasses import replace

import pytest

from analysis.bundle import open_bundle
from analysis.curation import Rename, read_curation
from analysis.pipeline import build
from analysis.settings import Settings
from analysis.steps.topics import TOPIC_NUMBERS, Topics
from figures import words
from figures.topic_numbers import reason
from tests.pages.elements import markdown, warnings, with_table
from tests.pages.test_topic_edits import names, widget


@pytest.mark.parametrize(
    ("n_topics", "best", "is_asked", "said"),
    [
        (8, 8, False, "8 topics: of the numbers that were compared they are the most stable and coherent"),
        (12, 8, True, "12 topics, as was asked for; the program would have chosen 8."),
        (8, 8, True, "8 topics, as was asked for; the program would have chosen the same number."),
        (1, None, False, "1 topic: no other number was compared."),
    ],
)
def test_the_number_has_its_reason(n_topics, best, is_asked, said):
    assert reason(n_topics, best, is_asked=is_asked).startswith(said)


def test_the_number_is_that_before_the_readers_changes():
    assert reason(8, 8, is_asked=False, is_edited=True).startswith("8 topics before your changes: of the numbers")


def charts_titled(page, title):
    specs = [json.loads(chart.proto.spec) for chart in page.get("vega_lite_chart")]
    return [spec for spec in specs if spec["description"].startswith(title)]


def test_the_chart_says_why_and_of_how_many_and_marks_what_is_shown(sample, open_page):
    page = open_page("pages/topics.py", sample.folder)
    numbers = sample.frame(TOPIC_NUMBERS)
    [spec] = charts_titled(page, "How many topics?")

    assert f"{sample.counts['topics']} topics: of the numbers" in spec["description"]
    assert f"n = {sample.counts['stories']} stories, copies aside" in spec["description"]
    [table] = [frame.value for frame in with_table(page, "numbers").dataframe]
    assert table["topics"].tolist() == numbers["n_topics"].tolist()
    assert table["shown"].sum() == 1
    assert warnings(page) == []


def test_a_number_that_was_asked_for_can_be_left_to_the_program_again(sample, tmp_path, open_page):
    bundle = build([sample.folder], tmp_path / "three", replace(Settings(), topics=Topics(3)), n_workers=1)
    page = open_page("pages/topics.py", bundle.folder)
    best = int(sample.counts["topics"])

    assert f"would have chosen {best}" in charts_titled(page, "How many topics?")[0]["description"]
    assert widget(page, "button", "free_topics")
    assert not [button for button in open_page("pages/topics.py", sample.folder).button if button.key == "free_topics"]


def test_few_articles_have_no_number_to_choose(bundle_of, open_page):
    page = open_page("pages/topics.py", bundle_of("two articles").folder)

    assert charts_titled(page, "How many topics?") == []
    assert not page.number_input


def test_another_number_makes_a_version_of_the_visitors_own_with_their_changes(sample, tmp_path, open_page):
    folder = shutil.copytree(sample.folder, tmp_path / "workspace" / "sample")
    page = open_page("pages/topics.py", None)
    widget(page, "text_input", "rename_0").input("Mine & yours").run()
    widget(page, "number_input", "n_topics").set_value(7).run()
    assert words.plain("in a version of your own") in words.plain(markdown(page))
    page = widget(page, "button", "find_topics").click().run()
    if not page.query_params.get("collection"):
        page = page.run()

    [made] = (tmp_path / "workspace" / "uploads").iterdir()
    own = open_bundle(made / "bundle")
    assert own.counts["topics"] == 7
    assert read_curation(own.folder).rules == (Rename(0, "Mine & yours"),)
    assert warnings(page) == []
    assert f"**{words.plain('Mine & yours')}**" in names(page)
    assert not (folder / "curation.json").exists()

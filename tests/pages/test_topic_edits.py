"""A reader renames, merges, splits and hides topics, and takes it back."""

import json
import shutil
from dataclasses import replace

import pytest

from analysis.bundle import CURATION
from analysis.curation import Hide, Merge, Rename, Split, curate, edit_curation, read_curation
from analysis.pipeline import build
from analysis.settings import Settings
from analysis.steps.topics import Topics
from figures import words
from tests.conftest import SEEDS
from tests.pages.elements import html, markdown, warnings
from tests.pages.making import SNIPPETS
from tests.pages.test_pages import assert_is_text


@pytest.fixture
def bundle(sample, tmp_path):
    """A bundle of the reader's own."""
    return replace(sample, folder=shutil.copytree(sample.folder, tmp_path / "own"))


def widget(page, kind, start):
    """The first widget of a kind whose key starts so."""
    return next(found for found in getattr(page, kind) if (found.key or "").startswith(start))


def rules(bundle):
    return read_curation(bundle.folder).rules


def names(page):
    """The names on the cards, as they are shown."""
    return [card.value for card in page.markdown if card.value.startswith("**")]


def test_each_edit_is_kept_beside_the_tables_and_can_be_taken_back(bundle, open_page):
    page = open_page("pages/topics.py", bundle.folder)
    first = names(page)[0]
    widget(page, "text_input", "rename_0").input("Floods & rain").run()
    assert names(page)[1] == f"**{words.plain('Floods & rain')}**"
    assert words.plain("By its own words") in markdown(page)
    widget(page, "selectbox", "merge_3").select(1).run()
    widget(page, "number_input", "parts_2").set_value(3)
    widget(page, "button", "split_2").click().run()
    widget(page, "button", "hide_4").click().run()

    assert warnings(page) == []
    assert rules(bundle)[:2] == (Rename(0, "Floods & rain"), Merge(3, 1))
    assert isinstance(rules(bundle)[2], Split)
    assert rules(bundle)[3] == Hide(4)
    assert words.plain("1 topic hidden") in markdown(page)
    assert len(page.get("vega_lite_chart")) == 4
    for number in (3, 2, 1, 0):
        widget(page, "button", "undo").click().run()
        assert len(rules(bundle)) == number
    assert names(page)[1] == first
    widget(page, "button", "redo").click().run()
    assert rules(bundle) == (Rename(0, "Floods & rain"),)
    assert warnings(page) == []


def test_any_edit_can_be_taken_back_and_all(bundle, open_page):
    edit_curation(bundle, lambda c: replace(c, rules=(Rename(0, "A"), Rename(1, "B"), Hide(2))))
    page = open_page("pages/topics.py", bundle.folder)
    widget(page, "button", "take_back_1").click().run()
    assert rules(bundle) == (Rename(0, "A"), Hide(2))
    widget(page, "button", "take_all_back").click().run()

    assert rules(bundle) == ()
    assert warnings(page) == []


def test_an_empty_name_changes_nothing_and_says_so(bundle, open_page):
    page = open_page("pages/topics.py", bundle.folder)
    widget(page, "text_input", "rename_0").input(" \u200b ").run()

    assert rules(bundle) == ()
    assert len(warnings(page)) == 1
    assert "A topic needs a name" in warnings(page)[0]


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_a_hostile_name_comes_out_as_text(snippet, bundle, open_page):
    edit_curation(bundle, lambda c: replace(c, rules=(Rename(0, snippet), Merge(1, 0), Hide(2), Rename(2, snippet))))
    for file in ("app.py", "pages/topics.py", "pages/sentiment.py", "pages/articles.py", "pages/keywords.py"):
        page = open_page(file, bundle.folder, topic="0", mark="topic:0", tab="apart", article="")

        assert warnings(page) == []
        assert_is_text(page)
        assert "<" not in snippet or snippet not in html(page)


@pytest.mark.parametrize(
    "params",
    [
        {"topic": "0"},
        {"topic": "0", "by": "rate"},
        {"tab": "apart", "group": "topic:0"},
        {"tab": "apart", "group": "topic:0", "against": "topic:1"},
        {"topic": "0", "term": "said", "panel": "lines", "order": "before"},
        {"topic": "0", "term": "said", "panel": "company"},
    ],
    ids=str,
)
def test_figures_of_a_topic_change_with_what_is_merged_into_it(params, bundle, tmp_path, open_page):
    def _shown(folder):
        page = open_page("pages/keywords.py", folder, **params)
        assert warnings(page) == []
        drawings = [drawing for chart in page.get("vega_lite_chart") for drawing in chart.proto.datasets]
        return html(page), [drawing.data.data for drawing in drawings]

    before = _shown(bundle.folder)
    edit_curation(bundle, lambda c: replace(c, rules=(Merge(2, 0),)))
    # Of a copy nothing is kept yet; its name is what pages say it is.
    anew = _shown(shutil.copytree(bundle.folder, tmp_path / "copy" / bundle.folder.name))

    assert anew != before
    assert _shown(bundle.folder) == anew


def test_the_sample_is_changed_for_the_session_alone(sample, tmp_path, monkeypatch, open_page):
    shutil.copytree(sample.folder, tmp_path / "workspace" / "sample")
    page = open_page("pages/topics.py", None)
    widget(page, "text_input", "rename_0").input("Mine").run()

    assert "**Mine**" in names(page)
    assert words.plain("kept for this session only") in markdown(page)
    assert not (tmp_path / "workspace" / "sample" / CURATION).exists()
    assert "**Mine**" not in names(open_page("pages/topics.py", None))


def test_a_folder_that_cannot_be_written_is_changed_for_the_session_alone(bundle, monkeypatch, open_page):
    monkeypatch.setattr("ui.curations.os.access", lambda *_: False)
    page = open_page("pages/topics.py", bundle.folder)
    widget(page, "button", "hide_0").click().run()

    assert words.plain("kept for this session only") in markdown(page)
    assert not (bundle.folder / CURATION).exists()


@pytest.mark.parametrize("content", ["damaged", json.dumps({"format": 9})])
def test_a_damaged_file_is_named_and_the_topics_are_shown(content, bundle, open_page):
    (bundle.folder / CURATION).write_text(content)
    page = open_page("pages/topics.py", bundle.folder)

    assert not page.exception
    assert "Nothing of it is lost" in page.warning[0].value
    assert len(names(page)) == bundle.counts["topics"]
    assert warnings(open_page("app.py", bundle.folder)) == []


def test_a_rule_of_a_topic_that_is_gone_is_said(bundle, open_page):
    edit_curation(bundle, lambda c: replace(c, rules=(Rename(77, "Gone"),)))
    page = open_page("pages/topics.py", bundle.folder)

    assert "1 not applied" in markdown(page)
    assert words.plain("(not applied: no topic resembles it now)") in markdown(page)


def test_all_topics_may_be_hidden(bundle, open_page):
    every = range(bundle.counts["topics"])
    edit_curation(bundle, lambda c: replace(c, rules=tuple(map(Hide, every))))
    for file in ("app.py", "pages/topics.py", "pages/sentiment.py", "pages/keywords.py", "pages/articles.py"):
        assert warnings(open_page(file, bundle.folder)) == []

    page = open_page("app.py", bundle.folder)
    assert "All topics of these articles are hidden" in page.info[0].value


def test_what_a_build_changed_is_told(bundle, open_page):
    edit_curation(bundle, lambda c: c.with_rule(Rename(0, "Zero")))
    settings = replace(Settings(), topics=Topics(number=5))
    rebuilt = build([SEEDS], bundle.folder, settings, n_workers=1)
    page = open_page("pages/topics.py", bundle.folder)
    told = curate(rebuilt, read_curation(bundle.folder)).curation.changes

    assert warnings(page) == []
    assert {change.kind for change in told} - {"same"}
    assert [box.label for box in page.expander if box.label.startswith("What changed since the last build")]
    shown = markdown(page)
    for change in told:
        for name, _ in change.before:
            assert words.plain(f"“{name}”") in shown

"""What stands behind a mark: in words, as a selection of its own, as a list to save."""

from datetime import date

import pytest

from analysis.curation import Curation, curate
from analysis.marks import Mark, behind, days_mark, tone_mark
from analysis.periods import by_period
from analysis.selection import Selection, articles_of, select
from analysis.summaries import outlets_of, terms_of, topics_of
from figures.mark_words import describe
from figures.reading import Reading
from ui.evidence import narrow


@pytest.fixture(scope="module")
def view(sample):
    articles = articles_of(sample)
    curated = curate(sample, Curation())
    return Reading(sample, curated, articles, Selection(), articles)


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (Mark("term", "flood"), "with “flood”"),
        (Mark("forms", "flood"), "with “flood” or “flooded” or “floods”"),
        (Mark("topic", "none"), "that fit nowhere: no topic"),
        (Mark("topic", "999"), "on a topic that is gone"),
        (Mark("outlet", "Marchland Post"), "from Marchland Post"),
        (Mark("outlet", "none"), "without an outlet"),
        (days_mark(date(2026, 3, 2), date(2026, 3, 8)), "of 2–8 Mar 2026"),
        (days_mark(date(2026, 3, 2), date(2026, 3, 2)), "of 2 Mar 2026"),
        (tone_mark(-0.1, 0), "with a tone from −0.10 to 0.00"),
        (Mark("language", "fr"), "in French"),
        (Mark("language", "none"), "in a language that is not sure"),
        (Mark("health", "cut off"), "cut off"),
        (Mark("health", "smell"), "noticed: smell"),
        (Mark("article", "gone"), "outside the selection"),
    ],
)
def test_a_mark_is_described(view, mark, words):
    assert describe(view, mark) == words


def test_a_topic_is_described_by_its_name(view):
    assert describe(view, Mark("topic", "0")) == f"on {view.topic_names[0]}"


@pytest.mark.parametrize(
    "start", [Selection(), Selection("the", by_story=True), Selection(outlets=("Marchland Post",))]
)
def test_keeping_only_what_a_mark_stands_for_keeps_what_it_listed(view, start):
    chosen = select(view.bundle, view.everything, start)
    rows = [
        terms_of(view.bundle, chosen).iloc[:200:7],
        topics_of(view.curated.visible, chosen),
        outlets_of(chosen),
        by_period(chosen, "week"),
    ]
    for mark in (Mark.parse(text) for frame in rows for text in frame["mark"]):
        kept = select(view.bundle, view.everything, narrow(start, mark))
        listed = behind(view.bundle, chosen, mark)

        if start.by_story:
            # An outlet also has stories that count by another one's article.
            assert set(listed["story_id"]) <= set(kept["story_id"])
        else:
            assert kept["article_id"].tolist() == listed["article_id"].tolist()


@pytest.mark.parametrize("mark", [Mark("article", "a"), tone_mark(0, 0.1), Mark("health", "empty")])
def test_what_no_selection_can_say_cannot_be_kept(mark):
    assert narrow(Selection(), mark) is None

"""What a figure says of itself is true, and enough to make it again."""

import pytest

from analysis import VERSION
from analysis.marks import Mark
from figures import published, stories, terms, topics
from figures.stated import scope, scope_behind, stated
from tests.figures.making import all_figures, reading_of


def test_a_selection_is_said_with_its_articles_stories_and_days(sample):
    reading = reading_of(sample, outlet=["Marchland Post"], q=["strike"])
    articles, days = reading.articles, reading.articles["day"].dropna()
    said = scope(reading)

    assert said.startswith("Selected: “strike” · Marchland Post; ")
    assert f"{len(articles)} of {sample.counts['articles']} articles ({articles['story_id'].nunique()} stor" in said
    assert str(days.max().year) in said


def test_the_whole_collection_says_how_many_have_no_date(sample):
    said = scope(reading_of(sample))

    assert said.startswith(f"The whole collection; {sample.counts['articles']} articles ({sample.counts['stories']} st")
    assert f"{sample.counts['undated']} undated" in said


def test_stories_are_said_where_they_are_counted(sample):
    assert f"The whole collection; {sample.counts['stories']} stories; " in scope(reading_of(sample, count=["stories"]))


def test_what_is_behind_a_mark_alone_is_said_first(sample):
    said = scope_behind(reading_of(sample), Mark("outlet", "Marchland Post"), 11)

    assert said.startswith("Shown: 11 articles from Marchland Post. The whole collection; ")


def test_every_figure_says_what_it_asks_how_it_was_made_and_by_what(sample):
    reading = reading_of(sample)
    figures = all_figures(reading, "flood")

    assert len(figures) >= 15
    for figure in figures:
        said = stated(reading, figure)
        assert said.title.endswith("?")
        assert len(said.method) > 30, said.title
        assert said.source == f"Broadsheet {VERSION} · bundle {sample.fingerprint}"
        for part in (said.title, said.method, said.scope, said.source):
            assert part in said.caption
        assert said.marks in said.alternative


@pytest.mark.parametrize(
    ("draw", "statistic"),
    [
        (topics.sizes, "k-means"),
        (stories.carried, "containment, Broder 1997"),
        (lambda reading: terms.most_used(reading, terms.Wanted(20)), "in any form"),
    ],
)
def test_the_statistic_has_its_name(draw, statistic, sample):
    reading = reading_of(sample)

    assert statistic in stated(reading, draw(reading)).method


def test_the_first_marks_are_named_with_their_numbers(sample):
    reading = reading_of(sample)
    figure = topics.sizes(reading)

    assert f"The first 5 marks of {len(figure.names)}: {figure.names[0]}; " in stated(reading, figure).marks


def test_bursts_are_the_legend_of_their_numbers(build_rows):
    rows = [
        {
            "id": f"{day:02}-{number}",
            "text": f"The harbour strike goes on, day {day} of it.",
            "date": f"2026-03-{day:02}",
        }
        for day in range(1, 31)
        for number in range(12 if day in (10, 11) else 1)
    ]
    reading = reading_of(build_rows(rows))
    legend = stated(reading, published.published(reading)).legend

    assert legend[0].startswith("9–15 Mar 2026")
    assert legend[-1].startswith("A burst is a run of periods")

"""The map shows all articles, and those of the selection light up on it and in the list of topics."""

import json
import re

import pyarrow as pa
import pytest

from tests.pages.elements import warnings


def drawings(page, column):
    """What the charts with `column` say of themselves, and the rows that they draw."""
    for chart in page.get("vega_lite_chart"):
        for drawing in chart.proto.datasets:
            frame = pa.ipc.open_stream(drawing.data.data).read_pandas()
            if column in frame and "mark" in frame:
                yield json.loads(chart.proto.spec)["description"], frame


@pytest.mark.parametrize("file", ["app.py", "pages/topics.py"])
def test_a_search_lights_up_among_all_articles(file, sample, open_page):
    page = open_page(file, sample.folder, q="port")
    said, points = next(drawings(page, "is_lit"))
    n_all, n_lit = sample.counts["articles"], int(points["is_lit"].sum())

    assert len(points) == n_all
    assert 0 < n_lit < n_all
    assert f"{n_lit} of {n_all} articles light up; the others are faint." in said


def test_without_a_selection_nothing_is_said_of_light(sample, open_page):
    said, points = next(drawings(open_page("pages/topics.py", sample.folder), "is_lit"))

    assert points["is_lit"].all()
    assert "light up" not in said


@pytest.mark.parametrize("params", [{}, {"q": "the"}, {"count": "stories"}])
def test_a_chosen_topic_lights_up_among_all_articles(params, sample, open_page):
    page = open_page("pages/topics.py", sample.folder, mark="topic:1", **params)
    said, points = next(drawings(page, "is_lit"))
    n_lit = int(points["is_lit"].sum())

    assert warnings(page) == []
    assert page.subheader[0].value.startswith(f"{n_lit} ")
    assert 0 < n_lit < len(points)
    assert re.search(
        rf"^Where do the chosen ones lie among all\? {n_lit} of {len(points)} .+ light up, those on ", said
    )


def test_a_mark_of_nothing_lights_nothing_up(sample, open_page):
    said, points = next(drawings(open_page("pages/topics.py", sample.folder, mark="topic:999"), "is_lit"))

    assert points["is_lit"].all()
    assert said.startswith("Which are alike?")


def test_stories_are_lit_where_stories_are_counted(sample, open_page):
    page = open_page("pages/topics.py", sample.folder, q="port", count="stories")
    said, points = next(drawings(page, "is_lit"))

    assert re.search(rf"{points['is_lit'].sum()} of {len(points)} stories \([^)]+\) light up", said)


def test_the_bars_of_topics_show_the_share_of_each_that_is_selected(sample, open_page):
    page = open_page("pages/topics.py", sample.folder, q="port")
    _, bars = next(drawings(page, "length"))

    assert bars["phrase"].str.fullmatch(r"\d+ of \d+ articles? \([\d.]+\u00a0%\)").all()
    assert (bars["end"] >= bars["length"]).all()


def test_a_faint_point_opens_its_article_and_says_where_it_is(sample, open_page):
    _, points = next(drawings(open_page("pages/topics.py", sample.folder, q="port"), "is_lit"))
    faint = points.loc[~points["is_lit"], "mark"].iloc[0]
    page = open_page("pages/topics.py", sample.folder, q="port", mark=faint)

    assert warnings(page) == []
    assert page.subheader[0].value == "1 article outside the selection"

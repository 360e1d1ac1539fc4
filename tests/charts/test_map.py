import pandas as pd
import pytest

from charts.map import _largest_topics
from tests.charts.making import POINTS, column, lit_points, points, svg


def many_topics(n):
    frame = pd.DataFrame({"topic_id": range(n), "x": range(n), "y": [place % 5 for place in range(n)]})
    return frame.assign(mark=frame["topic_id"].map(str), topic=frame["topic_id"].map("topic {}".format), headline="x")


def test_points_have_the_colours_of_their_topics():
    assert column(points(), "role") == ["0", "0", "other", "other"]


def test_the_chosen_article_stands_out_and_lies_on_top():
    chart = points(chosen="a1")

    assert column(chart, "mark")[-1] == "a1"
    assert column(chart, "role")[-1] == "accent"


def test_a_point_says_headline_outlet_and_date():
    drawn = svg(points())

    for said in ("River rises, Herald, 3 Jan 2016", "Rain falls, Courier, 4 Jan 2016", "Judge speaks, none, no date"):
        assert f'aria-label="{said}"' in drawn


def test_outlet_and_date_may_be_unknown():
    frame = POINTS.drop(columns=["outlet", "published_at"])

    assert 'aria-label="River rises, unknown, no date"' in svg(points(frame))


def test_lit_points_have_their_colours_and_lie_on_the_faint_ones():
    chart = lit_points()

    assert column(chart, "mark") == ["a2", "a4", "a1", "a3"]
    assert column(chart, "role") == ["quiet", "quiet", "0", "ink"]
    assert column(chart, "is_lit") == [False, False, True, True]


def test_the_chosen_point_stands_out_although_it_is_not_lit():
    assert column(lit_points(chosen="a2"), "role")[-1] == "accent"


def test_articles_with_no_topic_have_no_name_on_the_map():
    frame = POINTS.assign(topic_id=[-1, -1, 0, 0], topic=["No topic", "No topic", "rain", "rain"])

    assert _largest_topics(frame)["topic"].tolist() == ["rain"]


def test_each_topic_is_named_once():
    names = svg(points())

    assert names.count(">rain, river<") == 2  # the name and its outline
    assert names.count(">court, judge<") == 2


def test_a_name_of_few_points_stands_at_their_median():
    topics = _largest_topics(POINTS)

    assert topics[["topic", "x", "y"]].to_numpy().tolist() == [["rain, river", 0.5, 1.0], ["court, judge", 2.0, 1.0]]


def test_a_name_stands_where_most_points_are_and_not_between_two_groups():
    x = [0.0, 0.1, 0.1, 0.2, 0.2, 9.8, 10.0]
    frame = pd.DataFrame({"mark": list("abcdefg"), "x": x, "y": x, "topic_id": 0, "topic": "rain"})

    assert _largest_topics(frame)[["x", "y"]].to_numpy().tolist() == [[0.1, 0.1]]


def test_points_without_a_place_are_left_out_and_counted():
    chart = points(POINTS.assign(x=[0.0, None, 2.0, 3.0]))

    assert len(column(chart, "mark")) == 3
    assert chart.to_dict()["description"].endswith("Without a place on the map: 1.")


def test_no_place_at_all_is_nothing_to_show():
    assert "Nothing to show" in svg(points(POINTS.assign(x=None)))


@pytest.mark.parametrize(("n", "is_said"), [(10, False), (11, True), (40, True)])
def test_it_is_said_where_not_every_topic_is_named(n, is_said):
    assert ("Named: the largest topics." in points(many_topics(n)).to_dict()["description"]) == is_said


@pytest.mark.parametrize(("width", "n_names"), [(336, 10), (1280, 24)])
def test_a_narrow_page_names_fewer_topics(width, n_names):
    assert svg(points(many_topics(40)), width).count(">topic ") == 2 * n_names


def test_without_topics_there_are_points_and_no_names():
    assert svg(points(POINTS.assign(topic_id=None, topic=None))).count('aria-roledescription="point"') == 4

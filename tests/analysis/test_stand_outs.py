"""What stands out: differences that are sure and large, each with the articles it counts."""

import numpy as np
import pandas as pd
import pytest

from analysis.marks import Mark
from analysis.stand_outs import LEVEL, StandOut, stand_outs

KINDS = ["topic in time", "topic of an outlet", "tone of a topic", "tone of an outlet", "story"]


def frame(n_articles=200, seed=0, **columns):
    """Articles in which nothing stands out, but for what `columns` say."""
    random = np.random.default_rng(seed)
    numbers = np.arange(n_articles)
    rows = {
        "article_id": [f"a{number:04}" for number in numbers],
        "topic_id": random.integers(0, 4, n_articles),
        "outlet": random.choice(["Herald", "Post", "Gazette"], n_articles),
        "polarity": random.normal(0, 0.2, n_articles).clip(-1, 1),
        "day": pd.Timestamp("2026-01-01") + pd.to_timedelta(random.integers(0, 60, n_articles), "D"),
        "story_id": numbers,
        "is_original": True,
        "headline": None,
    } | columns
    made = pd.DataFrame(rows, index=pd.RangeIndex(n_articles))
    made["day"] = pd.to_datetime(made["day"])
    return made.assign(published_at=made["day"].dt.tz_localize("UTC"))


def found(articles, kind):
    return next((one for one in stand_outs(articles, articles) if one.kind == kind), None)


def test_an_outlet_with_more_of_a_topic_stands_out():
    outlets = np.repeat(["Herald", "Post"], 100)
    topics = np.r_[np.repeat(range(4), [60, 14, 13, 13]), np.repeat(range(4), [20, 27, 27, 26])]

    one = found(frame(outlet=outlets, topic_id=topics), "topic of an outlet")

    assert one == StandOut("topic of an outlet", Mark("topic-in", "0|outlet:Herald"), 60, 0.6, 0.2, one.z)
    assert one.z == pytest.approx((0.6 - 0.2) / np.sqrt(0.4 * 0.6 * (1 / 100 + 1 / 100)))


def test_a_topic_that_comes_up_later_stands_out_with_its_days():
    days = pd.Timestamp("2026-01-01") + pd.to_timedelta(np.arange(200) // 4, "D")
    topics = np.r_[np.zeros(100), np.tile([0, 1], 50)].astype(int)

    one = found(frame(day=days, topic_id=topics), "topic in time")

    assert (one.mark, one.n_articles) == (Mark("topic-in", "1|days:2026-01-26..2026-02-19"), 50)
    assert (one.here, one.elsewhere) == (0.5, 0.0)


@pytest.mark.parametrize(
    ("column", "values", "kind", "mark"),
    [
        ("topic_id", [1, 2], "tone of a topic", Mark("scored-topic", "1")),
        ("outlet", ["Herald", "Post"], "tone of an outlet", Mark("scored-outlet", "Herald")),
    ],
)
def test_a_group_with_another_tone_stands_out(column, values, kind, mark):
    polarity = np.r_[np.linspace(-0.4, -0.1, 50), np.linspace(-0.1, 0.3, 150)]

    one = found(frame(polarity=polarity, **{column: np.repeat(values, [50, 150])}), kind)

    assert (one.mark, one.n_articles) == (mark, 50)
    assert one.here == pytest.approx(-0.25)
    assert one.elsewhere == pytest.approx(0.1)
    errors = np.var(polarity[:50], ddof=1) / 50 + np.var(polarity[50:], ddof=1) / 150
    assert one.z == pytest.approx(-0.35 / np.sqrt(errors))


def test_articles_without_a_tone_are_not_counted():
    polarity = np.r_[np.full(50, np.nan), np.linspace(-0.5, -0.3, 50), np.linspace(-0.1, 0.3, 100)]
    outlets = np.repeat(["Herald", "Post"], 100)

    assert found(frame(polarity=polarity, outlet=outlets), "tone of an outlet").n_articles == 50


def test_the_story_that_most_articles_carry_stands_out_from_three_on():
    stories = np.arange(200)
    stories[:2] = 0
    pair = frame(story_id=stories, is_original=np.arange(200) != 1)
    stories[2] = 0
    three = frame(story_id=stories, is_original=~np.isin(np.arange(200), (1, 2)))

    assert found(pair, "story") is None
    assert (found(three, "story").mark, found(three, "story").n_articles) == (Mark("story", "0"), 3)


def test_chance_alone_stands_out_no_more_often_than_the_level_says():
    """Of 400 collections of chance four may say something of each kind; nine or more would be a wrong level."""
    kinds = [one.kind for seed in range(400) for one in stand_outs(*[frame(seed=seed)] * 2)]

    assert max((kinds.count(kind) for kind in KINDS), default=0) <= 2 * 400 * LEVEL


def test_what_stands_out_comes_in_a_fixed_order_one_of_each_kind():
    polarity = np.r_[np.linspace(-0.4, -0.1, 50), np.linspace(-0.1, 0.3, 150)]
    outlets = np.repeat(["Herald", "Post"], [50, 150])
    articles = frame(polarity=polarity, outlet=outlets, topic_id=np.repeat([2, 0], [50, 150]))

    shuffled = articles.sample(frac=1, random_state=0)
    kinds = [one.kind for one in stand_outs(articles, articles)]

    assert kinds == [kind for kind in KINDS if kind in kinds]
    assert len(kinds) == len(set(kinds)) == 3
    assert [one.mark for one in stand_outs(shuffled, shuffled)] == [one.mark for one in stand_outs(articles, articles)]


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"outlet": None}, id="no outlets"),
        pytest.param({"outlet": "Herald"}, id="one outlet"),
        pytest.param({"day": pd.NaT}, id="no dates"),
        pytest.param({"day": pd.Timestamp("2026-01-01")}, id="one day"),
        pytest.param({"topic_id": -1}, id="no topics"),
        pytest.param({"polarity": np.nan}, id="no tone"),
        pytest.param({"polarity": 0.0}, id="all of one tone"),
    ],
)
@pytest.mark.parametrize("n_articles", [0, 1, 2, 20, 100])
def test_where_nothing_can_be_compared_nothing_is_said(n_articles, columns):
    articles = frame(n_articles, seed=1, **columns)

    assert stand_outs(articles, articles) == []

import numpy as np
import pandas as pd
import pytest

from analysis.hits import map_points, with_all
from analysis.selection import Selection, articles_of, select
from analysis.steps.topics import TOPICS
from analysis.summaries import topics_of


@pytest.fixture(scope="module")
def everything(sample):
    return articles_of(sample)


@pytest.fixture(scope="module")
def parts(sample, everything):
    """The articles with "port", and the others."""
    selected = select(sample, everything, Selection(query="port"))
    return selected, everything.drop(selected.index)


def test_all_articles_are_points_and_those_selected_light_up(sample, parts):
    selected, others = parts
    points = map_points(sample, selected, others, 5_000)

    assert sorted(points["article_id"]) == sorted([*selected["article_id"], *others["article_id"]])
    assert list(points.loc[points["is_lit"], "article_id"]) == list(selected["article_id"])
    assert points["x"].dropna().between(-1, 1).all()


def test_without_a_selection_all_light_up(sample, everything):
    points = map_points(sample, everything, everything.iloc[:0], 5_000)

    assert points["is_lit"].all()
    assert len(points) == len(everything)


@pytest.mark.parametrize(("most", "n_lit", "n_others"), [(40, "all", "rest"), (10, 8, 2), (5, 4, 1)])
def test_of_too_many_a_fifth_or_more_are_others(sample, parts, most, n_lit, n_others):
    selected, others = parts
    points = map_points(sample, selected, others, most)
    lit = points["is_lit"].sum()

    assert len(points) == most
    assert lit == (len(selected) if n_lit == "all" else n_lit)
    assert len(points) - lit == (most - len(selected) if n_others == "rest" else n_others)


def test_a_sample_is_the_same_again_and_keeps_the_chosen_article(sample, everything):
    nobody = everything.iloc[:0]
    first, again = (map_points(sample, everything, nobody, 10) for _ in range(2))
    left_out = everything.drop(first.index)["article_id"].iloc[-1]
    chosen = map_points(sample, everything, nobody, 10, left_out)

    pd.testing.assert_frame_equal(first, again)
    assert left_out in set(chosen["article_id"])
    assert len(set(chosen["article_id"]) - set(first["article_id"])) == 1


def test_articles_that_are_drawn_stay_when_others_are_selected(sample, everything, parts):
    selected, others = parts
    all_lit = map_points(sample, everything, everything.iloc[:0], 30)
    some_lit = map_points(sample, selected, others, 30)
    kept = set(all_lit["article_id"]) - set(selected["article_id"])

    assert len(kept & set(some_lit["article_id"])) >= len(kept) - len(selected)


def test_each_topic_has_the_share_that_is_selected(sample, parts):
    selected, others = parts
    topics = with_all(topics_of(sample.frame(TOPICS), selected), selected, others)
    n_all = pd.concat([selected, others])["topic_id"].value_counts()

    assert topics["n_articles"].sum() == len(selected)
    assert topics["n_all"].tolist() == n_all[topics["topic_id"]].tolist()
    assert np.allclose(topics["selected_share"], topics["n_articles"] / topics["n_all"])
    assert topics["n_articles"].is_monotonic_decreasing


def test_articles_with_no_topic_come_last(sample, parts):
    selected, others = parts
    nowhere = selected.assign(topic_id=-1)
    topics = with_all(topics_of(sample.frame(TOPICS), nowhere), nowhere, others)

    assert topics["topic_id"].iloc[-1] == -1
    assert topics["n_articles"].iloc[-1] == len(selected)
    assert topics["selected_share"].between(0, 1).all()

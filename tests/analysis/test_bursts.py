"""Bursts: what is written about far more than usual, against what the collection holds."""

from itertools import pairwise, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.bursts import bursts_of, runs, typical_row, volume_bursts
from analysis.marks import Mark, behind
from analysis.periods import Series, by_period, over_periods
from analysis.selection import articles_of
from analysis.word_groups import uses_of


def cost_of(states, gains):
    """What a way through the states is worth: what it explains less what going up costs."""
    ups = sum(now and not before for before, now in zip((0, *states), states, strict=False))
    return sum(gain for gain, is_up in zip(gains, states, strict=True) if is_up) - ups * np.log(max(2, len(gains)))


@given(st.lists(st.integers(-8, 8), min_size=1, max_size=9))
def test_the_runs_are_the_best_of_all_ways(gains):
    found = runs(np.array(gains, float))
    states = [any(first <= n <= last for first, last in found) for n in range(len(gains))]
    best = max(cost_of(states, gains) for states in product((0, 1), repeat=len(gains)))

    assert cost_of(states, gains) == pytest.approx(best)
    assert all(later[0] > before[1] for before, later in pairwise(found))


def weeks(counts, totals, name="rain"):
    starts = pd.date_range("2016-01-04", periods=len(counts), freq="7D")
    return pd.DataFrame(
        {
            "name": name,
            "start": starts,
            "end": starts + pd.Timedelta(days=7),
            "n_articles": counts,
            "n_all": totals,
            "mark": [f"at:{day.date()}..{(day + pd.Timedelta(days=6)).date()}|words:rain" for day in starts],
        }
    )


@pytest.mark.parametrize(
    ("counts", "totals", "found"),
    [
        ([2] * 20, [50] * 20, []),
        # Everything is written about more: a share tells no burst.
        ([2, 2, 20, 2, 2], [50, 50, 500, 50, 50], []),
        ([2] * 8 + [20, 25] + [2] * 8, [50] * 18, [(8, 9)]),
        ([2] * 8 + [20] + [2] * 8 + [25], [50] * 18, [(8, 8), (17, 17)]),
        # One article, or three, are no burst.
        ([0] * 8 + [3] + [0] * 8, [3] * 17, []),
        ([0] * 8, [50] * 8, []),
        ([50] * 8, [50] * 8, []),
        ([0] * 8, [0] * 8, []),
        ([2, None, 40, None, 2, 1, 1, 2], [50, 0, 50, 0, 50, 50, 50, 50], [(2, 2)]),
        ([1, 50], [50, 50], []),
    ],
)
def test_bursts_are_runs_of_a_share_far_above_the_usual(counts, totals, found):
    bursts = bursts_of(weeks(counts, totals))

    assert sorted((one.first, one.last) for one in bursts) == found
    for one in bursts:
        assert one.here > one.usual
        assert one.mark.of_days[1] == Mark("words", "rain")


def test_the_strongest_burst_of_all_names_comes_first():
    rows = [weeks([2] * 8 + [n] + [2] * 8, [50] * 17, name) for name, n in (("weak", 20), ("strong", 40))]
    found = bursts_of(pd.concat(rows, ignore_index=True))

    assert [(one.name, one.first) for one in found] == [("strong", 25), ("weak", 8)]


def test_more_articles_a_day_than_usual_are_a_burst_of_the_volume():
    days = pd.Series(
        pd.to_datetime([f"2016-05-{day:02}" for day in range(1, 21) for _ in range(30 if day == 9 else 3)])
    )
    articles = pd.DataFrame({"day": days})
    found = volume_bursts(by_period(articles, "day"), days)

    assert [str(one.mark) for one in found] == ["days:2016-05-09..2016-05-09"]
    assert (found[0].n_articles, found[0].here) == (30, 30)
    assert volume_bursts(by_period(articles[:0], "day"), days[:0]) == []


def test_a_period_that_is_not_complete_is_held_to_its_days():
    days = pd.Series(pd.date_range("2016-05-02", "2016-05-30").repeat(5))

    assert volume_bursts(by_period(pd.DataFrame({"day": days}), "week"), days) == []


@pytest.mark.parametrize("line", ["strike", "the", "port*", "court, trial"])
def test_a_burst_opens_as_many_articles_as_it_counts(sample, line):
    articles = articles_of(sample)
    uses = uses_of(sample, articles, line)
    series = [Series(line, Mark("words", line), uses.index.to_numpy(), uses.to_numpy())]
    rows = over_periods(series, articles, articles["n_words"], "week", articles["day"])

    for one in bursts_of(rows):
        listed = behind(sample, articles, one.mark)
        assert len(listed) == one.n_articles
        assert typical_row(sample, len(articles), listed.index.to_numpy()) in listed.index


def test_the_typical_article_is_most_like_the_others(sample):
    articles = articles_of(sample)
    strikes = uses_of(sample, articles, "strike").nlargest(6).index.to_numpy()
    stranger = articles.index[articles["topic_id"] != articles.at[strikes[0], "topic_id"]][:1].to_numpy()

    assert typical_row(sample, len(articles), np.concatenate([strikes, stranger])) in strikes
    assert typical_row(sample, len(articles), strikes[:0]) is None

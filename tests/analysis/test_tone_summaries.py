import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.selection import articles_of
from analysis.tone_summaries import by_tone, parts_toned, periods_toned, tone_by, voices_toned


def toned(*scores, **columns):
    return pd.DataFrame({"polarity": np.array(scores, float), **columns})


@pytest.mark.parametrize(
    ("score", "low", "high"),
    [
        (-1, -1, -0.9),
        (-0.9, -0.9, -0.8),
        (-0.05, -0.1, 0),
        (0, 0, 0.1),
        (0.0999, 0, 0.1),
        (0.1, 0.1, 0.2),
        (0.3, 0.3, 0.4),
        (0.7, 0.7, 0.8),
        (0.9, 0.9, 1),
        (1, 0.9, 1),
    ],
)
def test_a_score_stands_in_the_step_that_begins_with_it(score, low, high):
    assert by_tone(toned(score)).iloc[0].to_dict() == {
        "low": low,
        "high": high,
        "n_articles": 1,
        "mark": f"tone:{low:g}..{high:g}",
    }


@given(st.lists(st.floats(-1, 1, width=32), min_size=1))
def test_steps_of_tone_have_no_gaps_and_hold_every_scored_article(scores):
    found = by_tone(toned(*scores, float("nan")))

    assert found["n_articles"].sum() == len(scores)
    assert found["low"].iloc[1:].tolist() == found["high"].iloc[:-1].tolist()
    assert found["n_articles"].iloc[0] > 0 < found["n_articles"].iloc[-1]


def test_articles_that_are_not_scored_have_no_steps():
    assert by_tone(toned(float("nan"))).empty


def test_groups_have_the_mean_of_their_scored_articles_lowest_first():
    found = tone_by(toned(0.5, 0.1, None, -0.5, None, 0.2, outlet=["A", "A", "A", "B", "C", None]), "outlet")

    assert found["outlet"].tolist() == ["B", "A"]
    assert found["polarity"].tolist() == pytest.approx([-0.5, 0.3])
    assert found["n_articles"].tolist() == [1, 2]
    assert found[["low", "high"]].isna().all(axis=None)


@given(st.lists(st.floats(-1, 1), min_size=3, max_size=50))
def test_the_interval_holds_the_mean_and_is_the_same_again(scores):
    articles = toned(*scores, outlet=["A"] * len(scores))
    found = tone_by(articles, "outlet").iloc[0]

    assert found["low"] - 1e-9 <= found["polarity"] <= found["high"] + 1e-9
    assert found.equals(tone_by(articles, "outlet").iloc[0])


def test_the_interval_is_about_two_standard_errors_wide_each_way():
    scores = np.random.default_rng(1).normal(0, 0.2, 400).clip(-1, 1)
    found = tone_by(toned(*scores, outlet=["A"] * 400), "outlet").iloc[0]

    assert found["high"] - found["low"] == pytest.approx(4 * 0.2 / 20, rel=0.15)


@pytest.mark.parametrize("skew", [1, 4])
def test_the_interval_of_many_articles_is_that_of_resampling_but_for_its_noise(skew):
    random = np.random.default_rng(2)
    scores = random.beta(2, 2 * skew, 500) * 2 - 1
    found = tone_by(toned(*scores, outlet=["A"] * 500), "outlet").iloc[0]
    low, high = np.quantile(random.choice(scores, (20_000, 500)).mean(axis=1), [0.025, 0.975])

    assert [found["low"], found["high"]] == pytest.approx([low, high], abs=0.03 * (high - low))


def test_no_scored_articles_have_no_groups():
    assert tone_by(toned(None, outlet=["A"]), "outlet").empty


def test_periods_have_the_mean_of_their_scored_and_dated_articles_in_their_order():
    days = [pd.Timestamp(day) for day in ("2026-03-09", "2026-03-02", "2026-03-08", "2026-03-10")]
    found = periods_toned(toned(0.5, 0.1, -0.3, None, 0.9, day=[*days, pd.NaT]), "week")

    assert found["mark"].tolist() == ["scored-days:2026-03-02..2026-03-08", "scored-days:2026-03-09..2026-03-15"]
    assert found["polarity"].tolist() == pytest.approx([-0.1, 0.5])
    assert found["n_articles"].tolist() == [2, 1]
    assert found["end"].tolist() == [pd.Timestamp("2026-03-09"), pd.Timestamp("2026-03-16")]
    assert found["is_partial"].tolist() == [False, True]
    whole = pd.Series(pd.to_datetime(["2026-03-03", "2026-03-15"]))
    assert periods_toned(toned(0.5, 0.1, day=days[:2]), "week", whole)["is_partial"].tolist() == [True, False]


def test_without_dated_articles_there_is_no_period():
    assert periods_toned(toned(0.5, day=[pd.NaT]), "month").empty


def test_voices_and_tenths_stand_in_their_own_order(sample):
    articles = articles_of(sample)

    assert voices_toned(sample, articles)["voice"].tolist() == ["headline", "quoted", "own-voice"]
    assert parts_toned(sample, articles)["part"].tolist() == list(range(10))


def test_of_no_articles_no_voice_and_no_tenth_has_a_tone(sample):
    nothing = articles_of(sample).head(0)

    assert voices_toned(sample, nothing).empty
    assert parts_toned(sample, nothing).empty

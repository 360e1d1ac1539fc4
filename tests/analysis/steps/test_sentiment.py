from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles import Document
from analysis.steps.sentiment import SENTENCES, SENTIMENT, Sentiment, summarise
from analysis.vader import score_with_vader
from tests.analysis.making import article

GOOD, BAD, PLAIN = "It was a great success.", "It was a terrible failure.", "The train left at noon."


def scored(body, language="en", step=None):
    tables = (step or Sentiment())(Document(article(body, language=language)))
    sentences = SENTENCES.from_rows(tables[SENTENCES]).to_pylist()
    return sentences, SENTIMENT.from_rows(tables[SENTIMENT]).to_pylist()[0]


def test_an_article_has_the_mean_of_its_sentences():
    sentences, row = scored(f"{GOOD} {BAD} {GOOD} {PLAIN}")
    expected = [score_with_vader(sentence) for sentence in (GOOD, BAD, GOOD, PLAIN)]

    assert [sentence["polarity"] for sentence in sentences] == pytest.approx(expected)
    assert row["polarity"] == pytest.approx(fmean(expected))
    assert row["polarity_vader"] == row["polarity"]
    assert row["n_scored"] == 4


def test_vader_never_sees_more_than_a_sentence(monkeypatch):
    seen = []
    monkeypatch.setattr("analysis.steps.sentiment.score_with_vader", lambda text: seen.append(text) or 0.0)
    scored(f"{GOOD} {BAD}\n\n{PLAIN}")

    assert seen == [GOOD, BAD, PLAIN]


def test_a_longer_article_of_the_same_tone_has_the_same_polarity():
    short, long = scored(GOOD)[1], scored(f"{GOOD}\n\n" * 40)[1]

    assert long["polarity"] == pytest.approx(short["polarity"])
    assert score_with_vader(f"{GOOD} " * 40) > 0.99 > short["polarity"]


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Es war ein great success.", "de"),
        ("", "en"),
        ("... !!!", "en"),
        ("", None),
    ],
)
def test_what_is_not_scored_is_null_and_not_zero(body, language):
    sentences, row = scored(body, language)

    assert {name: row[name] for name in row if name != "article_id"} == {
        "polarity": None,
        "polarity_vader": None,
        "positive_share": None,
        "negative_share": None,
        "n_scored": 0,
    }
    assert {sentence["polarity"] for sentence in sentences} <= {None}


@pytest.mark.parametrize("language", ["en", None])
def test_a_neutral_sentence_is_zero(language):
    assert scored(PLAIN, language)[1]["polarity"] == 0


def test_a_sentence_without_a_word_is_not_scored_and_does_not_count():
    sentences, row = scored(f"{GOOD}\n\n* * *\n\n{GOOD}")

    assert [sentence["polarity"] is None for sentence in sentences] == [False, True, False]
    assert row["n_scored"] == 2
    assert row["polarity"] == pytest.approx(score_with_vader(GOOD))


def test_languages_can_be_set():
    assert scored(GOOD, "de", Sentiment(languages=("de",)))[1]["n_scored"] == 1
    assert scored(GOOD, "en", Sentiment(languages=("de",)))[1]["n_scored"] == 0


@pytest.mark.parametrize(
    ("scores", "positive", "negative"),
    [
        ([0.05, 0.049, -0.049, -0.05], 0.25, 0.25),
        ([0.0], 0, 0),
        ([1.0, 0.5], 1, 0),
        ([-1.0, 0.5, 0.5, 0.0], 0.5, 0.25),
    ],
)
def test_shares_are_those_of_the_classes_that_vaders_authors_give(scores, positive, negative):
    assert summarise(scores)[2:4] == (positive, negative)


@given(st.lists(st.floats(-1, 1), min_size=1))
def test_polarity_stays_in_the_range_of_its_sentences_and_shares_add_up_to_no_more_than_one(scores):
    mean, _, positive, negative, n_scored = summarise(scores)

    assert min(scores) - 1e-12 <= mean <= max(scores) + 1e-12
    assert 0 <= positive + negative <= 1
    assert n_scored == len(scores)

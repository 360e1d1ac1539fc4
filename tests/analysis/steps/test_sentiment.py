from statistics import fmean, stdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles import Document, Documents
from analysis.errors import SettingsError
from analysis.steps.sentiment import SENTENCES, SENTIMENT, Sentiment
from analysis.tokens import word_list
from analysis.tone import cut_of, tones_of
from analysis.tone.vader import score_with_vader
from tests.analysis.making import article

GOOD, BAD, PLAIN = "It was a great success.", "It was a terrible failure.", "The train left at noon."
VADER = Sentiment(reading="vader")


def news(sentence):
    return tones_of(sentence, word_list(sentence)).news


def scored(body, language="en", step=None, headline=None):
    document = Document(article(body, language=language, headline=headline))
    tables = (step or Sentiment())(Documents([document]))
    return tables[SENTENCES].to_pylist(), tables[SENTIMENT].to_pylist()[0]


@pytest.mark.parametrize(("reading", "score"), [("news", news), ("vader", score_with_vader)])
def test_an_article_has_the_mean_and_the_spread_of_its_sentences(reading, score):
    sentences, row = scored(f"{GOOD} {BAD} {GOOD} {PLAIN}", step=Sentiment(reading=reading))
    expected = [score(sentence) for sentence in (GOOD, BAD, GOOD, PLAIN)]

    assert [sentence["polarity"] for sentence in sentences] == pytest.approx(expected)
    assert row["polarity"] == pytest.approx(fmean(expected))
    assert row["polarity_spread"] == pytest.approx(stdev(expected))
    assert row["n_scored"] == 4


@pytest.mark.parametrize("reading", ["news", "vader"])
def test_vaders_scores_are_there_whatever_the_reading(reading):
    sentences, row = scored(f"{GOOD} {BAD} {PLAIN}", step=Sentiment(reading=reading))
    expected = [score_with_vader(sentence) for sentence in (GOOD, BAD, PLAIN)]

    assert [sentence["polarity_vader"] for sentence in sentences] == pytest.approx(expected)
    assert row["polarity_vader"] == pytest.approx(fmean(expected))


def test_vader_never_sees_more_than_a_sentence(monkeypatch):
    seen = []
    monkeypatch.setattr("analysis.tone.vader_compounds", lambda pieces: seen.append(pieces) or np.zeros(4))
    scored(f"{GOOD} {BAD}\n\n{PLAIN}", headline="Rain")
    (pieces,) = seen
    texts = " ".join(pieces.written[number] for number in pieces.ids).split("  ")

    assert [text.strip() for text in texts] == ["Rain", GOOD, BAD, PLAIN]


@pytest.mark.parametrize("step", [Sentiment(), VADER])
def test_a_longer_article_of_the_same_tone_has_the_same_polarity(step):
    short, long = scored(GOOD, step=step)[1], scored(f"{GOOD}\n\n" * 40, step=step)[1]

    assert long["polarity"] == pytest.approx(short["polarity"])


def test_a_single_sentence_has_no_spread():
    assert scored(GOOD)[1]["polarity_spread"] is None


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("Es war ein great success.", "de"),
        ("", "en"),
        ("... !!!", "en"),
        ("", None),
        ("Zbigniew Brzeziński.", "en"),
        ("Köyde yağmur yağıyordu.", None),
    ],
)
def test_what_is_not_scored_is_null_and_not_zero(body, language):
    sentences, row = scored(body, language)
    numbers = {name: row[name] for name in row if name != "article_id"}

    assert {name for name, number in numbers.items() if number is not None} == {"n_scored", "n_quoted", "n_own_voice"}
    assert {numbers[name] for name in ("n_scored", "n_quoted", "n_own_voice")} == {0}
    assert {sentence["polarity"] for sentence in sentences} <= {None}


@pytest.mark.parametrize("language", ["en", None])
def test_a_neutral_sentence_is_scored_and_neutral(language):
    assert scored(PLAIN, language, VADER)[1]["polarity"] == 0
    assert abs(scored(PLAIN, language)[1]["polarity"]) < cut_of("news")


def test_a_sentence_without_a_word_is_not_scored_and_does_not_count():
    sentences, row = scored(f"{GOOD}\n\n* * *\n\n{GOOD}")

    assert [sentence["polarity"] is None for sentence in sentences] == [False, True, False]
    assert row["n_scored"] == 2
    assert row["polarity"] == pytest.approx(news(GOOD))


@pytest.mark.parametrize(
    ("n_scored", "n_names", "min_scored", "has_tone"),
    [(2, 0, 3, True), (2, 1, 3, False), (3, 9, 3, True), (1, 9, 1, True), (1, 9, 2, False), (0, 3, 1, False)],
)
def test_an_article_with_little_evidence_is_not_scored_unless_that_is_all_it_has(
    n_scored, n_names, min_scored, has_tone
):
    body = "\n\n".join([GOOD] * n_scored + ["Zbigniew Brzeziński."] * n_names)
    row = scored(body, step=Sentiment(min_scored=min_scored))[1]
    told = ("polarity", "polarity_vader", "positive_share", "negative_share", "own_voice_polarity")

    assert [row[name] is not None for name in told] == [has_tone] * len(told)
    assert row["n_scored"] == n_scored


def test_quoted_speech_and_the_reporters_own_voice_are_scored_apart():
    row = scored(f"“{GOOD}” she said.\n\n{BAD}\n\n{PLAIN}")[1]
    quoted = next(s["polarity"] for s in scored(f"“{GOOD}” she said.")[0] if s["in_quotes"])

    assert row["quoted_polarity"] == pytest.approx(quoted)
    assert row["own_voice_polarity"] < 0 < row["quoted_polarity"]
    assert row["n_quoted"] + row["n_own_voice"] == row["n_scored"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (GOOD, news(GOOD)),
        ("GREAT SUCCESS AT LAST", news("GREAT SUCCESS AT LAST")),
        (None, None),
        ("", None),
        ("Zbigniew Brzeziński", None),
    ],
)
def test_the_headline_is_scored_apart(headline, expected):
    row = scored(f"{BAD} {BAD} {BAD}", headline=headline)[1]

    assert row["headline_polarity"] == (None if expected is None else pytest.approx(expected))
    assert row["polarity"] == pytest.approx(news(BAD))


def test_languages_can_be_set():
    assert scored(GOOD, "de", Sentiment(languages=("de",)))[1]["n_scored"] == 1
    assert scored(GOOD, "en", Sentiment(languages=("de",)))[1]["n_scored"] == 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"reading": "tweets"}, r"sentiment.reading must be one of \['news', 'vader'\], not 'tweets'"),
        ({"min_scored": 0}, "sentiment.min_scored must be at least 1, not 0"),
    ],
)
def test_a_setting_that_cannot_be_is_a_clear_error(settings, said):
    with pytest.raises(SettingsError, match=said):
        Sentiment(**settings)


@pytest.mark.parametrize("reading", ["news", "vader"])
def test_shares_are_those_of_sentences_beyond_the_cut_of_the_reading(reading):
    sentences, row = scored(f"{GOOD} {BAD} {BAD} {PLAIN}", step=Sentiment(reading=reading))
    cut = cut_of(reading)

    assert (row["positive_share"], row["negative_share"]) == (0.25, 0.5)
    assert [s["polarity"] >= cut for s in sentences] == [True, False, False, False]
    assert [s["polarity"] <= -cut for s in sentences] == [False, True, True, False]


BODIES = st.lists(
    st.sampled_from([GOOD, BAD, PLAIN, "Zbigniew Brzeziński.", "* * *", f"“{GOOD}” she said."]), max_size=9
)


@given(st.lists(BODIES, max_size=4))
def test_the_rows_of_an_article_do_not_depend_on_the_others(drawn):
    articles = [article("\n\n".join(body), str(number), language="en") for number, body in enumerate(drawn)]
    together = Sentiment()(Documents(list(map(Document, articles))))
    apart = [Sentiment()(Documents([Document(one)])) for one in articles]

    for table in (SENTENCES, SENTIMENT):
        assert together[table].to_pylist() == [row for tables in apart for row in tables[table].to_pylist()]


@given(BODIES)
def test_a_mean_and_a_spread_stay_in_range(drawn):
    sentences, row = scored("\n\n".join(drawn))
    known = [sentence["polarity"] for sentence in sentences if sentence["polarity"] is not None]

    assert row["polarity"] is None or min(known) - 1e-6 <= row["polarity"] <= max(known) + 1e-6
    assert (row["polarity_spread"] is not None) == (row["polarity"] is not None and len(known) > 1)
    assert 0 <= (row["polarity_spread"] or 0) <= 2

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tokens import word_list
from analysis.tone import Contribution, explain, tones_of
from analysis.tone.news_model import NewsModel, WordWeight, is_negation, negated_places, shipped_model, write_model
from analysis.tone.vader import score_with_vader

SMALL = NewsModel(
    {
        "success": WordWeight(1.0, -1.5),
        "storm": WordWeight(-0.5, 0.7),
        "it": WordWeight(0.1),
        "not": WordWeight(-0.2, 0.0, negates=True),
    },
    vader=0.5,
)

_WORDS = st.sampled_from(
    ["success", "failure", "not", "isn't", "the", "United", "NATO", "great!", "“war”", "kind of", "?"]
)
_SENTENCE = st.lists(_WORDS, max_size=16).map(" ".join)


@pytest.mark.parametrize(
    ("words", "compound", "polarity"),
    [
        (["Success"], 0.0, 1.0),
        (["it", "SUCCESS"], 0.0, 1.1 / sqrt(2)),
        (["storm", "Zbigniew", "xyzzy", "x"], 0.0, -0.25),
        (["storm"], -0.4, -0.7),
        (["not", "success"], 0.0, (-0.2 + 1.0 - 1.5) / sqrt(2)),
        (["not", *"abcd", "success"], 0.0, (-0.2 + 1.0 - 1.5) / sqrt(6)),
        (["not", *"abcde", "success"], 0.0, (-0.2 + 1.0) / sqrt(7)),
        (["success", "success", "success"], 1.0, 1.0),
        (["storm", "storm", "storm", "storm"], -1.0, -1.0),
        (["xyzzy"], 0.4, 0.2),
        (["xyzzy", "Zbigniew"], 0.0, None),
        ([], 0.0, None),
    ],
)
def test_a_score_is_the_sum_of_weights_by_the_root_of_the_number_of_words(words, compound, polarity):
    assert SMALL.score(words, compound) == (None if polarity is None else pytest.approx(polarity))


@pytest.mark.parametrize(
    ("negates", "places"),
    [
        ([], set()),
        ([False] * 3, set()),
        ([True], set()),
        ([True, False, False], {1, 2}),
        ([True] + [False] * 7, {1, 2, 3, 4, 5}),
        ([True, True, False], {1, 2}),
    ],
)
def test_a_negation_reaches_five_words(negates, places):
    assert negated_places(negates) == places


@pytest.mark.parametrize(
    ("form", "negates"), [("not", True), ("isn't", True), ("cannot", True), ("nothing", True), ("knot", False)]
)
def test_is_negation(form, negates):
    assert is_negation(form) is negates


def test_each_word_explains_its_part():
    assert SMALL.explain("It was not a success.").contributions == (
        Contribution(0, 2, 0.1 / sqrt(5), "word"),
        Contribution(7, 10, -0.2 / sqrt(5), "word"),
        Contribution(13, 20, pytest.approx(0.5 * -0.4585, abs=1e-4), "VADER: rated +2.7 of 4; turned by “not”"),
        Contribution(13, 20, pytest.approx(-0.5 / sqrt(5)), "word after a negation"),
    )


@given(_SENTENCE | st.text())
def test_what_explains_a_score_adds_up_to_it_before_it_is_cut_off(sentence):
    explanation = explain(sentence)
    polarity = tones_of(sentence, word_list(sentence)).news

    assert max(-1, min(1, explanation.total)) == pytest.approx(polarity or 0.0, abs=5.001e-5)
    assert all(0 <= part.start < part.end <= len(sentence) for part in explanation.contributions)


@given(_SENTENCE)
def test_either_reading_is_within_its_range_and_both_are_scored_or_neither(sentence):
    news, vader = tones_of(sentence, word_list(sentence))

    assert (news is None) == (vader is None)
    assert news is None or (-1 <= news <= 1 and -1 <= vader <= 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "The United Nations Security Council met the party's defence committee.",
        "The party said its shares are united with the security and defence interests.",
    ],
)
def test_what_only_sounds_like_praise_to_vader_is_not_praise_in_news(sentence):
    news, vader = tones_of(sentence, word_list(sentence))

    assert vader > 0.5
    assert abs(news) < shipped_model().cut


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("The mayor was praised for her courage and honesty.", 1),
        ("The team celebrated a proud victory.", 1),
        ("The minister was accused of fraud and corruption.", -1),
        ("Critics condemned the reckless and cruel decision.", -1),
        ("It was not a success.", -1),
    ],
)
def test_plain_praise_and_blame_are_heard(sentence, sign):
    assert tones_of(sentence, word_list(sentence)).news * sign > 0.1


@pytest.mark.parametrize("name", ["Trump", "Clinton", "anti-Trump", "#NeverTrump", "@realDonaldTrump", "London"])
def test_names_weigh_nothing(name):
    assert explain(f"{name}").total == 0
    assert name.lower() not in shipped_model().words


def test_a_stored_model_is_read_back_and_gives_the_same_bytes(tmp_path, monkeypatch):
    model = shipped_model()
    write_model(model, tmp_path)
    first = (tmp_path / "weights.tsv.gz").read_bytes()
    monkeypatch.setattr("analysis.tone.news_model._FOLDER", tmp_path)

    assert shipped_model.__wrapped__() == model
    write_model(model, tmp_path)
    assert (tmp_path / "weights.tsv.gz").read_bytes() == first


def test_without_a_word_that_the_model_knows_vader_alone_counts():
    sentence = "Xyzzy :-)"

    assert tones_of(sentence, word_list(sentence)).news == pytest.approx(
        shipped_model().vader * score_with_vader(sentence), abs=1e-9
    )

import json
import os
import subprocess
import sys
from importlib.resources import files

import nltk
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

from analysis.tokens import pieces_of, split_sentences
from analysis.tone import vader_words
from analysis.tone.vader import explain_vader, score_with_vader, vader_scores
from analysis.tone.vader_arrays import vader_compounds
from analysis.tone.vader_tokens import lexicon
from analysis.tone.vader_words import IDIOMS
from tests.conftest import ROOT

SENTENCES = [
    "",
    "The train left at noon.",
    "It was a great success!",
    "It was NOT a great success!!!",
    "The deal is kind of good, but the strike was terrible.",
    "Never so happy, without doubt the best day :-)",
    '"Horrible", she said, "just horrible?"',
    "They weren't at all worried.",
    "GREAT news for the least successful club.",
    "Die Lage ist ernst.",
]


@pytest.fixture(scope="module")
def nltks_own(tmp_path_factory):
    """NLTK's own class with the same lexicon, which lies where NLTK wants it."""
    folder = tmp_path_factory.mktemp("nltk_data")
    (folder / "sentiment").mkdir()
    text = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8")
    (folder / "sentiment" / "vader_lexicon.txt").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nltk.data, "path", [str(folder)])
        return SentimentIntensityAnalyzer("sentiment/vader_lexicon.txt")


def test_the_lexicon_is_the_published_one_and_nltk_reads_it_alike(nltks_own):
    assert len(lexicon()) == 7_506
    assert lexicon() == nltks_own.lexicon
    assert (min(lexicon().values()), max(lexicon().values())) == (-3.9, 3.4)


def test_the_words_of_the_rules_are_nltks_own():
    theirs = VaderConstants()

    assert theirs.BOOSTER_DICT == vader_words.BOOSTERS
    assert theirs.NEGATE == vader_words.NEGATIONS
    assert theirs.SPECIAL_CASE_IDIOMS == vader_words.IDIOMS
    assert set(theirs.PUNC_LIST) == vader_words.RUNS
    assert (theirs.C_INCR, theirs.N_SCALAR) == (vader_words.IN_CAPITALS, vader_words.TURNED)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_scores_are_those_of_nltks_own_class(nltks_own, sentence):
    assert vader_scores(sentence)._asdict() == nltks_own.polarity_scores(sentence)
    assert score_with_vader(sentence) == nltks_own.polarity_scores(sentence)["compound"]


# What VADER's rules look at, in the ways in which it can be written, beside words that no rule knows.
_PARTS = st.sampled_from(
    [
        *("good", "bad", "happy", "terrible", "war", "great", "kind", "like", "no", "hand", "cut", "yeah"),
        *("very", "extremely", "kinda", "slightly", "so", "this", "least", "at", "never", "not", "isn't", "without"),
        *("but", "of", "sort", "just enough", "kind of", "despite", "rarely", "the", "train", "left", "x", "it"),
        *(":)", ":-(", ":D", "<3", "(:O", "!", "!!!", "?", "??", "?!?", "...", "--", '"', "10%", "naïve", "İ", "ǅ"),
        *IDIOMS,
    ]
)
_FORMS = st.sampled_from([str, str.upper, str.title, lambda text: f"{text}!", lambda text: f"'{text}'", "({})".format])
_WRITTEN = st.builds(lambda part, form: form(part), _PARTS, st.just(str) | _FORMS)
_SENTENCE = st.builds(
    lambda parts, gap: gap.join(parts), st.lists(_WRITTEN, max_size=14), st.sampled_from([" ", "\n", "  "])
)


@given(_SENTENCE)
def test_the_scores_of_any_sentence_are_those_of_nltks_own_class(nltks_own, sentence):
    assert vader_scores(sentence)._asdict() == nltks_own.polarity_scores(sentence)
    assert score_with_vader(sentence) == nltks_own.polarity_scores(sentence)["compound"]


@given(st.lists(_SENTENCE | st.text(), max_size=6))
def test_many_sentences_have_the_scores_that_each_has_alone(sentences):
    assert vader_compounds(pieces_of(sentences)).tolist() == list(map(score_with_vader, sentences))


@given(st.text())
def test_the_scores_of_any_text_are_those_of_nltks_own_class(nltks_own, text):
    assert vader_scores(text)._asdict() == nltks_own.polarity_scores(text)


def test_the_scores_of_running_news_are_those_of_nltks_own_class(nltks_own, shared):
    rows = (shared / "data" / "news.jsonl").read_text(encoding="utf-8").splitlines()[::10]
    texts = [json.loads(row)["text"] for row in rows]
    sentences = [text[found.start : found.end] for text in texts for found in split_sentences(text)]
    wrong = [one for one in sentences if score_with_vader(one) != nltks_own.polarity_scores(one)["compound"]]

    assert len(sentences) > 2_000
    assert wrong == []
    assert vader_compounds(pieces_of(sentences)).tolist() == list(map(score_with_vader, sentences))


@given(_SENTENCE)
def test_what_explains_a_score_adds_up_to_it_and_stands_in_the_sentence(sentence):
    explanation = explain_vader(sentence)

    assert explanation.total == pytest.approx(score_with_vader(sentence), abs=5.001e-5)
    assert all(0 <= part.start < part.end <= len(sentence) for part in explanation.contributions)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("A good deal.", {"good": "rated +1.9 of 4"}),
        ("Not a good deal.", {"good": "rated +1.9 of 4; turned by “Not”"}),
        ("It isn't very good.", {"good": "rated +1.9 of 4; turned by “isn't”; graded by “very”"}),
        ("The least happy club.", {"happy": "rated +2.7 of 4; turned by “least”"}),
        ("A GOOD deal.", {"GOOD": "rated +1.9 of 4; in capitals"}),
        ("good but late", {"good": "rated +1.9 of 4; weighed by “but”"}),
        ("good!", {"good": "rated +1.9 of 4", "!": "exclamation or question marks"}),
        ("The train left at noon.", {}),
    ],
)
def test_each_rated_word_says_why(sentence, said):
    parts = explain_vader(sentence).contributions

    assert {sentence[part.start : part.end]: part.why for part in parts} == said


def test_a_word_turned_by_a_negation_pulls_the_other_way():
    (plain,), (turned,) = (explain_vader(text).contributions for text in ("It was good.", "It was not good."))

    assert plain.weight > 0 > turned.weight


SCRIPT = """
import socket
def refuse(*arguments, **keywords): raise AssertionError("called out")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import sys
from analysis.tone.vader import score_with_vader
print(score_with_vader("It was a great success."))
assert "nltk" not in sys.modules
"""


def test_it_works_without_nltk_and_without_a_network(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "HOME": str(tmp_path), "NLTK_DATA": str(tmp_path), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert float(done.stdout) == score_with_vader("It was a great success.") > 0


def test_an_own_copy_of_nltks_data_changes_nothing(tmp_path, monkeypatch):
    (tmp_path / "sentiment").mkdir()
    (tmp_path / "sentiment" / "vader_lexicon.txt").write_text("great\t-4.0\t0.1\t[]\n")
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])

    assert score_with_vader("It was a great success.") > 0


def test_no_code_of_the_program_downloads():
    folders = ("analysis", "charts", "ui", "pages")
    sources = [path.read_text(encoding="utf-8") for folder in folders for path in (ROOT / folder).rglob("*.py")]

    assert sources
    assert not [source for source in sources if "nltk.download" in source or "nltk.downloader" in source]

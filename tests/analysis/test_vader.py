import os
import subprocess
import sys
from importlib.resources import files

import nltk
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.sentiment.vader import SentimentIntensityAnalyzer

from analysis.vader import lexicon, score_with_vader
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


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_score_is_that_of_nltks_own_class(nltks_own, sentence):
    assert score_with_vader(sentence) == nltks_own.polarity_scores(sentence)["compound"]


@given(st.lists(st.sampled_from(["very", "not", "good", "BAD", "but", "least", "war", "!", "?", "kind", "of", ":)"])))
def test_the_score_of_any_words_is_that_of_nltks_own_class(nltks_own, words):
    sentence = " ".join(words)

    assert score_with_vader(sentence) == nltks_own.polarity_scores(sentence)["compound"]


SCRIPT = """
import socket
def refuse(*arguments, **keywords): raise AssertionError("called out")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import nltk
nltk.download = refuse
nltk.data.path[:] = []
from analysis.vader import score_with_vader
print(score_with_vader("It was a great success."))
"""


def test_it_works_without_nltk_data_and_without_a_network(tmp_path):
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

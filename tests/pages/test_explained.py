"""The reader says which words make the tone of the sentence that the address names."""

import pytest

from analysis.steps.sentiment import SENTENCES, SENTIMENT
from figures import words
from tests.pages.elements import markdown
from tests.pages.test_evidence import marks_of


@pytest.fixture(scope="module")
def scored(sample):
    sentences = sample.frame(SENTENCES)
    return sentences.loc[sentences["polarity"].idxmin()]


def test_the_chosen_sentence_is_explained(sample, scored, open_page):
    page = open_page(
        "pages/articles.py",
        sample.folder,
        article=scored["article_id"],
        sentence=str(scored["sentence_number"]),
    )

    assert f"**Why this sentence has the tone −{abs(scored['polarity']):.2f}**" in markdown(page)
    [rows] = [frame.value for frame in page.dataframe if "adds" in frame.value]
    assert rows["adds"].iloc[0] < 0


def test_without_a_chosen_sentence_there_is_an_invitation(sample, scored, open_page):
    page = open_page("pages/articles.py", sample.folder, article=scored["article_id"])

    assert "Why this sentence" not in markdown(page)


def test_headline_quoted_speech_and_own_voice_are_told_apart(sample, open_page):
    scores = sample.frame(SENTIMENT).dropna(subset=["headline_polarity", "quoted_polarity", "own_voice_polarity"])
    article = scores.iloc[0]
    page = open_page("pages/articles.py", sample.folder, article=article["article_id"])

    said = markdown(page)
    for name, column in (("headline", "headline"), ("quoted speech", "quoted"), ("own voice", "own_voice")):
        assert f"{name} {words.tone(article[f'{column}_polarity'])}" in said
    assert f"spread {article['polarity_spread']:.2f}" in said


def test_the_course_of_an_article_has_a_column_a_scored_sentence(sample, scored, open_page):
    page = open_page("pages/articles.py", sample.folder, article=scored["article_id"])
    sentences = sample.frame(SENTENCES, where=[("article_id", "=", scored["article_id"])])
    toned = sentences.dropna(subset="polarity")

    [chart] = page.get("vega_lite_chart")
    assert [mark.mark for mark in marks_of(chart.proto)] == [str(number) for number in toned["sentence_number"]]


def test_the_course_is_hidden_with_the_tone(sample, scored, open_page):
    page = open_page("pages/articles.py", sample.folder, article=scored["article_id"])
    page.toggle(key="reader_tone").set_value(False).run()

    assert not page.get("vega_lite_chart")

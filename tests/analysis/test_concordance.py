import pytest

from analysis.articles import ARTICLES
from analysis.concordance import Line, lines_of, words_after, words_before
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.tokens import split_sentences

BODY = "Rain fell on Monday. The rain, they said, was \n heavy. No more."


def test_each_occurrence_is_a_line_with_its_sentence_and_its_context():
    assert lines_of(7, "Rain at last", BODY, ["rain"]) == [
        Line(7, None, "", "Rain", " at last"),
        Line(7, 0, "", "Rain", " fell on Monday. The rain, they said, was heavy. No more."),
        Line(7, 1, "Rain fell on Monday. The ", "rain", ", they said, was heavy. No more."),
    ]


def test_lines_of_several_forms_stand_in_the_order_of_the_text():
    assert [line.keyword for line in lines_of(0, "Rains", "Rain and rains.", ["rain", "rains"])] == [
        "Rains",
        "Rain",
        "rains",
    ]


def test_context_is_cut_between_words():
    text = "word " * 40 + "rain" + " word" * 40
    line = lines_of(0, None, text, ["rain"])[0]

    assert set(line.before.split()) == set(line.after.split()) == {"word"}
    assert 70 < len(line.before) <= 90
    assert line.before.endswith("word ")
    assert line.after.startswith(" word")


@pytest.mark.parametrize("sign", ["船", "w"])
def test_context_without_spaces_is_cut_all_the_same(sign):
    line = lines_of(0, None, f"{sign * 200} rain {sign * 200}", ["rain"])[0]

    assert max(len(line.before), len(line.after)) <= 90


def test_neighbours_are_the_words_next_to_the_keyword_without_case():
    line = Line(0, 0, "a b C d “The ", "rain", ", They SAID, was heavy")

    assert words_before(line) == ("the", "d", "c", "b")
    assert words_after(line) == ("they", "said", "was", "heavy")


def test_an_article_without_text_has_no_lines():
    assert lines_of(0, None, "", ["rain"]) == []


@pytest.mark.parametrize("row", range(0, 60, 12))
def test_there_are_as_many_lines_as_are_counted(sample, row):
    article = sample.frame(ARTICLES).iloc[row]
    terms = sample.frame(TERMS).set_index("term_id")["term"]
    counted = sample.frame(TERM_COUNTS, where=[("article_row", "=", row)])
    sentences = split_sentences(article["body"])
    assert len(counted) > 50

    for one in counted.iloc[::4].itertuples():
        lines = lines_of(row, article["headline"], article["body"], [terms[one.term_id]])
        assert len(lines) == one.n_occurrences
        for line in lines:
            if line.sentence is not None:
                place = sentences[line.sentence]
                assert line.keyword in " ".join(article["body"][place.start : place.end].split())

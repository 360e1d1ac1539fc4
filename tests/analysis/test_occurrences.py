import pytest

from analysis.articles import ARTICLES
from analysis.occurrences import find_phrases, find_term
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.tokens import split_sentences


def texts(text, spans):
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("Rain, rain and RAIN.", "rain", ["Rain", "rain", "RAIN"]),
        ("Rainy trains.", "rain", []),
        ("The U.S. and the US told us.", "u.s.", ["U.S.", "US"]),
        ("THEY TELL US THE TRUTH", "us", ["US"]),
        ("我爱北京天安门", "北京", ["北京"]),
        ("𠀀字在北京", "北京", ["北京"]),
        ("Britain’s and Britain's", "britain", ["Britain’s", "Britain's"]),
        ("River Trent; river\nTrent", "river trent", ["River Trent", "river\nTrent"]),
        ("Bank of China", "bank of china", ["Bank of China"]),
        ("ha ha ha ha ha", "ha ha", ["ha ha", "ha ha"]),
        ("", "rain", []),
        ("Rain", "", []),
        ("عاد الرئيس", "الرئيس", ["الرئيس"]),
        ("😀 rain 😀", "rain", ["rain"]),
    ],
)
def test_a_term_stands_where_its_words_do(text, term, found):
    assert texts(text, find_term(text, term)) == found


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence():
    text = "They saw the River. Trent was there. The River Trent rose."

    assert texts(text, find_term(text, "river trent", split_sentences(text))) == ["River Trent"]


def test_of_phrases_that_overlap_the_first_and_longest_is_kept():
    text = "the River Trent flood"

    assert texts(text, find_phrases(text, [["trent", "flood"], ["river"], ["river", "trent"], ["flood"], []])) == [
        "River Trent",
        "flood",
    ]


def test_a_phrase_that_is_asked_for_twice_is_found_once():
    assert len(find_phrases("rain", [["rain"], ["rain"]])) == 1


@pytest.mark.parametrize("row", range(0, 60, 6))
def test_terms_are_found_as_often_as_they_are_counted(sample, row):
    article = sample.frame(ARTICLES).iloc[row]
    sentences = split_sentences(article["body"])
    terms = sample.frame(TERMS).set_index("term_id")["term"]
    counted = sample.frame(TERM_COUNTS, where=[("article_row", "=", row)])
    found = {
        term: len(find_term(article["headline"] or "", term)) + len(find_term(article["body"], term, sentences))
        for term in terms[counted["term_id"]]
    }

    assert found == dict(zip(terms[counted["term_id"]], counted["n_occurrences"], strict=True))


def test_some_of_these_terms_are_phrases(sample):
    assert set(sample.frame(TERMS)["n_tokens"]) == {1, 2, 3}

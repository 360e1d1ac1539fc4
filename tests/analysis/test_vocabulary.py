from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tokens import fold, stop_words
from analysis.vocabulary import article_term_counts, build_vocabulary
from analysis.word_ids import NO_TERM
from tests.analysis.making import word_ids

WORDS = ["River", "river", "RIVER", "the", "The", "said", "1984", "flood’s", "flood"]
collections = st.lists(st.lists(st.lists(st.sampled_from(WORDS), max_size=5), max_size=4), max_size=6)


def vocabulary_of(articles, languages=None):
    return build_vocabulary(word_ids(articles), languages or ["en"] * len(articles))


def stops_of(vocabulary):
    return {term for term, is_stop in zip(vocabulary.terms.to_pylist(), vocabulary.is_stop, strict=True) if is_stop}


@given(collections)
def test_counts_are_those_of_a_plain_count(articles):
    found = vocabulary_of(articles)
    folded = [[fold(word) for sentence in sentences for word in sentence] for sentences in articles]
    occurrences = Counter(word for words in folded for word in words)
    in_articles = Counter(word for words in folded for word in set(words))

    terms = found.terms.to_pylist()

    assert terms == sorted(occurrences)
    assert dict(zip(terms, found.n_occurrences.tolist(), strict=True)) == occurrences
    assert dict(zip(terms, found.n_articles.tolist(), strict=True)) == in_articles


@given(collections)
def test_a_term_is_written_as_it_is_most_often_and_of_equals_as_comes_first_in_the_alphabet(articles):
    words = word_ids(articles)
    found = build_vocabulary(words, ["en"] * len(articles))
    written = [words.vocabulary[form] for form in found.written]
    forms = Counter(word for sentences in articles for sentence in sentences for word in sentence)
    best = {term: min((-n, form) for form, n in forms.items() if fold(form) == term)[1] for term in map(fold, forms)}

    assert dict(zip(found.terms.to_pylist(), written, strict=True)) == best


def test_every_word_has_its_term_and_the_break_has_none():
    words = word_ids([[["River", "the", "river"]]])
    found = build_vocabulary(words, ["en"])

    assert found.term_of[0] == NO_TERM
    assert found.terms.take(found.term_of[1:]).to_pylist() == [fold(word) for word in words.vocabulary[1:]]


@pytest.mark.parametrize(
    ("word", "is_stop", "is_content"),
    [
        ("river", False, True),
        ("the", True, False),
        ("said", False, False),
        ("Monday", False, False),
        ("1984", False, False),
        ("1,234.5", False, False),
        ("9/11", False, False),
        ("covid-19", False, True),
        ("g20", False, True),
    ],
)
def test_stop_words_newspaper_words_and_bare_numbers_are_no_content(word, is_stop, is_content):
    found = vocabulary_of([[[word]]])

    assert (found.is_stop.tolist(), found.is_content.tolist()) == ([is_stop], [is_content])


def test_a_stop_word_is_one_of_the_language_in_which_it_occurs_most():
    assert "die" in stop_words("de") - stop_words("en")
    often, once = [["die", "die", "die"]], [["die"]]

    assert stops_of(vocabulary_of([often, once], ["de", "en"])) == {"die"}
    assert stops_of(vocabulary_of([often, once], ["en", "de"])) == set()


@pytest.mark.parametrize("language", [None, "xx"])
def test_an_unknown_language_is_counted_all_the_same(language):
    assert vocabulary_of([[["river"]]], [language]).n_occurrences.tolist() == [1]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 3))))
def test_pairs_of_article_and_term_are_counted_in_their_order(pairs):
    rows, terms = np.array(sorted(pairs) or np.zeros((0, 2)), np.int32).T
    found = zip(*(values.tolist() for values in article_term_counts(rows, terms, 4)), strict=True)

    assert list(found) == sorted((*pair, n) for pair, n in Counter(pairs).items() if pair[1] >= 0)

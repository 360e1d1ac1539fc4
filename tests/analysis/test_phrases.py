from itertools import chain

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis.phrases
import analysis.word_ids
from analysis.collocations import SIGNIFICANT, log_likelihood
from analysis.phrases import find_phrases
from analysis.tokens import fold, news_words, stop_words
from analysis.vocabulary import build_vocabulary
from tests.analysis.making import word_ids

PIECES = ["River Trent", "river trent", "bank of china", "ha ha ha", "of", "said", "1984", "trent", *"bcdefghijkl"]
sentences = st.lists(st.sampled_from(PIECES), max_size=6).map(lambda pieces: " ".join(pieces).split())
# Some articles come again and again, so that their phrases are no chance.
articles = st.tuples(st.lists(sentences, max_size=4), st.integers(1, 5)).map(lambda drawn: [drawn[0]] * drawn[1])
collections = st.lists(articles, max_size=5).map(lambda groups: list(chain.from_iterable(groups)))
OUTSIDE = stop_words("en") | news_words() | {"1984"}


def found_in(articles, min_count=2, min_articles=1):
    """Occurrences, articles and strength of each phrase that is found, by its terms."""
    words = word_ids(articles)
    vocabulary = build_vocabulary(words, ["en"] * len(articles))
    terms = vocabulary.terms.to_pylist()
    return {
        tuple(terms[n] for n in row): (int(occurrences), int(n_articles), float(strength), _text(words, written))
        for phrases in find_phrases(words, vocabulary, min_count, min_articles)
        for row, occurrences, n_articles, strength, written in zip(
            phrases.terms, phrases.n_occurrences, phrases.n_articles, phrases.strength, phrases.written, strict=True
        )
    }


def _text(words, written):
    return " ".join(words.vocabulary[word] for word in written)


def places(words, phrase):
    """Where `phrase` stands in the words of a sentence, without overlaps."""
    start, found = 0, []
    while start <= len(words) - len(phrase):
        if tuple(words[start : start + len(phrase)]) == phrase:
            found.append(start)
            start += len(phrase)
        else:
            start += 1
    return found


def count(articles, phrase):
    return [sum(len(places(list(map(fold, words)), phrase)) for words in sentences) for sentences in articles]


def strength(articles, phrase):
    total = sum(len(words) for sentences in articles for words in sentences)
    both, head, last = (sum(count(articles, part)) for part in (phrase, phrase[:-1], phrase[-1:]))
    return log_likelihood(np.array([both]), np.array([head]), np.array([last]), total)[0]


def candidates(articles):
    """Every pair and triple inside a sentence that neither begins nor ends with a word that is no content."""
    folded = [list(map(fold, words)) for sentences in articles for words in sentences]
    runs = {tuple(words[n : n + size]) for words in folded for size in (2, 3) for n in range(len(words) - size + 1)}
    return {phrase for phrase in runs if not {phrase[0], phrase[-1]} & OUTSIDE}


@given(collections, st.integers(1, 3), st.integers(1, 2))
def test_phrases_are_those_of_a_plain_count(articles, min_count, min_articles):
    expected = {
        phrase: (sum(numbers), sum(map(bool, numbers)))
        for phrase in candidates(articles)
        if sum(numbers := count(articles, phrase)) >= min_count
        and sum(count(articles, phrase[:2])) >= min_count
        and sum(map(bool, numbers)) >= min_articles
        and strength(articles, phrase) >= SIGNIFICANT
    }
    found = found_in(articles, min_count, min_articles)

    assert {phrase: numbers[:2] for phrase, numbers in found.items()} == expected
    assert all(numbers[2] == pytest.approx(strength(articles, phrase)) for phrase, numbers in found.items())


@given(collections, st.integers(1, 20))
def test_phrases_do_not_depend_on_what_is_counted_at_a_time(articles, size):
    whole = found_in(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis.word_ids, "_CHUNK_WORDS", size)
        patch.setattr(analysis.phrases, "_WORDS_A_PART", 2 * size)

        assert found_in(articles) == whole


# Enough other words for what stands together not to do so by chance.
FILLER = [["wind", "rain", "sun", "snow", "hail", "storm", "fog", "frost", "ice", "sleet"]] * 3


@pytest.mark.parametrize(
    ("articles", "n_found"),
    [
        ([[["river", "trent"]]] * 3, 3),
        ([[["river"], ["trent"]]] * 3, 0),
        ([[["river"]], [["trent"]]] * 3, 0),
        ([[["river", "trent", "river", "trent"]]], 2),
        ([[["the", "trent"]]] * 3, 0),
        ([[["trent", "of"]]] * 3, 0),
    ],
)
def test_a_phrase_stands_in_one_sentence_between_words_of_content(articles, n_found):
    pairs = {phrase: numbers for phrase, numbers in found_in([*articles, FILLER]).items() if "trent" in phrase}

    assert sum(numbers[0] for phrase, numbers in pairs.items() if phrase == ("river", "trent")) == n_found
    assert set(pairs) <= {("river", "trent"), ("trent", "river")}


def test_a_triple_may_have_a_stop_word_in_its_middle():
    assert ("bank", "of", "china") in found_in([[["bank", "of", "china"]]] * 4 + [FILLER])


def test_a_phrase_that_overlaps_itself_counts_as_often_as_it_can_be_marked():
    assert found_in([[["knock", "knock", "knock"]]] * 9 + [FILLER] * 9)["knock", "knock"][:2] == (9, 9)


def test_a_phrase_is_written_as_it_is_most_often():
    articles = [[["River", "Trent"]], [["River", "Trent"]], [["river", "trent"]], [["trent"]] * 3, FILLER]

    assert found_in(articles)["river", "trent"][3] == "River Trent"

"""Stop words: small words are stopped, what news is about is not."""

from __future__ import annotations

import pytest

from analysis.tokens import WordLists, fold, news_words, stop_words, vague_words

LANGUAGES = [None, "en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ru", "ar", "hi", "zh", "ja", "ko", "tr"]


@pytest.mark.parametrize("word", ["the", "a", "they", "don’t", "it's", "they've", "we'll", "of", "is"])
def test_english_small_words_are_stop_words_in_folded_form(word: str) -> None:
    assert fold(word) in stop_words("en")


@pytest.mark.parametrize("word", ["world", "fire", "bill", "state", "states", "research", "new", "war", "high", "u.s."])
def test_what_news_is_about_is_no_stop_word(word: str) -> None:
    assert word not in stop_words("en")


@pytest.mark.parametrize(
    ("language", "word"),
    [("de", "und"), ("fr", "les"), ("es", "para"), ("it", "della"), ("ru", "что"), ("zh", "的"), ("tr", "için")],
)
def test_other_languages_have_their_own(language: str, word: str) -> None:
    assert word in stop_words(language)
    assert word not in stop_words("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_stop_words_are_folded_words(language: str | None) -> None:
    assert stop_words(language)
    assert all(word == fold(word) and word.split() == [word] for word in stop_words(language))


def test_no_language_means_english() -> None:
    assert stop_words(None) == stop_words("en")


def test_a_language_without_a_list_stops_nothing() -> None:
    assert stop_words("xx") == frozenset()


def test_stop_words_are_read_once() -> None:
    assert stop_words("de") is stop_words("de")


@pytest.mark.parametrize("word", ["monday", "january", "said", "says", "told", "news", "reporter", "reuters", "p.m."])
def test_news_words_are_those_of_newspapers(word: str) -> None:
    assert word in news_words()


def test_news_words_are_folded() -> None:
    assert all(word == fold(word) for word in news_words())


@pytest.mark.parametrize("word", ["new", "called", "thinks", "thing", "biggest"])
def test_vague_words_tell_nothing_alone(word: str) -> None:
    assert WordLists().is_vague(word)
    assert WordLists().tells(word)
    assert not WordLists(kept=frozenset({word})).is_vague(word)


@pytest.mark.parametrize("word", ["left", "right", "leave", "case", "call", "strike", "president", "help"])
def test_what_news_may_be_about_is_not_vague(word: str) -> None:
    assert not WordLists().is_vague(word)


def test_vague_words_are_folded_and_in_no_other_list() -> None:
    assert all(word == fold(word) for word in vague_words())
    assert not vague_words() & (news_words() | stop_words("en"))

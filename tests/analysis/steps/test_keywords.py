from collections import Counter

import pytest

from analysis.errors import SettingsError
from analysis.occurrences import find_term
from analysis.steps.keywords import TERM_COUNTS, TERMS, Keywords
from analysis.tokens import fold, stop_words, word_list
from tests.analysis.making import article, bodies, collection_of, run

TEXTS = [
    "The River Trent rose. The River Trent burst its banks, said Monday's paper.",
    "Farmers on the River Trent lost 40 cows. The river has risen.",
    "A goal in the last minute. The river was far away.",
]


@pytest.fixture
def tables(tmp_path):
    return keywords(tmp_path, bodies(TEXTS))


def keywords(folder, articles, step=None):
    found = run(step or Keywords(), *collection_of(articles, folder))
    return found[TERMS].to_pylist(), found[TERM_COUNTS].to_pylist()


def test_words_are_counted_as_by_hand_and_stop_words_are_aside(tables):
    terms, _ = tables
    folded = [[fold(word) for word in word_list(text)] for text in TEXTS]
    occurrences = Counter(word for words in folded for word in words if word not in stop_words("en"))
    in_articles = Counter(word for words in folded for word in set(words))

    assert {row["term"]: row["n_occurrences"] for row in terms if row["n_tokens"] == 1} == occurrences
    assert all(row["n_articles"] == in_articles[row["term"]] for row in terms if row["n_tokens"] == 1)


def test_terms_are_numbered_most_articles_first(tables):
    terms, _ = tables
    rank = [(-row["n_articles"], -row["n_occurrences"], row["term"]) for row in terms]

    assert rank == sorted(rank)
    assert [row["term_id"] for row in terms] == list(range(len(terms)))
    assert terms[0]["term"] == "river"


def test_counts_of_articles_add_up_to_those_of_terms(tables):
    terms, counts = tables
    n_articles = Counter(row["term_id"] for row in counts)
    n_occurrences = Counter({row["term_id"]: 0 for row in terms})
    for row in counts:
        n_occurrences[row["term_id"]] += row["n_occurrences"]

    assert n_articles == {row["term_id"]: row["n_articles"] for row in terms}
    assert n_occurrences == {row["term_id"]: row["n_occurrences"] for row in terms}


def test_counts_are_sorted_by_article_and_term(tables):
    keys = [(row["article_row"], row["term_id"]) for row in tables[1]]

    assert keys == sorted(set(keys))


def test_counts_are_what_is_found_in_the_text(tables):
    terms, counts = tables
    found = {(row["article_row"], terms[row["term_id"]]["term"]): row["n_occurrences"] for row in counts}
    expected = {(n, row["term"]): len(find_term(text, row["term"])) for n, text in enumerate(TEXTS) for row in terms}

    assert found == {key: count for key, count in expected.items() if count}


def test_phrases_have_a_strength_and_words_have_none(tables):
    terms, _ = tables

    assert {row["term"] for row in terms if row["n_tokens"] == 2} == {"river trent"}
    assert all((row["strength"] is None) == (row["n_tokens"] == 1) for row in terms)


@pytest.mark.parametrize("term", ["said", "monday", "40"])
def test_newspaper_words_and_bare_numbers_are_counted_and_not_shown_unasked(tables, term):
    [row] = [row for row in tables[0] if row["term"] == term]

    assert not row["is_keyword"]


def test_the_headline_counts_as_well(tmp_path):
    terms, _ = keywords(tmp_path, [article("Rain.", "a", headline="Rain and snow"), article("Rain.", "b")])

    assert {row["term"]: (row["n_articles"], row["n_occurrences"]) for row in terms} == {
        "rain": (2, 3),
        "snow": (1, 1),
    }


@pytest.mark.parametrize(
    ("step", "phrases"),
    [
        (Keywords(), {"river trent"}),
        (Keywords(min_phrase_count=4), set()),
        (Keywords(min_phrase_articles=3), set()),
    ],
)
def test_phrases_must_occur_often_and_in_several_articles(tmp_path, step, phrases):
    terms, _ = keywords(tmp_path, bodies(TEXTS), step)

    assert {row["term"] for row in terms if row["n_tokens"] > 1} == phrases


@pytest.mark.parametrize("name", ["min_phrase_count", "min_phrase_articles"])
def test_bounds_below_one_are_refused(name):
    with pytest.raises(SettingsError, match=f"keywords.{name} must be at least 1, not 0"):
        Keywords(**{name: 0})


def test_a_readers_own_stop_words_are_aside_and_kept_words_are_keywords(tmp_path):
    step = Keywords(stop_words=("River", "COWS"), keep_words=("the", "said", "40"))
    terms, _ = keywords(tmp_path, bodies(TEXTS), step)
    is_keyword = {row["term"]: row["is_keyword"] for row in terms}

    assert not {"river", "cows", "river trent"} & set(is_keyword)
    assert [is_keyword[word] for word in ("the", "said", "40")] == [True, True, True]
    assert "a" not in is_keyword


@pytest.mark.parametrize("wrong", [("river trent",), ("",), ("river", "...")])
@pytest.mark.parametrize("name", ["stop_words", "keep_words"])
def test_a_word_of_the_readers_own_is_one_word(name, wrong):
    with pytest.raises(SettingsError, match=f"keywords.{name} takes single words"):
        Keywords(**{name: wrong})


def test_forms_of_a_word_or_phrase_name_the_commonest_of_them(tmp_path):
    texts = ["The flood warning came.", "A flood warning, two flood warnings.", "Flood warnings again. Floods."]
    others = ["Nothing of that kind happened here, and a quiet day of sun and wind followed another one."] * 5
    terms, _ = keywords(tmp_path, bodies([*texts, *others]), Keywords(2, 1))
    by_term = {row["term"]: row for row in terms}
    named = {row["term"]: terms[row["form_of"]]["term"] for row in terms}

    assert named["warnings"] == named["warning"] == "warning"
    assert named["flood warnings"] == named["flood warning"] == "flood warning"
    assert named["quiet"] == "quiet"
    assert by_term["flood warning"]["n_articles"] == by_term["flood warnings"]["n_articles"] == 2
    assert by_term["flood warning"]["n_articles_of_forms"] == by_term["flood warnings"]["n_articles_of_forms"] == 3

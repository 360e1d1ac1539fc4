import sqlite3

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import BundleError
from analysis.search import Index, IndexWriter, fts_query, index_writer, query_phrases, write_index
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.tokens import word_list
from tests.analysis.making import word_ids


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "search.sqlite"
    texts = [
        ["Flood warning", "River Trent rose"],
        ["The warning", "Flood on the river"],
        ["Dans l’État, c’est moi", "The U.S. COVID-19 bill, AT&T’s #MeToo: 1,234.5 on 9/11"],
        [],
        ["and not or near 北京", "don’t"],
    ]
    write_index(word_ids([map(word_list, sentences) for sentences in texts]), path)
    return Index(path)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("flood", [0, 1]),
        ("FLOOD", [0, 1]),
        ("flood warning", [0, 1]),
        ('"flood warning"', [0]),
        ('"warning river"', []),
        ('"flood warning" trent', [0]),
        ('"flood on" "the river"', [1]),
        ("trent snow", []),
        ("état", [2]),
        ("l’ÉTAT", [2]),
        ("etat", []),
        ("c'est", [2]),
        ("u.s.", [2]),
        ("US", [2]),
        ("us", []),
        ("at&t", [2]),
        ("covid-19", [2]),
        ("covid", []),
        ("AT&T", [2]),
        ("#metoo", [2]),
        ("1,234.5", [2]),
        ("9/11", [2]),
        ("北京", [4]),
        ("don't", [4]),
    ],
)
def test_a_search_finds_the_articles_that_hold_all_words_and_phrases(index, typed, rows):
    assert index.rows(typed).tolist() == rows


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("flood warning", '"flood" "warning"'),
        ('"flood warning" river', '"flood warning" "river"'),
        ("AND OR NOT", '"and" "or" "not"'),
        ("NEAR(flood, 3)", '"near flood" "3"'),
        ("flood* -warning ^river", '"flood" "warning" "river"'),
        ("body:flood", '"body flood"'),
        ('an "open quote', '"an" "open quote"'),
        ('""" "', ""),
        ("", ""),
        ("... !!! *", ""),
    ],
)
def test_what_is_typed_is_text(typed, query):
    assert fts_query(query_phrases(typed)) == query


@pytest.mark.parametrize("typed", ["", " \n", '"', '""', "*", "-", "()", "... !!!", "\x00"])
def test_a_text_without_a_word_finds_nothing(index, typed):
    assert index.rows(typed).tolist() == []


@pytest.mark.parametrize(
    "typed",
    [
        "AND",
        "flood AND",
        "NEAR(",
        "{headline body}: flood",
        "flood'; drop table words; --",
        "x" * 1_000_000,
        "flood " * 170_000,
        '"' + "flood " * 170_000,
        " ".join(f"w{n}" for n in range(150_000)),
        "\ud800",
        "flood\x00river",
    ],
    ids=lambda typed: repr(typed[:20]),
)
def test_no_text_is_an_error(index, typed):
    assert set(index.rows(typed)) <= {0, 1, 4}


@given(st.text(max_size=30))
def test_any_text_can_be_searched_for(index, typed):
    rows = index.rows(typed)

    assert rows.dtype == np.int64
    assert (np.diff(rows) > 0).all()


def test_of_many_words_all_must_be_there(tmp_path):
    numbers = [f"w{n}" for n in range(1_200)]
    write_index(word_ids([[numbers], [numbers[:-1]], [numbers]]), tmp_path / "search.sqlite")

    assert Index(tmp_path / "search.sqlite").rows(" ".join(numbers)).tolist() == [0, 2]


def test_a_missing_index_is_a_clear_error(tmp_path):
    with pytest.raises(BundleError, match="the search index cannot be read"):
        Index(tmp_path / "search.sqlite").rows("flood")
    assert not (tmp_path / "search.sqlite").exists()


def test_a_damaged_index_is_a_clear_error(tmp_path):
    (tmp_path / "search.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(BundleError, match="the search index cannot be read"):
        Index(tmp_path / "search.sqlite").rows("flood")


def test_an_index_may_stand_at_a_path_of_any_name(tmp_path):
    path = tmp_path / "50% of #1? (ü)" / "search.sqlite"
    path.parent.mkdir()
    write_index(word_ids([[["flood"]]]), path)

    assert Index(path).rows("flood").tolist() == [0]


def test_an_empty_collection_can_be_searched(tmp_path):
    write_index(word_ids([]), tmp_path / "search.sqlite")

    assert Index(tmp_path / "search.sqlite").rows("flood").tolist() == []


def test_hits_are_the_articles_that_are_counted_for_every_term_of_the_sample(sample):
    terms = sample.frame(TERMS).set_index("term_id")["term"]
    counted = sample.frame(TERM_COUNTS).groupby("term_id")["article_row"].agg(sorted)
    wrong = {term for number, term in terms.items() if sample.index.rows(f'"{term}"').tolist() != counted[number]}

    assert len(terms) > 1_000
    assert wrong == set()


def test_a_term_is_searched_for_by_the_words_it_is_written_with(sample):
    terms = sample.frame(TERMS)
    wrong = {
        (written, term)
        for written, term in zip(terms["written"], terms["term"], strict=True)
        if query_phrases(f'"{written}"') != [term.split()]
    }

    assert wrong == set()


def test_a_writer_that_is_dropped_ends_and_raises_nothing(tmp_path):
    writer = IndexWriter(tmp_path / "search.sqlite")
    for part in word_ids([[["flood"]]] * 30).parts():
        writer.add(part)
    writer.drop()
    writer.drop()


def test_what_goes_wrong_with_an_index_is_raised_when_it_is_finished(tmp_path):
    writer = IndexWriter(tmp_path / "no such folder" / "search.sqlite")
    for part in list(word_ids([[["flood"]]] * 3).parts()) * 40:
        writer.add(part)

    with pytest.raises(sqlite3.OperationalError):
        writer.finish()


def test_an_index_filled_part_by_part_is_the_one_written_at_once(tmp_path):
    words = word_ids([[["flood", f"n{number}"], ["rain"]] for number in range(450)])
    write_index(words, tmp_path / "whole.sqlite")
    with index_writer(tmp_path / "parts.sqlite") as writer:
        for part in words.parts():
            writer.add(part)

    assert Index(tmp_path / "parts.sqlite").rows("n449").tolist() == [449]
    assert (tmp_path / "parts.sqlite").read_bytes() == (tmp_path / "whole.sqlite").read_bytes()

import sqlite3
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import BundleError
from analysis.queries import Phrase, parse, phrase_of, positive
from analysis.queries.fts import expression
from analysis.queries.places import hits, row_of
from analysis.search import Index, IndexWriter, index_writer, write_index
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.tokens import word_list
from tests.analysis.making import word_ids


def rows(index, typed):
    """The rows that FTS5 finds for the words and phrases of what was typed, all of them."""
    with sqlite3.connect(index.path) as opened:
        asked = " AND ".join(map(written, positive(parse(typed))))
        return [row for (row,) in opened.execute("select rowid from words where words match ?", (asked,))]


def written(query):
    """What FTS5 understands as a phrase, or as NEAR."""
    if isinstance(query, Phrase):
        return expression(query)
    column = query.phrases[0].column
    phrases = " ".join(expression(replace(one, column="")) for one in query.phrases)
    return f"{column + ' : ' if column else ''}NEAR({phrases}, {query.distance})"


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
    ("typed", "found"),
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
def test_a_search_finds_the_articles_that_hold_all_words_and_phrases(index, typed, found):
    assert rows(index, typed) == found


def test_a_missing_index_is_a_clear_error(tmp_path):
    with pytest.raises(BundleError, match="the search index cannot be read"):
        Index(tmp_path / "search.sqlite").holding(phrase_of("flood"))
    assert not (tmp_path / "search.sqlite").exists()


def test_a_damaged_index_is_a_clear_error(tmp_path):
    (tmp_path / "search.sqlite").write_bytes(b"no database" * 1000)
    with pytest.raises(BundleError, match="the search index cannot be read"):
        Index(tmp_path / "search.sqlite").holding(phrase_of("flood"))


def test_an_index_may_stand_at_a_path_of_any_name(tmp_path):
    path = tmp_path / "50% of #1? (ü)" / "search.sqlite"
    path.parent.mkdir()
    write_index(word_ids([[["flood"]]]), path)

    assert Index(path).holding(phrase_of("flood")).tolist() == [0]


def test_an_empty_collection_can_be_searched(tmp_path):
    write_index(word_ids([]), tmp_path / "search.sqlite")

    assert Index(tmp_path / "search.sqlite").holding(phrase_of("flood")).tolist() == []
    assert Index(tmp_path / "search.sqlite").places("flood").tolist() == []


def test_hits_are_the_articles_that_are_counted_for_every_term_of_the_sample(sample):
    terms = sample.frame(TERMS).set_index("term_id")["term"]
    counted = sample.frame(TERM_COUNTS).groupby("term_id")["article_row"].agg(sorted)
    wrong = {
        term for number, term in terms.items() if sample.index.holding(phrase_of(term)).tolist() != counted[number]
    }

    assert len(terms) > 1_000
    assert wrong == set()


def test_a_term_is_searched_for_by_the_words_it_is_written_with(sample):
    terms = sample.frame(TERMS)
    wrong = {
        (written, term)
        for written, term in zip(terms["written"], terms["term"], strict=True)
        if parse(f'"{written}"') != Phrase(tuple(term.split()))
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

    assert Index(tmp_path / "parts.sqlite").holding(phrase_of("n449")).tolist() == [449]
    assert (tmp_path / "parts.sqlite").read_bytes() == (tmp_path / "whole.sqlite").read_bytes()


WORDS = ["flood", "river", "warning", "floods", "the", "rise"]
sentences = st.lists(st.lists(st.sampled_from(WORDS), max_size=6), max_size=4)
QUERIES = [
    "flood",
    "flood*",
    '"flood river"',
    '"the flood"*',
    "headline:flood",
    "body:flood*",
    "NEAR(flood river, 2)",
    "NEAR(flood river the, 3)",
    'NEAR("flood river" the*, 1)',
    "flood NEAR/1 flood*",
    "headline:NEAR(flood river, 1)",
]


@pytest.mark.parametrize("common", [0, 3, 50_000])
@settings(max_examples=20, deadline=None)
@given(articles=st.lists(sentences, max_size=6))
def test_an_article_is_found_where_a_hit_stands_however_common_its_words_are(tmp_path_factory, common, articles):
    path = tmp_path_factory.mktemp("any") / "search.sqlite"
    write_index(word_ids(articles), path, common=common)
    index = Index(path)

    for typed in QUERIES:
        starts, ends = hits(positive(parse(typed)), index.places)
        assert np.unique(row_of(starts)).tolist() == rows(index, typed), typed
        assert (starts[1:] >= ends[:-1]).all()


def test_all_words_are_told_with_the_number_of_their_articles(index):
    words, n_articles = index.vocabulary()

    assert words == sorted(words, key=str.encode)
    assert dict(zip(words, n_articles.tolist(), strict=True))["flood"] == 2
    assert "¶" not in words

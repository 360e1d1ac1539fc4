import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import analysis.word_ids
from analysis.articles import Document, Documents
from analysis.steps.words import STEP, STREAMS
from analysis.word_ids import BREAK_ID, WordIdsWriter
from tests.analysis.making import article, word_ids


def batch(*bodies):
    return STEP(Documents([Document(article(body, str(number))) for number, body in enumerate(bodies)]))[STREAMS]


def written(path, *batches):
    writer = WordIdsWriter(path)
    for rows in batches:
        writer.add(rows)
    return writer.finish()


def texts(words):
    return [[words.vocabulary[number] for number in words.of_article(row)] for row in range(words.n_articles)]


def test_batches_with_other_vocabularies_are_read_back_in_one(tmp_path):
    words = written(tmp_path / "w", batch("Rain fell. It rained.", "Sun."), batch("It fell."), batch("Snow fell."))

    assert texts(words) == [
        ["", "Rain", "fell", "", "It", "rained", ""],
        ["", "Sun", ""],
        ["", "It", "fell", ""],
        ["", "Snow", "fell", ""],
    ]
    assert len(set(words.vocabulary)) == len(words.vocabulary)
    assert words.vocabulary[BREAK_ID] == ""


def test_a_break_stands_after_the_headline_and_after_each_sentence():
    document = Document(article("One two. Three.", headline="Big news"))

    assert STEP(Documents([document]))[STREAMS].to_pylist() == [
        {"article_id": "a", "words": ["Big", "news", "", "One", "two", "", "Three", ""]}
    ]


@pytest.mark.parametrize("batches", [[], [batch()], [batch("")], [batch("", "..."), batch()]])
def test_collections_without_words_have_streams_of_breaks(tmp_path, batches):
    words = written(tmp_path / "w", *batches)

    assert words.n_articles == sum(map(len, batches))
    assert set(words.ids.tolist()) <= {BREAK_ID}
    assert sum(len(chunk.ids) for chunk in words.chunks()) == len(words.ids)


@given(st.lists(st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=4), max_size=12), st.integers(1, 30))
def test_chunks_hold_whole_articles_and_all_of_them(articles, size):
    words = word_ids(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis.word_ids, "_CHUNK_WORDS", size)
        chunks = list(words.chunks())

    assert [n for chunk in chunks for n in chunk.ids.tolist()] == words.ids.tolist()
    assert [row for chunk in chunks for row in chunk.rows.tolist()] == np.repeat(
        np.arange(words.n_articles), np.diff(words.offsets)
    ).tolist()
    assert all(set(one.rows).isdisjoint(other.rows) for one, other in itertools.pairwise(chunks))
    assert all(len(chunk.ids) <= size or len(set(chunk.rows)) == 1 for chunk in chunks)

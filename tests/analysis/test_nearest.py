"""The nearest articles: by the words that tell most, without copies, explained by what is shared."""

import numpy as np
import pytest

from analysis.nearest import LEAST_SIMILARITY, nearest
from analysis.selection import articles_of
from analysis.steps.keywords import TERM_COUNTS, TERMS
from tests.analysis.making import news


@pytest.fixture(scope="module")
def articles(sample):
    return articles_of(sample)


def by_hand(bundle, articles, row):
    """The cosine of the article in `row` with all others, from a matrix that only a small collection can have."""
    terms, counts = bundle.frame(TERMS), bundle.frame(TERM_COUNTS)
    matrix = np.zeros((len(articles), len(terms)))
    np.add.at(matrix, (counts["article_row"], terms["form_of"].to_numpy()[counts["term_id"]]), counts["n_occurrences"])
    matrix[:, ~terms["is_keyword"]] = 0
    weights = np.where(matrix > 0, 1 + np.log(np.maximum(matrix, 1)), 0)
    weights *= np.log((1 + len(articles)) / (1 + terms["n_articles_of_forms"].to_numpy())) + 1
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-12)
    return weights @ weights[row]


@pytest.mark.parametrize("row", [0, 7, 31])
def test_similarity_is_the_cosine_of_the_weights(row, sample, articles):
    expected = by_hand(sample, articles, row)

    for near in nearest(sample, articles, row):
        assert near.similarity == pytest.approx(expected[near.row], abs=0.02)


@pytest.mark.parametrize("row", range(0, 60, 7))
def test_the_nearest_come_first_and_are_no_copies(row, sample, articles):
    found = nearest(sample, articles, row)
    stories = articles.loc[[near.row for near in found], "story_id"].tolist()

    assert len(found) <= 10
    assert [near.similarity for near in found] == sorted((near.similarity for near in found), reverse=True)
    assert articles.at[row, "story_id"] not in stories
    assert len(set(stories)) == len(stories)
    assert all(near.similarity >= LEAST_SIMILARITY and near.shared for near in found)


def test_what_is_shared_stands_in_both(sample, articles):
    terms, counts = sample.frame(TERMS), sample.frame(TERM_COUNTS)
    forms = counts.assign(form=terms["form_of"].to_numpy()[counts["term_id"]])
    held = forms.groupby("article_row")["form"].agg(set)

    for near in nearest(sample, articles, 0):
        shared = set(terms.loc[sorted(held[0] & held[near.row]), "written"])
        assert shared.issuperset(near.shared)


def test_the_nearest_article_is_on_the_same_subject(build_rows):
    bundle = build_rows(list(news(60)))
    articles = articles_of(bundle)
    subjects = articles["article_id"].str[1:].astype(int) % 5

    for row in articles.index[::9]:
        assert [subjects[near.row] for near in nearest(bundle, articles, row, most=1)] == [subjects[row]]


@pytest.mark.parametrize(
    "rows",
    [
        [{"id": "a", "text": "The harbour strike went on."}],
        [{"id": "a", "text": "The harbour strike went on."}, {"id": "b", "text": "Nobody knew an answer yesterday."}],
        [{"id": "a", "text": "of the and"}, {"id": "b", "text": "the of"}],
    ],
    ids=["one article", "nothing in common", "stop words"],
)
def test_there_may_be_none(rows, build_rows):
    bundle = build_rows(rows)

    assert nearest(bundle, articles_of(bundle), 0) == []

import numpy as np
import pytest

from analysis.comparisons import word_counts
from analysis.marks import Mark, behind
from analysis.places import by_outlet, counts_of, dispersions, evenness
from analysis.selection import NONE, articles_of
from analysis.steps.keywords import TERM_COUNTS, TERMS


@pytest.fixture(scope="module")
def articles(sample):
    return articles_of(sample)


@pytest.fixture(scope="module")
def n_words(articles):
    return word_counts(articles)


def test_a_term_is_counted_in_the_articles_that_hold_it(sample, articles):
    for term in sample.frame(TERMS).iloc[::200].itertuples():
        counts = counts_of(sample, [term.term])

        assert counts.sum() == term.n_occurrences
        assert sorted(counts.index) == behind(sample, articles, Mark("term", term.term)).index.tolist()


def test_what_is_no_stored_term_has_no_counts(sample):
    assert counts_of(sample, ["the"]) is None


def test_dispersion_of_many_terms_is_that_of_each(sample, articles, n_words):
    terms = sample.frame(TERMS)
    own = terms[terms["term_id"] == terms["form_of"]]
    n_forms = terms["form_of"].value_counts()
    ids = [int(n_forms.index[0]), *own["term_id"].iloc[[40, 3, 200, 0]].tolist()]
    found = dispersions(sample, articles, ids, n_words)

    one_by_one = [
        evenness(counts_of(sample, terms.loc[terms["form_of"] == number, "term"]), articles, n_words) for number in ids
    ]
    assert n_forms.iloc[0] > 1
    assert found.tolist() == pytest.approx(one_by_one)
    assert all(0 < value <= 1 for value in found)


def test_a_term_that_no_article_holds_has_no_dispersion(sample, articles, n_words):
    counts = sample.frame(TERM_COUNTS)
    held = counts.loc[counts["article_row"] == 0, "term_id"]
    missing = int(np.setdiff1d(sample.frame(TERMS)["term_id"], held)[0])

    assert np.isnan(dispersions(sample, articles.head(1), [missing], n_words)).all()
    assert len(dispersions(sample, articles, [], n_words)) == 0


def test_outlets_are_counted_with_their_own_words(sample, articles, n_words):
    counts = counts_of(sample, ["strike", "strikes"])
    held = articles[articles.index.isin(counts.index)].assign(n_occurrences=counts)
    found = by_outlet(held, n_words, articles).set_index("outlet")

    assert found["n_articles"].sum() == len(held)
    assert found["n_occurrences"].sum() == counts.sum()
    for outlet, row in found.iterrows():
        own = articles["outlet"].fillna(NONE) == outlet
        assert row["per_10k"] == pytest.approx(10_000 * row["n_occurrences"] / n_words[own].sum())

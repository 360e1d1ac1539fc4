"""The term index counts for any articles what the stored tables hold of them."""

import numpy as np
import pytest

from analysis.selection import articles_of
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.summaries import leading_terms, leading_window, with_names, words_counted, words_of
from analysis.term_index import TermIndex, term_index


@pytest.fixture(scope="module")
def counts(sample):
    forms = sample.frame(TERMS)["form_of"].to_numpy()
    counts = sample.frame(TERM_COUNTS)
    return counts.assign(form=forms[counts["term_id"]])


# Few articles are counted, of many the others are taken from the whole.
CHOSEN = [[], [3], [0, 1, 2, 30], range(0, 60, 2), range(55), range(60)]


@pytest.mark.parametrize("rows", CHOSEN, ids=len)
def test_terms_are_counted_in_the_articles_that_are_asked_for(rows, sample, counts):
    found = counts[counts["article_row"].isin(rows)].groupby("term_id")["n_occurrences"].agg(["size", "sum"])
    index = term_index(sample)

    n_articles, n_occurrences = index.counted(np.array(rows, np.int64))

    assert np.flatnonzero(n_articles).tolist() == found.index.tolist()
    assert n_articles[found.index].tolist() == found["size"].tolist()
    assert n_occurrences[found.index].tolist() == found["sum"].tolist()


@pytest.mark.parametrize("rows", CHOSEN, ids=len)
def test_an_article_with_several_forms_of_a_word_counts_once(rows, sample, counts):
    inside = counts[counts["article_row"].isin(rows)]
    n_articles, n_occurrences = term_index(sample).forms_counted(np.array(rows, np.int64))

    by_form = inside.groupby("form")
    assert n_articles.sum() == len(inside.drop_duplicates(["article_row", "form"]))
    assert n_articles[list(by_form.groups)].tolist() == by_form["article_row"].nunique().tolist()
    assert n_occurrences[list(by_form.groups)].tolist() == by_form["n_occurrences"].sum().tolist()


@pytest.mark.parametrize("articles", [[], [2, 3, 50], range(60)], ids=len)
@pytest.mark.parametrize("number", [0, 1, 3, 40])
def test_pairs_of_some_words_have_all_their_forms_together(number, articles, sample, counts):
    forms = counts["form"].drop_duplicates().head(number).tolist()
    asked = counts[counts["form"].isin(forms) & counts["article_row"].isin(articles)]
    expected = asked.groupby(["article_row", "form"])["n_occurrences"].sum()

    rows, found, occurrences = term_index(sample).with_forms(forms, np.array(articles, np.int64))

    assert list(zip(rows, found, strict=True)) == list(expected.index)
    assert occurrences.tolist() == expected.tolist()


def test_an_index_is_read_once(sample):
    assert term_index(sample) is term_index(sample)
    assert sample.once(TermIndex.read) is term_index(sample)


@pytest.mark.parametrize("by", ["n_articles", "n_occurrences"])
@pytest.mark.parametrize("most", [1, 10, 50])
def test_the_leading_terms_need_the_names_of_their_window_alone(by, most, sample):
    articles = articles_of(sample).iloc[:40]
    ranked = words_counted(sample, articles).sort_values(by, ascending=False, kind="stable")
    named = with_names(sample, leading_window(ranked, most, by))

    everything = words_of(sample, articles).sort_values(by, ascending=False, kind="stable")

    shown, expected = leading_terms(named, most, by), leading_terms(everything, most, by)
    assert (
        shown[["term", by, "forms", "mark"]].values.tolist() == expected[["term", by, "forms", "mark"]].values.tolist()
    )

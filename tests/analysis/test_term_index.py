"""The term index counts for any articles what the stored tables hold of them."""

import numpy as np
import pytest

from analysis.selection import articles_of
from analysis.steps.keywords import TERM_COUNTS
from analysis.summaries import leading_terms, leading_window, with_names, words_counted, words_of
from analysis.term_index import TermIndex, term_index


@pytest.fixture(scope="module")
def counts(sample):
    return sample.frame(TERM_COUNTS)


CHOSEN = [[], [3], [0, 1, 2, 30], range(0, 60, 2), range(55), range(60)]


@pytest.mark.parametrize("rows", CHOSEN, ids=len)
def test_terms_are_counted_in_the_articles_that_are_asked_for(rows, sample, counts):
    found = counts[counts["article_row"].isin(rows)].groupby("term_id")["n_occurrences"].agg(["size", "sum"])
    index = term_index(sample)

    n_articles, n_occurrences = index.counted(np.array(rows, np.int64))

    assert np.flatnonzero(n_articles).tolist() == found.index.tolist()
    assert n_articles[found.index].tolist() == found["size"].tolist()
    assert n_occurrences[found.index].tolist() == found["sum"].tolist()


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

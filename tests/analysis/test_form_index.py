"""The form index counts words in all their forms, in any articles, as the stored tables do."""

import numpy as np
import pytest

from analysis import form_index as module
from analysis.form_index import FormIndex, form_index
from analysis.steps.keywords import TERM_COUNTS, TERMS


@pytest.fixture(scope="module")
def counts(sample):
    forms = sample.frame(TERMS)["form_of"].to_numpy()
    counts = sample.frame(TERM_COUNTS)
    return counts.assign(form=forms[counts["term_id"]])


CHOSEN = [[], [3], [0, 1, 2, 30], range(0, 60, 2), range(60)]


@pytest.mark.parametrize("at_a_time", [1, 1_000, module._AT_A_TIME])
@pytest.mark.parametrize("rows", CHOSEN, ids=len)
def test_an_article_with_several_forms_of_a_word_counts_once(rows, at_a_time, sample, counts, monkeypatch):
    monkeypatch.setattr(module, "_AT_A_TIME", at_a_time)
    inside = counts[counts["article_row"].isin(rows)]
    n_articles, n_occurrences = form_index(sample).counted(np.array(rows, np.int64))

    by_form = inside.groupby("form")
    assert n_articles.sum() == len(inside.drop_duplicates(["article_row", "form"]))
    assert n_articles[list(by_form.groups)].tolist() == by_form["article_row"].nunique().tolist()
    assert n_occurrences[list(by_form.groups)].tolist() == by_form["n_occurrences"].sum().tolist()


@pytest.mark.parametrize("articles", [[], [2, 3, 50], range(60)], ids=len)
@pytest.mark.parametrize("number", [0, 1, 3, 40])
def test_pairs_of_some_words_have_all_their_forms_together(number, articles, sample, counts):
    forms = counts["form"].drop_duplicates().head(number).tolist()
    asked = counts[counts["form"].isin(forms) & counts["article_row"].isin(articles)]
    expected = asked.groupby(["form", "article_row"])["n_occurrences"].sum()

    rows, found, occurrences = form_index(sample).pairs(forms, np.array(articles, np.int64))

    assert list(zip(found, rows, strict=True)) == list(expected.index)
    assert occurrences.tolist() == expected.tolist()


def test_an_index_is_read_once(sample):
    assert form_index(sample) is form_index(sample)
    assert sample.once(FormIndex.read) is form_index(sample)

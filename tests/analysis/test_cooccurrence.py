"""The company that terms keep in sentences and articles: against a plain reading, and an oracle of the statistic."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from nltk.metrics import BigramAssocMeasures

from analysis.articles import ARTICLES
from analysis.comparisons import word_counts
from analysis.contexts import lexicon_of
from analysis.cooccurrence import Scope, network
from analysis.marks import forms_of, term_rows
from analysis.selection import Selection, articles_of, select
from analysis.summaries import words_of
from analysis.tokens import fold, split_sentences, word_list

TERMS = ["strike", "twin ports mercy", "said", "the"]
SELECTIONS = {
    "everything": Selection(),
    "stories": Selection(by_story=True),
    "an outlet": Selection(outlets=("Marchland Post", "Tidewater Dispatch")),
}


@pytest.fixture(scope="module")
def lexicon(sample):
    return lexicon_of(sample)


@pytest.fixture(scope="module")
def sentences(sample):
    """The folded words of all sentences of each article, its headline first, by row; each between two blanks."""
    found = {}
    for row, article in sample.frame(ARTICLES, ["headline", "body"]).iterrows():
        inside = [article["body"][start:end] for start, end, *_ in split_sentences(article["body"])]
        found[row] = [_spaced(map(fold, word_list(text))) for text in [article["headline"] or "", *inside]]
    return found


def _spaced(words):
    return "".join(f" {word} " for word in words)


def forms(bundle, term):
    """The forms of a term as they stand in spaced texts."""
    return [_spaced(form.split()) for form in forms_of(bundle, term)]


def times(text, sought):
    """How often a spaced text holds any of the forms `sought`."""
    return sum(map(text.count, sought))


def company_of(bundle, lexicon, articles, term, **others):
    forms = forms_of(bundle, term)
    rows = np.unique(np.concatenate([term_rows(bundle, form) for form in forms]))
    rows = rows[np.isin(rows, articles.index)]
    scope = Scope(articles, rows, words_of(bundle, articles).set_index("term_id"), int(word_counts(articles).sum()))
    return network(bundle, lexicon, scope, forms, **others)


@pytest.fixture(scope="module", params=SELECTIONS)
def articles(request, sample):
    return select(sample, articles_of(sample), SELECTIONS[request.param])


@pytest.mark.parametrize("term", TERMS)
def test_every_mark_counts_the_sentences_that_hold_its_terms(term, articles, sample, lexicon, sentences):
    found = company_of(sample, lexicon, articles, term)
    sought = {one: forms(sample, one) for one in [term, *found.terms["term"]]}
    held = {
        (row, number - 1): text
        for row in articles.index
        for number, text in enumerate(sentences[row])
        if times(text, sought[term])
    }

    assert list(zip(found.contexts["row"], found.contexts["number"], strict=True)) == sorted(held)
    for told in (found.terms, found.ties):
        for row in told.itertuples():
            wanted = row.mark.split("|")
            both = [at for at, text in held.items() if all(times(text, sought[other]) for other in wanted)]
            listed = found.behind(row.mark)

            assert sorted(zip(listed["row"], listed["number"], strict=True)) == sorted(both)
            assert row.n_both == len(both)
            assert row.n_articles == len({article for article, _ in both})
            assert row.n_outlets == articles.loc[[article for article, _ in both], "outlet"].nunique()


@pytest.mark.parametrize("term", TERMS)
def test_the_statistic_is_that_of_the_counts_which_are_told(term, articles, sample, lexicon):
    found = company_of(sample, lexicon, articles, term)
    n_contexts = len(found.contexts)

    for tie in found.ties.itertuples():
        alone = [int(found.terms.at[end, "n_both"]) for end in (tie.first, tie.second)]
        oracle = BigramAssocMeasures.likelihood_ratio(tie.n_both, tuple(alone), n_contexts)
        assert tie.g2 == pytest.approx(oracle, rel=1e-6)
        assert tie.n_expected == pytest.approx(alone[0] * alone[1] / n_contexts)
        assert tie.n_both > tie.n_expected
    for one in found.terms.itertuples():
        inside = round(one.n_expected / one.n_uses * found.n_total)
        oracle = BigramAssocMeasures.likelihood_ratio(one.n_beside, (one.n_uses, inside), found.n_total)
        assert one.g2 == pytest.approx(oracle, rel=1e-6)
        assert one.n_beside > one.n_expected


@pytest.mark.parametrize("term", TERMS)
def test_within_articles_every_mark_counts_the_articles_that_hold_its_terms(term, articles, sample, lexicon, sentences):
    found = company_of(sample, lexicon, articles, term, within="article")
    texts = {row: "/".join(sentences[row]) for row in articles.index}
    sought = {one: forms(sample, one) for one in [term, *found.terms["term"]]}
    held = {row for row, text in texts.items() if times(text, sought[term])}

    assert found.contexts["row"].tolist() == sorted(held)
    for told in (found.terms, found.ties):
        for row in told.itertuples():
            both = [at for at in sorted(held) if all(times(texts[at], sought[one]) for one in row.mark.split("|"))]

            assert found.behind(row.mark)["row"].tolist() == both
            assert row.n_both == row.n_articles == len(both)
            assert row.n_outlets == articles.loc[both, "outlet"].nunique()


@pytest.mark.parametrize("term", TERMS)
def test_within_articles_the_statistic_is_of_articles_and_no_part_of_the_term_is_its_company(
    term, articles, sample, lexicon, sentences
):
    found = company_of(sample, lexicon, articles, term, within="article")
    texts = ["/".join(sentences[row]) for row in articles.index]

    assert (found.n_inside, found.n_total) == (len(found.contexts), len(articles))
    for one in found.terms.itertuples():
        sought = forms(sample, one.term)
        assert one.n_uses == sum(times(text, sought) > 0 for text in texts)
        assert one.n_expected == pytest.approx(one.n_uses * found.n_inside / found.n_total)
        oracle = BigramAssocMeasures.likelihood_ratio(one.n_both, (one.n_uses, found.n_inside), found.n_total)
        assert one.g2 == pytest.approx(oracle, rel=1e-6)
        assert not any(f" {one.term} " in form or form in f" {one.term} " for form in forms(sample, term))


def test_words_are_counted_beside_the_term_and_not_of_it(sample, lexicon, sentences):
    articles = articles_of(sample)
    found = company_of(sample, lexicon, articles, "strike", most=100)
    beside, n_words, n_taken = Counter(), 0, 0
    sought = {one: forms(sample, one) for one in ["strike", *found.terms["term"]]}
    for text in (text for texts in sentences.values() for text in texts):
        if times(text, sought["strike"]):
            n_taken += times(text, sought["strike"])
            # What holds the term itself is none of its company.
            for form in sought["strike"]:
                text = text.replace(form, " \0 ")
            n_words += len(text.split()) - text.count("\0")
            beside.update({one: times(text, sought[one]) for one in found.terms["term"]})
    total = int(word_counts(articles).sum()) - n_taken

    assert dict(zip(found.terms["term"], found.terms["n_beside"], strict=True)) == beside
    assert found.n_total == total
    expected = found.terms["n_uses"] * n_words / total
    assert found.terms["n_expected"].to_numpy() == pytest.approx(expected.to_numpy())


def test_the_surest_come_first_and_no_one_twice(sample, lexicon):
    found = company_of(sample, lexicon, articles_of(sample), "said", most=12)

    assert len(found.terms) == 12
    assert found.terms["g2"].is_monotonic_decreasing
    assert found.terms["mark"].is_unique
    assert found.ties["g2"].is_monotonic_decreasing
    assert (found.ties["first"] != found.ties["second"]).all()
    assert "said" not in set(found.terms["term"])


def test_each_term_keeps_its_strongest_ties(sample, lexicon):
    found = company_of(sample, lexicon, articles_of(sample), "said", most=30)
    kept = found.strongest_ties(1)

    for end in {*found.ties["first"], *found.ties["second"]}:
        strongest = found.ties[(found.ties["first"] == end) | (found.ties["second"] == end)].index[0]
        assert strongest in kept.index
    assert len(kept) < len(found.ties)


def test_terms_that_are_left_out_make_room_for_others(sample, lexicon):
    articles = articles_of(sample)
    every = company_of(sample, lexicon, articles, "strike")
    fewer = company_of(sample, lexicon, articles, "strike", left_out=set(every.terms["term_id"][:3]))

    assert not set(fewer.terms["term_id"]) & set(every.terms["term_id"][:3])
    assert set(every.terms["term_id"][3:]) < set(fewer.terms["term_id"])


ROWS = [
    {"id": f"a{number}", "text": f"{text} Nothing else happened today in the {place}.", "source": "Post"}
    for number, (text, place) in enumerate(
        zip(
            [
                "Mayor Alma Quist opened the bridge.",
                "Mayor Alma Quist closed the bridge.",
                "Alma Quist spoke of the bridge and the ferry.",
                "Alma Quist spoke of the ferry.",
                "The ferry sank.",
                "A dog barked at a cat.",
                "Rain fell on the hills.",
                "Snow fell on the hills.",
            ],
            ["town", "park", "street", "house", "field", "wood", "lane", "yard"],
            strict=True,
        )
    )
]


def test_what_makes_a_name_with_the_term_is_not_its_company(build_rows):
    bundle = build_rows(ROWS)
    lexicon = lexicon_of(bundle)
    found = company_of(bundle, lexicon, articles_of(bundle), "quist")

    assert "alma" not in set(found.terms["term"])


@pytest.mark.parametrize("term", ["barked", "zyzzyva", "the zyzzyva", ""])
def test_a_term_without_company_has_none(term, build_rows):
    bundle = build_rows(ROWS)
    found = company_of(bundle, lexicon_of(bundle), articles_of(bundle), term)

    assert found.terms.empty
    assert found.ties.empty
    assert found.behind("cat").empty
    assert len(found.contexts) == (term == "barked")


def test_the_lexicon_knows_every_term(sample, lexicon):
    """Each stored term is found again in its own words, wherever they stand beside each other."""
    texts = [[*lexicon.numbers(term)] for term in lexicon.terms["term"].to_pylist()]

    assert all(number > 0 for numbers in texts for number in numbers)
    assert lexicon.numbers("zyzzyva the")[0] == -2
    for length, phrases in enumerate(lexicon.phrases, 2):
        assert len(phrases.keys) == sum(len(numbers) == length for numbers in texts)
        assert all(one < other for one, other in pairwise(phrases.keys.tolist()))

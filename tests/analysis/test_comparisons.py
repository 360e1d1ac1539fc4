from collections import Counter

import pytest

from analysis.articles import ARTICLES
from analysis.comparisons import compare, word_counts
from analysis.marks import Mark, behind, term_mark
from analysis.selection import Selection, articles_of, select
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.tokens import word_list

OUTLET = Mark("outlet", "Marchland Post")


@pytest.fixture(scope="module")
def articles(sample):
    return articles_of(sample)


@pytest.fixture(scope="module")
def n_words(articles):
    return word_counts(articles)


@pytest.fixture(scope="module")
def groups(sample, articles):
    chosen = select(sample, articles, Selection("strike"))
    return chosen, articles.drop(chosen.index)


@pytest.fixture(scope="module")
def found(sample, groups, n_words):
    return compare(sample, *groups, n_words)


def test_words_are_counted_in_headline_and_body(sample, n_words):
    for row, article in sample.frame(ARTICLES).iloc[::10].iterrows():
        headline = len(word_list(article["headline"] or ""))
        assert n_words[row] == headline + article["n_words"]


def test_counts_are_those_of_a_plain_count(sample, groups, found, articles):
    terms = sample.frame(TERMS)
    names = terms["form_of"].map(terms.set_index("term_id")["term"])
    assert terms["form_of"].nunique() < len(terms)
    for group, side in zip(groups, ("first", "second"), strict=True):
        holders, n_occurrences, outlets = {}, Counter(), {}
        for row in sample.frame(TERM_COUNTS).itertuples():
            if row.article_row in group.index:
                term, outlet = names[row.term_id], articles.at[row.article_row, "outlet"]
                holders.setdefault(term, set()).add(row.article_row)
                n_occurrences[term] += row.n_occurrences
                outlets.setdefault(term, set()).update([outlet] if isinstance(outlet, str) else [])
        for term in found.terms.itertuples():
            counted = [getattr(term, f"{name}_{side}") for name in ("n_articles", "n_occurrences", "n_outlets")]
            assert counted == [
                len(holders.get(term.term, ())),
                n_occurrences[term.term],
                len(outlets.get(term.term, ())),
            ]


def test_terms_stand_on_the_side_that_uses_them_more_the_surest_first(found):
    z = found.terms["z"].tolist()
    n_first = int(found.terms["is_first"].sum())

    assert 10 < n_first < len(z)
    assert z[:n_first] == sorted(z[:n_first], reverse=True)
    assert z[n_first:] == sorted(z[n_first:])
    assert z[n_first - 1] > 0 > z[n_first]
    assert "strike" in found.terms["term"].head(n_first // 2).tolist()


def test_the_other_way_round_the_sides_change(sample, groups, found, n_words):
    back = compare(sample, groups[1], groups[0], n_words).terms
    there = dict(zip(found.terms["term"], found.terms["z"], strict=True))

    assert dict(zip(back["term"], -back["z"], strict=True)) == pytest.approx(there)


def test_a_term_stands_in_three_articles_of_its_side_at_least(found):
    own = found.terms["n_articles_first"].where(found.terms["is_first"], found.terms["n_articles_second"])

    assert found.min_articles == (3, 3)
    assert own.min() == 3


@pytest.mark.parametrize(("n", "least"), [(1, 1), (3, 1), (4, 2), (9, 2), (10, 3)])
def test_small_groups_ask_for_fewer_articles(sample, articles, n_words, n, least):
    assert compare(sample, articles.head(n), articles.tail(20), n_words).min_articles == (least, 3)


def test_newspaper_words_come_on_request(sample, groups, n_words, found):
    shown = set(compare(sample, *groups, n_words, news_words=True).terms["term"])
    hidden = sample.frame(TERMS).query("~is_keyword")["term"]

    assert not set(found.terms["term"]) & set(hidden)
    assert shown & set(hidden)


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("group", [OUTLET, Mark("topic", "0")], ids=str)
def test_a_mark_opens_the_articles_that_are_counted(sample, articles, n_words, group, inside):
    first = behind(sample, articles, group)
    terms = compare(sample, first, articles.drop(first.index), n_words).terms
    column = "n_articles_first" if inside else "n_articles_second"

    for row in terms.iloc[::20].itertuples():
        listed = behind(sample, articles, term_mark(row.term, group, inside=inside))
        assert len(listed) == getattr(row, column)


def test_a_term_of_one_long_article_is_flagged(build_rows):
    plain = "The harbour council met on Monday and spoke of the budget."
    rows = [{"id": f"a{n:02}", "text": f"{plain} Ferry traffic rose."} for n in range(12)]
    rows += [{"id": f"b{n:02}", "text": f"{plain} A zebra ran. A lion slept."} for n in range(11)]
    rows += [{"id": "long", "text": f"{plain} A lion slept. " + "The zebra ran on. " * 40}]
    bundle = build_rows(rows)
    articles = articles_of(bundle)
    first = articles[articles["article_id"].str.startswith(("b", "long"))]
    terms = compare(bundle, first, articles.drop(first.index), word_counts(articles)).terms.set_index("term")

    assert terms.at["zebra", "top_share"] == pytest.approx(40 / 51)
    assert terms["is_burst"][["zebra", "lion", "ferry"]].tolist() == [True, False, False]


def test_collections_of_next_to_nothing_are_compared(build_rows):
    bundle = build_rows([{"id": "a", "text": "Rain."}, {"id": "b", "title": "Rain", "text": "..."}])
    articles = articles_of(bundle)
    found = compare(bundle, articles.head(1), articles.tail(1), word_counts(articles))

    assert found.n_articles == (1, 1)
    assert not found.terms.isna().any(axis=None)

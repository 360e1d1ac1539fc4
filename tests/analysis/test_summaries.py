from collections import Counter

import pandas as pd
import pytest
from scipy.stats import chi2_contingency

from analysis.selection import Selection, articles_of, select
from analysis.steps.keywords import TERM_COUNTS, TERMS
from analysis.steps.topics import TOPICS
from analysis.summaries import (
    leading_terms,
    outlets_of,
    terms_of,
    terms_of_article,
    topics_of,
    words_of,
)


def test_outlets_are_counted_most_first_and_those_without_one_as_none():
    found = outlets_of(pd.DataFrame({"outlet": ["B", None, "A", "B", None, "A", None]}))

    assert found[["outlet", "n_articles"]].values.tolist() == [["none", 3], ["A", 2], ["B", 2]]


@pytest.mark.parametrize("chosen", [Selection(by_story=True), Selection("strike"), Selection("zyzzyva")], ids=str)
def test_terms_of_a_part_are_those_of_a_plain_count(sample, chosen):
    articles = select(sample, articles_of(sample), chosen)
    found = terms_of(sample, articles)
    terms = sample.frame(TERMS).set_index("term_id")["term"]
    n_articles, n_occurrences = Counter(), Counter()
    for row in sample.frame(TERM_COUNTS).itertuples():
        if row.article_row in articles.index:
            n_articles[terms[row.term_id]] += 1
            n_occurrences[terms[row.term_id]] += row.n_occurrences

    assert dict(zip(found["term"], found["n_articles"], strict=True)) == n_articles
    assert dict(zip(found["term"], found["n_occurrences"], strict=True)) == n_occurrences
    order = list(zip(-found["n_articles"], -found["n_occurrences"], found["term"], strict=True))
    assert order == sorted(order)
    assert found["per_100"].tolist() == pytest.approx([100 * n / len(articles) for n in found["n_articles"]])


def test_terms_of_everything_are_the_stored_ones(sample):
    found, stored = terms_of(sample, articles_of(sample)), sample.frame(TERMS)

    assert found[["term", "n_articles", "n_occurrences"]].equals(stored[["term", "n_articles", "n_occurrences"]])


def counted(**n_articles):
    """Terms with these counts, most first; the words of a phrase are joined by an underscore."""
    rows = [(name.replace("_", " "), n, len(name.split("_"))) for name, n in n_articles.items()]
    return pd.DataFrame(rows, columns=["term", "n_articles", "n_tokens"]).astype({"n_articles": int, "n_tokens": int})


@pytest.mark.parametrize(
    ("terms", "most", "shown"),
    [
        (counted(clinton=10, hillary=9, rain=8, hillary_clinton=8), 2, ["rain", "hillary clinton"]),
        (counted(clinton=10, rain=9, snow=9, hillary_clinton=8), 2, ["clinton", "rain"]),
        (counted(clinton=10, rain=9, snow=9, hillary_clinton=8), 3, ["rain", "snow", "hillary clinton"]),
        (counted(clinton=10, hillary=9, rain=8, hillary_clinton=8), 4, ["rain", "hillary clinton"]),
        (counted(clinton=20, hillary=9, rain=8, hillary_clinton=8), 3, ["clinton", "rain", "hillary clinton"]),
        (counted(a=9, b=9, c=9, a_b=9, b_c=9, a_b_c=9), 1, ["a b c"]),
        (counted(a=9, b=9, c=9, a_b=9, b_c=9, a_b_c=9), 3, ["a b c"]),
        (counted(rain=8), 5, ["rain"]),
        (counted(), 5, []),
    ],
)
def test_a_term_is_left_out_for_a_longer_one_that_is_shown(terms, most, shown):
    assert leading_terms(terms, most)["term"].tolist() == shown


def test_what_is_left_out_follows_the_count_that_is_shown():
    terms = counted(clinton=10, hillary_clinton=9).assign(n_occurrences=[90, 20])

    assert leading_terms(terms, 2)["term"].tolist() == ["hillary clinton"]
    assert leading_terms(terms, 2, "n_occurrences")["term"].tolist() == ["clinton", "hillary clinton"]


def test_terms_of_an_article_have_the_log_likelihood_of_a_table_of_two_by_two(sample):
    terms = sample.frame(TERMS)
    total = terms.loc[terms["n_tokens"] == 1, "n_occurrences"].sum()
    here = sample.frame(TERM_COUNTS, where=[("article_row", "=", 5)])
    inside = here.loc[here["term_id"].isin(terms.index[terms["n_tokens"] == 1]), "n_occurrences"].sum()
    found = terms_of_article(sample, 5)

    assert len(found) > 50
    for row in found.itertuples():
        table = [[row.n_here, row.n_occurrences - row.n_here]]
        table.append([inside - row.n_here, total - inside - table[0][1]])
        g2 = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        more = row.n_here / inside > row.n_occurrences / total

        assert row.g2 == pytest.approx(g2 if more else 0, abs=1e-6)


def test_terms_of_an_article_are_its_keywords_most_frequent_first(sample):
    found = terms_of_article(sample, 0)
    order = list(zip(-found["n_here"], -found["g2"], found["term"], strict=True))

    assert found["is_keyword"].all()
    assert order == sorted(order)


def test_an_article_that_is_alone_tells_nothing_against_others(build_rows):
    found = terms_of_article(build_rows([{"text": "Rain and rain and snow."}]), 0)

    assert found["n_here"].tolist() == [2, 1]
    assert found["g2"].tolist() == [0, 0]


def test_topics_are_counted_in_the_articles_with_those_of_none_last(sample):
    articles = articles_of(sample).assign(topic_id=lambda rows: [-1, -1, *rows["topic_id"][2:]])
    found = topics_of(sample.frame(TOPICS), articles)

    assert found["topic_id"].tolist() == [*range(sample.counts["topics"]), -1]
    assert found["n_articles"].iloc[-1] == (articles["topic_id"] < 0).sum() >= 2
    assert found["n_articles"].sum() == len(articles)
    assert found["share"].sum() == pytest.approx(1)
    assert found["mark"].iloc[-1] == "topic:none"


def test_a_collection_without_topics_has_no_rows_of_topics(build_rows):
    bundle = build_rows([{"text": "Rain."}])

    assert topics_of(bundle.frame(TOPICS), articles_of(bundle)).empty


@pytest.mark.parametrize("chosen", [Selection(), Selection("strike"), Selection("zyzzyva")], ids=str)
def test_forms_of_a_word_are_counted_together(sample, chosen):
    articles = select(sample, articles_of(sample), chosen)
    found = words_of(sample, articles).set_index("term")
    terms = sample.frame(TERMS).set_index("term_id")
    holders, n_occurrences, forms = {}, Counter(), {}
    for row in sample.frame(TERM_COUNTS).itertuples():
        if row.article_row in articles.index:
            word = terms["term"][terms["form_of"][row.term_id]]
            holders.setdefault(word, set()).add(row.article_row)
            n_occurrences[word] += row.n_occurrences
    for row in terms.itertuples():
        forms.setdefault(terms["term"][row.form_of], []).append(row.written)

    assert found["n_articles"].to_dict() == {word: len(rows) for word, rows in holders.items()}
    assert found["n_occurrences"].to_dict() == n_occurrences
    assert found["forms"].to_dict() == {word: ", ".join(forms[word]) for word in holders}
    order = list(zip(-found["n_articles"], -found["n_occurrences"], found.index, strict=True))
    assert order == sorted(order)


def test_some_words_of_the_sample_have_forms(sample):
    assert (words_of(sample, articles_of(sample))["n_forms"] > 1).sum() > 100


@pytest.mark.parametrize(
    ("hidden", "gone"),
    [
        (set(), set()),
        ({"flood"}, {"flood", "flood warning"}),
        ({"warned"}, {"warn", "warned", "warns", "warning", "flood warning"}),
        ({"flood warning"}, set()),
        ({"flood", "rivers"}, {"flood", "flood warning"}),
        ({"the"}, set()),
    ],
)
def test_hidden_words_take_their_forms_and_phrases_with_them(build_rows, hidden, gone):
    bundle = build_rows([{"text": f"A flood warning. It warns. Rain. He warned. I warn {n}."} for n in range(3)])
    articles = articles_of(bundle)
    everything = terms_of(bundle, articles)
    shown = words_of(bundle, articles, hidden)
    listed = {form for forms in shown["forms"] for form in forms.lower().split(", ")}

    assert {"flood warning", "warned", "warns", "warn"} <= set(everything["term"])
    assert set(everything["term"]) - listed == gone

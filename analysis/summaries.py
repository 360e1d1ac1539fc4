"""Summaries: what the pages show, as frames; every row has the mark that opens what it counts."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.collocations import log_likelihood
from analysis.marks import Mark
from analysis.selection import NONE
from analysis.steps.keywords import TERM_COUNTS, TERMS

_MOST_ARTICLES_FIRST: dict[str, Any] = {
    "by": ["n_articles", "n_occurrences", "term"],
    "ascending": [False, False, True],
    "ignore_index": True,
}
# What has so much of its count within a longer phrase is not told beside it.
NEARLY_ALWAYS = 0.8


def terms_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The terms of `articles`, most articles first: the columns of `terms`, counted in these, and mark."""
    columns = ["term_id", "term", "written", "n_tokens", "n_articles", "n_occurrences", "is_keyword"]
    terms = bundle.frame(TERMS, columns)
    if len(articles) < bundle.counts["articles"]:
        counts = _counts_in(bundle, articles)
        terms = _recount(terms, counts.groupby("term_id")["n_occurrences"].agg(["size", "sum"]))
    terms["mark"] = "term:" + terms["term"]
    terms["per_100"] = 100 * terms["n_articles"] / max(1, len(articles))
    return terms


def words_of(bundle: Bundle, articles: pd.DataFrame, hidden: Collection[str] = ()) -> pd.DataFrame:
    """The terms of `articles` with all forms of one in one row, under the commonest: as `terms_of`, and forms.

    `n_articles` are those that hold any of the `n_forms` forms, which `forms` lists as they are written, commonest
    first. Terms that hold one of the folded words `hidden`, and their forms, are left out.
    """
    terms = bundle.frame(TERMS)
    grouped = _forms_together(terms[~terms["form_of"].isin(words_with(terms, hidden))])
    if len(articles) < bundle.counts["articles"]:
        counts = _counts_in(bundle, articles)
        counts["term_id"] = terms["form_of"].to_numpy()[counts["term_id"]]
        # One row an article and word, however many of its forms the article holds.
        pairs = counts.groupby(["term_id", "article_row"])["n_occurrences"].sum()
        grouped = _recount(grouped, pairs.groupby(level="term_id").agg(["size", "sum"]))
    else:
        grouped = grouped.sort_values(**_MOST_ARTICLES_FIRST)
    kind = np.where(grouped["n_forms"] > 1, "forms:", "term:")
    return grouped.assign(mark=kind + grouped["term"], per_100=100 * grouped["n_articles"] / max(1, len(articles)))


def words_with(terms: pd.DataFrame, words: Collection[str]) -> Collection[int]:
    """The `form_of` of those of `terms` that hold one of `words` in any of its forms."""
    named = terms.loc[terms["term"].isin(words), "form_of"]
    sought = {*words, *terms.loc[terms["form_of"].isin(named), "term"]}
    holds = [not sought.isdisjoint(term.split()) for term in terms["term"]] if sought else [False] * len(terms)
    return set(terms["form_of"][np.array(holds, bool)])


def _forms_together(terms: pd.DataFrame) -> pd.DataFrame:
    """One row for all forms of a term, under the commonest, counted in all articles."""
    by_form = terms.groupby("form_of")
    n_forms = by_form["term_id"].transform("size")
    joined = terms[n_forms > 1].groupby("form_of")["written"].agg(", ".join)
    counted = terms.assign(
        n_articles=terms["n_articles_of_forms"],
        n_occurrences=by_form["n_occurrences"].transform("sum"),
        n_forms=n_forms,
        forms=terms["term_id"].map(joined).fillna(terms["written"]),
    )
    return counted[counted["term_id"] == counted["form_of"]]


def leading_terms(terms: pd.DataFrame, most: int, by: str = "n_articles") -> pd.DataFrame:
    """The first `most` of `terms`, without those that nearly always stand in a longer one of these.

    `terms` are sorted by the column `by`, most first. What is left out is left out for a phrase that is there: one
    that itself comes too late to be there leaves its words in.
    """
    # Of three words that always stand together there are six terms.
    least = terms[by].iloc[min(6 * most, len(terms)) - 1] if len(terms) else 0
    window = terms[terms[by] >= NEARLY_ALWAYS * least].reset_index(drop=True)
    shown = without_parts(window, by).head(most)
    while len(shown):
        before = window.loc[: shown.index[-1]].drop(shown.index)
        missing = before[~_stand_in(before, shown, by)]
        if missing.empty:
            break
        shown = window.loc[sorted([*shown.index, *missing.index])[:most]]
    return shown


def without_parts(terms: pd.DataFrame, by: str = "n_articles") -> pd.DataFrame:
    """`terms` without those that nearly always stand in a longer one of them: "Ports" of "Twin Ports Mercy".

    A term goes if a phrase that holds it has at least four fifths of its count in the column `by`.
    """
    return terms[~_stand_in(terms, terms, by)]


def _stand_in(terms: pd.DataFrame, others: pd.DataFrame, by: str) -> pd.Series[bool]:
    """Which of `terms` nearly always stand in a phrase among `others`."""
    most = dict[str, float]()
    phrases = others[others["n_tokens"] > 1]
    for term, count in zip(phrases["term"], phrases[by], strict=True):
        words = term.split()
        for start, stop in combinations(range(len(words) + 1), 2):
            if stop - start < len(words):
                part = " ".join(words[start:stop])
                most[part] = max(most.get(part, 0), count)
    inside = np.array([most.get(term, 0.0) for term in terms["term"]], float)
    return inside >= NEARLY_ALWAYS * terms[by]


def _counts_in(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    counts = bundle.frame(TERM_COUNTS)
    return counts[counts["article_row"].isin(articles.index)].copy()


def _recount(terms: pd.DataFrame, counted: pd.DataFrame) -> pd.DataFrame:
    """Those of `terms` that are `counted`, with these numbers of articles and occurrences, most articles first."""
    found = terms.set_index("term_id", drop=False)
    found = found.loc[found.index.intersection(counted.index)]
    counted = counted.loc[found.index].to_numpy()
    found = found.assign(n_articles=counted[:, 0], n_occurrences=counted[:, 1])
    return found.sort_values(**_MOST_ARTICLES_FIRST)


def terms_of_article(bundle: Bundle, row: int) -> pd.DataFrame:
    """The keywords of one article: term, written, n_tokens, n_here, n_occurrences (everywhere), g2.

    g2 is the log-likelihood ratio (Dunning 1993) of the term's share of this article's words against its
    share of all the others'; 0 where it is no more frequent here. Sorted by n_here, then g2.
    """
    here = bundle.frame(TERM_COUNTS, ["term_id", "n_occurrences"], [("article_row", "=", row)])
    here = here.rename(columns={"n_occurrences": "n_here"})
    terms = bundle.frame(TERMS, ["term_id", "term", "written", "n_tokens", "n_occurrences", "is_keyword"])
    found = here.merge(terms, on="term_id", validate="one_to_one")
    words = found[found["n_tokens"] == 1]
    total, inside = int(terms.loc[terms["n_tokens"] == 1, "n_occurrences"].sum()), int(words["n_here"].sum())
    found["g2"] = log_likelihood(
        found["n_here"].to_numpy(np.int64),
        found["n_occurrences"].to_numpy(np.int64),
        np.full(len(found), inside, np.int64),
        total,
    )
    found = found[found["is_keyword"]]
    return found.sort_values(["n_here", "g2", "term"], ascending=[False, False, True], ignore_index=True)


def topics_of(topics: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The `topics`, in their order, each with n_articles of `articles`, share and mark; last, articles with none.

    `topics` are rows of the table, or those of a curation: topic_id, label, and what else is known of them, which is
    null for the articles with none, whose topic_id is -1.
    """
    counts = articles["topic_id"].value_counts()
    if (articles["topic_id"] < 0).any() and len(topics):
        nowhere = pd.DataFrame([{"topic_id": -1, "label": "No topic", "n_articles": 0}])
        topics = pd.concat([topics, nowhere], ignore_index=True)
    n_articles = counts.reindex(topics["topic_id"], fill_value=0).to_numpy()
    topics = topics.assign(n_articles=n_articles, share=n_articles / max(1, len(articles)))
    topics["mark"] = [str(Mark("topic", str(topic) if topic >= 0 else NONE)) for topic in topics["topic_id"]]
    return topics


def outlets_of(articles: pd.DataFrame) -> pd.DataFrame:
    """Articles by outlet, most first: outlet ("none" for none), n_articles, mark."""
    counts = articles["outlet"].fillna(NONE).value_counts()
    found = counts.rename_axis("outlet").reset_index(name="n_articles")
    found = found.sort_values(["n_articles", "outlet"], ascending=[False, True], ignore_index=True)
    found["mark"] = [str(Mark("outlet", outlet)) for outlet in found["outlet"]]
    return found

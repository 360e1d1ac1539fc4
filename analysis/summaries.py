"""Summaries: what the pages show, as frames; every row has the mark that opens what it counts."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.collocations import log_likelihood
from analysis.form_index import form_index
from analysis.marks import Mark
from analysis.selection import NONE
from analysis.term_index import TermIndex, term_index

Ints = npt.NDArray[np.int64]

# What has so much of its count within a longer phrase is not told beside it.
NEARLY_ALWAYS = 0.8


def terms_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The terms of `articles`, most articles first: the columns of `terms`, counted in these, and mark."""
    index = term_index(bundle)
    terms = index.terms[["term_id", "term", "written", "n_tokens", "n_articles", "n_occurrences", "is_keyword"]]
    if len(articles) < bundle.counts["articles"]:
        terms = terms.iloc[(ranked := _ranked(index, *index.counted(np.sort(articles.index.to_numpy()))))["term_id"]]
        terms = terms.reset_index(drop=True).assign(
            n_articles=ranked["n_articles"], n_occurrences=ranked["n_occurrences"]
        )
    return terms.assign(mark="term:" + terms["term"], per_100=100 * terms["n_articles"] / max(1, len(articles)))


def words_of(bundle: Bundle, articles: pd.DataFrame, hidden: Collection[str] = ()) -> pd.DataFrame:
    """The terms of `articles` with all forms of one in one row, under the commonest: `words_counted`, with their names.

    Terms that hold one of the folded words `hidden`, and their forms, are left out.
    """
    found = words_counted(bundle, articles)
    left_out = words_with(term_index(bundle).terms, hidden) if hidden else ()
    return with_names(bundle, found[~found["term_id"].isin(left_out)].reset_index(drop=True))


def words_counted(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The terms of `articles` in numbers, all forms of one in one row, most articles first.

    Columns: term_id (of the commonest form), n_articles (that hold any of its forms), n_occurrences, n_tokens,
    is_keyword, n_forms, per_100 (articles). Of many thousands a page shows a few: `with_names` names these.
    """
    index = term_index(bundle)
    ranked = _ranked(index, *form_index(bundle).counted(articles.index.to_numpy()))
    term_ids = ranked["term_id"].to_numpy()
    n_forms = np.bincount(index.form_of, minlength=len(index.form_of))
    return ranked.assign(
        n_tokens=index.terms["n_tokens"].to_numpy()[term_ids],
        is_keyword=index.terms["is_keyword"].to_numpy()[term_ids],
        n_forms=n_forms[term_ids],
        per_100=100 * ranked["n_articles"] / max(1, len(articles)),
    )


def with_names(bundle: Bundle, words: pd.DataFrame) -> pd.DataFrame:
    """Rows of `words_counted` with term, written, forms (all as they are written, commonest first), and mark."""
    index = term_index(bundle)
    named = index.terms[["term", "written"]].iloc[words["term_id"]].set_index(words.index)
    wanted = np.zeros(len(index.form_of), bool)
    wanted[words.loc[words["n_forms"] > 1, "term_id"]] = True
    forms = index.terms[["form_of", "written"]].iloc[np.flatnonzero(wanted[index.form_of])]
    joined = words["term_id"].map(forms.groupby("form_of")["written"].agg(", ".join))
    kind = np.where(words["n_forms"] > 1, "forms:", "term:")
    return words.assign(
        term=named["term"],
        written=named["written"],
        forms=joined.where(words["n_forms"] > 1, named["written"]),
        mark=kind + named["term"],
    )


def _ranked(index: TermIndex, n_articles: Ints, n_occurrences: Ints) -> pd.DataFrame:
    """The terms that occur, by their counts for each term, most articles first: term_id, n_articles, n_occurrences."""
    found = np.flatnonzero(n_occurrences)
    order = np.lexsort((index.alphabetical[found], -n_occurrences[found], -n_articles[found]))
    ids = found[order]
    return pd.DataFrame({"term_id": ids, "n_articles": n_articles[ids], "n_occurrences": n_occurrences[ids]})


def words_with(terms: pd.DataFrame, words: Collection[str]) -> Collection[int]:
    """The `form_of` of those of `terms` that hold one of `words` in any of its forms."""
    named = terms.loc[terms["term"].isin(words), "form_of"]
    sought = {*words, *terms.loc[terms["form_of"].isin(named), "term"]}
    holds = [not sought.isdisjoint(term.split()) for term in terms["term"]] if sought else [False] * len(terms)
    return set(terms["form_of"][np.array(holds, bool)])


def leading_terms(terms: pd.DataFrame, most: int, by: str = "n_articles") -> pd.DataFrame:
    """The first `most` of `terms`, without those that nearly always stand in a longer one of these.

    `terms` are sorted by the column `by`, most first. What is left out is left out for a phrase that is there: one
    that itself comes too late to be there leaves its words in.
    """
    window = leading_window(terms, most, by).reset_index(drop=True)
    shown = without_parts(window, by).head(most)
    while len(shown):
        before = window.loc[: shown.index[-1]].drop(shown.index)
        missing = before[~_stand_in(before, shown, by)]
        if missing.empty:
            break
        shown = window.loc[sorted([*shown.index, *missing.index])[:most]]
    return shown


def leading_window(terms: pd.DataFrame, most: int, by: str = "n_articles") -> pd.DataFrame:
    """Those of `terms`, sorted by the column `by`, that `leading_terms` looks at: it needs no names of the others."""
    # Of three words that always stand together there are six terms.
    least = terms[by].iloc[min(6 * most, len(terms)) - 1] if len(terms) else 0
    return terms[terms[by] >= NEARLY_ALWAYS * least]


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


def terms_of_article(bundle: Bundle, row: int) -> pd.DataFrame:
    """The keywords of one article: term, written, n_tokens, n_here, n_occurrences (everywhere), g2.

    g2 is the log-likelihood ratio (Dunning 1993) of the term's share of this article's words against its
    share of all the others'; 0 where it is no more frequent here. Sorted by n_here, then g2.
    """
    index = term_index(bundle)
    term_ids, counts = index.of_article(row)
    terms = index.terms[["term_id", "term", "written", "n_tokens", "n_occurrences", "is_keyword"]]
    found = terms.iloc[term_ids].assign(n_here=counts.astype(np.int64)).reset_index(drop=True)
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

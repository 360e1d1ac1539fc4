"""Nearest: the articles that are most like one, by the words and phrases that they share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.queries import phrase_of
from analysis.term_index import TermIndex, term_index

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# The words that tell most of an article name the articles to compare it with; further ones would name the same.
_TELLING = 25
_CANDIDATES = 200
# Below this, two articles share words that any two might.
LEAST_SIMILARITY = 0.06
_SHARED = 5


class Near(NamedTuple):
    """An article that is like another: its row, the cosine of both (0 to 1), what they share, most telling first."""

    row: int
    similarity: float
    shared: tuple[str, ...]


def nearest(bundle: Bundle, articles: pd.DataFrame, row: int, most: int = 10) -> list[Near]:
    """The `most` articles nearest to the one in `row`, nearest first; its copies aside, one article a story.

    Similarity is the cosine of TF-IDF weights (Salton and Buckley 1988; sublinear, forms of a word together, words and
    phrases). Only articles that hold some of the 25 words with the most weight are compared, at most 200: what is read
    grows with the number of articles, and no pair of others is looked at.

    Args:
        bundle: where the counts are.
        articles: all its articles, as `articles_of` gives them.
        row: the row of the article in `articles`.
        most: how many to give; fewer where fewer are alike.
    """
    index = term_index(bundle)
    terms = index.terms
    own = term_weights(_counts(index, np.array([row])), terms, len(articles))
    candidates = _candidates(bundle, articles, row, own, terms)
    if not len(candidates):
        return []
    others = term_weights(_counts(index, candidates), terms, len(articles))
    return _ranked(own, others, terms, articles)[:most]


def _counts(index: TermIndex, rows: Ints) -> pd.DataFrame:
    """The terms of these articles: article_row, term_id, n_occurrences."""
    places, articles = index.pairs_of(rows)
    counts = index.n_occurrences[places].astype(np.int64)
    return pd.DataFrame({"article_row": articles, "term_id": index.term[places], "n_occurrences": counts})


def term_weights(counts: pd.DataFrame, terms: pd.DataFrame, n_articles: int) -> pd.DataFrame:
    """The TF-IDF of each term, forms together, in each article: article_row, form, weight; unit length an article."""
    kept = counts[terms["is_keyword"].to_numpy()[counts["term_id"]]]
    forms = kept.assign(form=terms["form_of"].to_numpy()[kept["term_id"]])
    rows = forms.groupby(["article_row", "form"], as_index=False)["n_occurrences"].sum()
    idf = np.log((1 + n_articles) / (1 + terms["n_articles_of_forms"].to_numpy()[rows["form"]])) + 1
    weights = pd.Series((1 + np.log(rows["n_occurrences"].to_numpy(float))) * idf, rows.index)
    lengths = np.sqrt((weights**2).groupby(rows["article_row"]).transform("sum"))
    return rows.assign(weight=weights / lengths)[["article_row", "form", "weight"]]


def _candidates(bundle: Bundle, articles: pd.DataFrame, row: int, own: pd.DataFrame, terms: pd.DataFrame) -> Ints:
    """The rows of the articles that hold most of the weight of `own`, of other stories, ascending."""
    weight = np.zeros(len(articles))
    shared = own[terms["n_articles_of_forms"].to_numpy()[own["form"]] > 1]
    for term in shared.sort_values(["weight", "form"], ascending=[False, True]).head(_TELLING).itertuples():
        forms = terms.loc[terms["form_of"] == term.form, "term"]
        rows = np.unique(np.concatenate([bundle.index.holding(phrase_of(form)) for form in forms]))
        # What the word weighs in the other article is not known yet: in one that holds it once, about as much.
        weight[rows] += term.weight**2
    weight[articles["story_id"].to_numpy() == articles.at[row, "story_id"]] = 0
    best = np.argsort(-weight, kind="stable")[:_CANDIDATES]
    return np.sort(best[weight[best] > 0])


def _ranked(own: pd.DataFrame, others: pd.DataFrame, terms: pd.DataFrame, articles: pd.DataFrame) -> list[Near]:
    met = others.merge(own[["form", "weight"]], on="form", suffixes=("", "_own"))
    met["product"] = met["weight"] * met["weight_own"]
    sums = met.groupby("article_row")["product"].sum().rename("similarity").reset_index()
    sums["story_id"] = articles["story_id"].reindex(sums["article_row"]).to_numpy()
    ranked = sums.sort_values(["similarity", "article_row"], ascending=[False, True]).drop_duplicates("story_id")
    near = ranked[ranked["similarity"] >= LEAST_SIMILARITY]
    by_row = dict(tuple(met[met["article_row"].isin(near["article_row"])].groupby("article_row")))
    return [
        Near(int(found.article_row), float(found.similarity), _shared(by_row[found.article_row], terms))
        for found in near.itertuples()
    ]


def _shared(met: pd.DataFrame, terms: pd.DataFrame) -> tuple[str, ...]:
    """The terms that two articles have in common, as they are written, without those that stand in a longer one."""
    ranked = met.sort_values(["product", "form"], ascending=[False, True])["form"]
    found = terms.loc[ranked, ["term", "written"]]
    phrases = [f" {term} " for term in found["term"]]
    return tuple(
        written
        for term, written in zip(phrases, found["written"], strict=True)
        if not any(term in other and term != other for other in phrases)
    )[:_SHARED]

"""Comparisons: the terms that set one group of articles apart from another, with what speaks for each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.bundle import Bundle
from analysis.dispersion import deviation_of_proportions
from analysis.form_index import FormIndex, form_index
from analysis.keyness import LogOdds, log_likelihood_ratio, log_odds, prior_of
from analysis.term_index import term_index
from analysis.tokens import word_list

Ints = npt.NDArray[np.int64]

# How many terms of either group are told; the statistics are taken over all.
_MOST_TERMS = 500
# A term must stand in three articles, so that no single one makes a keyword; a group of a few has no such choice.
_MIN_ARTICLES = 3
_FEW_ARTICLES = 10
_BURST = 0.5


@dataclass(frozen=True)
class Comparison:
    """Two groups of articles, and the terms that set them apart.

    `terms` has a row a word or phrase, all its forms under the commonest; those of the first group first, then those of
    the second, each by the size of z. Columns: term_id, term, written, n_tokens, is_first (which group uses it more),
    z, log_odds, g2; for each group, with `_first` or `_second` at the end, n_articles, n_occurrences, n_outlets, share
    (of the articles, 0 to 1), per_10k (words); and of the group that uses it more top_share (of its occurrences, in the
    one article with most), dp, is_burst.
    """

    terms: pd.DataFrame
    n_articles: tuple[int, int]
    n_words: tuple[int, int]
    min_articles: tuple[int, int]
    prior_weight: float


def word_counts(articles: pd.DataFrame) -> pd.Series:
    """How many words each of `articles` has in headline and body: what its terms are counted among."""
    headlines = [len(word_list(text)) if isinstance(text, str) else 0 for text in articles["headline"]]
    return articles["n_words"].astype(np.int64) + headlines


def compare(
    bundle: Bundle, first: pd.DataFrame, second: pd.DataFrame, n_words: pd.Series, *, news_words: bool = False
) -> Comparison:
    """What sets the articles `first` apart from `second`, and the other way round.

    The prior of the log-odds ratio is the use of the terms in the whole collection, with the weight of one article of
    mean length. A term is told if it stands in three articles of the group that uses it more; two where the group
    has fewer than ten, one where it has fewer than four.

    Args:
        bundle: the collection.
        first: rows of `articles_of`; second: others, none of them in `first`.
        n_words: what `word_counts` gives of all articles.
        news_words: whether newspaper words, vague words and bare numbers are told.
    """
    groups = (first, second)
    index, stored = form_index(bundle), term_index(bundle)
    counted = _counted(index, groups)
    form_of, terms = stored.form_of, stored.terms
    sizes = (int(n_words[first.index].sum()), int(n_words[second.index].sum()))
    least = (_least_articles(len(first)), _least_articles(len(second)))
    weight = max(1.0, float(n_words.mean()))
    uses = np.bincount(form_of, terms["n_occurrences"], len(terms)).astype(np.int64)
    # What is counted under another form has no count of its own, and is not told.
    prior = prior_of(np.maximum(1, uses), max(1, int(n_words.sum())), weight)
    odds = log_odds(*_both(counted, "n_occurrences"), sizes, prior, weight)
    chosen = _strongest(counted, odds, least, terms["is_keyword"].to_numpy() | news_words)
    told = terms[["term_id", "term", "written", "n_tokens"]].iloc[chosen].reset_index(drop=True)
    found = pd.concat([told, counted.iloc[chosen].reset_index(drop=True)], axis=1)
    found = found.assign(is_first=odds.z[chosen] > 0, z=odds.z[chosen], log_odds=odds.delta[chosen])
    _add_rates(found, (len(first), len(second)), sizes)
    _add_spread(found, _Pairs.read(index, groups, found["term_id"].to_numpy()), groups, n_words)
    return Comparison(found, (len(first), len(second)), sizes, least, weight)


def _least_articles(n_articles: int) -> int:
    if n_articles >= _FEW_ARTICLES:
        return _MIN_ARTICLES
    return 2 if n_articles > _MIN_ARTICLES else 1


@dataclass(frozen=True)
class _Pairs:
    """Pairs of an article of either group and a term that it holds: arrays of one value a pair."""

    group: npt.NDArray[np.int8]
    article: Ints
    term: Ints
    count: Ints

    @classmethod
    def read(cls, index: FormIndex, groups: tuple[pd.DataFrame, pd.DataFrame], terms: Ints) -> _Pairs:
        """The pairs in either of `groups` with any form of these `terms`, each known by its place in them."""
        group_of = np.full(index.n_articles, -1, np.int8)
        for n, group in enumerate(groups):
            group_of[group.index] = n
        article, term, count = index.pairs(terms.tolist(), np.flatnonzero(group_of >= 0))
        return cls(group_of[article], article, term, count).of_terms(terms)

    def of_terms(self, wanted: Ints) -> _Pairs:
        """Those of the terms `wanted`, each now known by its place in them."""
        place = np.full(max(self.term.max(initial=0), wanted.max(initial=0)) + 1, -1, np.int64)
        place[wanted] = np.arange(len(wanted))
        found = place[self.term]
        return _Pairs(self.group, self.article, found, self.count)._where(found >= 0)

    def of_group(self, n: int) -> _Pairs:
        return self._where(self.group == n)

    def _where(self, kept: npt.NDArray[np.bool_]) -> _Pairs:
        if kept.all():
            return self
        return _Pairs(self.group[kept], self.article[kept], self.term[kept], self.count[kept])


def _counted(index: FormIndex, groups: tuple[pd.DataFrame, pd.DataFrame]) -> pd.DataFrame:
    """The articles and occurrences of each term in either group, all forms at the commonest one."""
    columns = {}
    for name, group in zip(("first", "second"), groups, strict=True):
        counts = index.counted(group.index.to_numpy())
        columns[f"n_articles_{name}"], columns[f"n_occurrences_{name}"] = counts
    return pd.DataFrame(columns)


def _both(frame: pd.DataFrame, column: str) -> tuple[Ints, Ints]:
    return frame[f"{column}_first"].to_numpy(np.int64), frame[f"{column}_second"].to_numpy(np.int64)


def _strongest(
    counted: pd.DataFrame, odds: LogOdds, least: tuple[int, int], is_told: npt.NDArray[np.bool_]
) -> npt.NDArray[np.intp]:
    """The places of the terms that set either group apart, those of the first before those of the second."""
    chosen = []
    for sign, n_articles, fewest in zip((1, -1), _both(counted, "n_articles"), least, strict=True):
        places = np.flatnonzero(is_told & (sign * odds.z > 0) & (n_articles >= fewest))
        # Of equals the one that comes first among the terms: the same input gives the same list.
        order = np.argsort(-sign * odds.z[places], kind="stable")
        chosen.append(places[order[:_MOST_TERMS]])
    return np.concatenate(chosen)


def _add_rates(found: pd.DataFrame, n_articles: tuple[int, int], sizes: tuple[int, int]) -> None:
    """Add to `found` G2, and what its counts are of the articles and of the words of each group."""
    found["g2"] = log_likelihood_ratio(*_both(found, "n_occurrences"), (max(1, sizes[0]), max(1, sizes[1])))
    for name, n, size in zip(("first", "second"), n_articles, sizes, strict=True):
        found[f"share_{name}"] = found[f"n_articles_{name}"] / max(1, n)
        found[f"per_10k_{name}"] = 10_000 * found[f"n_occurrences_{name}"] / max(1, size)


def _add_spread(
    found: pd.DataFrame, pairs: _Pairs, groups: tuple[pd.DataFrame, pd.DataFrame], sizes: pd.Series
) -> None:
    """Add to `found` in how many outlets of each group a term stands, and how evenly in the group that uses it more."""
    found["top_share"], found["dp"] = 0.0, 0.0
    for n, (name, group) in enumerate(zip(("first", "second"), groups, strict=True)):
        inside = pairs.of_group(n)
        found[f"n_outlets_{name}"] = _count_outlets(inside, group, len(found))
        own = found.index[found["is_first"] == (n == 0)].to_numpy()
        mine = inside.of_terms(own)
        most = np.zeros(len(own))
        np.maximum.at(most, mine.term, mine.count)
        found.loc[own, "top_share"] = most / found.loc[own, f"n_occurrences_{name}"]
        found.loc[own, "dp"] = deviation_of_proportions(
            mine.term,
            _by_row(group, np.arange(len(group)))[mine.article],
            mine.count,
            np.maximum(1, sizes[group.index].to_numpy()),
        )
    many = np.where(found["is_first"], *(len(group) >= _FEW_ARTICLES for group in groups))
    found["is_burst"] = (found["top_share"] > _BURST) & many


def _count_outlets(pairs: _Pairs, group: pd.DataFrame, n_terms: int) -> Ints:
    codes, outlets = pd.factorize(group["outlet"])
    outlet = _by_row(group, codes)[pairs.article]
    keys = pairs.term[outlet >= 0].astype(np.int64) * max(1, len(outlets)) + outlet[outlet >= 0]
    return np.bincount(np.unique(keys) // max(1, len(outlets)), minlength=n_terms)


def _by_row(articles: pd.DataFrame, values: Ints) -> Ints:
    """An array that holds the value of each of `articles` at its row."""
    by_row = np.full(articles.index.max() + 1 if len(articles) else 1, -1, np.int64)
    by_row[articles.index] = values
    return by_row

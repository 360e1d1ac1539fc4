"""Co-occurrence: the terms that share sentences, or articles, with a chosen one, and which of these go together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analysis.bundle import Bundle
from analysis.collocations import SIGNIFICANT, log_likelihood
from analysis.contexts import Lexicon, contexts_of, terms_beside
from analysis.form_index import form_index
from analysis.summaries import NEARLY_ALWAYS, without_parts
from analysis.word_ids import Counts, Ids

Flags = npt.NDArray[np.bool_]
# What two terms are counted together in.
Within = Literal["sentence", "article"]

# So many sentences, or articles, must hold both; of a term that stands in a few only, fewer.
_LEAST = 3
_FEW = 10
# A term of fewer articles may have its company in one of them.
_FEW_ARTICLES = 3
# Of how many terms, the surest, those are chosen that are told.
_WINDOW = 200
_NAMED = ["term", "written", "n_tokens"]
# Separates the two terms of a tie in its mark; in no term, since no word holds it.
_AND = "|"


@dataclass(frozen=True)
class Scope:
    """Among what a term's company is judged: articles, as `articles_of` gives them, and what is counted in them.

    `rows` are the rows of those that hold the term, ascending; `counts` has n_articles and n_occurrences of each term,
    all its forms together, by the term_id of the commonest form; `n_words` is how many words they have, headlines too.
    """

    articles: pd.DataFrame
    rows: Counts
    counts: pd.DataFrame
    n_words: int


@dataclass(frozen=True)
class Network:
    """The terms that share sentences, or articles, with a chosen one more often than chance would have it.

    `within` says which of the two.
    `contexts` has a row a sentence with the chosen term: row (of its article), number (-1: headline); or a row an
    article with it, all of the number -1. `holds` says which of the terms stand in each, a row a context and a column a
    term. `n_inside` is the size of the contexts and `n_total` that of the scope: words, without those of the chosen
    term itself; or articles.
    `terms` has a row a term, the surest first: term_id, term, written, n_tokens, n_both (contexts with both),
    n_articles and n_outlets (of these), n_beside (its occurrences there, or articles), n_expected (as many there by
    chance), n_uses (its occurrences in all, or articles), g2 and mark.
    `ties` has a row for two of them that share more of these contexts than chance would have it, the surest first:
    first and second (rows of `terms`), n_both (with all three), n_expected, n_articles, n_outlets, g2 and mark.
    """

    within: Within
    terms: pd.DataFrame
    ties: pd.DataFrame
    contexts: pd.DataFrame
    holds: Flags
    n_inside: int
    n_total: int

    def strongest_ties(self, most: int) -> pd.DataFrame:
        """Those of `ties` that are among the `most` surest of either of their terms."""
        ends = self.ties[["first", "second"]].stack().reset_index(drop=True)
        nth = ends.groupby(ends).cumcount().to_numpy().reshape(-1, 2)
        return self.ties[(nth < most).any(axis=1)]

    def behind(self, mark: str) -> pd.DataFrame:
        """The contexts that the mark of a term or a tie counts: rows of `contexts`; none for one that is not here."""
        place = {term: number for number, term in enumerate(self.terms["term"])}
        wanted = terms_of_mark(mark)
        if not wanted or not all(term in place for term in wanted):
            return self.contexts.iloc[:0]
        return self.contexts[self.holds[:, [place[term] for term in wanted]].all(axis=1)]


def terms_of_mark(mark: str) -> list[str]:
    """The terms, one or two, that the mark of a network stands for."""
    return [term for term in mark.split(_AND) if term]


def network(
    bundle: Bundle,
    lexicon: Lexicon,
    scope: Scope,
    terms: Sequence[str],
    *,
    within: Within = "sentence",
    left_out: Collection[int] = (),
    most: int = 20,
) -> Network:
    """The company that any of `terms`, the forms of one, keeps in the sentences, or the articles, of `scope`.

    A term is told if its occurrences in the sentences with the chosen one, against all others of the scope, have a
    log-likelihood ratio G2 (Dunning 1993) that chance passes once in a thousand, and if at least three sentences hold
    both (two where the chosen one stands in fewer than ten), of two articles. Within articles, it is articles that hold
    either that are counted, however often they do. Of two that are told the same is asked of the contexts with the
    chosen one that hold either. What nearly always stands in a longer phrase that is told, or in one with the chosen
    term, is left out; within articles also what is a part of the term.

    Args:
        bundle: the collection.
        lexicon: what `lexicon_of` gives of it.
        scope: where to look, and among what to judge.
        terms: the chosen term in its forms, each in its normal form.
        within: what two terms are counted together in.
        left_out: ids of terms that are not told, by the commonest form.
        most: how many terms to tell.
    """
    met = _in_sentences(bundle, lexicon, scope, terms) if within == "sentence" else _in_articles(bundle, scope)
    counted = _counted(lexicon, met)
    # Sentences were read without the term itself; an article holds it and its parts always.
    own = _own(counted, terms, lexicon) if within == "article" else False
    counted = counted[~(counted["term_id"].isin(list(left_out)) | own)].head(_WINDOW)
    counted = counted[~_joined_to(counted, terms, lexicon)].reset_index(drop=True)
    holds = _holds(met.groups, met.places, counted["term_id"].to_numpy(), len(met.rows))
    spread = _Spread.of(scope.articles, met.rows)
    counted = counted.assign(n_both=holds.sum(axis=0), **spread.of_contexts(holds))
    told = without_parts(counted[_is_often(counted, met.rows)], "n_both").head(most)
    holds = holds[:, told.index]
    told = told.reset_index(drop=True).assign(mark=told["term"].to_numpy())
    contexts = pd.DataFrame({"row": met.rows, "number": met.numbers})
    return Network(within, told, _ties(told, holds, spread), contexts, holds, met.n_inside, met.n_total)


@dataclass(frozen=True)
class _Met:
    """The contexts of a term, and what is met in them.

    `rows` and `numbers` have the article and the sentence of each. `groups` has the term_id of everything that is met,
    once for each time that it counts, and `places` in which context; `uses` how often each of the terms counts in all.
    """

    rows: Counts
    numbers: Counts
    groups: Ids
    places: Counts
    uses: pd.Series
    n_inside: int
    n_total: int


def _in_sentences(bundle: Bundle, lexicon: Lexicon, scope: Scope, terms: Sequence[str]) -> _Met:
    """What stands in the sentences that hold any of `terms`, each occurrence beside it."""
    contexts = contexts_of(bundle, lexicon, scope.rows, terms)
    uses, n_total = scope.counts["n_occurrences"], scope.n_words - contexts.n_taken
    return _Met(contexts.rows, contexts.numbers, *terms_beside(contexts, lexicon), uses, contexts.n_words, n_total)


def _in_articles(bundle: Bundle, scope: Scope) -> _Met:
    """What stands in the articles that hold a term, once an article."""
    groups, rows = form_index(bundle).pairs_of(scope.rows)
    headline = np.full(len(scope.rows), -1, np.int64)
    uses, n_total = scope.counts["n_articles"], len(scope.articles)
    return _Met(
        scope.rows, headline, groups.astype(np.int32), np.searchsorted(scope.rows, rows), uses, len(scope.rows), n_total
    )


def _is_often(counted: pd.DataFrame, rows: Counts) -> pd.Series[bool]:
    """Which terms enough contexts hold; those of one article alone only where the chosen one has hardly another."""
    least_articles = 2 if len(np.unique(rows)) >= _FEW_ARTICLES else 1
    return (counted["n_both"] >= _least(len(rows))) & (counted["n_articles"] >= least_articles)


def _least(n_contexts: int) -> int:
    return _LEAST if n_contexts >= _FEW else _LEAST - 1


def _counted(lexicon: Lexicon, met: _Met) -> pd.DataFrame:
    """The terms beside the chosen one whose G2 is significant, the surest first, with their counts."""
    counts = np.bincount(met.groups)
    ids = np.flatnonzero(counts)
    n_uses = met.uses.reindex(ids, fill_value=0).to_numpy(np.int64)
    inside = np.full(len(ids), met.n_inside, np.int64)
    total = max(1, met.n_total)
    # A phrase that overlaps itself is counted once among all, and may be met twice here.
    n_beside = np.minimum(counts[ids], n_uses)
    g2 = log_likelihood(n_beside, n_uses, inside, total)
    sure = g2 >= SIGNIFICANT
    found = pd.DataFrame({"term_id": ids, "n_beside": n_beside, "n_uses": n_uses, "g2": g2})
    found = found.assign(n_expected=n_uses * met.n_inside / total)[sure].reset_index(drop=True)
    found = pd.concat([found, lexicon.terms.select(_NAMED).take(pa.array(ids[sure])).to_pandas()], axis=1)
    return found.sort_values(["g2", "term"], ascending=[False, True], ignore_index=True)


def _holds(groups: Ids, places: Counts, wanted: Counts, n_contexts: int) -> Flags:
    """Which of the terms `wanted` each context holds."""
    holds = np.zeros((n_contexts, len(wanted)), bool)
    order = np.argsort(wanted)
    if len(wanted):
        found = np.minimum(np.searchsorted(wanted[order], groups), len(wanted) - 1)
        known = wanted[order][found] == groups
        holds[places[known], order[found[known]]] = True
    return holds


def _joined_to(counted: pd.DataFrame, terms: Sequence[str], lexicon: Lexicon) -> Flags:
    """Which of the terms nearly always stand in one phrase with a chosen one: "President Barack" beside "Obama"."""
    chosen = [lexicon.numbers(term) for term in terms]
    alone = lexicon.terms["n_occurrences"].take(pa.array(counted["term_id"])).to_pylist()
    return np.array(
        [
            max((lexicon.n_uses(both) for term in chosen for both in (one + term, term + one)), default=0) >= least
            for one, least in zip(map(lexicon.numbers, counted["term"]), NEARLY_ALWAYS * np.array(alone), strict=True)
        ],
        bool,
    )


def _own(counted: pd.DataFrame, terms: Sequence[str], lexicon: Lexicon) -> Flags:
    """Which of the terms are a word of a chosen one in any form, or a part of it, or hold it."""
    words = {int(lexicon.group[number]) for term in terms for number in lexicon.numbers(term) if number >= 0}
    is_part = [any(_is_part(one, term) for term in terms) for one in counted["term"]]
    return np.asarray(counted["term_id"].isin(words) | np.array(is_part, bool))


@dataclass(frozen=True)
class _Spread:
    """Where articles begin among contexts, the articles by their outlets, and where those begin among them."""

    articles: Counts
    by_outlet: Counts
    outlets: Counts

    @classmethod
    def of(cls, articles: pd.DataFrame, rows: Counts) -> _Spread:
        """Of the contexts in these `rows` of `articles`, which ascend."""
        codes = pd.Series(pd.factorize(articles["outlet"])[0], articles.index)
        firsts = np.flatnonzero(np.diff(rows, prepend=-1))
        outlet = codes.reindex(rows[firsts]).to_numpy(np.int64)
        # Articles without an outlet are of none.
        order = np.argsort(outlet, kind="stable")[(outlet < 0).sum() :]
        return cls(firsts, order, np.flatnonzero(np.diff(outlet[order], prepend=-1)))

    def of_contexts(self, holds: Flags) -> dict[str, Counts]:
        """In how many articles, and of how many outlets, the contexts are that each column of `holds` has."""
        articles = np.logical_or.reduceat(holds, self.articles) if len(self.articles) else holds
        named = articles[self.by_outlet]
        outlets = np.logical_or.reduceat(named, self.outlets) if len(self.outlets) else named
        return {"n_articles": articles.sum(axis=0), "n_outlets": outlets.sum(axis=0)}


def _ties(told: pd.DataFrame, holds: Flags, spread: _Spread) -> pd.DataFrame:
    """The pairs of the terms `told` that share contexts with the chosen one more often than chance would have it."""
    pairs = [pair for pair in combinations(range(len(told)), 2) if not _is_part(*told["term"].iloc[list(pair)])]
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    alone = holds.sum(axis=0, dtype=np.int64)
    counts = holds.astype(np.float32)
    both = np.rint(counts.T @ counts).astype(np.int64)[first, second]
    g2 = log_likelihood(both, alone[first], alone[second], max(1, len(holds)))
    sure = np.flatnonzero((g2 >= SIGNIFICANT) & (both >= _least(len(holds))))
    sure = sure[np.argsort(-g2[sure], kind="stable")]
    first, second = first[sure], second[sure]
    names = told["term"].to_numpy()
    found = pd.DataFrame(
        {
            "first": first,
            "second": second,
            "n_both": both[sure],
            "n_expected": alone[first] * alone[second] / max(1, len(holds)),
            "g2": g2[sure],
            "mark": [f"{one}{_AND}{other}" for one, other in zip(names[first], names[second], strict=True)],
        }
    )
    return found.assign(**spread.of_contexts(holds[:, first] & holds[:, second]))


def _is_part(one: str, other: str) -> bool:
    """Whether one of two terms stands within the other, so that they go together by their spelling."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "

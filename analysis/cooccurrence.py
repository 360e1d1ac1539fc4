"""Co-occurrence: the terms that share sentences with a chosen one, and which of these go together there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from analysis.bundle import Bundle
from analysis.collocations import SIGNIFICANT, log_likelihood
from analysis.contexts import Contexts, Lexicon, contexts_of, terms_beside
from analysis.summaries import NEARLY_ALWAYS, without_parts
from analysis.word_ids import Counts, Ids

Flags = npt.NDArray[np.bool_]

# So many sentences must hold both; of a term that stands in a few only, fewer.
_LEAST_SENTENCES = 3
_FEW_SENTENCES = 10
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

    `rows` are the rows of those that hold the term, ascending; `uses` has the occurrences of each term, all its forms
    together, by the term_id of the commonest form; `n_words` is how many words they have, headlines too.
    """

    articles: pd.DataFrame
    rows: Counts
    uses: pd.Series
    n_words: int


@dataclass(frozen=True)
class Network:
    """The terms that share sentences with a chosen one more often than chance would have it.

    `terms` has a row a term, the surest first: term_id, term, written, n_tokens, n_sentences (with both), n_articles
    and n_outlets (of these sentences), n_beside (its occurrences there), n_expected (as many there by chance), n_uses
    (its occurrences in all), g2 and mark.
    `ties` has a row for two of them that share more of these sentences than chance would have it, the surest first:
    first and second (rows of `terms`), n_sentences (with all three), n_expected, n_articles, n_outlets, g2 and mark.
    `sentences` has a row a sentence with the chosen term: row (of its article), number (-1: headline); `holds` says
    which of the terms stand in each, a row a sentence and a column a term. `n_words` are the words of the scope without
    those of the chosen term itself.
    """

    terms: pd.DataFrame
    ties: pd.DataFrame
    sentences: pd.DataFrame
    holds: Flags
    n_words: int

    def strongest_ties(self, most: int) -> pd.DataFrame:
        """Those of `ties` that are among the `most` surest of either of their terms."""
        ends = self.ties[["first", "second"]].stack().reset_index(drop=True)
        nth = ends.groupby(ends).cumcount().to_numpy().reshape(-1, 2)
        return self.ties[(nth < most).any(axis=1)]

    def behind(self, mark: str) -> pd.DataFrame:
        """The sentences that the mark of a term or a tie counts: rows of `sentences`; none for one that is not here."""
        place = {term: number for number, term in enumerate(self.terms["term"])}
        wanted = terms_of_mark(mark)
        if not wanted or not all(term in place for term in wanted):
            return self.sentences.iloc[:0]
        return self.sentences[self.holds[:, [place[term] for term in wanted]].all(axis=1)]


def terms_of_mark(mark: str) -> list[str]:
    """The terms, one or two, that the mark of a network stands for."""
    return [term for term in mark.split(_AND) if term]


def network(
    bundle: Bundle,
    lexicon: Lexicon,
    scope: Scope,
    terms: Sequence[str],
    *,
    left_out: Collection[int] = (),
    most: int = 20,
) -> Network:
    """The company that any of `terms`, the forms of one, keeps in the sentences of `scope`.

    A term is told if its occurrences in the sentences with the chosen one, against all others of the scope, have a
    log-likelihood ratio G2 (Dunning 1993) that chance passes once in a thousand, and if at least three sentences hold
    both (two where the chosen one stands in fewer than ten), of two articles. Of two that are told the same is asked
    of the sentences with the chosen one that hold either. What nearly always stands in a longer phrase
    that is told, or in one with the chosen term, is left out.

    Args:
        bundle: the collection.
        lexicon: what `lexicon_of` gives of it.
        scope: where to look, and among what to judge.
        terms: the chosen term in its forms, each in its normal form.
        left_out: ids of terms that are not told, by the commonest form.
        most: how many terms to tell.
    """
    contexts = contexts_of(bundle, lexicon, scope.rows, terms)
    groups, places = terms_beside(contexts, lexicon)
    counted = _counted(lexicon, contexts, groups, scope)
    counted = counted[~counted["term_id"].isin(list(left_out))].head(_WINDOW)
    counted = counted[~_joined_to(counted, terms, lexicon)].reset_index(drop=True)
    holds = _holds(groups, places, counted["term_id"].to_numpy(), len(contexts.rows))
    spread = _Spread.of(scope.articles, contexts.rows)
    counted = counted.assign(n_sentences=holds.sum(axis=0), **spread.of_sentences(holds))
    told = without_parts(counted[_is_often(counted, contexts)], "n_sentences").head(most)
    holds = holds[:, told.index]
    told = told.reset_index(drop=True).assign(mark=told["term"].to_numpy())
    sentences = pd.DataFrame({"row": contexts.rows, "number": contexts.numbers})
    n_words = scope.n_words - contexts.n_taken
    return Network(told, _ties(told, holds, spread), sentences, holds, n_words)


def _is_often(counted: pd.DataFrame, contexts: Contexts) -> pd.Series[bool]:
    """Which terms enough sentences hold; those of one article alone only where the chosen one has hardly another."""
    least_articles = 2 if len(np.unique(contexts.rows)) >= _FEW_ARTICLES else 1
    is_often = counted["n_sentences"] >= _least(len(contexts.rows))
    return is_often & (counted["n_articles"] >= least_articles)


def _least(n_sentences: int) -> int:
    return _LEAST_SENTENCES if n_sentences >= _FEW_SENTENCES else _LEAST_SENTENCES - 1


def _counted(lexicon: Lexicon, contexts: Contexts, groups: Ids, scope: Scope) -> pd.DataFrame:
    """The terms beside the chosen one whose G2 is significant, the surest first, with their counts."""
    counts = np.bincount(groups)
    ids = np.flatnonzero(counts)
    n_uses = scope.uses.reindex(ids, fill_value=0).to_numpy(np.int64)
    inside = np.full(len(ids), contexts.n_words, np.int64)
    total = max(1, scope.n_words - contexts.n_taken)
    # A phrase that overlaps itself is counted once among all, and may be met twice here.
    n_beside = np.minimum(counts[ids], n_uses)
    g2 = log_likelihood(n_beside, n_uses, inside, total)
    sure = g2 >= SIGNIFICANT
    found = pd.DataFrame({"term_id": ids, "n_beside": n_beside, "n_uses": n_uses, "g2": g2})
    found = found.assign(n_expected=n_uses * contexts.n_words / total)[sure].reset_index(drop=True)
    found = pd.concat([found, lexicon.terms.select(_NAMED).take(pa.array(ids[sure])).to_pandas()], axis=1)
    return found.sort_values(["g2", "term"], ascending=[False, True], ignore_index=True)


def _holds(groups: Ids, places: Counts, wanted: Counts, n_sentences: int) -> Flags:
    """Which of the terms `wanted` each sentence holds."""
    holds = np.zeros((n_sentences, len(wanted)), bool)
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


@dataclass(frozen=True)
class _Spread:
    """Where articles begin among sentences, the articles by their outlets, and where those begin among them."""

    articles: Counts
    by_outlet: Counts
    outlets: Counts

    @classmethod
    def of(cls, articles: pd.DataFrame, rows: Counts) -> _Spread:
        """Of the sentences in these `rows` of `articles`, which ascend."""
        codes = pd.Series(pd.factorize(articles["outlet"])[0], articles.index)
        firsts = np.flatnonzero(np.diff(rows, prepend=-1))
        outlet = codes.reindex(rows[firsts]).to_numpy(np.int64)
        # Articles without an outlet are of none.
        order = np.argsort(outlet, kind="stable")[(outlet < 0).sum() :]
        return cls(firsts, order, np.flatnonzero(np.diff(outlet[order], prepend=-1)))

    def of_sentences(self, holds: Flags) -> dict[str, Counts]:
        """In how many articles, and of how many outlets, the sentences are that each column of `holds` has."""
        articles = np.logical_or.reduceat(holds, self.articles) if len(self.articles) else holds
        named = articles[self.by_outlet]
        outlets = np.logical_or.reduceat(named, self.outlets) if len(self.outlets) else named
        return {"n_articles": articles.sum(axis=0), "n_outlets": outlets.sum(axis=0)}


def _ties(told: pd.DataFrame, holds: Flags, spread: _Spread) -> pd.DataFrame:
    """The pairs of the terms `told` that share sentences with the chosen one more often than chance would have it."""
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
            "n_sentences": both[sure],
            "n_expected": alone[first] * alone[second] / max(1, len(holds)),
            "g2": g2[sure],
            "mark": [f"{one}{_AND}{other}" for one, other in zip(names[first], names[second], strict=True)],
        }
    )
    return found.assign(**spread.of_sentences(holds[:, first] & holds[:, second]))


def _is_part(one: str, other: str) -> bool:
    """Whether one of two terms stands within the other, so that they go together by their spelling."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "

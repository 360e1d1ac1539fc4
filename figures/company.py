"""Company: the terms that share sentences with a chosen one, as a network."""

from __future__ import annotations

import pandas as pd

from analysis.cooccurrence import Network
from analysis.marks import Mark
from charts import Measure, network
from figures import words
from figures.figure import Drawn, Figure, Missing

_SENTENCES = Measure("n_sentences", "sentences")
_G2 = Measure("g2", "G²", "number")
# Of each term so many of its strongest lines are drawn.
_LINES_A_TERM = 3
_NOTE = (
    "Sentences: those that hold the words of the row and the chosen one; articles and outlets: of these. Times there: "
    "how often the word stands in the sentences with the chosen one. Expected: what chance would give of that, or for "
    "two words of sentences with both. G²: log-likelihood (Dunning 1993), by chance above 10.83 once in a thousand."
)


def company(found: Network, mark: Mark, *, chosen: str | None = None) -> Drawn:
    """The network `found`, as `term_tables.network_of` gives it, around the term of `mark`."""
    if found.terms.empty:
        n_sentences = words.count(len(found.sentences), "sentence")
        return Missing(
            f"“{mark.term}” stands in {n_sentences}. No other word shares them more often than chance would have it."
        )
    terms, ties = found.terms, found.strongest_ties(_LINES_A_TERM)
    names = terms["written"].to_numpy()
    points = terms.assign(first=names, second=None)
    lines = ties.assign(first=names[ties["first"]], second=names[ties["second"]])
    rows = pd.concat([points, lines], ignore_index=True)
    chart = network(
        rows[["mark", "first", "second", "n_sentences", "g2"]],
        middle=mark.term or "",
        value=_SENTENCES,
        strength=_G2,
        title=f"Which words share sentences with “{mark.term}”?",
        subtitle=_subtitle(found),
        chosen=chosen,
    )
    shown = [
        f"{row.first}{'' if pd.isna(row.second) else f' and {row.second}'} ({_SENTENCES.phrase(row.n_sentences)})"
        for row in rows.itertuples()
    ]
    return Figure("company", chart, rows, shown, _table(found), note=_NOTE)


def _subtitle(found: Network) -> str:
    of = words.count(len(found.sentences), "sentence")
    return (
        f"Words that stand more often in the {of} with it (headlines too) than in all others, by log-likelihood "
        "G² (Dunning 1993; p < .001), with the number of sentences that hold both; a line joins two that share these "
        f"sentences by the same test, wider for more G² (at most {_LINES_A_TERM} a word)."
    )


def _table(found: Network) -> pd.DataFrame:
    names = found.terms["written"].to_numpy()
    ties = found.ties.assign(written=names[found.ties["first"]], other=names[found.ties["second"]])
    rows = pd.concat([found.terms.assign(other=""), ties], ignore_index=True)
    columns = {
        "written": "word",
        "other": "and",
        "n_sentences": "sentences",
        "n_articles": "articles",
        "n_outlets": "outlets",
        "n_beside": "times there",
        "n_expected": "expected",
        "n_uses": "times in all",
        "g2": "G²",
    }
    return rows[list(columns)].rename(columns=columns).round({"expected": 2, "G²": 1})

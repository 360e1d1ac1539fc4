"""Company: the terms that share sentences, or articles, with a chosen one, as a network."""

from __future__ import annotations

import pandas as pd

from analysis.cooccurrence import Network
from analysis.marks import Mark
from charts import Measure, network
from figures.figure import Drawn, Figure, Missing

_G2 = Measure("g2", "G²", "number")
# Of each term so many of its strongest lines are drawn.
_LINES_A_TERM = 3
_SURE = "G²: log-likelihood (Dunning 1993), by chance above 10.83 once in a thousand."
_NOTES = {
    "sentence": "Sentences: those that hold the words of the row and the chosen one; articles and outlets: of these. "
    "Times there: how often the word stands in the sentences with the chosen one. Expected: what chance would give of "
    f"that, or for two words of sentences with both. {_SURE}",
    "article": "Articles, or stories: those that hold the words of the row and the chosen one, however often; outlets: "
    f"of these. Expected: as many by chance. In all: those that hold the word, of all selected. {_SURE}",
}
_COLUMNS = {
    "sentence": {
        "n_articles": "articles",
        "n_outlets": "outlets",
        "n_beside": "times there",
        "n_expected": "expected",
        "n_uses": "times in all",
    },
    "article": {"n_outlets": "outlets", "n_expected": "expected", "n_uses": "in all"},
}


def company(found: Network, mark: Mark, *, nouns: str = "articles", chosen: str | None = None, of: str = "") -> Drawn:
    """The network `found`, as `term_tables.network_of` gives it, around the term of `mark`.

    `nouns` is what articles are counted as: "articles" or "stories"; `of` says of which articles it is.
    """
    both = Measure("n_both", "sentences" if found.within == "sentence" else nouns)
    if found.terms.empty:
        n_contexts = Measure("n", both.noun).phrase(len(found.contexts))
        return Missing(
            f"“{mark.term}” stands in {n_contexts}. No other word shares them more often than chance would have it."
        )
    terms, ties = found.terms, found.strongest_ties(_LINES_A_TERM)
    names = terms["written"].to_numpy()
    points = terms.assign(first=names, second=None)
    lines = ties.assign(first=names[ties["first"]], second=names[ties["second"]])
    rows = pd.concat([points, lines], ignore_index=True)
    chart = network(
        rows[["mark", "first", "second", "n_both", "g2"]],
        middle=mark.term or "",
        value=both,
        strength=_G2,
        title=f"Which words share {both.noun} with “{mark.term}”?",
        subtitle=_subtitle(found, both.noun),
        chosen=chosen,
    )
    shown = [
        f"{row.first}{'' if pd.isna(row.second) else f' and {row.second}'} ({both.phrase(row.n_both)})"
        for row in rows.itertuples()
    ]
    return Figure("company", chart, rows, shown, _table(found, both.noun), note=_NOTES[found.within], of=of)


def _subtitle(found: Network, nouns: str) -> str:
    of = Measure("n", nouns).phrase(len(found.contexts))
    test = "log-likelihood G² (Dunning 1993; p < .001)"
    if found.within == "article":
        said = f"Words that more of the {of} with it hold than of all others, by {test} of {found.n_total:,} {nouns}"
    else:
        said = f"Words that stand more often in the {of} with it (headlines too) than in all others, by {test}"
    return (
        f"{said}, with the number of {nouns} that hold both; a line joins two that share them by the same test, "
        f"wider for more G² (at most {_LINES_A_TERM} a word)."
    )


def _table(found: Network, nouns: str) -> pd.DataFrame:
    names = found.terms["written"].to_numpy()
    ties = found.ties.assign(written=names[found.ties["first"]], other=names[found.ties["second"]])
    rows = pd.concat([found.terms.assign(other=""), ties], ignore_index=True)
    columns = {"written": "word", "other": "and", "n_both": nouns, **_COLUMNS[found.within], "g2": "G²"}
    return rows[list(columns)].rename(columns=columns).round({"expected": 2, "G²": 1})

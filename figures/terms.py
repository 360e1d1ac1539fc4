"""Terms: those that the selected articles use most, ranked by one of four measures."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.summaries import leading_terms, leading_window
from charts import Measure, ranked_bars
from figures import term_tables
from figures.drawing import drawn_once
from figures.figure import Figure
from figures.reading import Reading

_NAMES = {"all": "words and phrases", "words": "words", "phrases": "names and phrases"}
_TABLE_ROWS = 500

DISPERSION_NOTE = (
    "DP: deviation of proportions over articles (Gries 2008; normalised, Lijffijt and Gries 2012); "
    "0 where every article has its share, near 1 where a few have all."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which terms to show: how many, words or phrases or "all", by which measure, also newspaper and vague words.

    `measure` is "articles", "share", "occurrences" or "rate". Terms that are `hidden`, folded, and phrases that hold
    one are left out.
    """

    most: int
    kind: str = "all"
    measure: str = "articles"
    news_words: bool = False
    hidden: tuple[str, ...] = ()

    @property
    def counts_occurrences(self) -> bool:
        """Whether the measure counts how often a term is used, and not in how many articles."""
        return self.measure in ("occurrences", "rate")


@drawn_once
def most_used(reading: Reading, wanted: Wanted, *, chosen: str | None = None) -> Figure:
    """The `wanted` terms of the selected articles as bars."""
    measure = _measure_of(reading, wanted.measure)
    by = measure.column
    ranked = _ranked(reading, wanted, by)
    rows = _shown(reading, ranked, wanted, by)
    rows = rows.assign(note=rows["forms"].where(rows["n_forms"] > 1, ""))
    ends = "are used most" if wanted.counts_occurrences else "are in most of them"
    chart = ranked_bars(
        rows,
        label="written",
        value=measure,
        title=f"Which {_NAMES[wanted.kind]} {ends}?",
        subtitle=_subtitle(reading, wanted),
        chosen=chosen,
    )
    names = [f"{name} ({measure.text(n)})" for name, n in zip(rows["written"], rows[by], strict=True)]
    return Figure("terms", chart, rows, names, _table(reading, ranked.head(_TABLE_ROWS)), DISPERSION_NOTE)


def names_and_phrases(reading: Reading, *, most: int, chosen: str | None = None) -> Figure:
    """The phrases in most articles, which tell more of a collection than single words; the words, if there are few."""
    return most_used(reading, _telling(reading, most), chosen=chosen)


def leading(reading: Reading, most: int, hidden: tuple[str, ...] = ()) -> list[str]:
    """How the terms that `names_and_phrases` shows are written, without the `hidden`, that of most articles first."""
    wanted = _telling(reading, most, hidden)
    by = _measure_of(reading, wanted.measure).column
    return list(_shown(reading, _ranked(reading, wanted, by), wanted, by)["written"])


def _telling(reading: Reading, most: int, hidden: tuple[str, ...] = ()) -> Wanted:
    found = term_tables.terms(reading)
    enough = ((found["n_tokens"] > 1) & (found["n_articles"] > 1)).sum() >= most
    return Wanted(most, "phrases" if enough else "all", hidden=hidden)


def _shown(reading: Reading, ranked: pd.DataFrame, wanted: Wanted, by: str) -> pd.DataFrame:
    """The terms to draw, with their names: only those that may be drawn are named."""
    if wanted.kind == "words":
        return term_tables.named(reading, ranked.head(wanted.most))
    return leading_terms(term_tables.named(reading, leading_window(ranked, wanted.most, by)), wanted.most, by)


def _ranked(reading: Reading, wanted: Wanted, by: str) -> pd.DataFrame:
    found = term_tables.terms(reading)
    shown = found if wanted.news_words else found[found["is_keyword"]]
    if wanted.kind != "all":
        shown = shown[(shown["n_tokens"] > 1) == (wanted.kind == "phrases")]
    shown = term_tables.without(reading, shown, wanted.hidden)
    # They come sorted by articles; what has the same count keeps that order.
    return shown if by in ("n_articles", "share") else shown.sort_values(by, ascending=False, kind="stable")


def _measure_of(reading: Reading, measure: str) -> Measure:
    return {
        "articles": reading.measure,
        "share": Measure("share", reading.nouns, "share"),
        "occurrences": Measure("n_occurrences", "occurrences"),
        "rate": Measure("per_10k", "per 10,000 words of text", "number"),
    }[measure]


def _subtitle(reading: Reading, wanted: Wanted) -> str:
    n, nouns, rule = f"{len(reading.articles):,}", reading.nouns, reading.rule
    counted = {
        "articles": f"{nouns.capitalize()} that hold the term in any form, of {n}{rule}",
        "share": f"Share of the {n} {nouns}{rule} that hold the term in any form",
        "occurrences": f"Occurrences in any form, in headline and body of {n} {nouns}{rule}",
        "rate": f"Occurrences in any form per 10,000 words, in headline and body of {n} {nouns}{rule}",
    }[wanted.measure]
    parts = "" if wanted.kind == "words" else " What nearly always stands in a longer phrase shown here is left out."
    return f"{counted}; stop words aside.{parts}"


def _table(reading: Reading, found: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "written": "term",
        "n_articles": reading.nouns,
        "per_100": f"per 100 {reading.nouns}",
        "n_occurrences": "occurrences",
        "per_10k": "per 10,000 words",
        "forms": "forms",
    }
    spread = term_tables.dispersions(reading, found["term_id"])
    return term_tables.named(reading, found)[list(columns)].rename(columns=columns).assign(DP=spread).round(2)

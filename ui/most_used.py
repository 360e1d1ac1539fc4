"""Most used: the terms of the selected articles, ranked by one of four measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.summaries import leading_terms, leading_window
from charts import Measure, ranked_bars
from ui import choices, term_tables
from ui.figure import Figure, show
from ui.hidden_words import without_hidden
from ui.marks import chosen_mark
from ui.view import View

_KINDS = {"all": "Words and phrases", "words": "Words", "phrases": "Phrases"}
_NAMES = {"all": "words and phrases", "words": "words", "phrases": "names and phrases"}
# What the address calls a measure, its column, its name on the page.
_COLUMNS = {"articles": "n_articles", "share": "share", "occurrences": "n_occurrences", "rate": "per_10k"}
_ROWS = {"20": "20", "10": "10", "30": "30", "50": "50"}
_TABLE_ROWS = 500

DISPERSION_NOTE = (
    "DP: deviation of proportions over articles (Gries 2008; normalised, Lijffijt and Gries 2012); "
    "0 where every article has its share, near 1 where a few have all."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which terms to show: how many, words or phrases or "all", by which measure, also newspaper and vague words."""

    most: int
    kind: str = "all"
    measure: str = "articles"
    news_words: bool = False

    @property
    def counts_occurrences(self) -> bool:
        """Whether the measure counts how often a term is used, and not in how many articles."""
        return self.measure in ("occurrences", "rate")


def choose(view: View) -> Wanted:
    """What the reader wants to see, with the widgets that say so."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="most_used"):
        kind = choices.segments("kind", _KINDS, "Show")
        measure = choices.menu("by", _measures(view.nouns), "Count", width=190)
        most = choices.menu("most", _ROWS, "How many", width=90)
        news = choices.switch("news", "Also newspaper words, vague words and numbers")
    return Wanted(int(most), kind, measure, news)


def _measures(noun: str) -> Mapping[str, str]:
    return {
        "articles": noun.capitalize(),
        "share": f"Share of {noun}",
        "occurrences": "Occurrences",
        "rate": "Per 10,000 words",
    }


def terms(view: View, wanted: Wanted, *, lists: bool = True) -> None:
    """The `wanted` terms of the selected articles as bars.

    `lists`: the articles with the chosen one are listed below; else the page does that.
    """
    by = _COLUMNS[wanted.measure]
    ranked = _ranked(view, wanted, by)
    rows = _shown(view, ranked, wanted, by)
    rows = rows.assign(note=rows["forms"].where(rows["n_forms"] > 1, ""))
    measure = _measure_of(view, wanted.measure)
    chosen = chosen_mark()
    ends = "are used most" if wanted.counts_occurrences else "are in most of them"
    chart = ranked_bars(
        rows,
        label="written",
        value=measure,
        title=f"Which {_NAMES[wanted.kind]} {ends}?",
        subtitle=_subtitle(view, wanted),
        chosen=str(chosen) if chosen else None,
    )
    names = [f"{name} ({measure.text(n)})" for name, n in zip(rows["written"], rows[by], strict=True)]
    show(view, Figure("terms", chart, rows, names, _table(view, ranked.head(_TABLE_ROWS)), lists, DISPERSION_NOTE))


def _shown(view: View, ranked: pd.DataFrame, wanted: Wanted, by: str) -> pd.DataFrame:
    """The terms to draw, with their names: only those that may be drawn are named."""
    if wanted.kind == "words":
        return term_tables.named(view, ranked.head(wanted.most))
    return leading_terms(term_tables.named(view, leading_window(ranked, wanted.most, by)), wanted.most, by)


def names_and_phrases(view: View, *, most: int) -> None:
    """The phrases in most articles, which tell more of a collection than single words; the words, if there are few."""
    found = term_tables.terms(view)
    enough = ((found["n_tokens"] > 1) & (found["n_articles"] > 1)).sum() >= most
    terms(view, Wanted(most, "phrases" if enough else "all"))


def _ranked(view: View, wanted: Wanted, by: str) -> pd.DataFrame:
    found = term_tables.terms(view)
    shown = found if wanted.news_words else found[found["is_keyword"]]
    if wanted.kind != "all":
        shown = shown[(shown["n_tokens"] > 1) == (wanted.kind == "phrases")]
    shown = without_hidden(view, shown)
    # They come sorted by articles; what has the same count keeps that order.
    return shown if by in ("n_articles", "share") else shown.sort_values(by, ascending=False, kind="stable")


def _measure_of(view: View, measure: str) -> Measure:
    nouns = view.nouns
    return {
        "articles": Measure("n_articles", nouns),
        "share": Measure("share", nouns, "share"),
        "occurrences": Measure("n_occurrences", "occurrences"),
        "rate": Measure("per_10k", "per 10,000 words of text", "number"),
    }[measure]


def _subtitle(view: View, wanted: Wanted) -> str:
    n, nouns, rule = f"{len(view.articles):,}", view.nouns, view.rule
    counted = {
        "articles": f"{nouns.capitalize()} that hold the term in any form, of {n}{rule}",
        "share": f"Share of the {n} {nouns}{rule} that hold the term in any form",
        "occurrences": f"Occurrences in any form, in headline and body of {n} {nouns}{rule}",
        "rate": f"Occurrences in any form per 10,000 words, in headline and body of {n} {nouns}{rule}",
    }[wanted.measure]
    parts = "" if wanted.kind == "words" else " What nearly always stands in a longer phrase shown here is left out."
    return f"{counted}; stop words aside.{parts}"


def _table(view: View, found: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "written": "term",
        "n_articles": view.nouns,
        "per_100": f"per 100 {view.nouns}",
        "n_occurrences": "occurrences",
        "per_10k": "per 10,000 words",
        "forms": "forms",
    }
    spread = term_tables.dispersions(view, found["term_id"])
    return term_tables.named(view, found)[list(columns)].rename(columns=columns).assign(DP=spread).round(2)

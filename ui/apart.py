"""What sets a selection apart: the terms of one group of articles against those of another, from both sides."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.comparisons import Comparison
from analysis.summaries import without_parts
from charts import Measure, diverging_bars
from ui import term_tables, words
from ui.figure import Figure, show
from ui.groups import Pair
from ui.hidden_words import without_hidden
from ui.marks import chosen_mark
from ui.most_used import DISPERSION_NOTE
from ui.view import View

_A_SIDE = 10
_TABLE_ROWS = 200
_SIGNIFICANT = 1.96
_Z = Measure("z", "z", "signed")
_NOTE = f"G²: log-likelihood (Rayson and Garside 2000), by chance above 15.13 once in ten thousand. {DISPERSION_NOTE}"


def figure(view: View, pair: Pair) -> None:
    """The terms that set the two groups apart, ten for either; what to do where one of them is empty."""
    if pair.first.articles.empty or pair.second.articles.empty:
        st.info(
            "One of the two groups has no articles here. Choose another one, or select less at the top of the page."
        )
    else:
        _bars(view, pair)


def _bars(view: View, pair: Pair) -> None:
    first, second = pair.first.articles, pair.second.articles
    found = term_tables.comparison(view, pair.marks, first, second, news_words=pair.news_words)
    told = without_hidden(view, found.terms)
    rows = _with_words(view, pair, found, pd.concat([_side(told, is_first=True), _side(told, is_first=False)]))
    chosen = chosen_mark()
    chart = diverging_bars(
        rows,
        label="written",
        value=_Z,
        heads=(f"more in {pair.first.name} →", f"← more in {pair.second.name}"),
        title=f"What sets {pair.first.name} apart from {pair.second.name}?",
        subtitle=_subtitle(view, pair, found),
        chosen=str(chosen) if chosen else None,
    )
    names = [f"{row.written} (z {_Z.text(row.z)}, {view.counted(row.n)})" for row in rows.itertuples()]
    show(view, Figure("apart", chart, rows, names, _table(told, pair), lists=False, note=_NOTE))
    _say_what_is_left_out(told)


def _side(terms: pd.DataFrame, *, is_first: bool) -> pd.DataFrame:
    """The strongest terms of one group, the strongest first; without those of one article, and parts of phrases."""
    side = terms[(terms["is_first"] == is_first) & ~terms["is_burst"]]
    return without_parts(side, "n_articles_first" if is_first else "n_articles_second").head(_A_SIDE)


def _with_words(view: View, pair: Pair, found: Comparison, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the mark of each, how many articles it opens, and what there is to say of either group."""
    group = rows["is_first"].map({True: pair.first, False: pair.second})
    return rows.assign(
        is_sure=rows["z"].abs() >= _SIGNIFICANT,
        mark=[str(one.mark(term)) for one, term in zip(group, rows["term"], strict=True)],
        n=rows["n_articles_first"].where(rows["is_first"], rows["n_articles_second"]),
        first=_said(view, rows, "first", pair.first.name, found.n_articles[0]),
        second=_said(view, rows, "second", pair.second.name, found.n_articles[1]),
    )


def _said(view: View, rows: pd.DataFrame, side: str, name: str, n_articles: int) -> list[str]:
    counted = zip(rows[f"n_articles_{side}"], rows[f"n_occurrences_{side}"], rows[f"per_10k_{side}"], strict=True)
    return [
        f"{words.shorten(name, 40)}: {n:,} of {view.counted(n_articles)}, {times:,} times, {rate:.2f} per 10,000 words"
        for n, times, rate in counted
    ]


def _subtitle(view: View, pair: Pair, found: Comparison) -> str:
    first, second = (
        f"{view.counted(n)} of {size:,} words" for n, size in zip(found.n_articles, found.n_words, strict=True)
    )
    least = found.min_articles[0] if len(set(found.min_articles)) == 1 else " or ".join(map(str, found.min_articles))
    is_within = pair.marks[0] is not None and not view.selection.is_everything
    within = f" Within {view.in_words()}." if is_within else ""
    return (
        f"z of the log-odds ratio (Monroe, Colaresi and Quinn 2008), {first} against {second}; informative Dirichlet "
        f"prior of {found.prior_weight:,.0f} words by their use in the whole collection; terms, in any form, "
        f"in at least {least} {view.nouns}{view.rule}. Pale bars: z within ±{_SIGNIFICANT}, which could be chance."
        f"{within}"
    )


def _say_what_is_left_out(told: pd.DataFrame) -> None:
    n_bursts = int((told["is_burst"] & (told["z"].abs() >= _SIGNIFICANT)).sum())
    bursts = f" and {words.count(n_bursts, 'term')} with more than half of its use in one article" if n_bursts else ""
    st.caption(
        words.plain(
            f"Not drawn: what nearly always stands in a longer phrase{bursts}. The table has the first 200 a side."
        )
    )


def _table(told: pd.DataFrame, pair: Pair) -> pd.DataFrame:
    sides = [told[told["is_first"] == is_first].head(_TABLE_ROWS) for is_first in (True, False)]
    rows = pd.concat(sides)
    names = {True: words.shorten(pair.first.name, 40), False: words.shorten(pair.second.name, 40)}
    if names[True] == names[False]:
        names[False] += " (2)"
    columns = {"term": rows["written"], "more in": rows["is_first"].map(names)}
    columns |= {"z": rows["z"].round(2), "log-odds": rows["log_odds"].round(3), "G²": rows["g2"].round(1)}
    for name, of in (
        ("articles", "n_articles"),
        ("times", "n_occurrences"),
        ("per 10,000", "per_10k"),
        ("outlets", "n_outlets"),
    ):
        for is_first, side in ((True, "first"), (False, "second")):
            columns[f"{name}: {names[is_first]}"] = rows[f"{of}_{side}"]
    columns |= {"most in one article": rows["top_share"].round(2), "DP": rows["dp"].round(2)}
    return pd.DataFrame(columns)

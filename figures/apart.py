"""What sets a selection apart: the terms of one group of articles against those of another, from both sides."""

from __future__ import annotations

import pandas as pd

from analysis.comparisons import Comparison
from analysis.summaries import without_parts
from charts import Measure, diverging_bars
from figures import term_tables, words
from figures.figure import Drawn, Figure, Missing
from figures.groups import Pair
from figures.reading import Reading
from figures.terms import DISPERSION_NOTE

_A_SIDE = 10
_TABLE_ROWS = 200
_SIGNIFICANT = 1.96
_Z = Measure("z", "z", "signed")
_NOTE = f"G²: log-likelihood (Rayson and Garside 2000), by chance above 15.13 once in ten thousand. {DISPERSION_NOTE}"
_EMPTY = Missing(
    "One of the two groups has no articles here. Choose another one, or select less at the top of the page."
)


def apart(reading: Reading, pair: Pair, hidden: tuple[str, ...] = (), *, chosen: str | None = None) -> Drawn:
    """The terms that set the two groups apart, ten for either, without those that are `hidden`, folded."""
    first, second = pair.first.articles, pair.second.articles
    if first.empty or second.empty:
        return _EMPTY
    found = term_tables.comparison(reading, pair.marks, first, second, news_words=pair.news_words)
    told = term_tables.without(reading, found.terms, hidden)
    rows = _with_words(reading, pair, found, pd.concat([_side(told, is_first=True), _side(told, is_first=False)]))
    chart = diverging_bars(
        rows,
        label="written",
        value=_Z,
        heads=(f"more in {pair.first.name} →", f"← more in {pair.second.name}"),
        title=f"What sets {pair.first.name} apart from {pair.second.name}?",
        subtitle=_subtitle(reading, pair, found),
        chosen=chosen,
    )
    names = [f"{row.written} (z {_Z.text(row.z)}, {reading.counted(row.n)})" for row in rows.itertuples()]
    return Figure("apart", chart, rows, names, _table(told, pair), _NOTE, beside=_left_out(told))


def _side(terms: pd.DataFrame, *, is_first: bool) -> pd.DataFrame:
    """The strongest terms of one group, the strongest first; without those of one article, and parts of phrases."""
    side = terms[(terms["is_first"] == is_first) & ~terms["is_burst"]]
    return without_parts(side, "n_articles_first" if is_first else "n_articles_second").head(_A_SIDE)


def _with_words(reading: Reading, pair: Pair, found: Comparison, rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` with the mark of each, how many articles it opens, and what there is to say of either group."""
    group = rows["is_first"].map({True: pair.first, False: pair.second})
    return rows.assign(
        is_sure=rows["z"].abs() >= _SIGNIFICANT,
        mark=[str(one.mark(term)) for one, term in zip(group, rows["term"], strict=True)],
        n=rows["n_articles_first"].where(rows["is_first"], rows["n_articles_second"]),
        first=_said(reading, rows, "first", pair.first.name, found.n_articles[0]),
        second=_said(reading, rows, "second", pair.second.name, found.n_articles[1]),
    )


def _said(reading: Reading, rows: pd.DataFrame, side: str, name: str, n_articles: int) -> list[str]:
    of, shown = reading.counted(n_articles), words.shorten(name, 40)
    counted = zip(rows[f"n_articles_{side}"], rows[f"n_occurrences_{side}"], rows[f"per_10k_{side}"], strict=True)
    return [f"{shown}: {n:,} of {of}, {times:,} times, {rate:.2f} per 10,000 words" for n, times, rate in counted]


def _subtitle(reading: Reading, pair: Pair, found: Comparison) -> str:
    first, second = (
        f"{reading.counted(n)} of {size:,} words" for n, size in zip(found.n_articles, found.n_words, strict=True)
    )
    least = found.min_articles[0] if len(set(found.min_articles)) == 1 else " or ".join(map(str, found.min_articles))
    is_within = pair.marks[0] is not None and not reading.selection.is_everything
    within = f" Within {reading.in_words()}." if is_within else ""
    return (
        f"z of the log-odds ratio (Monroe, Colaresi and Quinn 2008), {first} against {second}; informative Dirichlet "
        f"prior of {found.prior_weight:,.0f} words by their use in the whole collection; terms, in any form, "
        f"in at least {least} {reading.nouns}{reading.rule}. Pale bars: z within ±{_SIGNIFICANT}, which could be "
        f"chance.{within}"
    )


def _left_out(told: pd.DataFrame) -> str:
    """What is not drawn."""
    n_bursts = int((told["is_burst"] & (told["z"].abs() >= _SIGNIFICANT)).sum())
    bursts = f" and {words.count(n_bursts, 'term')} with more than half of its use in one article" if n_bursts else ""
    return f"Not drawn: what nearly always stands in a longer phrase{bursts}. The table has the first 200 a side."


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

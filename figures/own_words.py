"""Own words: words of the reader's own over time, a line each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.bundle import Bundle
from analysis.bursts import bursts_of
from analysis.marks import Mark
from analysis.periods import Series, Unit, over_periods
from analysis.word_groups import uses_of
from charts import Measure, trends
from figures import bursts, periods, term_tables
from figures.figure import Drawn, Figure
from figures.memo import remembered
from figures.reading import Reading


def own_words(reading: Reading, lines: Sequence[str], measure: str, unit: Unit, *, chosen: str | None = None) -> Drawn:
    """A line for each of `lines`, which say what counts as the same, in each `unit`; with the bursts of each.

    `measure` is "share", "rate", "articles" or "uses".
    """
    if missing := periods.why_no_course(reading):
        return missing
    series = [series_of(reading, line) for line in lines]
    n_words = term_tables.word_counts(reading)
    rows = over_periods(series, reading.articles, n_words, unit, reading.covered_days)
    rows["line"] = rows["name"].map({line: number for number, line in enumerate(lines)})
    counts = _measure(reading, measure)
    found = bursts_of(rows)
    chart = trends(
        rows.assign(burst=bursts.numbers(rows, found)),
        value=counts,
        unit=unit,
        title="When do these words come up?",
        subtitle=_subtitle(reading, measure, unit),
        chosen=chosen,
    )
    marked = rows[rows["n_articles"] > 0]
    told = zip(marked["name"], marked["start"], marked["end"], marked[counts.column], strict=True)
    names = [f"{name}, {periods.span(start, end)} ({counts.text(number)})" for name, start, end, number in told]
    beside = " ".join([totals(reading, lines), periods.partial_in_words(reading, unit)])
    table = periods.as_table(reading, rows)
    return Figure("my_words", chart, marked, names, table, beside=beside, bursts=found)


def totals(reading: Reading, lines: Sequence[str]) -> str:
    """How many articles hold each of `lines`, dated or not."""
    series = [series_of(reading, line) for line in lines]
    counted = [f"{one.name}: {reading.counted(int(reading.articles.index.isin(one.rows).sum()))}" for one in series]
    return f"In all, dated or not: {'; '.join(counted)}."


def _measure(reading: Reading, measure: str) -> Measure:
    return {
        "share": Measure("share", reading.nouns, "share"),
        "rate": Measure("per_10k", "per 10,000 words", "number"),
        "articles": Measure("n_articles", reading.nouns),
        "uses": Measure("n_occurrences", "occurrences"),
    }[measure]


def _subtitle(reading: Reading, measure: str, unit: str) -> str:
    said = {
        "share": f"Share of the {reading.nouns} of each {unit} that hold one of the words of the line",
        "rate": f"Occurrences per 10,000 words of headline and body, by {unit}, in {reading.nouns} that match the line",
        "articles": f"{reading.nouns.capitalize()} a {unit} that hold one of the words of the line",
        "uses": f"Occurrences a {unit} in the {reading.nouns} that match the line",
    }[measure]
    return f"{said}{reading.rule}; {periods.n_in_words(reading)}."


def series_of(reading: Reading, line: str) -> Series:
    """The articles that hold a line of words, and how often each does."""
    uses = _uses(reading.bundle.key, line, reading.bundle, reading.everything)
    return Series(line, Mark("words", line), uses.index.to_numpy(), uses.to_numpy())


@remembered(64)
def _uses(key: tuple[str, str, str], line: str, _bundle: Bundle, _everything: pd.DataFrame) -> pd.Series:
    del key  # cache key only
    return uses_of(_bundle, _everything, line)

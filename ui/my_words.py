"""My words: words of the reader's own over time, a line each, kept in the address as `words=`."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.bundle import Bundle
from analysis.bursts import bursts_of
from analysis.marks import Mark
from analysis.periods import Series, over_periods
from analysis.queries import NOTHING
from analysis.word_groups import group_query, uses_of
from charts import Measure, trends
from ui import address, bursts, choices, evidence, over_time, term_tables, words
from ui.figure import Figure
from ui.figure import show as show_figure
from ui.panels import chosen_name, span
from ui.view import View

_PARAMETER = "words"
_MOST_LINES = 8
_MEASURES = {"share": "Share of articles", "rate": "Per 10,000 words", "articles": "Articles", "uses": "Occurrences"}
_COLUMNS = {"share": "share", "rate": "per_10k", "articles": "n_articles", "uses": "n_occurrences"}
_HELP = (
    "A line in the chart for each line here. Commas divide what counts as the same: flood, “high water”, rain*. "
    "Between commas all signs of the search hold: quotation marks for a phrase, an asterisk for a beginning, OR, -not."
)


def show(view: View) -> None:
    """The words that the reader asks for over time, with the boxes that ask."""
    lines = _lines()
    _box(lines)
    if over_time.say_where_no_time(view):
        _counts_alone(view, lines)
    elif not lines:
        st.info("Write words of your own above to see when they come up; each line becomes a line of the chart.")
    else:
        _figure(view, lines)
    evidence.show(view)


def _lines() -> list[str]:
    """The lines that the address names, each once; no more than can be told apart."""
    asked = (line.strip() for line in address.params().get(_PARAMETER, ()))
    return list(dict.fromkeys(filter(None, asked)))[:_MOST_LINES]


def _box(lines: list[str]) -> None:
    st.session_state["w_my_words"] = "\n".join(lines)
    st.text_area(
        f"Words to follow, up to {_MOST_LINES} lines",
        key="w_my_words",
        placeholder='flood, "high water", rain*',
        help=_HELP,
        on_change=_take,
    )
    unknown = [line for line in lines if group_query(line) == NOTHING]
    if unknown:
        st.warning(words.plain(f"No word in: {'; '.join(unknown)}. It finds nothing."))


def _take() -> None:
    typed = st.session_state["w_my_words"].splitlines()
    address.put(**{_PARAMETER: [line.strip() for line in typed if line.strip()][:_MOST_LINES], "mark": None})


def _figure(view: View, lines: list[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="my_words"):
        measure = choices.menu("count_as", _named(view), "Show", width=210)
        unit = over_time.choose_unit(view)
    series = [_series(view, line) for line in lines]
    rows = over_periods(series, view.articles, term_tables.word_counts(view), unit, view.covered_days)
    rows["line"] = rows["name"].map({line: number for number, line in enumerate(lines)})
    counts = _measure(view, measure)
    found = bursts_of(rows)
    chart = trends(
        rows.assign(burst=bursts.numbers(rows, found)),
        value=counts,
        unit=unit,
        title="When do these words come up?",
        subtitle=_subtitle(view, measure, unit),
        chosen=chosen_name(),
    )
    marked = rows[rows["n_articles"] > 0]
    names = [
        f"{row.name_}, {span(row.start, row.end)} ({counts.text(getattr(row, counts.column))})"
        for row in marked.rename(columns={"name": "name_"}).itertuples()
    ]
    show_figure(view, Figure("my_words", chart, marked, names, over_time.as_table(view, rows), lists=False))
    bursts.show(view, found)
    st.caption(words.plain(" ".join([_totals(view, series), over_time.partial_in_words(view, unit)])))


def _named(view: View) -> dict[str, str]:
    return {**_MEASURES, "share": f"Share of {view.nouns}", "articles": view.nouns.capitalize()}


def _measure(view: View, measure: str) -> Measure:
    return {
        "share": Measure("share", view.nouns, "share"),
        "rate": Measure("per_10k", "per 10,000 words", "number"),
        "articles": Measure("n_articles", view.nouns),
        "uses": Measure("n_occurrences", "occurrences"),
    }[measure]


def _subtitle(view: View, measure: str, unit: str) -> str:
    said = {
        "share": f"Share of the {view.nouns} of each {unit} that hold one of the words of the line",
        "rate": f"Occurrences per 10,000 words of headline and body, by {unit}, in {view.nouns} that match the line",
        "articles": f"{view.nouns.capitalize()} a {unit} that hold one of the words of the line",
        "uses": f"Occurrences a {unit} in the {view.nouns} that match the line",
    }[measure]
    return f"{said}{view.rule}; {over_time.n_in_words(view)}."


def _totals(view: View, series: list[Series]) -> str:
    """How many articles hold each line, dated or not."""
    counted = [f"{one.name}: {view.counted(int(view.articles.index.isin(one.rows).sum()))}" for one in series]
    return f"In all, dated or not: {'; '.join(counted)}."


def _counts_alone(view: View, lines: list[str]) -> None:
    """What is told where there is no time to draw."""
    if lines:
        st.caption(words.plain(_totals(view, [_series(view, line) for line in lines])))


def _series(view: View, line: str) -> Series:
    uses = _uses(view.bundle.key, line, view.bundle, view.everything)
    return Series(line, Mark("words", line), uses.index.to_numpy(), uses.to_numpy())


@st.cache_resource(max_entries=64, show_spinner=False)
def _uses(key: tuple[str, str, str], line: str, _bundle: Bundle, _everything: pd.DataFrame) -> pd.Series:
    del key  # cache key only
    return uses_of(_bundle, _everything, line)

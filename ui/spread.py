"""Spread: when, in which outlets and how evenly a term comes up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from analysis import places
from analysis.marks import Mark
from analysis.selection import NONE
from charts import Measure, picked_marks, strips
from charts.marks import PICK
from figures import term_tables, words
from figures.terms import DISPERSION_NOTE
from ui import address, concordance, menu, table_popover, tables
from ui.view import View

_MOST_STRIPS = 12
# A drawing of more lines gets slow, and nobody could hit one of them.
_MOST_LINES = 1_500
_PARAMETER = "at"


def show(view: View, found: pd.DataFrame, mark: Mark) -> None:
    """A line for each of the articles `found` that hold the term of `mark`, by day and outlet; and its dispersion."""
    counts = term_tables.counts_of(view, mark)
    held = found.assign(n_occurrences=np.nan if counts is None else counts.reindex(found.index))
    _strips(view, held, mark)
    if counts is not None and len(held):
        _numbers(view, held, counts, mark)


def _strips(view: View, held: pd.DataFrame, mark: Mark) -> None:
    term = mark.term or ""
    rows = _rows(view, held)
    picked = address.value(_PARAMETER)
    chosen = f"article:{picked}"
    step = -(-len(held) // _MOST_LINES)
    drawn = rows.iloc[::step]
    cut = f", every {step}th by date is drawn" if step > 1 else ""
    n_undated = int(held["day"].isna().sum())
    undated = f"; {view.counted(n_undated)} without a date at the right" if n_undated else ""
    chart = strips(
        drawn,
        row="name",
        value=Measure("n_occurrences", "occurrences"),
        title=f"Where does “{term}” come up?",
        subtitle=f"A line is one of {view.counted(len(held))} that hold it{view.rule}, at its date{undated}{cut}.",
        chosen=chosen,
    )
    key = f"strips_{chosen}"
    st.altair_chart(chart, key=key, on_select=lambda: _clicked(key, picked), selection_mode=PICK)
    _menu(drawn.sort_values(["day", "article_id"], na_position="last"), picked)
    here = rows.index[rows["mark"] == chosen].tolist()
    if picked and here:
        st.caption(words.plain(rows.at[here[0], "headline"]))
        st.html(concordance.as_html(view, concordance.find_lines(view, here, mark), term))
    else:
        st.caption("Click a line, or choose an article, to read where the term stands in it.")


def _menu(rows: pd.DataFrame, picked: str) -> None:
    """The articles that the lines stand for, to choose from, and as a table."""
    days = [words.day(day) for day in rows["day"]]
    # The occurrences of a word that is not counted, such as "the", are not known.
    numbers_known = ["" if pd.isna(n) else f" ({n:,.0f})" for n in rows["n_occurrences"]]
    told = zip(days, rows["headline"], numbers_known, strict=True)
    names = [f"{day} · {words.shorten(headline, 60)}{number}" for day, headline, number in told]
    options = dict(zip(rows["article_id"], names, strict=True))
    choice, numbers = st.columns([3, 1], vertical_alignment="bottom")
    with choice:
        menu.show("at", "Show the lines of an article", options, picked, lambda at: address.put(**{_PARAMETER: at}))
    columns = {"day": "date", "name": "outlet", "headline": "headline", "n_occurrences": "occurrences"}
    with numbers:
        table_popover.show("lines", lambda: rows[list(columns)].rename(columns=columns))


def _rows(view: View, held: pd.DataFrame) -> pd.DataFrame:
    """A row a line, the outlets with most articles first; further ones share a strip."""
    outlets = held["outlet"].fillna(NONE)
    largest = outlets.value_counts().sort_index().sort_values(ascending=False, kind="stable").index.tolist()
    if len(largest) > _MOST_STRIPS:
        outlets = outlets.where(outlets.isin(largest[: _MOST_STRIPS - 1]), words.OTHER_OUTLETS)
        largest = [*largest[: _MOST_STRIPS - 1], words.OTHER_OUTLETS]
    names = outlets.replace({NONE: words.NO_OUTLET})
    ids = held["article_id"]
    rows = held.assign(
        mark="article:" + ids,
        name=names,
        total=names.map(names.value_counts()),
        headline=[
            words.title(headline, article_id) for headline, article_id in zip(held["headline"], ids, strict=True)
        ],
    )
    return rows.iloc[np.argsort(outlets.map(largest.index).to_numpy(), kind="stable")]


def _clicked(key: str, picked: str) -> None:
    marks = picked_marks(st.session_state[key])
    article_id = marks[0].partition(":")[2] if marks else ""
    address.put(**{_PARAMETER: None if article_id == picked else article_id})


def _numbers(view: View, held: pd.DataFrame, counts: pd.Series, mark: Mark) -> None:
    """The dispersion of the term, and how each outlet uses it."""
    scope = view.others if mark.kind == "term-elsewhere" else view.articles
    n_words = term_tables.word_counts(view)
    dp = places.evenness(counts, scope, n_words)
    st.caption(words.plain(f"Spread: {words.ratio(dp)}. {DISPERSION_NOTE}"))
    rows = places.by_outlet(held, n_words, scope)
    rows["outlet"] = rows["outlet"].replace({NONE: words.NO_OUTLET})
    shown = rows.rename(
        columns={"n_articles": "articles", "n_occurrences": "occurrences", "per_10k": "per 10,000 words"}
    )
    tables.show(shown, key="by_outlet")

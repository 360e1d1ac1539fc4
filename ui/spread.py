"""Spread: when, in which outlets and how evenly a term comes up."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from analysis import places
from analysis.marks import Mark
from analysis.selection import NONE
from figures import term_tables, words
from figures.spread import spread
from figures.terms import DISPERSION_NOTE
from ui import address, concordance, figure, tables
from ui.view import View

_PARAMETER = "at"


def show(view: View, found: pd.DataFrame, mark: Mark) -> None:
    """A line for each of the articles `found` that hold the term of `mark`, by day and outlet; and its dispersion."""
    counts = term_tables.counts_of(view, mark)
    held = found.assign(n_occurrences=np.nan if counts is None else counts.reindex(found.index))
    _strips(view, held, mark)
    if counts is not None and len(held):
        _numbers(view, held, counts, mark)


def _strips(view: View, held: pd.DataFrame, mark: Mark) -> None:
    picked = address.value(_PARAMETER)
    chosen = f"article:{picked}" if picked else ""
    drawn = spread(view, held, mark, chosen=chosen)
    figure.draw(view, drawn, chosen, _choose, "lines")
    here = held.index[held["article_id"] == picked].tolist()
    if here:
        st.caption(words.plain(view.titles(held.loc[here])[0]))
        st.html(concordance.as_html(view, concordance.find_lines(view, here, mark), mark.term or ""))
    else:
        st.caption("Click a line, or choose an article, to read where the term stands in it.")


def _choose(mark: str) -> None:
    address.put(**{_PARAMETER: mark.partition(":")[2] or None})


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

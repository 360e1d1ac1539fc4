"""Keyword in context: the lines in which a term stands, below each other, each opening its article at its sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import numpy as np
import pandas as pd
import streamlit as st

from analysis.concordance import Line, lines_of, words_after, words_before
from analysis.marks import Mark, terms_behind
from analysis.selection import Selection
from figures import term_tables, words
from figures.csv_export import csv_of
from ui import address, choices
from ui.evidence import page_buttons, page_number
from ui.saving import save_button
from ui.view import View

_PAGE_LINES = 25
# Lines are found in the texts: so many articles are read to sort them by their neighbours, or to save them.
_MOST_ARTICLES = 1_000
_ORDERS = {"day": "Date", "before": "Word before", "after": "Word after"}


class Shown(NamedTuple):
    """The lines of one page: which they are of how many; `is_cut` where more articles hold the term than were read."""

    lines: Sequence[Line]
    first: int
    total: int
    is_cut: bool


def show(view: View, found: pd.DataFrame, mark: Mark) -> None:
    """The lines of the term of `mark` in the articles `found`, 25 a page, with their order and their number."""
    term = mark.term or ""
    with st.container(horizontal=True, vertical_alignment="bottom", key="lines_head"):
        order = choices.segments("order", _ORDERS, "Sort by")
        save_button(
            "Save the lines (CSV)",
            lambda: _csv(view, found, mark),
            "lines.csv",
            key="save_lines",
            told=f"Those of the first {_MOST_ARTICLES:,} articles by date." if len(found) > _MOST_ARTICLES else None,
        )
    shown = _by_day(view, found, mark) if order == "day" else None
    shown = shown or _sorted(view, found, mark, order)
    cut = f" in the first {_MOST_ARTICLES:,} of {len(found):,} articles by date" if shown.is_cut else ""
    last = shown.first + len(shown.lines)
    st.caption(f"{min(shown.first + 1, last):,}–{last:,} of {words.count(shown.total, 'line')}{cut}")
    st.html(as_html(view, shown.lines, term))
    n_pages = max(1, -(-shown.total // _PAGE_LINES))
    page_buttons(n_pages, page_number(n_pages))


def as_html(view: View, lines: Sequence[Line], term: str) -> str:
    """`lines` with their keywords below each other, each a link to its sentence."""
    return f'<div class="kwic">{"".join(_line_html(view, line, term) for line in lines)}</div>'


def find_lines(view: View, rows: Sequence[int], mark: Mark) -> list[Line]:
    """The lines of the term of `mark` in the articles in these rows, in that order."""
    terms = terms_behind(view.bundle, mark)
    bodies = view.bodies(rows)
    headlines = view.everything["headline"]
    return [line for row in rows for line in lines_of(row, _text(headlines[row]), bodies[row], terms)]


def _by_day(view: View, found: pd.DataFrame, mark: Mark) -> Shown | None:
    """The lines of the page, oldest first: of a term that is counted only the articles on that page are read."""
    counts = term_tables.counts_of(view, mark)
    if counts is None:
        return None
    ends = np.cumsum(counts.reindex(found.index).to_numpy(np.int64))
    total = int(ends[-1]) if len(ends) else 0
    first = (page_number(max(1, -(-total // _PAGE_LINES))) - 1) * _PAGE_LINES
    begin, end = np.searchsorted(ends, [first, min(first + _PAGE_LINES, total) - 1], side="right")
    rows = found.index[begin : end + 1].tolist() if total else []
    before = int(ends[begin - 1]) if begin else 0
    lines = find_lines(view, rows, mark)[first - before :][:_PAGE_LINES]
    return Shown(lines, first, total, is_cut=False)


def _sorted(view: View, found: pd.DataFrame, mark: Mark, order: str) -> Shown:
    """The lines of the page, sorted by the words beside the keyword; by day where that is the `order`."""
    lines = _all_lines(view, found, mark)
    if order != "day":
        lines = sorted(lines, key=words_before if order == "before" else words_after)
    first = (page_number(max(1, -(-len(lines) // _PAGE_LINES))) - 1) * _PAGE_LINES
    return Shown(lines[first : first + _PAGE_LINES], first, len(lines), is_cut=len(found) > _MOST_ARTICLES)


def _all_lines(view: View, found: pd.DataFrame, mark: Mark) -> list[Line]:
    return _read_lines(view.key, view.selection, mark, view, found.index[:_MOST_ARTICLES].tolist())


@st.cache_resource(max_entries=8, show_spinner="Reading the articles")
def _read_lines(key: tuple[str, ...], selection: Selection, mark: Mark, _view: View, _rows: list[int]) -> list[Line]:
    return find_lines(_view, _rows, mark)


def _line_html(view: View, line: Line, term: str) -> str:
    article = view.everything.loc[line.row]
    sentence = None if line.sentence is None else str(line.sentence)
    link = address.travelling(article=article["article_id"], term=term, sentence=sentence)
    source = [_text(article["outlet"]) or words.NO_OUTLET, words.day(article["day"])]
    source += ["headline"] if line.sentence is None else []
    direction = "rtl" if _runs_right_to_left(line.keyword) else "ltr"
    before, keyword, after = (
        f'<bdi dir="{direction}">{words.as_html(text)}</bdi>' for text in (line.before, line.keyword, line.after)
    )
    href = words.as_html(f"articles?{urlencode(link, doseq=True)}")
    return (
        f'<a class="{direction}" href="{href}"><span class="before">{before}</span>'
        f'<mark class="term">{keyword}</mark><span class="after">{after}</span>'
        f"<small>{words.as_html(words.listed(*source))}</small></a>"
    )


def _runs_right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((found in ("R", "AL") for found in strong if found in ("L", "R", "AL")), False)


def _csv(view: View, found: pd.DataFrame, mark: Mark) -> bytes:
    lines = pd.DataFrame(_all_lines(view, found, mark), columns=list(Line._fields))
    articles = view.everything.loc[lines["row"], ["article_id", "headline", "outlet", "published_at"]]
    place = lines["sentence"].map(lambda number: "headline" if pd.isna(number) else f"sentence {int(number) + 1}")
    saved = lines.assign(term=mark.term, place=place).drop(columns=["row", "sentence"])
    return csv_of(pd.concat([articles.reset_index(drop=True), saved], axis=1))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None

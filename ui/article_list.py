"""The list of the selected articles, beside the one that is read."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from figures import words
from ui import address, article_page, choices, noted_list, tables
from ui.view import View

# The browser is sent no more rows than a person would scroll through.
_MOST_ROWS = 1_000
_HEIGHT = 640
_AROUND = 14

# What the address calls an order: its name on the page, its column, and whether the least comes first.
_ORDERS = {
    "newest": ("Newest first", "published_at", False),
    "oldest": ("Oldest first", "published_at", True),
    "negative": ("Most negative first", "polarity", True),
    "positive": ("Most positive first", "polarity", False),
    "longest": ("Longest first", "n_words", False),
    "hits": ("Most hits first", "n_hits", False),
}
_PARAMETER = "sort"


def show(view: View) -> None:
    """The list, and the article that the address names, in the reader."""
    row = _named(view)
    if row is None:
        _list(view)
        noted_list.show(view)
        return
    reading, beside = st.columns([5, 2], gap="large")
    with reading:
        _steps(view, row)
        article_page.show(view, row)
    with beside:
        _around(view, row)


def _named(view: View) -> int | None:
    """The row of the article that the address names; it is shown even if it is not selected."""
    article_id = address.value("article")
    if not article_id:
        return None
    found = view.everything.index[view.everything["article_id"] == article_id]
    if len(found):
        return int(found[0])
    st.warning(f"There is no article {words.plain(words.shorten(article_id, 60))} in this collection.")
    return None


def _sorted(view: View) -> pd.DataFrame:
    _, column, ascending = _ORDERS[_order(view)]
    ranked = view.articles.assign(n_hits=view.hits[view.articles.index]).sort_values("article_id")
    return ranked.sort_values(column, ascending=ascending, na_position="last", kind="stable")


def _orders(view: View) -> dict[str, str]:
    """The names of the orders; that by hits needs a search."""
    return {order: name for order, (name, _, _) in _ORDERS.items() if view.sought or order != "hits"}


def _order(view: View) -> str:
    """The order that the address names; the first for one that needs a search where there is none."""
    return choices.chosen(_PARAMETER, _orders(view))


def _link(article_id: str | None) -> Mapping[str, str | list[str]]:
    """The parameters of a link to an article, or to the list, that keeps all else that the address says."""
    return address.staying(article=article_id, sentence=None)


def _list(view: View) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        choices.menu(_PARAMETER, _orders(view), "Order", width=220)
        found = _sorted(view).head(_MOST_ROWS)
        _step("next", "Read from the first →", view, next(iter(found.index), None))
    if len(view.articles) > _MOST_ROWS:
        st.caption(f"The first {_MOST_ROWS:,} of {len(view.articles):,}; select fewer to see the others.")
    # A new key for a new list: a selected row would otherwise stay selected where another article stands.
    key = f"list_{hash((address.value('article'), *found['article_id'].head(50)))}"
    tables.show(
        _shown(view, found),
        {"Tone": "signed"},
        key=key,
        height=_HEIGHT,
        on_select=lambda: _open(key, found["article_id"].tolist()),
        selection_mode="single-row",
        column_config={
            "Headline": st.column_config.TextColumn(width=335),
            "Date": st.column_config.DateColumn(format="D MMM YYYY", width=105, help="Blank: undated."),
            "Outlet": st.column_config.TextColumn(width=140, help="Blank: none is known."),
            "Topic": st.column_config.TextColumn(width=220),
            "Tone": st.column_config.NumberColumn(width=65, help="−1 to +1. Blank: not scored."),
            "Words": st.column_config.NumberColumn(width=70),
            "Hits": st.column_config.NumberColumn(width=60),
        },
    )


def _shown(view: View, found: pd.DataFrame) -> pd.DataFrame:
    hits = {"Hits": found["n_hits"].to_numpy()} if view.sought else {}
    return pd.DataFrame(
        {
            "Headline": view.titles(found),
            **hits,
            "Date": found["day"].to_numpy(),
            "Outlet": found["outlet"].fillna("").to_numpy(),
            "Topic": found["topic_id"].map(view.topic_names).to_numpy(),
            "Tone": found["polarity"].to_numpy(),
            "Words": found["n_words"].to_numpy(),
        }
    )


def _open(key: str, ids: list[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        address.put(article=ids[rows[0]], sentence=None)


def _steps(view: View, row: int) -> None:
    """Links to the articles before and after this one in the list, and one that closes it."""
    rows = _sorted(view).index.tolist()
    place = rows.index(row) if row in rows else None
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        if place is None:
            st.caption("This article is not in the selection.", width="content")
        else:
            _step("previous", "← Previous", view, rows[place - 1] if place else None)
            _step("next", "Next →", view, rows[place + 1] if place + 1 < len(rows) else None)
            st.caption(f"{place + 1:,} of {len(rows):,}", width="content")
        st.page_link("pages/articles.py", label="Close", query_params=_link(None))


def _around(view: View, row: int) -> None:
    """Links to the articles that stand around this one in the list."""
    ranked = _sorted(view)
    place = ranked.index.get_loc(row) if row in ranked.index else 0
    first = max(0, min(place - _AROUND // 2, len(ranked) - _AROUND))
    shown = ranked.iloc[first : first + _AROUND]
    with st.container(key="around", gap="xsmall"):
        st.caption(f"Around it, {_orders(view)[_order(view)].lower()}")
        for other, headline in zip(shown.index, view.titles(shown), strict=True):
            label = words.plain(words.shorten(headline, 90))
            link = _link(shown.at[other, "article_id"])
            st.page_link("pages/articles.py", label=f"**{label}**" if other == row else label, query_params=link)


def _step(way: str, label: str, view: View, row: int | None) -> None:
    """A link to the article in `row`; the key of its container is what the keyboard finds it by."""
    article_id = view.everything.at[row, "article_id"] if row is not None else None
    with st.container(key=f"{way}_article", width="content"):
        st.page_link("pages/articles.py", label=label, query_params=_link(article_id), disabled=row is None)

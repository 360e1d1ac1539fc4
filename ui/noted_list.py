"""Noted list: all articles with tags or notes of the reader, to be searched, opened and saved."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.notes import as_json_lines, noted_articles
from figures import words
from figures.csv_export import csv_of
from ui import address, own_notes, tables
from ui.saving import save_button
from ui.view import View

_SOUGHT = "note"
_SAVED = ["article_id", "headline", "outlet", "published_at", "url", "tags", "note"]


def show(view: View) -> None:
    """The articles of the whole collection with tags or notes; nothing where nothing is noted."""
    if view.notes_trouble:
        st.error(words.plain(view.notes_trouble))
    if not view.notes.by_article:
        return
    sought = address.value(_SOUGHT)
    found = noted_articles(view.notes, view.everything, sought)
    with st.container(key="noted"):
        st.subheader("Your tags and notes", anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.session_state["w_note_search"] = sought
            st.text_input(
                "Find in tags, notes and headlines",
                key="w_note_search",
                width=320,
                on_change=lambda: address.put(**{_SOUGHT: st.session_state["w_note_search"].strip()}),
            )
            _downloads(found)
        st.caption(_counted(view, found))
        _table(view, found)


def _downloads(found: pd.DataFrame) -> None:
    save_button(
        "Save as CSV",
        lambda: csv_of(found[_SAVED].assign(tags=found["tags"].map("; ".join))),
        "notes.csv",
        key="save_notes_csv",
    )
    save_button("Save as JSON lines", lambda: as_json_lines(found), "notes.jsonl", key="save_notes_json")


def _counted(view: View, found: pd.DataFrame) -> str:
    here = view.everything["article_id"].isin(list(view.notes.by_article)).sum()
    gone = len(view.notes.by_article) - int(here)
    said = f"{len(found):,} of {words.count(int(here), 'article')}, selected or not; choose one to read it."
    said += f" {words.count(gone, 'other')} with notes not in this collection now." if gone else ""
    return said if own_notes.outlast(view.place, view.bundle) else f"{said} Kept for this visit only."


def _table(view: View, found: pd.DataFrame) -> None:
    shown = pd.DataFrame(
        {
            "Headline": view.titles(found),
            "Date": found["day"].to_numpy(),
            "Outlet": found["outlet"].fillna("").to_numpy(),
            "Tags": found["tags"].map(", ".join).to_numpy(),
            "Note": found["note"].to_numpy(),
        }
    )
    key = f"noted_{hash(tuple(found['article_id']))}"
    tables.show(
        shown,
        key=key,
        on_select=lambda: _open(key, found["article_id"].tolist()),
        selection_mode="single-row",
        column_config={"Date": st.column_config.DateColumn(format="D MMM YYYY", width=105)},
    )


def _open(key: str, ids: list[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(ids):
        address.put(article=ids[rows[0]], sentence=None)

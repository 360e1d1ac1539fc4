"""Noting: the tags and the note of the reader on the article that is read."""

from __future__ import annotations

import streamlit as st

from analysis.errors import BroadsheetError
from analysis.notes import LONGEST_NOTE, LONGEST_TAG, MOST_TAGS
from figures import words
from ui import own_notes
from ui.own_notes import Edit
from ui.view import View

_TROUBLE = "noting_trouble"


def show(view: View, row: int) -> None:
    """Boxes for the tags and the note, which are kept as soon as they are changed, and where they are kept."""
    article_id = str(view.everything.at[row, "article_id"])
    note = view.notes[article_id]
    with st.container(key="noting", border=True, gap="small"):
        st.markdown("**Your tags and note**")
        tags_key, text_key = f"w_tags_{article_id}", f"w_note_{article_id}"
        refused = st.session_state.pop(_TROUBLE, "")
        if not refused:  # what was refused stays in its box, to be mended
            st.session_state[tags_key] = list(note.tags)
            st.session_state[text_key] = note.text
        st.multiselect(
            "Tags",
            sorted({*view.notes.tags, *note.tags, *st.session_state[tags_key]}),
            key=tags_key,
            accept_new_options=True,
            placeholder="Type a tag and press Enter",
            help=f"At most {MOST_TAGS} tags of {LONGEST_TAG} characters. The bar on top selects by them.",
            on_change=lambda: _keep(view, lambda notes: notes.tag(article_id, st.session_state[tags_key])),
        )
        st.text_area(
            "Note",
            key=text_key,
            height="content",
            placeholder="Plain text; kept when you leave the box",
            help=f"At most {LONGEST_NOTE:,} characters.",
            on_change=lambda: _keep(view, lambda notes: notes.write(article_id, st.session_state[text_key])),
        )
        if refused or view.notes_trouble:
            st.error(words.plain(refused or view.notes_trouble))
        st.caption(_where(view))


def _where(view: View) -> str:
    if own_notes.outlast(view.place, view.bundle):
        return "Kept with this collection, also when it is built anew."
    return "Kept for this visit only: save them from the list below the articles before you leave."


def _keep(view: View, edit: Edit) -> None:
    try:
        own_notes.change(view.place, view.bundle, edit)
    except BroadsheetError as error:
        st.session_state[_TROUBLE] = f"Not kept: {error}"

"""Most used: the widgets that say which terms to show, and by which measure."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from figures.terms import Wanted
from ui import choices
from ui.hidden_words import hidden
from ui.view import View

_KINDS = {"all": "Words and phrases", "words": "Words", "phrases": "Phrases"}
_ROWS = {"20": "20", "10": "10", "30": "30", "50": "50"}


def choose(view: View) -> Wanted:
    """What the reader wants to see, with the widgets that say so."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="most_used"):
        kind = choices.segments("kind", _KINDS, "Show")
        measure = choices.menu("by", _measures(view.nouns), "Count", width=190)
        most = choices.menu("most", _ROWS, "How many", width=90)
        news = choices.switch("news", "Also newspaper words, vague words and numbers")
    return Wanted(int(most), kind, measure, news, hidden())


def _measures(noun: str) -> Mapping[str, str]:
    return {
        "articles": noun.capitalize(),
        "share": f"Share of {noun}",
        "occurrences": "Occurrences",
        "rate": "Per 10,000 words",
    }

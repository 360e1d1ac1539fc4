"""Hidden words: the terms that a reader does not want to see in the figures of a page; they change no count."""

from __future__ import annotations

import streamlit as st

from analysis.tokens import fold, word_list
from ui import address

_PARAMETER = "stop"
_WIDGET = "w_stop"
_MOST = 100


def hidden() -> tuple[str, ...]:
    """The terms that the address hides, folded, each once: `stop=` repeated, or with commas between them."""
    typed = (text for value in address.params().get(_PARAMETER, ()) for text in value.split(","))
    return tuple(dict.fromkeys(filter(None, map(_folded, typed))))[:_MOST]


def popover() -> None:
    """The field for the words to hide, behind a button that says how many there are."""
    now = hidden()
    with st.popover(f"Hide words: {len(now)}" if now else "Hide words", key="p_stop"):
        st.session_state[_WIDGET] = list(now)
        st.multiselect(
            "Words to hide",
            list(now),
            key=_WIDGET,
            accept_new_options=True,
            max_selections=_MOST,
            placeholder="Type a word and press Enter",
            help="They leave the figures of this page, with the phrases that hold them. Counts and articles stay.",
            on_change=_take,
        )


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in word_list(text))


def _take() -> None:
    typed = filter(None, map(_folded, st.session_state[_WIDGET]))
    address.put(**{_PARAMETER: list(dict.fromkeys(typed))})

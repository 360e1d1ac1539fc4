"""Keyboard: single keys for what the widgets of a page do, listed behind a button, and to be switched off there.

Every key has a widget that does the same. None works while a field is filled in, and all can be switched off, as WCAG
2.1.4 asks: someone who dictates or whose screen reader takes letters would set them off.
"""

from pathlib import Path

import streamlit as st

FOLDER = Path(__file__).parent

# Each key, and what it does; `keyboard.js` knows how.
KEYS = (
    ("/", "search"),
    ("j", "next article"),
    ("k", "previous article"),
    ("n", "next hit or marked word in the article"),
    ("p", "previous hit or marked word"),
    ("?", "show these keys"),
)


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "broadsheet_keyboard",
    css=_text("keyboard.css"),
    js="\n".join(map(_text, ("guard.js", "keyboard.js"))),
)


def show() -> None:
    """The button that lists the keys; they work on the page that it stands on."""
    _mount(key="keyboard", data={"keys": [list(pair) for pair in KEYS]}, width="content", height="content")

"""The reader on a Streamlit page: pieces out, the number of a clicked sentence back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from ui.reader.page import Options, Page
from ui.reader.pieces import build

_FOLDER = Path(__file__).parent
_READING = Options()

_STYLES = ("reader.css", "rail.css", "print.css")
_SCRIPTS = (
    "../keyboard/guard.js",
    "elements.js",
    "rail.js",
    "reader.js",
)  # one module in the end; only the last one exports


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "broadsheet_reader",
    css="\n".join(map(_text, _STYLES)),
    js="\n".join(map(_text, _SCRIPTS)),
)


def reader(
    page: Page,
    options: Options = _READING,
    *,
    key: str,
    on_sentence: Callable[[], None] | None = None,
) -> int | None:
    """Show `page`; the index of the sentence clicked last, None before the first click on this article.

    `on_sentence` is called after every click, before the script runs again; `clicked` has the number by then.
    """
    data = {"page": build(page, options), "sentence": options.sentence}
    state = _mount(key=key, data=data, on_sentence_change=on_sentence or _ignore)
    return _number(state.get("sentence"), page)


def clicked(page: Page, key: str) -> int | None:
    """The index of the sentence of `page` clicked last in the reader `key`; for use in `on_sentence`."""
    state = st.session_state.get(key) or {}
    return _number(state.get("sentence"), page)


def _number(clicked: Any, page: Page) -> int | None:
    """The sentence that the browser names, if it is one of `page`; a browser may send anything."""
    if not isinstance(clicked, dict) or clicked.get("article") != page.article_id:
        return None
    number = clicked.get("number")
    known = type(number) is int and 0 <= number < len(page.sentences)
    return number if known else None


def _ignore() -> None:
    """Stand in where nobody listens: Streamlit keeps only states that have a callback."""

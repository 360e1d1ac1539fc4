"""The frame around every page: title, menu, selection, and what to say when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from analysis.errors import BroadsheetError, OtherFormatError
from figures import words
from ui import address, collections, hosting, nothing_found, outdated, print_view, selection_bar, zoom
from ui.view import View, open_view

NAME = "Broadsheet"

# Each page: its file, its name in the menu.
PAGES = (
    ("app.py", "Overview"),
    ("pages/keywords.py", "Keywords"),
    ("pages/topics.py", "Topics"),
    ("pages/sentiment.py", "Sentiment"),
    ("pages/stories.py", "Stories"),
    ("pages/articles.py", "Articles"),
    ("pages/data.py", "Data"),
    ("pages/report.py", "Report"),
)

_ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4"
fill="#12395b"/><path d="M7 8h18v4H7zm0 7h8v9H7zm11 0h7v2h-7zm0 3.5h7v2h-7zm0 3.5h7v2h-7z" fill="#fff"/></svg>"""


_STYLE = Path(__file__).with_name("style.css")


@contextmanager
def page(doc: str | None, *, selects: bool = True) -> Iterator[View]:
    """A page: its heading and the sentence below it come from `doc`, the docstring of its module.

    Gives what the page shows. `selects` says whether the bar of the selection stands on top. What a user can
    mend is shown as a message, and so is what went wrong in opening the collection.
    """
    title, _, sentence = " ".join((doc or "").split()).partition(": ")
    st.set_page_config(page_title=f"{title} · {NAME}", page_icon=_ICON, layout="wide")
    st.html(_STYLE)
    print_view.style()
    address.state_again(title)
    _admit()
    view, trouble = _open()
    is_printed = print_view.is_asked()
    if not is_printed:
        _menu(view, title)
    st.title(title, anchor=False)
    st.caption(words.plain(sentence[:1].upper() + sentence[1:]))
    if view is None:
        _explain(trouble)
        st.stop()
    print_view.state(view, selects=selects)
    if selects and not is_printed:
        selection_bar.show(view)
    if selects:
        _stop_at_nothing(view)
    try:
        yield view
    except BroadsheetError as error:
        st.error(words.plain(collections.said(error)))
    if is_printed:
        print_view.link(_file_of(title))


def _admit() -> None:
    """Let the visitor in, or say why not and show nothing else."""
    try:
        hosting.admit(collections.workspace())
    except BroadsheetError as error:
        st.title(NAME, anchor=False)
        st.info(words.plain(f"{error}."))
        st.stop()


def _stop_at_nothing(view: View) -> None:
    """Say that nothing is selected instead of drawing it; an article that was asked for is shown all the same."""
    if view.articles.empty and not address.value("article"):
        zoom.show(view)
        nothing_found.show(view)
        st.stop()


def _open() -> tuple[View | None, BroadsheetError | None]:
    """What the page shows, or what went wrong in opening it."""
    try:
        place, bundle = collections.open_current()
        return open_view(place, bundle), None
    except BroadsheetError as error:
        return None, error


def _explain(trouble: BroadsheetError | None) -> None:
    if isinstance(trouble, OtherFormatError) and trouble.is_older:
        outdated.show(collections.current())
    else:
        st.error(words.plain(collections.said(trouble)))
        if address.value("collection"):
            st.page_link("app.py", label="Open the first collection of this server →", query_params={})


def _file_of(title: str) -> str:
    return next(file for file, name in PAGES if name == title)


def _menu(view: View | None, title: str) -> None:
    with st.sidebar:
        st.html(f'<p class="masthead">{NAME}</p>')
        for file, name in PAGES:
            st.page_link(file, label=name, query_params=address.travelling())
        st.divider()
        _choose_collection()
        if view is not None:
            print_view.link(_file_of(title))
            st.caption(f"Fingerprint {view.bundle.fingerprint}")


def _choose_collection() -> None:
    places = collections.known()
    try:
        now = collections.current()
    except BroadsheetError:
        now = None
    if now is not None and now.key not in [place.key for place in places]:
        places = [*places, now]
    if len(places) < 2:
        return
    st.session_state["w_collection"] = now.key if now else None
    names = {place.key: place.name for place in places}
    st.selectbox(
        "Collection",
        list(names),
        format_func=lambda key: names[key],
        key="w_collection",
        on_change=_change_collection,
    )


def _change_collection() -> None:
    key = st.session_state["w_collection"]
    first = collections.known()[0].key
    st.query_params.from_dict({} if key in (None, first) else {"collection": key})

"""Upload: articles of the visitor's own, as files or as text, become a collection or go into the one that is shown."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import streamlit as st

from analysis.exports import is_archive
from analysis.settings import Settings, settings_of
from analysis.sources import KnownTable, replaced
from figures import words
from ui import address, making
from ui.upload import columns, files, pasting, private
from ui.upload.files import Given
from ui.view import View

_TABLES = "known_tables"
_ROUND = "upload_round"
_TAKEN = "upload_taken"

_OWN, _ADD = "own", "add"


@dataclass(frozen=True, slots=True)
class _Taken:
    """The last upload: what was shown before it, how many articles and problems that had which it was added to.

    What is shown is named by its key and fingerprint; `after` is empty until what came of the upload was shown.
    """

    before: tuple[str, str]
    adds: bool
    articles: int
    problems: int
    after: tuple[str, str] = ("", "")


def show(view: View) -> None:
    """Files or a text to take in, where they go, what their columns are, and what came of the last upload."""
    st.subheader("Add articles", anchor=False)
    private.tell()
    came = _what_came(view)
    above = st.container()
    number = st.session_state.setdefault(_ROUND, 0)
    uploaded, pasted = st.tabs(["Upload files", "Paste text"])
    with uploaded:
        given = files.choose(number)
    with pasted:
        given = [*given, *pasting.paste(number)]
    if came and not given:
        with above:
            _say(view, came)
    adds = _ask_where(view) == _ADD
    settings = settings_of(view.bundle.manifest["settings"])
    known = replaced(settings.sources.tables, st.session_state.get(_TABLES, ()))
    settings = settings if adds else Settings()
    answer = columns.ask(given, replace(settings.sources, tables=known), number)
    pressed = st.button("Add and analyse" if adds else "Analyse", type="primary", key="analyse")
    private.tell_who_can_open()
    private.offer_removal(view.place)
    if pressed:
        if not given:
            st.warning("Nothing is given yet: choose files and wait until they are uploaded, or paste a text.")
        elif refusal := private.refusal(given):
            st.error(refusal)
        elif answer.missing:
            st.error(words.plain(f"Say first which column holds the text of {', '.join(answer.missing)}."))
        elif any(map(_is_collection, given)):
            _open(view, given, adds=adds)
        else:
            _take(view, given, _with_tables(settings, answer.tables), adds=adds)


def _ask_where(view: View) -> str:
    """Whether the articles go into the collection that is shown; they make a new one unless the visitor says so."""
    labels = {_OWN: "A collection of its own", _ADD: f"Add to {words.plain(view.place.name)}"}
    return st.radio(
        "Where they go",
        list(labels),
        format_func=labels.__getitem__,
        horizontal=True,
        key="upload_where",
        help="What you add to a collection that others see too goes into a version of your own; theirs stays as it is.",
    )


def _with_tables(settings: Settings, tables: tuple[KnownTable, ...]) -> Settings:
    """`settings` that know these tables; the session remembers them too."""
    st.session_state[_TABLES] = replaced(st.session_state.get(_TABLES, ()), tables)
    return replace(settings, sources=replace(settings.sources, tables=replaced(settings.sources.tables, tables)))


def _take(view: View, given: list[Given], settings: Settings, *, adds: bool) -> None:
    """Analyse what was given, with what is shown if it `adds`, and show it; if that fails say why, and stay."""
    counts = view.bundle.counts
    st.session_state[_TAKEN] = _Taken(_shown(view), adds, counts["articles"] * adds, counts["problems"] * adds)
    with files.kept(given) as folder:
        if adds:
            making.rebuild(view.place, view.bundle, settings, [folder])
        else:
            making.analyse([folder], _name(given), settings)


def _is_collection(file: Given) -> bool:
    return file.name.lower().endswith(".zip") and is_archive(io.BytesIO(file.content))


def _open(view: View, given: list[Given], *, adds: bool) -> None:
    """Show the collection that was saved as a zip, as it was: it is not analysed, and so goes into no other."""
    if adds or len(given) > 1:
        st.error("A zip with a whole collection is opened as it is: give it alone, as a collection of its own.")
        return
    st.session_state[_TAKEN] = _Taken(_shown(view), adds, 0, 0)
    making.take_over(given[0].content, words.shorten(given[0].name.removesuffix(".zip"), 40))


def _name(given: list[Given]) -> str:
    more = f" and {len(given) - 1} more" if len(given) > 1 else ""
    return f"{words.shorten(given[0].name.removesuffix('.txt'), 40)}{more}"


def _shown(view: View) -> tuple[str, str]:
    return view.place.key, view.bundle.fingerprint


def _what_came(view: View) -> _Taken | None:
    """The last upload, while the collection that came of it is shown; the next one begins with nothing chosen."""
    taken: _Taken | None = st.session_state.pop(_TAKEN, None)
    if taken is None or _shown(view) == taken.before or taken.after not in (("", ""), _shown(view)):
        return None
    if not any(taken.after):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state[_TAKEN] = replace(taken, after=_shown(view))
    return taken


def _say(view: View, taken: _Taken) -> None:
    articles, problems = (view.bundle.counts[name] - getattr(taken, name) for name in ("articles", "problems"))
    name = words.plain(view.place.name)
    said = f"{words.count(articles, 'article')} {f'added to {name}' if taken.adds else f'read from {name}'}."
    failed = f" {words.count(problems, 'item')} could not be read; below it says why." if problems else ""
    (st.success if articles else st.warning)(said + failed)
    st.page_link("app.py", label="See what they are about →", query_params=address.travelling())

"""The page of reports: what a report is to hold at the left, its pages at the right, the files below."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.curation import digest
from analysis.selection import Selection
from figures import words
from figures.memo import remembered
from figures.reading import Reading
from report.asked import Asked, groups_in, today
from report.document import Report
from report.making import make
from report.sections import PARTS
from report.sections.articles import MOST_CHOSEN
from report.typeset import Paper, pages
from report.writing import Form, content_of
from ui import address, choices
from ui.saving import save_button
from ui.view import View

# Notes are longer than an address should be: the session keeps them.
_NOTES = "report_notes"
_LONGEST_TITLE = 200
_LONGEST_NOTES = 20_000
_PIXELS_PER_INCH = 110

_PAPERS: dict[str, str] = {"a4": "A4", "letter": "US letter"}
_FILES: tuple[tuple[Form, str, str, str], ...] = (
    ("pdf", "PDF", "report.pdf", "Tagged for screen readers, with bookmarks"),
    ("html", "HTML", "report.html", "One file with live charts, which needs no network"),
    ("pages", "Pages (PNG)", "report-pages.zip", "Each page as a picture"),
    ("zip", "All figures and tables", "report.zip", "PDF, HTML, each figure as SVG and PNG, each table as CSV"),
)

_Key = tuple[str, str, str]


def show(view: View) -> None:
    """What a reader can choose of a report, its pages where they are asked for, and the files."""
    left, right = st.columns([2, 3], gap="large")
    with left, st.container(key="report_choices"):
        asked = _ask(view)
        paper: Paper = "letter" if choices.segments("paper", _PAPERS, "Paper") == "letter" else "a4"
        _files(view, asked, paper)
    with right, st.container(key="report_preview"):
        _preview(view, asked, paper)


def _ask(view: View) -> Asked:
    return Asked(
        title=_title(),
        sections=_sections(),
        notes=_notes(),
        articles=_articles(view),
        groups=groups_in(address.params()),
        with_text=not choices.switch("brief", "No whole article; quotations of at most 200 characters"),
        made_on=today(),
    )


def _title() -> str:
    stated = address.value("title")[:_LONGEST_TITLE]
    st.session_state["w_title"] = stated
    st.text_input(
        "Title",
        key="w_title",
        max_chars=_LONGEST_TITLE,
        placeholder="by what is selected",
        on_change=lambda: address.put(title=st.session_state["w_title"].strip() or None),
    )
    return stated


def _sections() -> tuple[str, ...]:
    known = [key for key in address.params().get("section", ()) if key in PARTS]
    stated = tuple(dict.fromkeys(known)) or tuple(PARTS)
    st.session_state["w_section"] = list(stated)
    st.multiselect(
        "Sections, in order",
        list(PARTS),
        key="w_section",
        format_func=lambda key: PARTS[key].title,
        help="Take one out and choose it again to move it to the end.",
        on_change=_take_sections,
    )
    return stated


def _take_sections() -> None:
    chosen = st.session_state["w_section"]
    address.put(section=None if chosen == list(PARTS) else chosen)


def _notes() -> str:
    st.session_state["w_report_notes"] = st.session_state.get(_NOTES, "")
    st.text_area(
        "Your notes, in Markdown",
        key="w_report_notes",
        max_chars=_LONGEST_NOTES,
        height=120,
        help="Headings, lists, quotes, emphasis and links. They stay in this session, and are not in the address.",
        on_change=_take_notes,
    )
    return str(st.session_state[_NOTES]) if _NOTES in st.session_state else ""


def _take_notes() -> None:
    st.session_state[_NOTES] = st.session_state["w_report_notes"]


def _articles(view: View) -> tuple[str, ...]:
    """The articles that are shown: those the address names; offered are those of which the reader noted something."""
    stated = tuple(dict.fromkeys(address.params().get("show", ())))[:MOST_CHOSEN]
    noted = view.everything[view.everything["article_id"].isin(list(view.notes.by_article))]
    names = dict(zip(noted["article_id"], view.titles(noted), strict=True))
    st.session_state["w_show"] = list(stated)
    st.multiselect(
        "Articles",
        list(dict.fromkeys([*stated, *names])),
        key="w_show",
        format_func=lambda key: words.shorten(str(names.get(key, key)), 80),
        accept_new_options=True,
        max_selections=MOST_CHOSEN,
        placeholder="the most typical of each topic",
        help="Ids, or those you noted something of. They are printed whole, with their telling sentences marked.",
        on_change=lambda: address.put(show=st.session_state["w_show"]),
    )
    return stated


def _files(view: View, asked: Asked, paper: Paper) -> None:
    with st.container(horizontal=True, key="report_files"):
        for form, label, name, told in _FILES:
            save_button(label, _maker(view, asked, paper, form), name, key=f"save_{form}", told=told)


def _maker(view: View, asked: Asked, paper: Paper, form: Form) -> Callable[[], bytes]:
    return lambda: content_of(view, report_of(view, asked), form, paper)


def _preview(view: View, asked: Asked, paper: Paper) -> None:
    if not choices.switch("preview", "Show its pages"):
        st.caption("A report of many thousand articles takes some seconds to write.")
        return
    with st.spinner("Writing the report"):
        drawn = _pages(_key_of(view), view.selection, asked, paper, report_of(view, asked))
    number = 1
    if len(drawn) > 1:
        st.session_state.setdefault("w_report_page", 1)
        number = int(st.pagination(len(drawn), key="w_report_page"))
    number = min(number, len(drawn))
    st.image(drawn[number - 1], caption=f"Page {number} of {len(drawn)}")


def report_of(view: View, asked: Asked) -> Report:
    """The report that is asked for, kept for whoever asks the same."""
    return _report(_key_of(view), view.selection, asked, view)


def _key_of(reading: Reading) -> tuple[_Key, str]:
    return reading.bundle.key, digest(reading.curated.curation)


@remembered(4)
def _report(key: tuple[_Key, str], selection: Selection, asked: Asked, _reading: Reading) -> Report:
    del key, selection  # cache key only
    return make(_reading, asked)


@remembered(4)
def _pages(
    key: tuple[_Key, str], selection: Selection, asked: Asked, paper: Paper, _report: Report
) -> tuple[bytes, ...]:
    del key, selection, asked  # cache key only
    return tuple(pages(_report, paper, pixels_per_inch=_PIXELS_PER_INCH))

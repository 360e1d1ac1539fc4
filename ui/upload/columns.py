"""Columns: how the tables that are given are read, asked of the visitor where their headers are not known."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import pandas as pd
import streamlit as st

from analysis.articles import Problem
from analysis.dates import parse_date
from analysis.sources import KnownTable, Preview, Sources, find_in, preview
from figures import words
from ui import tables
from ui.upload.files import Given

_LABELS = {
    "text": "Text",
    "headline": "Headline",
    "outlet": "Outlet",
    "published": "Date",
    "byline": "Byline",
    "url": "Link",
    "id": "Id",
}
_IN_A_ROW = 4

# So many tables are looked at, and so many kinds of them are asked about.
_MOST_TABLES = 200
_MOST_KINDS = 12

_NONE = ""
_LEAVE_OUT = "\0"
_OPTIONAL = {_NONE: "none"}
_REQUIRED = {_LEAVE_OUT: "Leave this table out"}

# A column whose cells are all shorter holds no articles.
_FEWEST_WORDS = 5
_FEWEST_CHARACTERS = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of the tables that are given, and the names of those whose text is still to be chosen."""

    tables: tuple[KnownTable, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """Tables with the same headers: their names, one of them, and whether the visitor has to say what is where."""

    names: tuple[str, ...]
    table: Preview
    is_known: bool

    @property
    def name(self) -> str:
        """What people call them."""
        more = f" and {words.count(len(self.names) - 1, 'table')} like it" if len(self.names) > 1 else ""
        return f"{words.shorten(self.names[0], 60)}{more}"


def ask(given: Sequence[Given], sources: Sources, number: int) -> Answer:
    """Show the tables in `given`, and ask what their columns are where that is not known by name or from before."""
    kinds = _kinds(table for file in given for table in _previews(file.key, sources, file))
    known = [kind for kind in kinds if kind.is_known]
    unknown = [kind for kind in kinds if not kind.is_known]
    tables: list[KnownTable] = []
    missing: list[str] = []
    for kind in unknown[:_MOST_KINDS]:
        st.markdown(f"**Which column is what in {words.plain(kind.name)}?**")
        chosen = _choose(kind, number)
        if chosen is None:
            missing.append(kind.name)
        elif chosen.text:
            tables.append(chosen)
    if (more := len(unknown) - _MOST_KINDS) > 0:
        st.warning(f"{more} more kinds of tables have no known column of texts. Add them by themselves.")
    if known:
        tables += _review(known, sources, number)
    return Answer(tuple(tables), tuple(missing))


def _review(known: Sequence[_Kind], sources: Sources, number: int) -> Iterator[KnownTable]:
    """What the visitor changed of tables that can be read, and what was said of them before."""
    remembered = {table.names for table in sources.tables}
    said = words.count(sum(len(kind.names) for kind in known), "table")
    with st.expander(f"The columns of {said} are known: look at them or change them"):
        for kind in known[:_MOST_KINDS]:
            st.markdown(f"**{words.plain(kind.name)}**")
            chosen = _choose(kind, number)
            if chosen and (chosen.names in remembered or chosen.columns != kind.table.columns):
                yield chosen
        if len(known) > _MOST_KINDS:
            st.caption(f"And {len(known) - _MOST_KINDS} more kinds of tables, read by the names of their columns.")


@st.cache_data(max_entries=64, scope="session", show_spinner="Looking at the tables")
def _previews(key: str, sources: Sources, _file: Given) -> list[Preview]:
    del key  # cache key only
    found = find_in(_file.name, lambda: io.BytesIO(_file.content), len(_file.content), sources)
    tables = (table for file in found if not isinstance(file, Problem) for table in preview(file, sources))
    return list(islice(tables, _MOST_TABLES))


def _kinds(tables: Iterable[Preview]) -> list[_Kind]:
    alike: dict[frozenset[str], list[Preview]] = {}
    for table in tables:
        alike.setdefault(KnownTable(table.headers).names, []).append(table)
    return [_kind(several) for several in alike.values()]


def _kind(tables: Sequence[Preview]) -> _Kind:
    first = tables[0]
    # Numbers say nothing of what is in a column: what was said of them before is only proposed.
    is_named = first.has_header or len(first.headers) == 1
    names = dict.fromkeys(f"{table.source_path} {table.place}".strip() for table in tables)
    return _Kind(tuple(names), first, is_named and "text" in first.columns)


def _choose(kind: _Kind, number: int) -> KnownTable | None:
    """What the visitor says of a table; None while the text is not chosen."""
    table = kind.table
    tables.show(_frame(table), height="content")
    key = hashlib.sha256(repr(table.headers).encode()).hexdigest()[:12]
    places = [place for start in range(0, len(_LABELS), _IN_A_ROW) for place in st.columns(_IN_A_ROW)]
    chosen: dict[str, str] = {}
    for place, (field, label) in zip(places, _LABELS.items(), strict=False):
        with place:
            chosen[field] = _select(kind, field, label, f"column_{field}_{key}_{number}")
    if chosen["text"] == _NONE:
        return None
    if chosen["text"] == _LEAVE_OUT:
        st.caption("It will be among the problems, with all other tables that have no text.")
        return KnownTable(table.headers)
    for doubt in doubts(table, chosen):
        st.warning(words.plain(doubt))
    return KnownTable(table.headers, **chosen)


def _select(kind: _Kind, field: str, label: str, key: str) -> str:
    headers = [header for header in dict.fromkeys(kind.table.headers) if header.strip()]
    now = kind.table.columns.get(field)
    is_text = field == "text"
    special = {} if is_text and kind.is_known else _REQUIRED if is_text else _OPTIONAL
    options = [*headers, *special] if is_text else [*special, *headers]
    index = options.index(now) if now in options else None if is_text else 0
    found = st.selectbox(
        f"{label} (required)" if is_text else label,
        options,
        index,
        format_func=lambda option: special.get(option, option),
        placeholder="Choose a column",
        key=key,
    )
    return found or _NONE


def _frame(table: Preview) -> pd.DataFrame:
    """The first rows, under names that are all different."""
    names: list[str] = []
    for header in table.headers:
        name = header
        while name in names:
            name += " "
        names.append(name)
    width = len(names)
    rows = [[*row, *[""] * width][:width] for row in table.rows]
    return pd.DataFrame(rows, columns=names, dtype=str)


def doubts(table: Preview, chosen: Mapping[str, str]) -> list[str]:
    """What seems wrong with the columns that were chosen for a table, by its first rows; none if it has no rows."""
    cells = {
        field: [row[table.headers.index(header)] for row in table.rows if table.headers.index(header) < len(row)]
        for field, header in chosen.items()
        if header in table.headers
    }
    found = [*_doubts_of_text(chosen["text"], cells["text"]), *_doubts_of_date(chosen, cells.get("published", []))]
    taken = [header for header in chosen.values() if header]
    twice = dict.fromkeys(header for header in taken if taken.count(header) > 1)
    return found + [f"“{header}” is chosen for more than one thing." for header in twice]


def _doubts_of_text(header: str, cells: Sequence[str]) -> Iterator[str]:
    texts = [cell.strip() for cell in cells if cell.strip()]
    if cells and not texts:
        yield f"“{header}” is empty in the first rows: articles without a text become problems."
    elif texts and all(len(text.split()) < _FEWEST_WORDS and len(text) < _FEWEST_CHARACTERS for text in texts):
        yield f"“{header}” holds values like “{texts[0]}”. Is that the text of an article?"


def _doubts_of_date(chosen: Mapping[str, str], cells: Sequence[str]) -> Iterator[str]:
    dates = [cell for cell in cells if cell.strip()]
    if dates and not any(map(parse_date, dates)):
        yield f"“{words.shorten(dates[0], 40)}” in “{chosen['published']}” is no date that can be read."

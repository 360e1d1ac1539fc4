"""Evidence: the articles behind a mark, each with the sentence that shows it, each opening in the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.checks import details_of
from analysis.marks import Mark
from analysis.queries import parse, with_phrase
from analysis.selection import Selection
from analysis.word_groups import typed_with
from figures import mark_words, words
from figures.csv_export import csv_of
from figures.mark_values import days_of, topic_named, topic_of
from ui import address, quotes
from ui.copies import relations
from ui.marks import chosen_mark, put_mark
from ui.saving import save_button
from ui.view import View

_PAGE_ROWS = 10
_EXPORTED = [
    "article_id",
    "headline",
    "outlet",
    "published_at",
    "byline",
    "url",
    "n_words",
    "polarity",
    "source_path",
    "noted",
]


# Shows articles, with the mark that they stand behind.
Body = Callable[[View, pd.DataFrame, Mark], None]


def show(view: View, *, order: str = "day", body: Body | None = None) -> None:
    """The articles behind the mark that the address names, if it names one, sorted by the column `order`.

    They are shown once a page, however often this is called; as a list, or as `body` shows them.
    """
    mark = chosen_mark()
    if mark is None or "evidence" in view.placed:
        return
    view.placed.add("evidence")
    found = _noted(view, view.behind(mark), mark).sort_values([order, "article_id"], na_position="last")
    with st.container(key="evidence", border=True):
        st.subheader(
            words.plain(f"{view.counted_behind(mark, len(found))} {mark_words.describe(view, mark)}"), anchor=False
        )
        _actions(view, mark, found)
        (body or listing)(view, found, mark)


def _noted(view: View, found: pd.DataFrame, mark: Mark) -> pd.DataFrame:
    """`found` with the column `noted` for a check: what it saw each article by; for a story: how like the original."""
    if mark.kind == "story" and len(found):
        return found.assign(noted=relations(view.bundle, found))
    return found.assign(noted=details_of(view.bundle, found, mark.value)) if mark.kind == "health" else found


def show_or_invite(view: View, *, body: Body | None = None) -> None:
    """The articles behind the chosen mark; how to choose one where none is."""
    if chosen_mark() is None:
        st.info("Click a bar, or choose from the menu below the chart, to read the articles behind it.")
    show(view, body=body)


def listing(view: View, found: pd.DataFrame, mark: Mark | None = None) -> None:
    """The articles `found`, ten a page, each with its opening or with the sentence that holds what was chosen."""
    n_pages = max(1, -(-len(found) // _PAGE_ROWS))
    number = page_number(n_pages)
    shown = found.iloc[(number - 1) * _PAGE_ROWS : number * _PAGE_ROWS]
    bodies = view.bodies(shown.index.tolist())
    found_quotes = quotes.of_articles(view, shown, bodies, mark)
    for row, article in shown.iterrows():
        _entry(view, article, bodies[row], found_quotes.get(row), mark)
    page_buttons(n_pages, number)


def _actions(view: View, mark: Mark, found: pd.DataFrame) -> None:
    with st.container(horizontal=True):
        narrowed = narrow(view.selection, mark)
        if narrowed not in (None, view.selection):
            st.button(words.plain(_narrowing(mark)), key="narrow", on_click=_narrow, args=(narrowed,))
        save_list(found, key="save_evidence")
        st.button("Close", key="close_evidence", on_click=put_mark, args=(None,))


def save_list(found: pd.DataFrame, *, key: str) -> None:
    """The button that saves what is known of the articles `found`."""
    saved = found[[name for name in _EXPORTED if name in found]]
    save_button("Save the list (CSV)", lambda: csv_of(saved), "articles.csv", key=key)


def _narrowing(mark: Mark) -> str:
    """What to call it when only the articles behind `mark` are kept."""
    first, last = days_of(mark) if mark.kind == "days" else (None, None)
    return f"Zoom in to {words.between(first, last)}" if first != last else "Keep only these"


def narrow(selection: Selection, mark: Mark) -> Selection | None:
    """`selection` with what `mark` stands for; None where a selection has no such part."""
    kind, value = mark.fact, mark.value
    if mark.of_days is not None:
        days, subject = mark.of_days
        narrowed = narrow(selection, subject)
        return narrowed and narrow(narrowed, days)
    if kind == "term":
        return replace(selection, query=with_phrase(selection.query, parse(selection.query), value))
    if kind == "outlet":
        return replace(selection, outlets=(value,))
    if kind == "topic":
        return replace(selection, topics=(topic_of(mark),))
    if kind == "topic-in" and mark.group is not None:
        return narrow(replace(selection, topics=(topic_named(mark) or 0,)), mark.group)
    if kind == "days":
        first, last = days_of(mark)
        first, last = max(first, selection.first_day or first), min(last, selection.last_day or last)
        return replace(selection, first_day=first, last_day=last)
    if kind == "words" and (asked := typed_with(selection.query, value)):
        return replace(selection, query=asked)
    return None


def _narrow(selection: Selection) -> None:
    put_mark(None)
    address.put_selection(selection)


def _entry(view: View, article: pd.Series, body: str, quote: quotes.Quote | None, mark: Mark | None) -> None:
    details = [words.outlet(article["outlet"])]
    details.append(words.day(article["day"]))
    if article["topic_id"] >= 0 and (mark is None or mark.subject.fact != "topic"):
        details.append(view.topic_names[article["topic_id"]])
    details.append(f"tone {words.tone(article['polarity'])}")
    details += [words.count(int(view.hits[article.name]), "hit")] if view.sought else []
    link = address.travelling(
        article=article["article_id"],
        term=mark.term if mark else None,
        mark=str(mark.subject) if mark and mark.subject.kind == "words" else None,
        sentence=str(quote.number) if quote and quote.is_telling else None,
    )
    with st.container(key=f"entry_{article.name}", gap="xxsmall"):
        st.page_link(
            "pages/articles.py",
            label=f"**{words.plain(words.title(article['headline'], body))}**",
            query_params=link,
        )
        noted = f'<p class="noted">Noted: {words.as_html(said)}</p>' if (said := article.get("noted")) else ""
        about = f"<small>{words.as_html(words.listed(*details))}</small>"
        st.html(f'{about}{noted}<p class="quote" dir="auto">{quotes.as_html(quote)}</p>')


def page_number(n_pages: int) -> int:
    """Which page of a list the address asks for, from 1 to `n_pages`."""
    text = address.value("shown")
    return min(max(1, int(text)), n_pages) if text.isdecimal() else 1


def page_buttons(n_pages: int, number: int) -> None:
    """The buttons for the other pages of a list, where there are any."""
    if n_pages > 1:
        key = f"w_shown_{number}"
        st.pagination(n_pages, default=number, key=key, on_change=_take_page, args=(key,))


def _take_page(key: str) -> None:
    number = int(st.session_state[key])
    address.put(shown=str(number) if number > 1 else None)

"""The lists of one rule: its lines, each in its place, and the articles that it took them from."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.articles import REMOVED
from figures import words
from figures.csv_export import csv_of
from figures.ledger import Rule
from ui import address, tables
from ui.cleaning import markup
from ui.cleaning.article import chosen_line, comparison_of
from ui.saving import save_button
from ui.view import View

# The browser is sent no more rows than a person would scroll through.
_MOST_ROWS = 10_000
_HEIGHT = 420
_EXAMPLES = 3
_NEIGHBOURS = 1
_NEIGHBOURS_OF_CHOSEN = 4


def counts(rule: Rule) -> None:
    """How many lines of how many articles the rule took; each number opens its list."""
    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        for name, number, singular in (("lines", rule.n_lines, "line"), ("articles", rule.n_articles, "article")):
            st.button(
                words.count(number, singular),
                type="tertiary",
                key=f"{name}_{rule.name}",
                on_click=_open,
                args=(rule.name, name),
            )


def show_if_asked(view: View, rule: Rule) -> None:
    """The list of the rule that the address asks for, below its row."""
    if address.value("rule") != rule.name or not rule.n_lines:
        return
    found = removed_lines(view, rule.name)
    with st.container(key="rule_list", border=True):
        listing, beside = st.columns([5, 4], gap="large")
        with listing:
            if address.value("list") == "articles":
                _articles(view, found)
            else:
                _lines(view, found)
            _actions(view, rule, found)
        with beside:
            _examples(view, found)


def removed_lines(view: View, reason: str | None = None) -> pd.DataFrame:
    """The lines removed for `reason`, or all, those that stand in the most articles first.

    The columns are those of REMOVED and `n_articles`: in how many articles the same line was removed for this reason.
    """
    where = [("reason", "=", reason)] if reason is not None else None
    found = view.bundle.frame(REMOVED, ["article_id", "line_number", "text", "reason"], where)
    found["n_articles"] = found.groupby(["reason", "text"])["article_id"].transform("nunique")
    order = ["n_articles", "reason", "text", "article_id", "line_number"]
    return found.sort_values(order, ascending=[False, *[True] * 4], ignore_index=True)


def exported(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """Removed lines as they are saved: lines count from 1, and each names its article."""
    articles = view.everything.set_index("article_id")[["headline", "outlet"]]
    named = found.join(articles, on="article_id").assign(line=found["line_number"] + 1)
    return named[["reason", "text", "n_articles", "article_id", "line", "headline", "outlet"]]


def _open(rule: str, name: str) -> None:
    address.put(rule=rule, list="articles" if name == "articles" else None, line=None, article=None)


def _close() -> None:
    address.put(rule=None, list=None, line=None)


def _actions(view: View, rule: Rule, found: pd.DataFrame) -> None:
    with st.container(horizontal=True):
        save_button(
            "Save the lines (CSV)",
            lambda: csv_of(exported(view, found)),
            f"removed-{rule.name.replace(' ', '-')}.csv",
            key="save_rule",
        )
        st.button("Close", key="close_rule", on_click=_close)


def _lines(view: View, found: pd.DataFrame) -> None:
    _limit(found, "line")
    shown = found.head(_MOST_ROWS)
    table = pd.DataFrame(
        {
            "Line": shown["text"],
            "In articles": shown["n_articles"],
            "Article": _names(view, shown["article_id"]),
        }
    )
    _table(table, shown)


def _articles(view: View, found: pd.DataFrame) -> None:
    by_article = found.groupby("article_id").agg(lines=("text", "size"), line_number=("line_number", "min"))
    by_article = by_article.sort_values(["lines"], ascending=False, kind="stable").reset_index()
    _limit(by_article, "article")
    shown = by_article.head(_MOST_ROWS)
    _table(pd.DataFrame({"Article": _names(view, shown["article_id"]), "Lines": shown["lines"]}), shown)


def _limit(found: pd.DataFrame, singular: str) -> None:
    first = f"The first {_MOST_ROWS:,} of " if len(found) > _MOST_ROWS else ""
    st.caption(f"{first}{words.count(len(found), singular)}. Select a row to see it in its article.")


def _table(table: pd.DataFrame, shown: pd.DataFrame) -> None:
    places = list(zip(shown["article_id"], shown["line_number"].tolist(), strict=True))
    # A new key for a new list: a selected row would otherwise stay selected where another one stands.
    key = f"list_{address.value('list')}_{address.value('rule')}_{hash(tuple(places[:50]))}"
    tables.show(
        table,
        key=key,
        height=min(_HEIGHT, 36 * (len(table) + 1)),
        on_select=lambda: _choose(key, places),
        selection_mode="single-row",
        column_config={
            "Line": st.column_config.TextColumn(width=250),
            "In articles": st.column_config.NumberColumn(width=80),
            "Article": st.column_config.TextColumn(width=190),
            "Lines": st.column_config.NumberColumn(width=70),
        },
    )


def _choose(key: str, places: Sequence[tuple[str, int]]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    if rows and rows[0] < len(places):
        article_id, number = places[rows[0]]
        address.put(article=article_id, line=str(number + 1))


def _examples(view: View, found: pd.DataFrame) -> None:
    """The chosen line among its neighbours; some different ones where none is chosen."""
    chosen = _chosen(found)
    shown = found.drop_duplicates("text").drop_duplicates("article_id").head(_EXAMPLES) if chosen.empty else chosen
    most = _NEIGHBOURS if chosen.empty else _NEIGHBOURS_OF_CHOSEN
    st.caption("In its article" if len(chosen) else "Examples, each in its article")
    for row in shown.itertuples(index=False):
        number = int(row.line_number)
        st.page_link(
            "pages/articles.py",
            label=words.plain(_names(view, pd.Series([row.article_id]))[0]),
            query_params=address.travelling(article=row.article_id),
        )
        st.html(markup.excerpt(comparison_of(view, row.article_id).around(number, most), number))


def _chosen(found: pd.DataFrame) -> pd.DataFrame:
    is_chosen = (found["article_id"] == address.value("article")) & (found["line_number"] == chosen_line())
    return found[is_chosen]


def _names(view: View, ids: pd.Series) -> list[str]:
    """The headlines of articles, their ids where they have none."""
    headlines = view.everything.set_index("article_id")["headline"]
    return [words.title(headlines[article_id], article_id) for article_id in ids]

"""Health: what was read, what could not be, what was noticed, and what cleaning removed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.articles import REMOVED
from analysis.cleaning import DESCRIPTIONS
from analysis.health import everything_found
from analysis.selection import Selection
from ui import address, checks, coverage, evidence, problems, words
from ui.csv_export import csv_of
from ui.view import View

_EXAMPLES = 40
_LINKS = 9
_OF_HEADER = "A line of the header that some files open with: it became a field."


def show(view: View) -> None:
    """The counts, which add up, and behind each the list of what it counts; of all articles, whatever is selected."""
    whole = replace(view, selection=Selection(), articles=view.everything)
    _read(whole)
    problems.show(whole)
    checks.show(whole)
    coverage.show(whole)
    # A mark that is none of the above: of a link, or of a check by another name.
    evidence.show(whole)
    _cleaning(whole)


def _read(view: View) -> None:
    counts = view.bundle.counts
    st.subheader("What was read", anchor=False)
    with st.container(horizontal=True, vertical_alignment="center", key="items"):
        st.markdown(
            f"{words.count(counts['items'], 'item')} found = **{words.count(counts['articles'], 'article')}** "
            f"+ **{words.count(counts['problems'], 'problem')}**.",
            width="content",
        )
        st.download_button(
            "Save all findings (CSV)",
            data=lambda: csv_of(everything_found(view.bundle, view.everything)),
            file_name="findings.csv",
            mime="text/csv",
            key="save_findings",
        )


def _cleaning(view: View) -> None:
    removed = view.bundle.frame(REMOVED, ["article_id", "line_number", "text", "reason"])
    st.subheader("What cleaning removed", anchor=False)
    if removed.empty:
        st.caption("Nothing: every line is in the body of its article.")
        return
    articles = words.count(removed["article_id"].nunique(), "article")
    st.caption(f"{words.count(len(removed), 'line')} of {articles}. Every line is in a body or in this list.")
    rules = removed.groupby("reason").agg(lines=("text", "size"), articles=("article_id", "nunique"))
    rules = rules.sort_values("lines", ascending=False).reset_index()
    rules["what it takes"] = rules["reason"].map(lambda reason: DESCRIPTIONS.get(reason, _OF_HEADER))
    st.dataframe(rules, hide_index=True, key="rules")
    reason = st.selectbox("Examples of", rules["reason"].tolist(), key="reason")
    examples = removed[removed["reason"] == reason]
    lines, articles_with = st.columns([3, 2], gap="large")
    with lines:
        _table(_named(view, examples.head(_EXAMPLES)), "removed")
        if len(examples) > _EXAMPLES:
            st.caption(f"The first {_EXAMPLES} of {len(examples):,}.")
    with articles_with:
        st.caption("Articles with such lines; “Removed lines” in the reader shows them in their place")
        _article_links(view, examples["article_id"].drop_duplicates().head(_LINKS).tolist())


def _named(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """Lines with the headline of their article instead of its id."""
    headlines = view.everything.set_index("article_id")["headline"]
    found = rows.assign(article=rows["article_id"].map(headlines).fillna(rows["article_id"]))
    return found[["text", "article", "line_number"]].rename(columns={"text": "line", "line_number": "line number"})


def _article_links(view: View, ids: list[str]) -> None:
    headlines = view.everything.set_index("article_id")["headline"]
    for article_id in ids:
        st.page_link(
            "pages/articles.py",
            label=words.plain(words.title(headlines[article_id], article_id)),
            query_params=address.travelling(article=article_id),
        )


def _table(rows: pd.DataFrame, key: str) -> None:
    st.dataframe(rows, hide_index=True, key=f"table_{key}")

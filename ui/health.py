"""Health: what was read, what could not be, what was noticed, and what cleaning removed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.articles import NOTICES, PROBLEMS, REMOVED
from analysis.cleaning import DESCRIPTIONS
from ui import address, evidence, words
from ui.view import View

_EXAMPLES = 40
_LINKS = 9
_OF_HEADER = "A line of the header that some files open with: it became a field."


def show(view: View) -> None:
    """The counts, which add up, and behind each the list of what it counts."""
    counts = view.bundle.counts
    st.subheader("What was read", anchor=False)
    st.markdown(
        f"{words.count(counts['items'], 'item')} found = **{words.count(counts['articles'], 'article')}** "
        f"+ **{words.count(counts['problems'], 'problem')}**. {words.plain(_of_articles(view))}"
    )
    if counts["problems"]:
        with st.expander(f"Problems ({counts['problems']:,}): items that became no article", expanded=True):
            _table(view.bundle.frame(PROBLEMS), "problems")
    _noticed(view)
    _cleaning(view)


def _of_articles(view: View) -> str:
    articles = view.everything
    parts = [
        (int(articles["day"].isna().sum()), "has no date", "have no date"),
        (int(articles["outlet"].isna().sum()), "has no outlet", "have no outlet"),
        (int(articles["headline"].isna().sum()), "has no headline", "have no headline"),
        (int(articles["language"].isna().sum()), "is in an unsure language", "are in an unsure language"),
    ]
    said = [words.count(number, *ending) for number, *ending in parts if number]
    return f"Of the articles, {', '.join(said)}." if said else "Every article has a headline, an outlet and a date."


def _noticed(view: View) -> None:
    notices = view.bundle.frame(NOTICES)
    st.subheader("What was noticed", anchor=False)
    if notices.empty:
        st.caption("Nothing: no text is cut off, no id repeats, every date could be read.")
        return
    kinds = notices["kind"].value_counts().sort_index()
    kind = st.segmented_control(
        "Kind", list(kinds.index), format_func=lambda kind: f"{kind} ({kinds[kind]:,})", key="notice",
        label_visibility="collapsed",
    )  # fmt: skip
    if kind is None:
        return
    _table(notices[notices["kind"] == kind], "notices")
    ids = notices.loc[notices["kind"] == kind, "article_id"]
    evidence.listing(view, view.everything[view.everything["article_id"].isin(ids)])


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

"""Copies: how like the original each article of a story is, and the other versions of one that is read."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis.bundle import Bundle
from analysis.marks import Mark
from analysis.steps.stories import STORIES, earliest_first
from figures import words
from ui import address
from ui.view import View

_MOST_LISTED = 12
# From here on all but a headline or a line of the shorter text stands in the longer one.
_WHOLE = 0.95
_LIKE = 0.8


def relations(bundle: Bundle, articles: pd.DataFrame) -> pd.Series[str]:
    """What each of `articles`, whole stories, is to the original of its story, in a few words, by row."""
    columns = ["article_id", "is_original", "similarity", "containment"]
    stories = bundle.frame(STORIES, columns, [("article_id", "in", articles["article_id"].tolist())])
    stories = stories.join(articles.set_index("article_id")[["story_id", "n_words"]], on="article_id")
    lengths = stories[stories["is_original"]].set_index("story_id")["n_words"]
    stories["is_longer"] = stories["n_words"] > stories["story_id"].map(lengths).fillna(0)
    said = {row.article_id: _said(row) for row in stories.itertuples()}
    return articles["article_id"].map(said)


def similarities(bundle: Bundle, articles: pd.DataFrame) -> pd.Series[float]:
    """How like the original of its story each of `articles` is, from 0 to 1, by row."""
    where = [("article_id", "in", articles["article_id"].tolist())]
    stories = bundle.frame(STORIES, ["article_id", "similarity"], where)
    return articles["article_id"].map(stories.set_index("article_id")["similarity"])


def _said(version: Any) -> str:
    if version.is_original:
        return "the original"
    if version.similarity == 1:
        return "the same words as the original"
    if version.containment >= _WHOLE and version.similarity < _LIKE:
        return "the original and more" if version.is_longer else "a part of the original"
    return f"{words.share(version.similarity)} like the original"


def show(view: View, row: int) -> None:
    """The other versions of the text of this article, each beside it; nothing where there are none."""
    article = view.everything.loc[row]
    story = view.everything[view.everything["story_id"] == article["story_id"]]
    others = earliest_first(story.drop(index=row))
    if others.empty:
        return
    shown = others.head(_MOST_LISTED)
    said, mark = relations(view.bundle, story), str(Mark("story", str(article["story_id"])))
    with st.container(key="copies", gap="xsmall"):
        st.markdown(f"**{words.count(len(others), 'other version', 'other versions')} of this text**")
        st.caption(words.plain(f"This one: {said[row]}. A link sets the two side by side."))
        for (other, version), headline in zip(shown.iterrows(), view.titles(shown), strict=True):
            link = address.travelling(mark=mark, left=article["article_id"], right=version["article_id"])
            about = words.listed(words.outlet(version["outlet"]), words.day(version["day"]), said[other])
            st.page_link(
                "pages/stories.py",
                label=f"{words.plain(headline)} \N{EM DASH} {words.plain(about)}",
                query_params=link,
            )
        if len(others) > len(shown):
            st.page_link("pages/stories.py", label="See all versions", query_params=address.travelling(mark=mark))

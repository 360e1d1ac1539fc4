"""The articles of a chosen story, and two of them side by side."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.marks import Mark
from analysis.steps.stories import earliest_first
from analysis.versions import Versions, compare_versions
from figures import words
from ui import choices, evidence
from ui.copies import relations, similarities
from ui.versions import markup
from ui.view import View

_STYLE = Path(__file__).with_name("versions.css")
_LEFT, _RIGHT = "left", "right"
_MENU_WIDTH = 460
_LONGEST_HEADLINE = 60


def show(view: View, found: pd.DataFrame, mark: Mark) -> None:
    """The list of the articles behind `mark`; of a story also two versions, which the reader chooses."""
    if mark.kind == "story" and len(found) > 1:
        st.html(_STYLE)
        _side_by_side(view, earliest_first(found))
        st.markdown("**All its articles**")
    evidence.listing(view, found, mark)


def _side_by_side(view: View, found: pd.DataFrame) -> None:
    one, other = _choose(view, found)
    bodies = view.bodies([one, other])
    versions = compare_versions(bodies[one], bodies[other])
    names = (_name(found.loc[one]), _name(found.loc[other]))
    st.markdown(in_words(versions))
    articles = view.everything.loc[[one, other]]
    titles = view.titles(articles)
    sides = [markup.Side(name, title, n) for name, title, n in zip(names, titles, versions.n_words, strict=True)]
    st.html(markup.side_by_side(versions, (sides[0], sides[1])))


def _choose(view: View, found: pd.DataFrame) -> tuple[int, int]:
    """The rows of the two versions that the address names; without that the original and the one least like it."""
    said = relations(view.bundle, found)
    labels = {
        article["article_id"]: f"{_name(article)} ({said[row]}): {words.shorten(title, _LONGEST_HEADLINE)}"
        for (row, article), title in zip(found.iterrows(), view.titles(found), strict=True)
    }
    first = found.sort_values("is_original", ascending=False, kind="stable")["article_id"].tolist()
    with st.container(horizontal=True, vertical_alignment="bottom", key="versions"):
        left = choices.menu(_LEFT, {name: labels[name] for name in first}, "One version", width=_MENU_WIDTH)
        others = [name for name in _least_like_first(view, found) if name != left]
        right = choices.menu(_RIGHT, {name: labels[name] for name in others}, "beside", width=_MENU_WIDTH)
    rows = pd.Series(found.index, found["article_id"])
    return int(rows[left]), int(rows[right])


def _least_like_first(view: View, found: pd.DataFrame) -> list[str]:
    """The articles of a story, first the one least like the original."""
    ranked = found.assign(like=similarities(view.bundle, found))
    return list(ranked.sort_values(["is_original", "like", "article_id"])["article_id"])


def _name(article: pd.Series) -> str:
    return f"{words.outlet(article['outlet'])}, {words.day(article['day'])}"


def in_words(versions: Versions) -> str:
    """What two versions share and what only one of them has, as Markdown."""
    first, second = versions.n_words
    if not versions.n_same:
        return "The two have no passage in common."
    if versions.n_same == first == second and not versions.n_moved:
        return f"**The same {words.count(first, 'word')}**, in the same order."
    shares = [_share(versions.n_same, n) for n in versions.n_words]
    said = [
        f"**{words.count(versions.n_same, 'word')} are the same**: {shares[0]} of the version on the "
        f"left, {shares[1]} of the one on the right."
    ]
    only = versions.n_only
    left, right = (words.count(n, "word") for n in only)
    if all(only):
        said.append(f"{left} only on the left, {right} only on the right.")
    elif any(only):
        side, other, more = ("left", "right", right) if only[1] else ("right", "left", left)
        said.append(f"All that stands on the {side} stands on the {other}, with {more} more.")
    if versions.n_moved:
        said.append(f"{words.count(versions.n_moved, 'word')} of the same stand in another place.")
    return " ".join(said)


def _share(part: int, whole: int) -> str:
    """A share that is all of it only where it is."""
    said = words.share(part / max(1, whole))
    return "nearly all" if part < whole and said == words.share(1) else said

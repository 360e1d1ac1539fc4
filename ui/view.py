"""View: the collection that a page shows, with what the reader selected of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd
import streamlit as st

from analysis.articles import ARTICLES
from analysis.bundle import Bundle
from analysis.selection import Mark, Selection, articles_of, behind, select
from analysis.steps.topics import TOPICS
from ui import address, words
from ui.collections import Place


@dataclass(frozen=True)
class View:
    """What a page shows: a collection, all its articles, the selection, and the articles in that.

    The frames are those of `articles_of`; they are shared, and copied on write.
    """

    place: Place
    bundle: Bundle
    everything: pd.DataFrame
    selection: Selection
    articles: pd.DataFrame
    # What this run of the page has put on it already, so that two charts with the same mark list it once.
    placed: set[str] = field(default_factory=set)

    @cached_property
    def topic_names(self) -> dict[int, str]:
        """The name of each topic by its id; -1 is that of articles with none."""
        topics = self.bundle.frame(TOPICS, ["topic_id", "label"])
        return {-1: "No topic", **dict(zip(topics["topic_id"].tolist(), topics["label"], strict=True))}

    @property
    def covered_days(self) -> pd.Series:
        """The days of all articles between the ends of the selection, whatever else it asks for."""
        days, chosen = self.everything["day"].dropna(), self.selection
        first = pd.Timestamp(chosen.first_day) if chosen.first_day else days.min()
        last = pd.Timestamp(chosen.last_day) if chosen.last_day else days.max()
        return days[days.between(first, last)]

    @cached_property
    def others(self) -> pd.DataFrame:
        """The articles, or stories, that are not selected."""
        rest = self.everything.drop(self.articles.index)
        return rest[rest["is_original"]] if self.selection.by_story else rest

    def behind(self, mark: Mark) -> pd.DataFrame:
        """The articles that `mark` stands for: of those selected, or of the others where it says so."""
        return behind(self.bundle, self.others if mark.kind == "term-elsewhere" else self.articles, mark)

    def bodies(self, rows: Sequence[int]) -> dict[int, str]:
        """The bodies of the articles in these rows."""
        ids = self.everything.loc[list(rows), "article_id"].tolist()
        if not ids:
            return {}
        found = self.bundle.frame(ARTICLES, ["article_id", "body"], [("article_id", "in", ids)])
        by_id = dict(zip(found["article_id"], found["body"], strict=True))
        return {row: by_id[article_id] for row, article_id in zip(rows, ids, strict=True)}

    def titles(self, found: pd.DataFrame) -> list[str]:
        """What to call each of the articles `found`: its headline, or its opening words where it has none."""
        bodies = self.bodies(found.index[found["headline"].isna()].tolist())
        return [words.title(headline, bodies.get(row, "")) for row, headline in found["headline"].items()]

    def in_words(self) -> str:
        """What is selected, as a person would say it; empty for everything."""
        chosen = self.selection
        parts = [f"“{chosen.query}”"] if chosen.query else []
        parts += [" or ".join(chosen.outlets)] if chosen.outlets else []
        parts += [" or ".join(self.topic_names.get(topic, "?") for topic in chosen.topics)] if chosen.topics else []
        parts += [f"from {words.day(chosen.first_day)}"] if chosen.first_day else []
        parts += [f"to {words.day(chosen.last_day)}"] if chosen.last_day else []
        return " · ".join(parts)

    def counted(self, number: int) -> str:
        """A number of articles, or of stories where those are counted."""
        return words.count(number, *(("story", "stories") if self.selection.by_story else ("article", "articles")))

    def n_articles(self) -> str:
        """How many articles (or stories) of how many the selection leaves, in words."""
        shown, most = (
            len(self.articles),
            self.bundle.counts["stories" if self.selection.by_story else "articles"],
        )
        if shown == most:
            return self.counted(shown)
        return f"{shown:,} of {self.counted(most)}"


def open_view(place: Place, bundle: Bundle) -> View:
    """The view that the address asks for."""
    chosen = address.selection()
    everything = _articles(bundle.fingerprint, str(bundle.manifest["tables"]), bundle)
    return View(place, bundle, everything, chosen, select(bundle, everything, chosen))


@st.cache_resource(max_entries=4, show_spinner=False)
def _articles(fingerprint: str, tables: str, _bundle: Bundle) -> pd.DataFrame:
    del fingerprint, tables  # cache key only
    return articles_of(_bundle)

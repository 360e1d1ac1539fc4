"""Selection: what a reader chose, and the rows that belong to it.

A `Selection` lives in the address of the page, which is its only home.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.articles import ARTICLES
from analysis.bundle import Bundle
from analysis.errors import SettingsError
from analysis.finding import NONE as NONE
from analysis.finding import Finder
from analysis.steps.sentiment import SENTIMENT
from analysis.steps.stories import STORIES
from analysis.steps.topics import ARTICLE_TOPICS
from analysis.story_articles import one_a_story

PARAMS = ("q", "outlet", "topic", "from", "to", "count", "tag")
"""The parameters of an address that state a selection."""

Params = Mapping[str, Sequence[str]]
Rows = npt.NDArray[np.int64]

_LIGHT = [column.name for column in ARTICLES.columns if column.name != "body"]


@dataclass(frozen=True, slots=True)
class Selection:
    """The articles a reader wants to see: all that meet every part that is set.

    `topics` holds topic ids, -1 for no topic; `outlets` names, "none" for no outlet; both days are in it. `by_story`:
    of the articles of one story that meet all parts it has one, see `one_a_story`. `tags` are those of the reader.
    """

    query: str = ""
    outlets: tuple[str, ...] = ()
    topics: tuple[int, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    by_story: bool = False
    tags: tuple[str, ...] = ()
    # The ids of the articles with one of `tags`, which the view looks up: so that what is kept by a selection is not
    # kept over a change of the tags.
    tagged: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether it leaves all articles in."""
        return self == Selection(by_story=self.by_story)

    @classmethod
    def from_params(cls, params: Params) -> Selection:
        """The selection in an address; what cannot be understood there is passed over."""
        return cls(
            query=_first(params, "q"),
            outlets=tuple(dict.fromkeys(filter(None, params.get("outlet", ())))),
            topics=tuple(dict.fromkeys(map(topic_id_of, filter(is_topic, params.get("topic", ()))))),
            first_day=day_of(_first(params, "from")),
            last_day=day_of(_first(params, "to")),
            by_story=_first(params, "count") == "stories",
            tags=tuple(dict.fromkeys(filter(None, params.get("tag", ())))),
        )

    def to_params(self) -> dict[str, list[str]]:
        """What an address says of it: only what differs from the default."""
        params = {
            "q": [self.query] if self.query else [],
            "outlet": list(self.outlets),
            "topic": [NONE if topic < 0 else str(topic) for topic in self.topics],
            "from": [self.first_day.isoformat()] if self.first_day else [],
            "to": [self.last_day.isoformat()] if self.last_day else [],
            "count": ["stories"] if self.by_story else [],
            "tag": list(self.tags),
        }
        return {name: values for name, values in params.items() if values}


def stated_selection(text: str) -> Selection:
    """The selection that `text` states in the form of an address: ``outlet=Herald&from=2016-01-01``; empty for all.

    Raises:
        SettingsError: a part of it states none: what is passed over in an address must not be in a command.
    """
    params = parse_qs(text.removeprefix("?"), keep_blank_values=True)
    selection = Selection.from_params(params)
    understood = selection.to_params()
    for name, values in params.items():
        if name not in PARAMS:
            raise SettingsError(f"a selection has no '{name}'; it has {', '.join(PARAMS)}")
        if len(understood.get(name, ())) < len(set(values)):
            raise SettingsError(f"a selection has no '{name}={', '.join(values)}'")
    return selection


def articles_of(bundle: Bundle) -> pd.DataFrame:
    """All articles with what a list shows of them, one row each in the order of their ids.

    The columns of `articles` but the body, and topic_id (-1: none), polarity (null: not scored), story_id,
    is_original, and `day`, the day of publication in UTC. The index is the row in `articles`.
    """
    frame = bundle.frame(ARTICLES, _LIGHT)
    frame["topic_id"] = bundle.frame(ARTICLE_TOPICS, ["topic_id"])["topic_id"].fillna(-1).astype(int)
    # As doubles: bounds are compared with these very values when they are binned and when they are listed.
    frame["polarity"] = bundle.frame(SENTIMENT, ["polarity"])["polarity"].astype(float)
    frame[["story_id", "is_original"]] = bundle.frame(STORIES, ["story_id", "is_original"])
    frame["day"] = frame["published_at"].dt.tz_convert(None).dt.normalize()
    return frame


def select(bundle: Bundle, articles: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """The rows of `articles`, as `articles_of` gives them, that belong to `selection`."""
    chosen = pd.Series(True, articles.index)
    if selection.query:
        chosen &= Finder(bundle, articles).find(selection.query)
    if selection.outlets:
        chosen &= articles["outlet"].fillna(NONE).isin(selection.outlets)
    if selection.topics:
        chosen &= articles["topic_id"].isin(selection.topics)
    if selection.first_day:
        chosen &= articles["day"] >= pd.Timestamp(selection.first_day)
    if selection.last_day:
        chosen &= articles["day"] <= pd.Timestamp(selection.last_day)
    if selection.tags:
        chosen &= articles["article_id"].isin(selection.tagged)
    return one_a_story(articles[chosen]) if selection.by_story else articles[chosen]


def _first(params: Params, name: str) -> str:
    return next(iter(params.get(name, ())), "")


def is_topic(text: str) -> bool:
    """Whether an address can mean a topic, or none, by `text`."""
    # No topic has more digits, and Python refuses to read thousands of them.
    return text in (NONE, "-1") or (text.isdecimal() and len(text) < 10)


def topic_id_of(text: str) -> int:
    """The topic that `text` means in an address; -1 for none."""
    return -1 if text in (NONE, "-1") else int(text)


def day_of(text: str) -> date | None:
    """The day that `text` means in an address; None for nothing of sense."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

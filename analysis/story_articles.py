"""Story articles: which article a story counts by, and which stand behind a mark of stories."""

from __future__ import annotations

import pandas as pd

from analysis.steps.stories import earliest_first


def one_a_story(articles: pd.DataFrame) -> pd.DataFrame:
    """One row for each story among `articles`, rows as `articles_of` gives them, in their order.

    It is the story's original, or where that is not among them the article that would be it: the earliest dated,
    else the longest.
    """
    has_original = articles["story_id"].isin(articles.loc[articles["is_original"], "story_id"])
    stand_ins = earliest_first(articles[~has_original]).drop_duplicates("story_id").index
    return articles[articles["is_original"] | articles.index.isin(stand_ins)]


def whole_stories(everything: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """All of `everything` that belongs to a story of which one of `articles` is a part, alone or not."""
    return everything[everything["story_id"].isin(articles["story_id"])]


def with_story(articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """Which of `articles` belong to the story with this id."""
    return articles["story_id"] == (int(value) if is_story(value) else -1)


def is_story(value: str) -> bool:
    """Whether `value` can be the id of a story."""
    # No id has more digits, and Python refuses to read thousands of them.
    return value.isascii() and value.isdecimal() and len(value) < 10


def pair_of(articles: pd.DataFrame, value: str) -> tuple[str, str] | None:
    """The two outlets of `articles` that `value`, as `pair_value` gives it, names; None if they are not there."""
    known = set(articles["outlet"].dropna())
    cuts = (place for place, sign in enumerate(value) if sign == "|")
    pairs = ((value[:place], value[place + 1 :]) for place in cuts)
    return next((pair for pair in pairs if known.issuperset(pair)), None)


def pair_value(one: str, other: str) -> str:
    """Two outlets as the value of a mark; what stands between them may also be a part of a name."""
    return f"{one}|{other}"


def carried_by_both(articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """One article a story that both outlets of `value` carried: the one it counts by among theirs."""
    theirs = articles[articles["outlet"].isin(pair_of(articles, value) or ())]
    n_outlets = theirs.groupby("story_id")["outlet"].transform("nunique")
    found = one_a_story(theirs[n_outlets == 2])
    return pd.Series(articles.index.isin(found.index), articles.index)

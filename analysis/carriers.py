"""Carriers: the stories that several articles carry, who carried them and when."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.marks import Mark
from analysis.steps.stories import earliest_first
from analysis.story_articles import pair_value


def stories_of(articles: pd.DataFrame) -> pd.DataFrame:
    """The stories with two articles or more among `articles`, most articles first, then most outlets, then by id.

    Args:
        articles: rows as `articles_of` gives them, of whole stories.

    Returns:
        A row a story: story_id, row (of its original), headline (the original's; may be missing), n_articles,
        n_outlets (that are named), n_undated, first_day, last_day (missing where none is dated), first_outlet (of the
        one dated article that is earlier than all others; missing where several are, or one is undated), mark.
    """
    carried = articles[articles.groupby("story_id")["story_id"].transform("size") > 1]
    by_story = carried.groupby("story_id")
    found = pd.DataFrame(
        {
            "n_articles": by_story.size(),
            "n_outlets": by_story["outlet"].nunique(),
            "n_undated": by_story.size() - by_story["day"].count(),
            "first_day": by_story["day"].min(),
            "last_day": by_story["day"].max(),
        }
    ).reset_index()
    originals = carried[carried["is_original"]].reset_index(names="row").set_index("story_id")
    found = found.join(originals[["row", "headline"]], on="story_id")
    found = found.join(_first_outlets(carried), on="story_id")
    found["mark"] = [str(Mark("story", str(story))) for story in found["story_id"]]
    order = ["n_articles", "n_outlets", "story_id"]
    return found.sort_values(order, ascending=[False, False, True], ignore_index=True)


def _first_outlets(carried: pd.DataFrame) -> pd.Series[str]:
    """The outlet of the earliest article of each story, by its id, where only one is earliest."""
    by_story = carried.groupby("story_id")["published_at"]
    is_earliest = carried["published_at"] == by_story.transform("min")
    is_known = by_story.transform("count") == by_story.transform("size")
    earliest = carried[is_earliest & is_known].drop_duplicates("story_id", keep=False)
    return earliest.set_index("story_id")["outlet"].rename("first_outlet")


def carried_in(articles: pd.DataFrame, stories: pd.DataFrame) -> pd.DataFrame:
    """The articles of `stories`, in the order of these and then from the earliest to the latest, with n_here, nth.

    n_here is how many articles the story has on that day (or undated), nth which of them this one is, from 0.
    """
    place = dict(zip(stories["story_id"], range(len(stories)), strict=True))
    found = earliest_first(articles[articles["story_id"].isin(place)])
    found = found.assign(place=found["story_id"].map(place)).sort_values("place", kind="stable")
    same_day = found.groupby(["story_id", "day"], dropna=False)["article_id"]
    return found.assign(n_here=same_day.transform("size"), nth=same_day.cumcount())


def pairs_of(articles: pd.DataFrame) -> pd.DataFrame:
    """Pairs of outlets by how many stories both carried, most first.

    Args:
        articles: rows as `articles_of` gives them, of whole stories.

    Returns:
        A row a pair of outlets that are named: one, other, n_stories, n_one_first, n_other_first (on an earlier day;
        the others on the same day, or undated), mark.
    """
    first = articles.groupby(["story_id", "outlet"])["day"].min().reset_index()
    shared = first[first.groupby("story_id")["outlet"].transform("size") > 1]
    met = shared.merge(shared, on="story_id", suffixes=("_one", "_other"))
    met = met[met["outlet_one"] < met["outlet_other"]]
    earlier = np.sign((met["day_other"] - met["day_one"]).dt.days.fillna(0))
    met = met.assign(n_stories=1, n_one_first=earlier > 0, n_other_first=earlier < 0)
    met = met.rename(columns={"outlet_one": "one", "outlet_other": "other"})
    counted = ["n_stories", "n_one_first", "n_other_first"]
    found = met.groupby(["one", "other"])[counted].sum().astype(int).reset_index()
    found["mark"] = [str(Mark("pair", pair_value(*pair))) for pair in zip(found["one"], found["other"], strict=True)]
    return found.sort_values(["n_stories", "one", "other"], ascending=[False, True, True], ignore_index=True)

"""Stories: how many articles are copies, which texts were carried most, and which outlets share most of them."""

from __future__ import annotations

from collections.abc import Hashable

import pandas as pd

import charts
from analysis.carriers import carried_in, pairs_of, stories_of
from charts import Measure, ranked_bars
from figures import words
from figures.drawing import drawn_once
from figures.figure import Drawn, Figure, Missing
from figures.memo import remembered
from figures.reading import Reading

_MOST_STRIPS = 15
_MOST_BARS = 12
_MOST_OFFERED = 300
# Lines that stand side by side reach no further than this from their day.
_MOST_BESIDE = 5.0

_METHOD = (
    "Articles are one story if 60 % or more of the runs of three words of the shorter text stand in the longer one "
    "(containment, Broder 1997)."
)
_NO_COPIES = Missing(_METHOD)
_ONE_OUTLET = Missing("The articles are of one outlet, or of none that is known, so that outlets cannot be compared.")


def summary(reading: Reading) -> str:
    """How many articles have a text that another one has too, and which is the largest story."""
    return _summary(reading.whole_key, reading)


@remembered(64)
def _summary(key: Hashable, _reading: Reading) -> str:
    reading = _reading
    stories = stories_of(reading.whole_stories)
    n_articles = len(reading.with_copies)
    if stories.empty:
        return "Every article is a text of its own: none is a copy of another."
    n_shared = int(reading.with_copies["story_id"].isin(stories["story_id"]).sum())
    have = "has" if n_shared == 1 else "have"
    shared = f"{n_shared:,} of {words.count(n_articles, 'article')} ({words.share(n_shared / n_articles)})"
    told = f"{shared} {have} a text that another one has too: {words.count(len(stories), 'story', 'stories')}."
    most = int(stories["n_articles"].iloc[0])
    if len(stories) > 1 and most == stories["n_articles"].min():
        return f"{told} Each stands in {words.count(most, 'article')}."
    return f"{told} The largest stands in {words.count(most, 'article')}, {_spread(stories.iloc[0])}."


@drawn_once
def carried(reading: Reading, *, chosen: str | None = None) -> Drawn:
    """The stories with most articles: a strip each, with a line for every article that carried it, at its day."""
    stories = stories_of(reading.whole_stories)
    if stories.empty:
        return _NO_COPIES
    offered = stories.head(_MOST_OFFERED)
    offered = offered.assign(title=reading.titles(reading.everything.loc[offered["row"]]))
    shown = offered.head(_MOST_STRIPS)
    cut = f" The {len(shown)} largest of {len(stories):,} stories." if len(stories) > len(shown) else ""
    draw = _strips if shown["first_day"].notna().any() else _bars
    chart = draw(reading, shown, cut, chosen)
    names = [f"{title} ({n:,})" for title, n in zip(offered["title"], offered["n_articles"], strict=True)]
    columns = {
        "title": "story",
        "n_articles": "articles",
        "n_outlets": "outlets",
        "n_undated": "undated",
        "first_outlet": "first outlet",
        "first_day": "first",
        "last_day": "last",
    }
    return Figure("carried", chart, offered, names, offered[list(columns)].rename(columns=columns))


def _strips(reading: Reading, stories: pd.DataFrame, cut: str, chosen: str | None) -> charts.Figure:
    n_undated = int(stories["n_undated"].sum())
    undated = f"; {words.count(n_undated, 'article')} without a date at the right" if n_undated else ""
    return charts.strips(
        _lines(reading, stories),
        row="name",
        value=Measure("n_words", "words"),
        title="Which texts were carried most, and when?",
        subtitle=f"A line is an article, at its date, n = {stories['n_articles'].sum():,}{undated}; "
        f"a story is shown whole.{cut} {_METHOD}",
        chosen=chosen,
    )


def _bars(reading: Reading, stories: pd.DataFrame, cut: str, chosen: str | None) -> charts.Figure:
    """What is drawn where no article of a story is dated."""
    return ranked_bars(
        stories,
        label="title",
        value=Measure("n_articles", "articles"),
        title="Which texts were carried most?",
        subtitle=f"Articles of each story, all of them undated; a story is shown whole.{cut} {_METHOD}",
        chosen=chosen,
    )


def _lines(reading: Reading, stories: pd.DataFrame) -> pd.DataFrame:
    """A line an article of `stories`, named by its story and told by its outlet."""
    rows = carried_in(reading.whole_stories, stories)
    of_story = stories.assign(
        name=[f"{story['title']} · {_spread(story)}" for _, story in stories.iterrows()], total=stories["n_articles"]
    )
    return rows.join(of_story.set_index("story_id")[["name", "mark", "total"]], on="story_id").assign(
        headline=rows["outlet"].map(words.outlet, na_action=None),
        beside=(rows["nth"] - (rows["n_here"] - 1) / 2).clip(-_MOST_BESIDE, _MOST_BESIDE),
    )


def _spread(story: pd.Series) -> str:
    """Who carried a story, and within which time: "4 outlets, within 3 days, first The Gazette"."""
    n_outlets, n_dated = story["n_outlets"], story["n_articles"] - story["n_undated"]
    said = [words.count(n_outlets, "outlet")] if n_outlets else []
    if n_dated > 1:
        n_days = (story["last_day"] - story["first_day"]).days
        said.append(f"within {n_days + 1:,} days" if n_days else "on one day")
    elif not n_dated:
        said.append("undated")
    said += [f"first {story['first_outlet']}"] if n_outlets > 1 and isinstance(story["first_outlet"], str) else []
    return ", ".join(said)


@drawn_once
def pairs(reading: Reading, *, chosen: str | None = None) -> Drawn:
    """The outlets that carried the same texts, pair by pair, where any did more than once."""
    rows = pairs_of(reading.whole_stories)
    if rows.empty or rows["n_stories"].max() < 2:
        return _no_pairs(reading, rows)
    rows = rows.assign(name=rows["one"] + " and " + rows["other"])
    shown = rows.head(_MOST_BARS)
    cut = f" The first {len(shown)} of {len(rows):,} pairs." if len(rows) > len(shown) else ""
    n_stories = words.count(len(stories_of(reading.whole_stories)), "story", "stories")
    chart = ranked_bars(
        shown,
        label="name",
        value=Measure("n_stories", "stories"),
        title="Which outlets carry the same texts?",
        subtitle=f"Stories that both carried, of {n_stories} in more than one article.{cut} Who was first is in the "
        "table; that need not be who wrote them.",
        chosen=chosen,
    )
    names = [f"{name} ({n:,})" for name, n in zip(shown["name"], shown["n_stories"], strict=True)]
    return Figure("pairs", chart, shown, names, _pairs_table(rows))


def _no_pairs(reading: Reading, rows: pd.DataFrame) -> Missing:
    if reading.everything["outlet"].nunique() < 2:
        return _ONE_OUTLET
    return Missing(f"No two outlets {'have more than one story in common' if len(rows) else 'carried the same text'}.")


def _pairs_table(rows: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "one": "outlet A",
        "other": "outlet B",
        "n_stories": "stories",
        "n_one_first": "A first",
        "n_other_first": "B first",
        "neither": "same day or undated",
    }
    neither = rows["n_stories"] - rows["n_one_first"] - rows["n_other_first"]
    return rows.assign(neither=neither)[list(columns)].rename(columns=columns)

"""Stories: how many articles are copies, which texts were carried most, and which outlets share most of them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import charts
from analysis.carriers import carried_in, pairs_of, stories_of
from charts import Measure, ranked_bars, strips
from ui import evidence, figure, words
from ui.marks import chosen_mark
from ui.view import View

_MOST_STRIPS = 15
_MOST_BARS = 12
_MOST_OFFERED = 300
# Lines that stand side by side reach no further than this from their day.
_MOST_BESIDE = 5.0

_METHOD = (
    "Articles are one story if 60 % or more of the runs of three words of the shorter text stand in the longer one "
    "(containment, Broder 1997)."
)


def show(view: View, body: evidence.Body) -> None:
    """How many articles are copies, the texts that were carried most, the outlets that carry the same.

    What is behind a mark is shown by `body`, a story below the chart of stories.
    """
    stories = stories_of(view.whole_stories)
    st.markdown(f"#### {words.plain(_summary(view, stories))}")
    if stories.empty:
        st.caption(words.plain(_METHOD))
    else:
        _most_carried(view, stories)
        mark = chosen_mark()
        if mark is not None and mark.kind == "story":
            evidence.show(view, body=body)
        _pairs(view, len(stories))
    evidence.show(view, body=body)


def _summary(view: View, stories: pd.DataFrame) -> str:
    """What there is to say before any chart."""
    n_articles = len(view.with_copies)
    if stories.empty:
        return "Every article is a text of its own: none is a copy of another."
    n_shared = int(view.with_copies["story_id"].isin(stories["story_id"]).sum())
    have = "has" if n_shared == 1 else "have"
    shared = f"{n_shared:,} of {words.count(n_articles, 'article')} ({words.share(n_shared / n_articles)})"
    told = f"{shared} {have} a text that another one has too: {words.count(len(stories), 'story', 'stories')}."
    most = int(stories["n_articles"].iloc[0])
    if len(stories) > 1 and most == stories["n_articles"].min():
        return f"{told} Each stands in {words.count(most, 'article')}."
    return f"{told} The largest stands in {words.count(most, 'article')}, {_spread(stories.iloc[0])}."


def _most_carried(view: View, stories: pd.DataFrame) -> None:
    """The stories with most articles: a strip each, with a line for every article that carried it, at its day."""
    offered = stories.head(_MOST_OFFERED)
    titles = _titles(view, offered)
    shown = offered.head(_MOST_STRIPS)
    cut = f" The {len(shown)} largest of {len(stories):,} stories." if len(stories) > len(shown) else ""
    chosen = chosen_mark()
    draw = _strips if shown["first_day"].notna().any() else _bars
    chart = draw(view, shown.assign(title=titles[: len(shown)]), cut, str(chosen) if chosen else None)
    names = [f"{title} ({n:,})" for title, n in zip(titles, offered["n_articles"], strict=True)]
    columns = {
        "title": "story",
        "n_articles": "articles",
        "n_outlets": "outlets",
        "n_undated": "undated",
        "first_outlet": "first outlet",
        "first_day": "first",
        "last_day": "last",
    }
    table = offered.assign(title=titles)[list(columns)].rename(columns=columns)
    figure.show(view, figure.Figure("carried", chart, offered, names, table, lists=False))


def _strips(view: View, stories: pd.DataFrame, cut: str, chosen: str | None) -> charts.Figure:
    n_undated = int(stories["n_undated"].sum())
    undated = f"; {words.count(n_undated, 'article')} without a date at the right" if n_undated else ""
    return strips(
        _lines(view, stories),
        row="name",
        value=Measure("n_words", "words"),
        title="Which texts were carried most, and when?",
        subtitle=f"A line is an article, at its date, n = {stories['n_articles'].sum():,}{undated}; "
        f"a story is shown whole.{cut} {_METHOD}",
        chosen=chosen,
    )


def _bars(view: View, stories: pd.DataFrame, cut: str, chosen: str | None) -> charts.Figure:
    """What is drawn where no article of a story is dated."""
    return ranked_bars(
        stories,
        label="title",
        value=Measure("n_articles", "articles"),
        title="Which texts were carried most?",
        subtitle=f"Articles of each story, all of them undated; a story is shown whole.{cut} {_METHOD}",
        chosen=chosen,
    )


def _titles(view: View, stories: pd.DataFrame) -> list[str]:
    return view.titles(view.everything.loc[stories["row"]])


def _lines(view: View, stories: pd.DataFrame) -> pd.DataFrame:
    """A line an article of `stories`, named by its story and told by its outlet."""
    rows = carried_in(view.whole_stories, stories)
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


def _pairs(view: View, n_stories: int) -> None:
    """The outlets that carried the same texts, pair by pair; a sentence where none did more than once.

    `n_stories` are those that more than one article carried.
    """
    rows = pairs_of(view.whole_stories)
    if rows.empty or rows["n_stories"].max() < 2:
        if view.everything["outlet"].nunique() > 1:
            st.caption(
                f"No two outlets {'have more than one story in common' if len(rows) else 'carried the same text'}."
            )
        return
    rows = rows.assign(name=rows["one"] + " and " + rows["other"])
    shown = rows.head(_MOST_BARS)
    cut = f" The first {len(shown)} of {len(rows):,} pairs." if len(rows) > len(shown) else ""
    chosen = chosen_mark()
    chart = ranked_bars(
        shown,
        label="name",
        value=Measure("n_stories", "stories"),
        title="Which outlets carry the same texts?",
        subtitle=f"Stories that both carried, of {words.count(n_stories, 'story', 'stories')} in more than one "
        f"article.{cut} Who was first is in the table; that need not be who wrote them.",
        chosen=str(chosen) if chosen else None,
    )
    columns = {
        "one": "outlet A",
        "other": "outlet B",
        "n_stories": "stories",
        "n_one_first": "A first",
        "n_other_first": "B first",
        "neither": "same day or undated",
    }
    table = rows.assign(neither=rows["n_stories"] - rows["n_one_first"] - rows["n_other_first"])
    names = [f"{name} ({n:,})" for name, n in zip(shown["name"], shown["n_stories"], strict=True)]
    figure.show(
        view, figure.Figure("pairs", chart, shown, names, table[list(columns)].rename(columns=columns), lists=False)
    )

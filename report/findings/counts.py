"""Counts: bursts, and what most articles have; what is said of them is counted, and no guess."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pandas as pd

from analysis.bursts import Burst
from analysis.marks import Mark, phrases_behind
from charts import Measure, ranked_bars
from figures import terms, topics, words
from figures.figure import Figure, Missing
from figures.mark_values import topic_named
from figures.periods import span
from figures.reading import Reading
from report.asked import Asked
from report.document import Quote
from report.findings.claim import Claim, line_of, strong
from report.quoting import Sought, telling, topic_phrases

_QUOTES = 1
_SHOWN = 4
# What fewer articles hold is no name of a collection.
_FEWEST = 4


def bursts(reading: Reading, asked: Asked, told: Collection[int]) -> Iterator[Claim]:
    """The strongest burst of a topic that is not among those `told`."""
    drawn = topics.over_time(reading)
    found = () if isinstance(drawn, Missing) else drawn.bursts
    for one in found:
        topic = topic_named(one.mark)
        if topic is not None and topic not in told:
            yield _burst(reading, asked, one, topic)
            return


def _burst(reading: Reading, asked: Asked, one: Burst, topic: int) -> Claim:
    when = span(one.start, one.end)
    shares = f"{words.share(one.here)} of the {reading.nouns} then, {words.share(one.usual)} over all the time"
    marks = [str(one.mark), "all"]
    rows = pd.DataFrame({"name": [when, "all the time"], "share": [one.here, one.usual], "mark": marks})
    chart = ranked_bars(
        rows,
        label="name",
        value=Measure("share", reading.nouns, "share"),
        title=f"How much is about {words.shorten(one.name, 60)}?",
        subtitle=f"Share of the dated {reading.nouns}{reading.rule}.",
        chosen=str(one.mark),
    )
    names = [f"{name} ({words.share(share)})" for name, share in zip(rows["name"], rows["share"], strict=True)]
    return Claim(
        line_of(f"{strong(one.name)} was written about far more than usual {_in(one)}: {shares}."),
        f"{reading.counted(one.n_articles)} then; a burst by Kleinberg’s automaton (2002).",
        Figure("burst", chart, rows, names, rows[["name", "share"]]),
        _quotes(reading, asked, one.mark, topic_phrases(reading, topic)),
        topic,
    )


def _in(one: Burst) -> str:
    is_day = (one.end - one.start).days == 1
    return f"{'on' if is_day else 'in'} {span(one.start, one.end)}"


def name_in_most(reading: Reading, asked: Asked) -> Iterator[Claim]:
    """The name or phrase that more articles hold than any other one."""
    figure = terms.names_and_phrases(reading, most=_SHOWN)
    rows = figure.rows
    if len(rows) < 2 or rows["n_tokens"].iloc[0] < 2 or not _leads(rows["n_articles"]):
        return
    first = rows.iloc[0]
    of = f"{first['n_articles']:,} of {reading.counted(len(reading.articles))}"
    mark = Mark.parse(first["mark"])
    yield Claim(
        line_of(f"{strong(first['written'])} stands in more {reading.nouns} than any other name or phrase: {of}."),
        f"A count, in headline and body; the next has {rows['n_articles'].iloc[1]:,}.",
        figure,
        _quotes(reading, asked, mark, phrases_behind(reading.bundle, mark)) if mark else (),
    )


def largest_topic(reading: Reading, asked: Asked) -> Iterator[Claim]:
    """The topic with more articles than any other."""
    drawn = topics.sizes(reading, most=_SHOWN)
    rows = reading.topics[reading.topics["topic_id"] >= 0].sort_values("n_articles", ascending=False, kind="stable")
    if isinstance(drawn, Missing) or len(rows) < 2 or not _leads(rows["n_articles"]):
        return
    first = rows.iloc[0]
    of = f"{first['n_articles']:,} of {reading.counted(len(reading.articles))} ({words.share(first['share'])})"
    topic = int(first["topic_id"])
    yield Claim(
        line_of(f"{strong(first['label'])} is the largest topic: {of}."),
        f"A count; the next topic has {rows['n_articles'].iloc[1]:,}. How topics are found is told under Methods.",
        drawn,
        _quotes(reading, asked, Mark("topic", str(topic)), topic_phrases(reading, topic)),
        topic,
    )


def _leads(counts: pd.Series) -> bool:
    """Whether the first of `counts` is above all others, and no accident of a few."""
    return bool(counts.iloc[0] > counts.iloc[1] and counts.iloc[0] >= _FEWEST)


def _quotes(reading: Reading, asked: Asked, mark: Mark, sought: Sought) -> tuple[Quote, ...]:
    behind = reading.behind(mark).sort_values(["day", "article_id"])
    return telling(reading, behind, sought, asked, _QUOTES)

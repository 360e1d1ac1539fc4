"""Differences: what stands out on the overview, with what each compares; a test tells them from chance.

One of them, the story that most articles carry, is a count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pandas as pd

from analysis.marks import Mark
from analysis.stand_outs import StandOut
from analysis.summaries import outlets_of
from analysis.tone_summaries import tone_by
from charts import Measure, dot_ranges, ranked_bars
from charts.numbers import number_text
from figures import stand_outs, words
from figures.figure import Figure
from figures.mark_values import days_of, topic_named
from figures.reading import Reading
from report.asked import Asked
from report.document import Quote
from report.findings.claim import Claim, line_of, strong
from report.quoting import strongest, telling, topic_phrases

_QUOTES = 1
_MOST_OUTLETS = 5


def differences(reading: Reading, asked: Asked) -> Iterator[Claim]:
    """What stands out of the selection, at most one of a kind."""
    for one in stand_outs.found(reading):
        topic = topic_named(one.mark)
        yield Claim(
            line_of(stand_outs.said(reading, one, strong)),
            basis(reading, one),
            _FIGURES[one.kind](reading, one),
            _quotes(reading, asked, one),
            -1 if topic is None else topic,
        )


def basis(reading: Reading, one: StandOut) -> str:
    """What carries it: the counts that are compared and the test that tells them from chance."""
    if one.kind == "story":
        return "A count: these articles hold 60 % or more of the runs of three words of one text."
    test = "Welch’s" if one.kind.startswith("tone") else "the two-proportion"
    z = f"z = {number_text(one.z, 'ratio')} by {test} test."
    if one.kind.startswith("tone"):
        rows = _tones(reading, one)
        counts = " and ".join(f"{n:,}" for n in rows["n_articles"])
        return f"Means of {counts} scored {reading.nouns}; {z}"
    rows = _shares(reading, one)
    counts = " against ".join(f"{on:,} of {of:,}" for on, of in zip(rows["n_on"], rows["n_articles"], strict=True))
    return f"{counts} {reading.nouns}; {z}"


def _shares(reading: Reading, one: StandOut) -> pd.DataFrame:
    """The group and all others: name, n_on (that are on the topic), n_articles, share, mark."""
    group, topic = one.mark.group or one.mark, topic_named(one.mark)
    base = reading.with_shown_topic
    base = base[base["day" if group.kind == "days" else "outlet"].notna()]
    inside = base.index.isin(reading.behind(group).index)
    on_topic = base["topic_id"] == topic
    sizes = [int(inside.sum()), int((~inside).sum())]
    on = [int((on_topic & inside).sum()), int((on_topic & ~inside).sum())]
    return pd.DataFrame(
        {
            "name": _names(group),
            "n_on": on,
            "n_articles": sizes,
            "share": [part / size for part, size in zip(on, sizes, strict=True)],
            "mark": [str(one.mark), "others"],
        }
    )


def _names(group: Mark) -> list[str]:
    if group.kind == "days":
        return [words.days(*days_of(group)), "all other days"]
    return [words.outlet(group.value), words.OTHER_OUTLETS]


def _share_figure(reading: Reading, one: StandOut) -> Figure:
    rows = _shares(reading, one)
    topic = reading.topic_names.get(topic_named(one.mark) or 0, "?")
    chart = ranked_bars(
        rows,
        label="name",
        value=Measure("share", reading.nouns, "share"),
        title=f"How much is about {words.shorten(topic, 60)}?",
        subtitle=f"Share of the {reading.nouns}{reading.rule}.",
        chosen=str(one.mark),
    )
    names = [f"{name} ({words.share(share)})" for name, share in zip(rows["name"], rows["share"], strict=True)]
    columns = {"name": "of", "n_on": "on the topic", "n_articles": reading.nouns, "share": "share"}
    return Figure("shares", chart, rows, names, rows[list(columns)].rename(columns=columns))


def _tones(reading: Reading, one: StandOut) -> pd.DataFrame:
    """The group and all others: name, polarity, low, high, n_articles, mark."""
    column = "topic_id" if one.kind == "tone of a topic" else "outlet"
    base = reading.with_shown_topic
    base = base[base["topic_id"] >= 0] if column == "topic_id" else base[base["outlet"].notna()]
    inside = base.index.isin(reading.behind(one.mark).index)
    topic = topic_named(one.mark)
    name = one.mark.value if topic is None else reading.topic_names.get(topic, "?")
    others = words.OTHER_OUTLETS if topic is None else "Other topics"
    # By a sign that sorts: two groups may have one name.
    rows = tone_by(base.assign(group=(~inside).astype(int)), "group").sort_values("group", ignore_index=True)
    return rows.assign(name=[name, others], mark=[str(one.mark), "others"])


def _tone_figure(reading: Reading, one: StandOut) -> Figure:
    rows = _tones(reading, one)
    chart = dot_ranges(
        rows.rename(columns={"n_articles": "n"}),
        label="name",
        value=Measure("polarity", "tone", "signed"),
        title="How do they sound?",
        subtitle=f"Mean tone of the {reading.nouns}{reading.rule}, −1 to +1, and its 95 % interval.",
    )
    names = [f"{name} ({words.tone(tone)})" for name, tone in zip(rows["name"], rows["polarity"], strict=True)]
    columns = {"name": "of", "polarity": "tone", "low": "from", "high": "to", "n_articles": reading.nouns}
    return Figure("tones", chart, rows, names, rows[list(columns)].rename(columns=columns))


def _story_figure(reading: Reading, one: StandOut) -> Figure:
    rows = outlets_of(reading.behind(one.mark))
    shown = rows.head(_MOST_OUTLETS).assign(name=rows["outlet"].map(words.outlet))
    cut = f" The first {len(shown)} of {len(rows)}." if len(rows) > len(shown) else ""
    chart = ranked_bars(
        shown,
        label="name",
        value=Measure("n_articles", "articles"),
        title="Who carried it?",
        subtitle=f"Articles with this text, by outlet, n = {one.n_articles:,}.{cut}",
    )
    names = [f"{name} ({n:,})" for name, n in zip(shown["name"], shown["n_articles"], strict=True)]
    return Figure("carriers", chart, shown, names, shown[["name", "n_articles"]])


_FIGURES: Mapping[str, Callable[[Reading, StandOut], Figure]] = {
    "topic in time": _share_figure,
    "topic of an outlet": _share_figure,
    "tone of a topic": _tone_figure,
    "tone of an outlet": _tone_figure,
    "story": _story_figure,
}


def _quotes(reading: Reading, asked: Asked, one: StandOut) -> tuple[Quote, ...]:
    behind = reading.behind(one.mark)
    if one.kind.startswith("tone"):
        return strongest(reading, behind, 1 if one.here > one.elsewhere else -1, asked, _QUOTES)
    if one.kind == "story":
        return telling(reading, behind[behind["is_original"]], (), asked, _QUOTES)
    topic = topic_named(one.mark)
    sought = topic_phrases(reading, -1 if topic is None else topic)
    return telling(reading, behind.sort_values(["day", "article_id"]), sought, asked, _QUOTES)

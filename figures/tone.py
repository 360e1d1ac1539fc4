"""Tone: how the articles sound, and where that differs."""

from __future__ import annotations

import pandas as pd

from analysis.marks import Mark
from analysis.periods import unit_for
from analysis.tone_summaries import by_tone, parts_toned, periods_toned, tone_by, voices_toned
from charts import Measure, dot_ranges
from charts import distribution as columns_of
from charts.numbers import Style
from figures import periods, words
from figures.drawing import drawn_once
from figures.figure import Drawn, Figure, Missing
from figures.reading import Reading

_MOST_PERIODS = 24

_ONE_OUTLET = Missing(
    "Fewer than two outlets have an article here whose tone is scored, so that outlets cannot be compared."
)
_ONE_TOPIC = Missing(
    "Fewer than two topics have an article here whose tone is scored, so that topics cannot be compared."
)
_ONE_PERIOD = Missing("All dated articles here are of one period, so that no change of tone can be seen.")


@drawn_once
def distribution(reading: Reading, *, chosen: str | None = None) -> Figure:
    """How many articles there are at each tone."""
    rows = by_tone(reading.articles)
    scored = reading.articles["polarity"].dropna()
    unscored = len(reading.articles) - len(scored)
    noted = f"; {reading.counted(unscored)} not scored" if unscored else ""
    nouns = reading.nouns
    chart = columns_of(
        rows.assign(tone=(rows["low"] + rows["high"]) / 2),
        value=reading.measure,
        title="How do they sound?",
        subtitle=f"{nouns.capitalize()} by tone{reading.rule}, the mean over sentences, n = {len(scored):,}{noted}.",
        chosen=chosen,
        median=float(scored.median()) if len(scored) else None,
    )
    names = [f"{words.tone(row.low)} to {words.tone(row.high)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows[["low", "high", "n_articles"]].rename(columns={"low": "from", "high": "to", "n_articles": nouns})
    return Figure("tone", chart, rows, names, table, styles={"from": "signed", "to": "signed"})


@drawn_once
def by_outlet(reading: Reading, *, chosen: str | None = None) -> Drawn:
    """The mean tone of each outlet with its interval."""
    rows = tone_by(reading.articles, "outlet").rename(columns={"outlet": "name"})
    rows["mark"] = [str(Mark("scored-outlet", outlet)) for outlet in rows["name"]]
    if len(rows) < 2:
        return _ONE_OUTLET
    without = _not_shown(reading, reading.articles["outlet"].isna(), "without an outlet")
    return _ranges(reading, rows, "outlet_tone", "Do outlets sound different?", without, chosen)


@drawn_once
def by_topic(reading: Reading, *, chosen: str | None = None) -> Drawn:
    """The mean tone of each topic with its interval."""
    rows = tone_by(reading.with_shown_topic[reading.with_shown_topic["topic_id"] >= 0], "topic_id")
    rows["mark"] = [str(Mark("scored-topic", str(topic))) for topic in rows["topic_id"]]
    rows["name"] = rows.pop("topic_id").map(reading.topic_names)
    if len(rows) < 2:
        return _ONE_TOPIC
    without = _not_shown(reading, reading.articles["topic_id"] < 0, "without a topic")
    return _ranges(reading, rows, "topic_tone", "Do topics sound different?", without, chosen)


@drawn_once
def over_time(reading: Reading, *, chosen: str | None = None) -> Drawn:
    """The mean tone of each day, week, month or year with its interval."""
    rows = periods_toned(reading.articles, unit_for(reading.covered_days, _MOST_PERIODS), reading.covered_days)
    rows["name"] = [periods.span(row.start, row.end) + " (in part)" * row.is_partial for row in rows.itertuples()]
    noted = _not_shown(reading, reading.articles["day"].isna(), "without a date")
    noted += "; “in part”: the articles begin or end within it" if rows["is_partial"].any() else ""
    if len(rows) < 2:
        return _ONE_PERIOD if len(rows) else periods.UNDATED
    rows = rows.drop(columns=["start", "end", "is_partial"])
    return _ranges(reading, rows, "period_tone", "Did the tone change?", noted, chosen)


@drawn_once
def by_voice(reading: Reading, *, chosen: str | None = None) -> Figure:
    """The mean tone of headlines, of quoted speech and of the reporters' own voice, each with its interval."""
    rows = voices_toned(reading.bundle, reading.articles)
    rows["name"] = rows.pop("voice").map(words.VOICES)
    return _ranges(reading, rows, "voice_tone", "Do headlines, quotes and reporters sound different?", "", chosen)


@drawn_once
def along(reading: Reading, *, chosen: str | None = None) -> Figure:
    """The mean tone of each tenth of the articles, from their beginning to their end."""
    rows = parts_toned(reading.bundle, reading.articles)
    rows["name"] = rows.pop("part").map(words.part)
    return _ranges(reading, rows, "course_tone", "Does the tone change within articles?", "", chosen)


def _not_shown(reading: Reading, is_left_out: pd.Series, why: str) -> str:
    """How many of the scored articles have no place in a chart, and why; empty for none."""
    n_left_out = int((is_left_out & reading.articles["polarity"].notna()).sum())
    return f"; {reading.counted(n_left_out)} {why} not shown" if n_left_out else ""


def _ranges(reading: Reading, rows: pd.DataFrame, key: str, title: str, noted: str, chosen: str | None) -> Figure:
    n_scored = int(reading.articles["polarity"].notna().sum())
    chart = dot_ranges(
        rows.rename(columns={"n_articles": "n"}),
        label="name",
        value=Measure("polarity", "tone", "signed"),
        title=title,
        subtitle=(
            f"Mean tone of the {reading.nouns}{reading.rule}, by sentence, −1 to +1, and its 95 % interval "
            f"(bootstrap, from 500 {reading.nouns} on normal), n = {n_scored:,}{noted}."
        ),
        chosen=chosen,
    )
    names = [f"{name} ({n:,})" for name, n in zip(rows["name"], rows["n_articles"], strict=True)]
    columns = {"name": "of", "polarity": "tone", "low": "from", "high": "to", "n_articles": reading.nouns}
    signed: dict[str, Style] = dict.fromkeys(("tone", "from", "to"), "signed")
    return Figure(key, chart, rows, names, rows[list(columns)].rename(columns=columns), styles=signed)

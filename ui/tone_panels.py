"""Tone panels: each one figure of how the articles sound, on whatever page it stands."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.marks import Mark
from analysis.periods import unit_for
from analysis.tone_summaries import by_tone, parts_toned, periods_toned, tone_by, voices_toned
from charts import Measure, distribution, dot_ranges
from charts.numbers import Style
from ui import panels, words
from ui.figure import Figure, show
from ui.panels import chosen_name, counted, span
from ui.view import View

_MOST_TONES = 24

# What stands where there are not two groups to compare.
_TOO_FEW = {
    "outlets": "Fewer than two outlets have an article here whose tone is scored, so that outlets cannot be compared.",
    "topics": "Fewer than two topics have an article here whose tone is scored, so that topics cannot be compared.",
    "periods": "All dated articles here are of one period, so that no change of tone can be seen.",
}


def tone(view: View, *, key: str = "tone") -> None:
    """How many articles there are at each tone."""
    rows = by_tone(view.articles)
    scored = view.articles["polarity"].dropna()
    unscored = len(view.articles) - len(scored)
    noted = f"; {view.counted(unscored)} not scored" if unscored else ""
    chart = distribution(
        rows.assign(tone=(rows["low"] + rows["high"]) / 2),
        value=counted(view),
        title="How do they sound?",
        subtitle=f"{view.nouns.capitalize()} by tone{view.rule}, the mean over sentences, n = {len(scored):,}{noted}.",
        chosen=chosen_name(),
        median=float(scored.median()) if len(scored) else None,
    )
    names = [f"{words.tone(row.low)} to {words.tone(row.high)} ({row.n_articles:,})" for row in rows.itertuples()]
    table = rows[["low", "high", "n_articles"]].rename(columns={"low": "from", "high": "to", "n_articles": view.nouns})
    show(view, Figure(key, chart, rows, names, table, styles={"from": "signed", "to": "signed"}))


def tone_by_outlet(view: View, *, key: str = "outlet_tone") -> None:
    """The mean tone of each outlet with its interval."""
    rows = tone_by(view.articles, "outlet")
    rows["mark"] = [str(Mark("scored-outlet", outlet)) for outlet in rows["outlet"]]
    if len(rows) < 2:
        st.info(_TOO_FEW["outlets"])
        return
    without = _not_shown(view, view.articles["outlet"].isna(), "without an outlet")
    rows = rows.rename(columns={"outlet": "name"})
    _tone_ranges(view, rows, "Do outlets sound different?", key, noted=without)


def tone_by_topic(view: View, *, key: str = "topic_tone") -> None:
    """The mean tone of each topic with its interval."""
    rows = tone_by(view.with_shown_topic[view.with_shown_topic["topic_id"] >= 0], "topic_id")
    rows["mark"] = [str(Mark("scored-topic", str(topic))) for topic in rows["topic_id"]]
    rows["name"] = rows.pop("topic_id").map(view.topic_names)
    if len(rows) < 2:
        st.info(_TOO_FEW["topics"])
        return
    without = _not_shown(view, view.articles["topic_id"] < 0, "without a topic")
    _tone_ranges(view, rows, "Do topics sound different?", key, noted=without)


def tone_over_time(view: View, *, key: str = "period_tone") -> None:
    """The mean tone of each day, week, month or year with its interval."""
    rows = periods_toned(view.articles, unit_for(view.covered_days, _MOST_TONES), view.covered_days)
    rows["name"] = [span(row.start, row.end) + " (in part)" * row.is_partial for row in rows.itertuples()]
    noted = _not_shown(view, view.articles["day"].isna(), "without a date")
    noted += "; “in part”: the articles begin or end within it" if rows["is_partial"].any() else ""
    rows = rows.drop(columns=["start", "end", "is_partial"])
    if len(rows) < 2:
        st.info(_TOO_FEW["periods"] if len(rows) else panels.UNDATED)
        return
    _tone_ranges(view, rows, "Did the tone change?", key, noted=noted)


def tone_by_voice(view: View, *, key: str = "voice_tone") -> None:
    """The mean tone of headlines, of quoted speech and of the reporters' own voice, each with its interval."""
    rows = voices_toned(view.bundle, view.articles)
    rows["name"] = rows.pop("voice").map(words.VOICES)
    _tone_ranges(view, rows, "Do headlines, quotes and reporters sound different?", key)


def tone_along(view: View, *, key: str = "course_tone") -> None:
    """The mean tone of each tenth of the articles, from their beginning to their end."""
    rows = parts_toned(view.bundle, view.articles)
    rows["name"] = rows.pop("part").map(words.part)
    _tone_ranges(view, rows, "Does the tone change within articles?", key)


def _not_shown(view: View, is_left_out: pd.Series, why: str) -> str:
    """How many of the scored articles have no place in a chart, and why; empty for none."""
    n_left_out = int((is_left_out & view.articles["polarity"].notna()).sum())
    return f"; {view.counted(n_left_out)} {why} not shown" if n_left_out else ""


def _tone_ranges(view: View, rows: pd.DataFrame, title: str, key: str, *, noted: str = "") -> None:
    n_scored = int(view.articles["polarity"].notna().sum())
    chart = dot_ranges(
        rows.rename(columns={"n_articles": "n"}),
        label="name",
        value=Measure("polarity", "tone", "signed"),
        title=title,
        subtitle=(
            f"Mean tone of the {view.nouns}{view.rule}, by sentence, −1 to +1, and its 95 % interval "
            f"(bootstrap, from 500 {view.nouns} on normal), n = {n_scored:,}{noted}."
        ),
        chosen=chosen_name(),
    )
    names = [f"{row.name_} ({row.n_articles:,})" for row in rows.rename(columns={"name": "name_"}).itertuples()]
    columns = {"name": "of", "polarity": "tone", "low": "from", "high": "to", "n_articles": view.nouns}
    signed: dict[str, Style] = dict.fromkeys(("tone", "from", "to"), "signed")
    table = rows[list(columns)].rename(columns=columns)
    show(view, Figure(key, chart, rows, names, table, styles=signed))

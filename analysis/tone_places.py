"""Tone places: where in an article a tone stands, in its course and by who speaks."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.steps.sentiment import SENTENCES, SENTIMENT

# Tenths of a text: its lead is in the first of nearly every article, and each holds a sentence of most.
N_PARTS = 10

# Who speaks, with the column that has the tone of it.
VOICES: Mapping[str, str] = {
    "headline": "headline_polarity",
    "quoted": "quoted_polarity",
    "own-voice": "own_voice_polarity",
}


def voices_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The tone of each voice in each of `articles`: article_id, voice, polarity; no row where it is not scored."""
    scores = bundle.frame(SENTIMENT, ["article_id", *VOICES.values()])
    scores = scores[scores["article_id"].isin(articles["article_id"])]
    by_voice = scores.rename(columns={column: voice for voice, column in VOICES.items()})
    return by_voice.melt("article_id", var_name="voice", value_name="polarity").dropna(subset="polarity")


def parts_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The mean tone of each tenth of each of `articles`: article_id, part (from 0), polarity.

    A sentence belongs to the tenth of the text, by characters, in which its middle stands; a tenth without a
    scored sentence has no row, and neither has an article that is not scored.
    """
    scores = bundle.frame(SENTENCES, ["article_id", "start", "end", "polarity"])
    wanted = articles.loc[articles["polarity"].notna(), "article_id"]
    scores = scores[scores["article_id"].isin(wanted)]
    scored = scores.assign(part=part_of(scores)).dropna(subset="polarity")
    return scored.groupby(["article_id", "part"], as_index=False)["polarity"].mean()


def part_of(sentences: pd.DataFrame) -> pd.Series[int]:
    """The tenth of its article, from 0, in which the middle of each of `sentences` stands; all of an article's."""
    length = sentences.groupby("article_id")["end"].transform("max")
    middle = (sentences["start"] + sentences["end"]) / 2
    # The middle of the last sentence is before the end, so that no part is beyond the last.
    return np.floor(N_PARTS * middle / length).astype(int)


def with_voice(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """Which of `articles` have a tone of the voice `value`."""
    column = VOICES.get(value)
    if column is None:
        return pd.Series(False, articles.index)
    scored = bundle.frame(SENTIMENT, ["article_id", column]).dropna(subset=column)
    return articles["article_id"].isin(scored["article_id"])


def with_part(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """Which of `articles` have a scored sentence in the tenth `value`, from 0."""
    parts = parts_of(bundle, articles)
    return articles["article_id"].isin(parts.loc[parts["part"].astype(str) == value, "article_id"])

"""Tone places: where in an article a tone stands, in its course and by who speaks."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.articles import ARTICLES
from analysis.bundle import Bundle
from analysis.steps.sentiment import SENTENCES, SENTIMENT

Rows = npt.NDArray[np.int64]

# Tenths of a text: its lead is in the first of nearly every article, and each holds a sentence of most.
N_PARTS = 10

# Who speaks, with the column that has the tone of it.
VOICES: Mapping[str, str] = {
    "headline": "headline_polarity",
    "quoted": "quoted_polarity",
    "own-voice": "own_voice_polarity",
}


def voices_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The tone of each voice in each of `articles`: row, voice, polarity; no row where it is not scored."""
    scores = bundle.frame(SENTIMENT, list(VOICES.values())).iloc[articles.index]
    by_voice = scores.rename(columns={column: voice for voice, column in VOICES.items()}).rename_axis("row")
    return by_voice.reset_index().melt("row", var_name="voice", value_name="polarity").dropna(subset="polarity")


def parts_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The mean tone of each tenth of each of `articles`: row, part (from 0), polarity.

    A sentence belongs to the tenth of the text, by characters, in which its middle stands; a tenth without a
    scored sentence has no row, and neither has an article that is not scored.
    """
    scores = bundle.frame(SENTENCES, ["start", "end", "polarity"])
    rows = sentence_rows(bundle)
    wanted = np.zeros(bundle.counts["articles"], bool)
    wanted[articles.index[articles["polarity"].notna()]] = True
    polarity = scores["polarity"].to_numpy(float)
    counted = wanted[rows] & ~np.isnan(polarity)
    cells = N_PARTS * rows[counted] + part_of(scores, rows)[counted]
    n_cells = N_PARTS * len(wanted)
    found = np.flatnonzero(sizes := np.bincount(cells, minlength=n_cells))
    means = np.bincount(cells, polarity[counted], n_cells)[found] / sizes[found]
    return pd.DataFrame({"row": found // N_PARTS, "part": found % N_PARTS, "polarity": means})


def extremes_of(bundle: Bundle, articles: pd.DataFrame, most: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The `most` most negative sentences of `articles`, lowest first, and as many most positive, highest first.

    Columns: row, sentence_number, start, end, polarity, polarity_vader. Scores end at -1 and 1: of those that reach it,
    the ones come first that plain VADER finds strongest too.
    """
    columns = ["sentence_number", "start", "end", "polarity", "polarity_vader"]
    scores = bundle.frame(SENTENCES, columns).assign(row=sentence_rows(bundle))
    wanted = np.zeros(bundle.counts["articles"], bool)
    wanted[articles.index] = True
    scores = scores[wanted[scores["row"]] & scores["polarity"].notna()]
    ends = []
    for sign in (1, -1):
        strength = sign * scores["polarity"].to_numpy(float)
        # All that are as strong as the last of them: only these are sorted.
        last = np.partition(strength, most - 1)[most - 1] if len(strength) > most else np.inf
        order = ["polarity", "polarity_vader", "row", "sentence_number"]
        ends.append(scores[strength <= last].sort_values(order, ascending=sign > 0).head(most))
    return ends[0], ends[1]


def sentence_rows(bundle: Bundle) -> Rows:
    """The row in `articles` of each sentence, in the order of the table `sentences`."""
    n_sentences = bundle.frame(ARTICLES, ["n_sentences"])["n_sentences"].to_numpy()
    return np.repeat(np.arange(len(n_sentences), dtype=np.int64), n_sentences)


def part_of(sentences: pd.DataFrame, rows: Rows) -> Rows:
    """The tenth of its article, from 0, in which the middle of each of `sentences` stands.

    `sentences` are all of each article, in order; `rows` says which article each is of.
    """
    ends = sentences["end"].to_numpy(np.int64)
    lengths = np.zeros(int(rows.max(initial=-1)) + 1, np.int64)
    np.maximum.at(lengths, rows, ends)
    # The middle of the last sentence is before the end, so that no part is beyond the last.
    middles_twice: Rows = sentences["start"].to_numpy(np.int64) + ends
    return N_PARTS * middles_twice // (2 * lengths[rows])


def with_voice(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """Which of `articles` have a tone of the voice `value`."""
    column = VOICES.get(value)
    if column is None:
        return pd.Series(False, articles.index)
    return bundle.frame(SENTIMENT, [column])[column].iloc[articles.index].notna().set_axis(articles.index)


def with_part(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """Which of `articles` have a scored sentence in the tenth `value`, from 0."""
    parts = parts_of(bundle, articles)
    return articles.index.to_series().isin(parts.loc[parts["part"].astype(str) == value, "row"])

"""Tone places: where in an article a tone stands, in its course and by who speaks."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.articles import ARTICLES
from analysis.bundle import Bundle
from analysis.steps.sentiment import SENTENCES, SENTIMENT

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

# Tenths of a text: its lead is in the first of nearly every article, and each holds a sentence of most.
N_PARTS = 10

# So many of the strongest sentences are looked at first, before more are.
_LOOKED_AT = 4_096

# Who speaks, with the column that has the tone of it.
VOICES: Mapping[str, str] = {
    "headline": "headline_polarity",
    "quoted": "quoted_polarity",
    "own-voice": "own_voice_polarity",
}


def voices_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The tone of each voice in each of `articles`: row, voice, polarity; no row where it is not scored."""
    scores = bundle.once(_voices).iloc[articles.index]
    by_voice = scores.rename(columns={column: voice for voice, column in VOICES.items()}).rename_axis("row")
    return by_voice.reset_index().melt("row", var_name="voice", value_name="polarity").dropna(subset="polarity")


def _voices(bundle: Bundle) -> pd.DataFrame:
    return bundle.frame(SENTIMENT, list(VOICES.values()))


def parts_of(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """The mean tone of each tenth of each of `articles`: row, part (from 0), polarity.

    A sentence belongs to the tenth of the text, by characters, in which its middle stands; a tenth without a
    scored sentence has no row, and neither has an article that is not scored.
    """
    rows = articles.index[articles["polarity"].notna()].to_numpy()
    # Row by row, however the articles are sorted.
    means = bundle.once(_mean_parts)[np.sort(rows)]
    places = np.flatnonzero(~np.isnan(means))
    return pd.DataFrame(
        {
            "row": np.sort(rows)[places // N_PARTS],
            "part": places % N_PARTS,
            "polarity": means.ravel()[places],
        }
    )


def _mean_parts(bundle: Bundle) -> Floats:
    """The mean tone of each tenth (a column) of each article (a row); NaN where no sentence is scored."""
    scores = bundle.frame(SENTENCES, ["start", "end", "polarity"])
    rows = sentence_rows(bundle)
    polarity = scores["polarity"].to_numpy(float)
    counted = ~np.isnan(polarity)
    cells = N_PARTS * rows[counted] + part_of(scores, rows)[counted]
    n_cells = N_PARTS * int(bundle.counts["articles"])
    sizes = np.bincount(cells, minlength=n_cells)
    with np.errstate(invalid="ignore"):
        means: Floats = np.bincount(cells, polarity[counted], n_cells) / sizes
    return means.reshape(-1, N_PARTS)


def extremes_of(bundle: Bundle, articles: pd.DataFrame, most: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The `most` most negative sentences of `articles`, lowest first, and as many most positive, highest first.

    Columns: row, sentence_number, start, end, polarity, polarity_vader. Scores end at -1 and 1: of those that reach it,
    the ones come first that plain VADER finds strongest too.
    """
    scores = bundle.once(_by_polarity)
    wanted = np.zeros(bundle.counts["articles"], bool)
    wanted[articles.index] = True
    rows = scores["row"].to_numpy()
    return scores.iloc[_first_wanted(wanted, rows, most)], scores.iloc[_first_wanted(wanted, rows, most, -1)]


def _by_polarity(bundle: Bundle) -> pd.DataFrame:
    """The scored sentences, the most negative first: row, sentence_number, start, end, polarity, polarity_vader."""
    columns = ["sentence_number", "start", "end", "polarity", "polarity_vader"]
    scores = bundle.frame(SENTENCES, columns).assign(row=sentence_rows(bundle).astype(np.int32))
    order = ["polarity", "polarity_vader", "row", "sentence_number"]
    return scores[scores["polarity"].notna()].sort_values(order)


def _first_wanted(wanted: npt.NDArray[np.bool_], rows: Rows, most: int, step: int = 1) -> Rows:
    """The places of the first `most` of `rows` that are wanted; from the end where `step` is -1."""
    length = _LOOKED_AT
    while True:
        places = np.arange(len(rows))[::step][:length]
        found = places[wanted[rows[places]]][:most]
        if len(found) == most or length >= len(rows):
            return found
        length *= 8


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
    return bundle.once(_voices)[column].iloc[articles.index].notna().set_axis(articles.index)


def with_part(bundle: Bundle, articles: pd.DataFrame, value: str) -> pd.Series[bool]:
    """Which of `articles` have a scored sentence in the tenth `value`, from 0."""
    parts = parts_of(bundle, articles)
    return articles.index.to_series().isin(parts.loc[parts["part"].astype(str) == value, "row"])

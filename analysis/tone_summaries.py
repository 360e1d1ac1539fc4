"""Tone summaries: how articles sound, as frames; every row has the mark that opens what it counts."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pandas as pd

from analysis.bundle import Bundle
from analysis.marks import Mark, days_mark, tone_mark
from analysis.periods import FREQUENCIES, Unit
from analysis.tone_places import VOICES, parts_of, voices_of

_TONE_STEP = 0.1
_RESAMPLES = 1_000
# The means of so many resampled scores are normal but for less than the noise of a thousand resamples.
_NORMAL_FROM = 500
_WITHIN = NormalDist().inv_cdf(0.975)


def by_tone(articles: pd.DataFrame) -> pd.DataFrame:
    """Scored articles by polarity in steps of 0.1, over the range that occurs: low, high, n_articles, mark."""
    scores = articles["polarity"].dropna().to_numpy(float)
    if not len(scores):
        return pd.DataFrame({"low": [], "high": [], "n_articles": [], "mark": []})
    # The same comparisons as a mark makes, so that a column and its list cannot disagree.
    edges = np.round(np.arange(-10, 11) * _TONE_STEP, 1)
    place = np.clip(np.searchsorted(edges, scores, side="right") - 1, 0, len(edges) - 2)
    counts = np.bincount(place, minlength=len(edges) - 1)
    shown = range(place.min(), place.max() + 1)
    return pd.DataFrame(
        {
            "low": [edges[n] for n in shown],
            "high": [edges[n + 1] for n in shown],
            "n_articles": [int(counts[n]) for n in shown],
            "mark": [str(tone_mark(edges[n], edges[n + 1])) for n in shown],
        }
    )


def tone_by(articles: pd.DataFrame, group: str) -> pd.DataFrame:
    """Mean polarity of the scored articles of each value of the column `group`, lowest first.

    Columns: `group`, polarity, low, high, n_articles. Low and high bound the middle 95 % of the means of
    1,000 resamples of the articles (Efron's percentile bootstrap, seeded), from 500 articles on of the normal
    distribution that these means come to; null for fewer than three.
    """
    scored = articles[articles["polarity"].notna() & articles[group].notna()]
    random = np.random.default_rng(0)
    rows = []
    for value, scores in scored.groupby(group, sort=True)["polarity"]:
        low, high = _interval(scores.to_numpy(float), random)
        rows.append((value, float(scores.mean()), low, high, len(scores)))
    found = pd.DataFrame(rows, columns=[group, "polarity", "low", "high", "n_articles"])
    return found.sort_values(["polarity", group], ignore_index=True)


def periods_toned(articles: pd.DataFrame, unit: Unit, covered: pd.Series | None = None) -> pd.DataFrame:
    """Mean polarity of the scored and dated articles of each period that has some, the first period first.

    `covered` are the days that could have had articles, by default those of `articles`. Columns: start, end
    (exclusive), polarity, low, high (as `tone_by`), n_articles, is_partial (it reaches beyond `covered`), mark.
    """
    dated = articles[articles["day"].notna()]
    periods = dated["day"].dt.to_period(FREQUENCIES[unit])
    found = tone_by(dated.assign(period=periods.dt.start_time), "period").sort_values("period", ignore_index=True)
    # Without a row the column of the groups has no type.
    found = found.rename(columns={"period": "start"}).astype({"start": "datetime64[ns]"})
    lasts = found["start"].dt.to_period(FREQUENCIES[unit]).dt.end_time.dt.normalize()
    days = [days_mark(first.date(), last.date()) for first, last in zip(found["start"], lasts, strict=True)]
    covered = dated["day"] if covered is None else covered.dropna()
    return found.assign(
        end=lasts + pd.Timedelta(days=1),
        is_partial=(found["start"] < covered.min()) | (lasts > covered.max()),
        mark=[f"scored-{mark}" for mark in days],
    )


def voices_toned(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """Mean polarity of headlines, quoted speech and the reporters' own voice over `articles`, in this order.

    Columns: voice, polarity, low, high (as `tone_by`), n_articles, mark.
    """
    found = tone_by(voices_of(bundle, articles), "voice")
    found = found.sort_values("voice", key=lambda voices: voices.map(list(VOICES).index), ignore_index=True)
    return found.assign(mark=[str(Mark("voice", voice)) for voice in found["voice"]])


def parts_toned(bundle: Bundle, articles: pd.DataFrame) -> pd.DataFrame:
    """Mean polarity of each tenth of the scored ones of `articles`, from their first to their last.

    An article counts once in each tenth that has a scored sentence, by the mean of these. Columns: part (from 0),
    polarity, low, high (as `tone_by`), n_articles, mark.
    """
    found = tone_by(parts_of(bundle, articles), "part").sort_values("part", ignore_index=True)
    return found.assign(mark=[str(Mark("part", str(part))) for part in found["part"]])


def _interval(scores: np.ndarray[tuple[int], np.dtype[np.float64]], random: np.random.Generator) -> tuple[float, float]:
    if len(scores) < 3:
        return np.nan, np.nan
    if len(scores) >= _NORMAL_FROM:
        mean, reach = float(scores.mean()), _WITHIN * float(scores.std()) / math.sqrt(len(scores))
        return mean - reach, mean + reach
    means = random.choice(scores, (_RESAMPLES, len(scores))).mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)

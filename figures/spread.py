"""Spread: when and in which outlets a term comes up."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.marks import Mark
from analysis.selection import NONE
from charts import Measure, strips
from figures import words
from figures.figure import Figure
from figures.reading import Reading
from figures.stated import scope_behind

_MOST_STRIPS = 12
# A drawing of more lines gets slow, and nobody could hit one of them.
_MOST_LINES = 1_500
_LONGEST_NAME = 60


def spread(reading: Reading, held: pd.DataFrame, mark: Mark, *, chosen: str | None = None) -> Figure:
    """A line for each of the articles `held` that hold the term of `mark`, by day and outlet.

    `held` has, beside the columns of `articles_of`, n_occurrences: how often each holds it, null where that is unknown.
    """
    step = max(1, -(-len(held) // _MOST_LINES))
    drawn = _rows(held).iloc[::step]
    chart = strips(
        drawn,
        row="name",
        value=Measure("n_occurrences", "occurrences"),
        title=f"Where does “{mark.term}” come up?",
        subtitle=_subtitle(reading, held, step),
        chosen=chosen,
    )
    listed = drawn.sort_values(["day", "article_id"], na_position="last")
    columns = {"day": "date", "name": "outlet", "headline": "headline", "n_occurrences": "occurrences"}
    table = listed[list(columns)].rename(columns=columns)
    return Figure("lines", chart, listed, _names(listed), table, of=scope_behind(reading, mark, len(held)))


def _subtitle(reading: Reading, held: pd.DataFrame, step: int) -> str:
    cut = f", every {step}th by date is drawn" if step > 1 else ""
    n_undated = int(held["day"].isna().sum())
    undated = f"; {reading.counted(n_undated)} without a date at the right" if n_undated else ""
    return f"A line is one of {reading.counted(len(held))} that hold it{reading.rule}, at its date{undated}{cut}."


def _names(rows: pd.DataFrame) -> list[str]:
    """What to call each line; the occurrences of a word that is not counted, such as "the", are not known."""
    days = [words.day(day) for day in rows["day"]]
    known = ["" if pd.isna(n) else f" ({n:,.0f})" for n in rows["n_occurrences"]]
    told = zip(days, rows["headline"], known, strict=True)
    return [f"{day} · {words.shorten(headline, _LONGEST_NAME)}{number}" for day, headline, number in told]


def _rows(held: pd.DataFrame) -> pd.DataFrame:
    """A row a line, the outlets with most articles first; further ones share a strip."""
    outlets = held["outlet"].fillna(NONE)
    largest = outlets.value_counts().sort_index().sort_values(ascending=False, kind="stable").index.tolist()
    if len(largest) > _MOST_STRIPS:
        outlets = outlets.where(outlets.isin(largest[: _MOST_STRIPS - 1]), words.OTHER_OUTLETS)
        largest = [*largest[: _MOST_STRIPS - 1], words.OTHER_OUTLETS]
    names = outlets.replace({NONE: words.NO_OUTLET})
    ids = held["article_id"]
    rows = held.assign(
        mark="article:" + ids,
        name=names,
        total=names.map(names.value_counts()),
        headline=[
            words.title(headline, article_id) for headline, article_id in zip(held["headline"], ids, strict=True)
        ],
    )
    return rows.iloc[np.argsort(outlets.map(largest.index).to_numpy(), kind="stable")]

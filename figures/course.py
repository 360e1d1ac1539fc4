"""Course: how the tone runs through one article."""

from __future__ import annotations

import pandas as pd

from charts import Measure
from charts import course as columns_along
from figures import words
from figures.figure import Figure

_NOTE = "To choose a sentence without the chart, click it in the text, or walk there with the arrows."


def course(rows: pd.DataFrame, n_unscored: int, of: str, *, chosen: str | None = None) -> Figure:
    """A column a scored sentence.

    Args:
        rows: The scored sentences in their order: mark (its number), start and end as shares of the body, polarity,
            headline (its text).
        n_unscored: How many sentences are not scored.
        of: Which article it is.
        chosen: The mark that stands out.
    """
    noted = f"; {words.count(n_unscored, 'sentence')} without words of tone left blank" if n_unscored else ""
    chart = columns_along(
        rows,
        value=Measure("polarity", "tone", "signed"),
        title="How does the tone run through it?",
        subtitle=f"A column a scored sentence, as wide as it is long, −1 to +1, n = {len(rows):,}{noted}.",
        chosen=chosen,
    )
    told = zip(rows["headline"], rows["polarity"], strict=True)
    names = [f"{words.shorten(text, 80)} ({words.tone(tone)})" for text, tone in told]
    table = rows[["headline", "polarity"]].rename(columns={"headline": "sentence", "polarity": "tone"})
    return Figure("course", chart, rows, names, table, _NOTE, {"tone": "signed"}, of=of)

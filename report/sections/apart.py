"""What sets a group apart: the selection against the rest, or an outlet or topic against all others."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.marks import Mark
from analysis.selection import NONE
from analysis.summaries import outlets_of
from figures import groups
from figures.apart import apart
from figures.figure import Figure
from figures.groups import Pair
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Paragraph, plain
from report.drawing import explained
from report.grids import grid
from report.sections.part import Part

_LISTED = 10
_NO_GROUPS = "The articles are of one outlet and one topic, or of none that is known: no groups can be compared."
_COLUMNS = ["term", "more in", "z", "G²", "most in one article", "DP"]


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    pair = _pair(reading, asked)
    if pair is None:
        yield Paragraph(plain(_NO_GROUPS))
        return
    drawn = apart(reading, pair)
    yield from explained(reading, drawn)
    if isinstance(drawn, Figure) and len(drawn.table):
        sides = [rows.head(_LISTED) for _, rows in drawn.table.groupby("more in", sort=False)]
        shown = pd.concat(sides)[_COLUMNS]
        yield grid(shown, "The strongest terms in numbers", most=len(shown), note=drawn.note)


def _pair(reading: Reading, asked: Asked) -> Pair | None:
    """The groups that are asked for; else the selection and the rest, or the largest outlet or topic and the others."""
    first, second = asked.groups
    if first is not None:
        return groups.pair_of(reading, first, second)
    if len(reading.others) and len(reading.articles):
        return groups.selection_and_rest(reading)
    largest = _largest(reading)
    return None if largest is None else groups.pair_of(reading, largest, None)


def _largest(reading: Reading) -> Mark | None:
    """The outlet with most articles, or where there is one outlet alone the topic with most."""
    outlets = outlets_of(reading.articles)
    named = outlets.loc[outlets["outlet"] != NONE, "mark"].tolist()
    topics = reading.topics
    known = topics.loc[(topics["topic_id"] >= 0) & (topics["n_articles"] > 0), "mark"].tolist()
    marks = named if len(outlets) > 1 else known
    return Mark.parse(marks[0]) if marks else None


PART = Part("apart", "What sets a group apart", _write)

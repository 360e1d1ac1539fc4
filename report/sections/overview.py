"""Overview: how much there is, from when and from whom, and the names and phrases in most of it."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.summaries import outlets_of
from figures import published, terms, words
from figures.reading import Reading
from report.asked import Asked
from report.document import Block
from report.drawing import explained, picture
from report.grids import grid
from report.sections.part import Part

_MOST_PHRASES = 12
_MOST_OUTLETS = 12


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    yield from explained(reading, published.published(reading))
    yield picture(reading, terms.names_and_phrases(reading, most=_MOST_PHRASES), key="phrases")
    outlets = outlets_of(reading.articles)
    shown = outlets.assign(outlet=outlets["outlet"].map(words.outlet)).drop(columns="mark")
    shown["share"] = shown["n_articles"] / max(1, len(reading.articles))
    yield grid(shown.rename(columns={"n_articles": reading.nouns}), "Outlets", most=_MOST_OUTLETS)


PART = Part("overview", "Overview", _write)

"""Sentiment: how the articles sound, where that differs, and the sentences that sound strongest."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.tone_places import extremes_of
from figures import tone, words
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Heading, Paragraph, Quote, Run, plain
from report.drawing import picture
from report.quoting import cut, source_of
from report.sections.part import Part

_SHOWN = 3
# Copies seldom stand in more than a handful of articles.
_LOOKED_AT = 10 * _SHOWN
_UNSCORED = "No sentence is scored: sentiment is scored in English only."


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    lowest, highest = extremes_of(reading.bundle, reading.articles, _LOOKED_AT)
    if lowest.empty:
        yield Paragraph(plain(_UNSCORED))
        return
    yield picture(reading, tone.distribution(reading))
    for draw in (tone.by_topic, tone.by_outlet, tone.over_time, tone.by_voice, tone.along):
        yield picture(reading, draw(reading))
    yield Heading("The most negative sentences")
    yield from _sentences(reading, asked, lowest)
    yield Heading("The most positive sentences")
    yield from _sentences(reading, asked, highest)


def _sentences(reading: Reading, asked: Asked, found: pd.DataFrame) -> Iterator[Quote]:
    """The first different ones: what two articles share word for word is shown once."""
    bodies = reading.bodies(sorted(set(found["row"])))
    told = found.assign(text=[bodies[one.row][one.start : one.end] for one in found.itertuples()])
    for one in told.drop_duplicates("text").head(_SHOWN).itertuples():
        tone_run = Run(f"{words.tone(one.polarity)} ", "strong")
        yield Quote((tone_run, *cut(one.text, [], asked.longest_quote)), source_of(reading, one.row))


PART = Part("sentiment", "Sentiment", _write)

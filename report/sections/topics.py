"""Topics: how large they are, when each was in the news, where their articles lie, and their words."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.term_index import term_index
from analysis.topic_stability import is_shaky
from figures import topics, words
from figures.article_map import article_map
from figures.figure import Missing
from figures.reading import Reading
from report.asked import Asked
from report.document import Block, Paragraph, plain
from report.drawing import explained, picture
from report.grids import grid
from report.sections.part import Part

_WORDS = 10
_MOST = 20
_NOTE = (
    "Shaky: found again in fewer than 70 % of ten trials, each without a fifth of the articles; “not measured” where a "
    "reader made the topic. Coherence: how often a topic’s words meet (NPMI, −1 to 1)."
)


def _write(reading: Reading, asked: Asked) -> Iterator[Block]:
    sizes = topics.sizes(reading)
    if isinstance(sizes, Missing):
        yield Paragraph(plain(sizes.reason))
        return
    yield picture(reading, sizes)
    yield grid(_table(reading), "The topics and their words", most=_MOST, note=_NOTE)
    yield from explained(reading, topics.over_time(reading))
    yield picture(reading, article_map(reading))


def _table(reading: Reading) -> pd.DataFrame:
    shown = reading.topics[(reading.topics["topic_id"] >= 0) & (reading.topics["n_articles"] > 0)]
    trust = ["not measured" if pd.isna(found) else words.share(found) for found in shown["stability"]]
    shaky = is_shaky(shown["stability"])
    return pd.DataFrame(
        {
            "topic": shown["label"],
            "its words": [_words(reading, topic) for topic in shown["topic_id"]],
            reading.nouns: shown["n_articles"],
            "found again": [f"{said} (shaky)" if bad else said for said, bad in zip(trust, shaky, strict=True)],
            "coherence": shown["coherence"],
        }
    )


def _words(reading: Reading, topic_id: int) -> str:
    """The first words of a topic, as they are written."""
    terms = reading.curated.terms
    own = terms[terms["topic_id"] == topic_id].sort_values("rank")["term"].head(_WORDS)
    index = term_index(reading.bundle)
    written = (index.number_of(term) for term in own)
    return ", ".join(
        term if number is None else str(index.terms["written"].iloc[number])
        for term, number in zip(own, written, strict=True)
    )


PART = Part("topics", "Topics", _write)

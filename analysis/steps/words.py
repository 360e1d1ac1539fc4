"""Words: the stream of words of each article, from which terms, phrases and the index are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pyarrow as pa

from analysis.articles import Document
from analysis.schema import Column, Rows, Table

# Stands in a stream after the headline and after each sentence: no phrase reaches over it.
BREAK = ""

STREAMS = Table(
    "streams",
    "One row an article; a table between steps, not stored in the bundle.",
    (
        Column("article_id", pa.string(), "The article."),
        Column(
            "words",
            pa.list_(pa.dictionary(pa.int32(), pa.string())),
            "The words as written: those of the headline, an empty one, and those of each sentence and an empty one.",
        ),
    ),
    key=("article_id",),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Put the words of an article in one stream."""

    tables: ClassVar[tuple[Table, ...]] = (STREAMS,)

    def __call__(self, document: Document) -> Rows:
        """The stream of `document`."""
        stream = [*document.headline_words, BREAK]
        for words in document.sentence_words:
            stream.extend(words)
            stream.append(BREAK)
        return {STREAMS: [(document.article.article_id, stream)]}


STEP = Words()

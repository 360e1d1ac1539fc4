"""Words: the stream of words of each article, from which terms, phrases and the index are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pyarrow as pa

from analysis.articles import Documents
from analysis.schema import Column, Table

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

    def __call__(self, documents: Documents) -> Mapping[Table, pa.Table]:
        """The stream of each of `documents`."""
        stream = documents.stream
        ends = np.cumsum(stream.lengths)[np.cumsum(documents.n_texts) - 1]
        words = pa.DictionaryArray.from_arrays(pa.array(stream.ids), pa.array(stream.vocabulary, pa.string()))
        offsets = pa.array(np.concatenate(([0], ends)), pa.int32())
        ids = [article.article_id for article in documents.articles]
        return {STREAMS: STREAMS.from_columns({"article_id": ids, "words": pa.ListArray.from_arrays(offsets, words)})}


STEP = Words()

"""Stories: copies of one text are one story, so that they need not vote twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd
import pyarrow as pa
import xxhash

from analysis.collection import Collection, Part
from analysis.schema import Column, Table
from analysis.word_ids import BREAK_ID, WordIds

STORIES = Table(
    "stories",
    "One row an article, alone in its story or not.",
    (
        Column("article_id", pa.string(), "The article."),
        Column("story_id", pa.int32(), "Its story, from 0, in the order of the originals."),
        Column("is_original", pa.bool_(), "Whether it is the story's original: earliest dated, else longest."),
        Column(
            "similarity",
            pa.float32(),
            "To the original, from 0 to 1, which is the same words.",
            within=(0, 1),
        ),
    ),
    key=("article_id",),
)


@dataclass(frozen=True, slots=True)
class Stories:
    """Put articles whose bodies have the same words in the same order into one story."""

    tables: ClassVar[tuple[Table, ...]] = (STORIES,)

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """The story of each article."""
        articles = collection.read("articles", ["article_id", "published_at", "n_words"]).to_pandas()
        articles["text"] = [_text_key(collection.words, row) for row in range(len(articles))]
        ranked = articles.sort_values(
            ["published_at", "n_words", "article_id"], ascending=[True, False, True], na_position="last"
        )
        is_original = ~ranked.duplicated("text")
        originals = ranked[is_original].sort_values("article_id")
        story_of_text = pd.Series(range(len(originals)), index=originals["text"])
        yield (
            STORIES,
            STORIES.from_columns(
                {
                    "article_id": articles["article_id"].tolist(),
                    "story_id": story_of_text.reindex(articles["text"]).to_numpy(np.int32),
                    "is_original": is_original.sort_index().to_numpy(),
                    "similarity": np.ones(len(articles), np.float32),
                }
            ),
        )


def _text_key(words: WordIds, row: int) -> str:
    """A hash of the words of a body; that of a body without words is the article's own."""
    stream = words.of_article(row)
    breaks = np.flatnonzero(stream == BREAK_ID)
    body = stream[breaks[0] :] if len(breaks) else stream[:0]
    body = body[body != BREAK_ID]
    return xxhash.xxh3_128_hexdigest(body.tobytes()) if len(body) else f"row {row}"


STEP = Stories()

"""Stories: copies of one text are one story, so that they need not vote twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.collection import Collection, Part
from analysis.copies import SAME, Likeness, group_copies, likeness
from analysis.schema import Column, Table
from analysis.shingles import Bodies

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
            "To the original, from 0 to 1, the same words: shared runs of three words among those of both.",
            within=(0, 1),
        ),
        Column(
            "containment",
            pa.float32(),
            "With the original, from 0 to 1: shared runs of three words among those of the shorter text.",
            within=(0, 1),
        ),
    ),
    key=("article_id",),
)


@dataclass(frozen=True, slots=True)
class Stories:
    """Put articles into one story whose bodies are copies: with the same words, edited, or shortened."""

    tables: ClassVar[tuple[Table, ...]] = (STORIES,)

    def __call__(self, collection: Collection) -> Iterator[Part]:
        """The story of each article."""
        articles = collection.read("articles", ["article_id", "published_at", "n_words"]).to_pandas()
        bodies = Bodies.of(collection.words)
        articles["digest"] = bodies.digests()
        articles["text"] = _texts(bodies, articles["digest"])
        is_original = ~earliest_first(articles).duplicated("text").sort_index().to_numpy()
        originals = np.flatnonzero(is_original)
        story_of = pd.Series(range(len(originals)), index=articles["text"].to_numpy()[originals])
        story_ids = story_of.reindex(articles["text"]).to_numpy(np.int32)
        alike = _likeness(bodies, articles["digest"].tolist(), originals[story_ids].tolist())
        yield (
            STORIES,
            STORIES.from_columns(
                {
                    "article_id": articles["article_id"].tolist(),
                    "story_id": story_ids,
                    "is_original": is_original,
                    "similarity": [found.resemblance for found in alike],
                    "containment": [found.containment for found in alike],
                }
            ),
        )


def earliest_first(articles: pd.DataFrame) -> pd.DataFrame:
    """`articles` in the order in which they could be their story's original: earliest dated, else longest."""
    order = ["published_at", "n_words", "article_id"]
    return articles.sort_values(order, ascending=[True, False, True], na_position="last")


def _texts(bodies: Bodies, digests: pd.Series) -> list[int]:
    """For each article the row of the text that it holds, the same for all of one story."""
    first = digests.drop_duplicates()
    held = dict(zip(first, group_copies(bodies, first.index.tolist()), strict=True))
    return [held[digest] for digest in digests]


def _likeness(bodies: Bodies, digests: Sequence[str], originals: Sequence[int]) -> list[Likeness]:
    """How alike each article and its original are."""
    return [
        SAME if digests[row] == digests[original] else likeness(bodies.shingles(row), bodies.shingles(original))
        for row, original in enumerate(originals)
    ]


STEP = Stories()

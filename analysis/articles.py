"""Articles: an item as it was found, the article it became, and the tables both are stored in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from analysis.schema import Column, Table
from analysis.tokens import Pieces, Sentence, WordStream, pieces_of, split_sentences, word_stream

ARTICLES = Table(
    "articles",
    "One row an article, sorted by article_id; other tables name an article by its id or by its row here.",
    (
        Column("article_id", pa.string(), "The id that was given, or 12 hex digits of the text's SHA-256."),
        Column("source_path", pa.string(), "The file it came from, relative to the path that was given."),
        Column("headline", pa.string(), "The headline; null if it has none.", nullable=True),
        Column("body", pa.large_string(), "The cleaned text; offsets elsewhere are code points into it.", is_text=True),
        Column("outlet", pa.string(), "Who published it; null if unknown.", nullable=True),
        Column("byline", pa.string(), "Who wrote it; null if unknown.", nullable=True),
        Column("url", pa.string(), "Where it stood; null if unknown.", nullable=True),
        Column(
            "published_at",
            pa.timestamp("us", "UTC"),
            "When it was published; null if unknown.",
            nullable=True,
        ),
        Column("language", pa.string(), "ISO 639-1 code; null if unsure.", nullable=True),
        Column("n_words", pa.int32(), "Words in the body."),
        Column("n_sentences", pa.int32(), "Sentences in the body."),
    ),
    key=("article_id",),
)

REMOVED = Table(
    "removed",
    "One row a line that cleaning took out of an article, with the reason.",
    (
        Column("article_id", pa.string(), "The article."),
        Column("line_number", pa.int32(), "The line in the item's original text, from 0."),
        Column("text", pa.large_string(), "The line, Unicode NFC, runs of spaces squeezed.", is_text=True),
        Column("reason", pa.string(), "The rule that took it."),
        Column("body_offset", pa.int32(), "Where it stood: code points into the body."),
    ),
    key=("article_id", "line_number"),
)

NOTICES = Table(
    "notices",
    "One row a thing noticed about an article that a reader should know.",
    (
        Column("article_id", pa.string(), "The article."),
        Column(
            "kind",
            pa.string(),
            "What was noticed: cut off, little text left, id repeated, date not believed, ...",
        ),
        Column("detail", pa.string(), "What it was seen by."),
    ),
)

PROBLEMS = Table(
    "problems",
    "One row an item that became no article, with the reason. Items found = articles + problems.",
    (
        Column("source_path", pa.string(), "The file, relative to the path that was given."),
        Column("item", pa.string(), "Where in the file; empty for the whole file."),
        Column("problem", pa.string(), "What is wrong, in a few words."),
        Column("detail", pa.string(), "What exactly was found."),
    ),
)


class Problem(NamedTuple):
    """An item that became no article; a row of PROBLEMS."""

    source_path: str
    item: str
    problem: str
    detail: str = ""


class Notice(NamedTuple):
    """Something a reader should know about an article; a row of NOTICES without the article."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Item:
    """One article as its file had it, before cleaning.

    A field that is None was absent; an empty one was there and empty. `taken` are the numbers of lines
    of `text` that a file's own header used up, each with the field it became. `notices` are what was noticed
    while it was read.
    """

    source_path: str
    text: str
    place: str = ""
    given_id: str | None = None
    headline: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    url: str | None = None
    taken: Mapping[int, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article."""

    article_id: str
    source_path: str
    headline: str | None
    body: str
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published_at: datetime | None = None
    language: str | None = None


Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Document:
    """An article with its sentences, found once for all the steps that need them."""

    article: Article

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the body, in order."""
        return split_sentences(self.article.body)

    @cached_property
    def texts(self) -> list[str]:
        """The headline, empty if there is none, and each sentence."""
        body = self.article.body
        return [self.article.headline or "", *(body[one.start : one.end] for one in self.sentences)]


@dataclass(frozen=True)
class Documents:
    """The articles of one batch as arrays, so that a step is a few operations on all of them."""

    documents: Sequence[Document]

    @cached_property
    def articles(self) -> list[Article]:
        """The articles, in their order."""
        return [document.article for document in self.documents]

    @cached_property
    def texts(self) -> list[str]:
        """The texts of all documents: of each its headline and its sentences."""
        return list(chain.from_iterable(document.texts for document in self.documents))

    @cached_property
    def n_texts(self) -> Numbers:
        """How many texts each document has: one more than sentences."""
        return np.array([len(document.texts) for document in self.documents], np.int64)

    @cached_property
    def pieces(self) -> Pieces:
        """What stands between white space in all texts."""
        return pieces_of(self.texts)

    @cached_property
    def stream(self) -> WordStream:
        """The words of all texts."""
        return word_stream(self.pieces, self.texts)

    @property
    def n_words(self) -> Numbers:
        """How many words the body of each document has."""
        ends = np.cumsum(np.append(0, self.stream.lengths - 1))
        firsts = np.cumsum(np.append(0, self.n_texts))
        return np.asarray(ends[firsts[1:]] - ends[firsts[:-1] + 1])


def article_rows(documents: Documents) -> pa.Table:
    """The rows of ARTICLES, whose first columns are the fields of an article."""
    columns = {of.name: [getattr(one, of.name) for one in documents.articles] for of in fields(Article)}
    return ARTICLES.from_columns({**columns, "n_words": documents.n_words, "n_sentences": documents.n_texts - 1})

"""Stored words: the words of a collection as the bundle keeps them, so that a rebuild need not find them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from analysis.schema import Column, Table
from analysis.steps.words import STREAMS
from analysis.word_ids import WordIds

WORD_STREAMS = Table(
    "word_streams",
    "One row an article, in their order: its words as numbers, from which terms, copies and the index are made.",
    (
        Column("article_id", pa.string(), "The article."),
        Column(
            "words",
            pa.list_(pa.int32()),
            "Rows of `vocabulary`, from 0: the words of the headline, a 0, and those of each sentence and a 0.",
            is_text=True,
        ),
    ),
    key=("article_id",),
)

VOCABULARY = Table(
    "vocabulary",
    "One row a word as it is written, in the order in which they first occur; the first is empty.",
    (Column("word", pa.string(), "The word."),),
    key=("word",),
)


def stream_rows(words: WordIds, article_ids: Sequence[str]) -> Iterator[pa.Table]:
    """The rows of WORD_STREAMS, about a million words at a time."""
    start = 0
    for chunk in words.chunks():
        stop = max(int(chunk.rows[-1]) + 1, start + 1) if len(chunk.rows) else start + 1
        offsets = (words.offsets[start : stop + 1] - words.offsets[start]).astype(np.int32)
        streams = pa.ListArray.from_arrays(pa.array(offsets), pa.array(chunk.ids))
        yield WORD_STREAMS.from_columns({"article_id": article_ids[start:stop], "words": streams})
        start = stop


def read_words(streams: Iterable[pa.RecordBatch], vocabulary: Iterable[pa.RecordBatch], path: Path) -> WordIds:
    """The words of stored rows of WORD_STREAMS and VOCABULARY; the ids stay in the file `path`."""
    lengths = [np.zeros(1, np.int64)]
    with path.open("wb") as ids:
        for batch in streams:
            lengths.append(batch["words"].value_lengths().to_numpy().astype(np.int64))
            ids.write(batch["words"].flatten().to_numpy().tobytes())
    offsets = np.cumsum(np.concatenate(lengths))
    words = tuple(word for batch in vocabulary for word in batch["word"].to_pylist())
    return WordIds(words, np.memmap(path, np.int32, "r") if offsets[-1] else np.zeros(0, np.int32), offsets)


def as_streams(stored: pa.Table, vocabulary: pa.Array) -> pa.Table:
    """Rows of STREAMS, in one chunk, from rows of WORD_STREAMS with their `vocabulary`."""
    return _compact(stored["article_id"], _lists(stored), vocabulary)


def part_of_streams(streams: pa.Table) -> pa.Table:
    """Some rows of STREAMS, in one chunk, with no word in their dictionary that is not in them."""
    lists = _lists(streams)
    words = lists.flatten()
    numbers = pa.ListArray.from_arrays(_offsets(lists), words.indices)
    return _compact(streams["article_id"], numbers, words.dictionary)


def _compact(article_ids: pa.ChunkedArray, numbers: pa.ListArray, vocabulary: pa.Array) -> pa.Table:
    """The words in the order in which they first occur, as if these rows had been made together."""
    found = numbers.flatten().dictionary_encode()
    words = pa.DictionaryArray.from_arrays(found.indices, vocabulary.take(found.dictionary))
    streams = pa.ListArray.from_arrays(_offsets(numbers), words)
    return pa.table({"article_id": article_ids.combine_chunks(), "words": streams}, STREAMS.schema)


def _lists(rows: pa.Table) -> pa.ListArray:
    lists = rows["words"].combine_chunks()
    return lists.chunk(0) if isinstance(lists, pa.ChunkedArray) else lists


def _offsets(lists: pa.ListArray) -> pa.Array:
    return pa.array(np.concatenate([[0], np.cumsum(lists.value_lengths().to_numpy())]).astype(np.int32))

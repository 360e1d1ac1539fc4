"""Tally: the counts of a collection that its manifest states."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc


def tally(read: Callable[[str, Sequence[str]], pa.Table]) -> dict[str, Any]:
    """How many of what there are, and the first and last day; `read` gives columns of a table."""
    articles = read("articles", ["outlet", "published_at", "n_words", "n_sentences"])
    dates = articles["published_at"].drop_null()
    problems = read("problems", ["problem"]).num_rows
    days = pc.min_max(dates) if len(dates) else {}
    return {
        "items": articles.num_rows + problems,
        "articles": articles.num_rows,
        "problems": problems,
        "stories": pc.count_distinct(read("stories", ["story_id"])["story_id"]).as_py(),
        "outlets": pc.count_distinct(articles["outlet"].drop_null()).as_py(),
        "topics": read("topics", ["topic_id"]).num_rows,
        "terms": read("terms", ["term_id"]).num_rows,
        "words": pc.sum(articles["n_words"]).as_py(),
        "sentences": pc.sum(articles["n_sentences"]).as_py(),
        "removed_lines": read("removed", ["line_number"]).num_rows,
        "undated": articles["published_at"].null_count,
        "without_outlet": articles["outlet"].null_count,
        "first_day": days["min"].as_py().date().isoformat() if days else None,
        "last_day": days["max"].as_py().date().isoformat() if days else None,
    }


def kinds_of(notices: Iterable[pa.RecordBatch]) -> list[tuple[str, int]]:
    """The kinds of `notices`, batches of their table, each with how many articles have it, most first."""
    batches = [batch.select(["article_id", "kind"]) for batch in notices]
    if not batches:
        return []
    rows = pa.Table.from_batches(batches)
    # Grouping and NumPy would have Arrow load pandas, which takes as long as all else that a command does.
    ids, kinds = (rows[name].combine_chunks().dictionary_encode() for name in ("article_id", "kind"))
    n_ids = pa.scalar(len(ids.dictionary), pa.int64())
    pairs = pc.unique(pc.add(pc.multiply(kinds.indices.cast(pa.int64()), n_ids), ids.indices))
    counts = pc.value_counts(kinds.dictionary.take(pc.divide(pairs, n_ids))).to_pylist()
    return sorted(((one["values"], one["counts"]) for one in counts), key=lambda pair: (-pair[1], pair[0]))

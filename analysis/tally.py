"""Tally: the counts of a collection that its manifest states."""

from __future__ import annotations

from collections import Counter
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
    # Arrow's own counting has it load pandas, which takes as long as all else that a command does.
    pairs = set[tuple[str, str]]()
    for batch in notices:
        pairs.update(zip(batch["article_id"].to_pylist(), batch["kind"].to_pylist(), strict=True))
    counts = Counter(kind for _, kind in pairs)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

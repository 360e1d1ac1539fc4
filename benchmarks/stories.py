"""Stories: how fast copies are found, how the time grows, and how many are found, beside MinHash.

    python -m benchmarks.stories [--sizes 1000,10000,100000] [--runs 3] [--planted FILE]

The articles are recombined (`benchmarks/recombined.py`), two in a hundred of them near copies. Timed is the whole stage
of the pipeline, from words as numbers to the table, in this process; the peer is datasketch with 128 permutations and
its LSH index at a similarity of .6, over the same runs of three words, from the same words. Seconds are of the
processor; the peer is given 10,000 articles at most. FILE has articles with the field `story`, which those share that
are copies.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
import pyarrow as pa
from datasketch import MinHash, MinHashLSH

from analysis.collection import Collection
from analysis.copies import likeness
from analysis.shingles import N_WORDS, Bodies
from analysis.steps.stories import STEP
from analysis.tokens import fold, word_list
from analysis.word_ids import BREAK_ID, WordIds
from benchmarks.processes import machine
from benchmarks.recombined import ROOT, articles
from benchmarks.report import Table, publish

PLANTED = ROOT.parent / "shared" / "data" / "stories_planted.jsonl"
SIZES = (1_000, 10_000, 100_000)
PEER_ARTICLES = 10_000
PERMUTATIONS = 128
SIMILARITY = 0.6
NEAREST = 5

Pairs = set[tuple[int, int]]
Grouping = Callable[[Collection], list[int]]


def collection_of(rows: Iterable[dict[str, str]]) -> Collection:
    """What the step sees of articles: their words, and their fields."""
    known, ids, lengths, dates = (
        {"": BREAK_ID},
        list[np.ndarray[tuple[int], np.dtype[np.int32]]](),
        [0],
        list[str | None](),
    )
    for row in rows:
        stream = [*word_list(row.get("title") or ""), "", *word_list(row["text"]), ""]
        ids.append(np.array([known.setdefault(word, len(known)) for word in stream], np.int32))
        lengths.append(len(stream))
        dates.append(row.get("date"))
    fields = pa.table(
        {
            "article_id": [f"a{number:07}" for number in range(len(ids))],
            "published_at": pa.array(pd.to_datetime(pd.Series(dates, dtype="str"), utc=True)),
            "n_words": lengths[1:],
        }
    )
    words = WordIds(tuple(known), np.concatenate(ids), np.cumsum(lengths))
    return Collection(words, lambda name, columns: fields.select(list(columns)))


def with_broadsheet(collection: Collection) -> list[int]:
    """The story of each article by the program's own step."""
    return [story for _, part in STEP(collection) for story in part["story_id"].to_pylist()]


def with_minhash(collection: Collection) -> list[int]:
    """The story of each article by datasketch: what the index finds alike is joined."""
    words = np.array([fold(word) for word in collection.words.vocabulary], object)
    index = MinHashLSH(threshold=SIMILARITY, num_perm=PERMUTATIONS)
    story: list[int] = []
    for row in range(collection.words.n_articles):
        body = words[_body(collection.words, row)]
        sketch = MinHash(PERMUTATIONS)
        sketch.update_batch([" ".join(body[at : at + N_WORDS]).encode() for at in range(len(body) - N_WORDS + 1)])
        found = index.query(sketch)
        story.append(min((story[one] for one in found), default=row))
        index.insert(row, sketch)
    return story


def _body(words: WordIds, row: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    stream = np.asarray(words.of_article(row))
    body = stream[int(np.argmin(stream)) + 1 :]
    found: np.ndarray[tuple[int], np.dtype[np.int32]] = body[body != BREAK_ID]
    return found


WAYS: dict[str, Grouping] = {"Broadsheet": with_broadsheet, "datasketch, MinHash LSH": with_minhash}


@dataclass(frozen=True, slots=True)
class Timed:
    """Processor seconds of all runs of one way over one collection, and how many stories it made."""

    n_articles: int
    seconds: tuple[float, ...]
    n_stories: int


def time_ways(collection: Collection, n_runs: int) -> dict[str, Timed]:
    """All ways over one collection, by turns."""
    ways = [name for name in WAYS if name == "Broadsheet" or collection.words.n_articles <= PEER_ARTICLES]
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    n_stories = dict.fromkeys(ways, 0)
    for _ in range(n_runs):
        for name in ways:
            started = time.process_time()
            found = WAYS[name](collection)
            seconds[name].append(time.process_time() - started)
            n_stories[name] = len(set(found))
    return {name: Timed(len(found), tuple(seconds[name]), n_stories[name]) for name in ways}


def speed_row(name: str, timed: Timed) -> tuple[str, ...]:
    """A row of the table of speeds: the median, and the spread in brackets."""
    low, middle, high = min(timed.seconds), median(timed.seconds), max(timed.seconds)
    each = f"{timed.n_articles / middle:,.0f}"
    return f"{name}, {timed.n_articles:,}", f"{middle:.2f} ({low:.2f} to {high:.2f})", each, f"{timed.n_stories:,}"


def pairs_of(groups: Sequence[object]) -> Pairs:
    """The pairs of places that have the same group."""
    members: dict[object, list[int]] = {}
    for place, group in enumerate(groups):
        members.setdefault(group, []).append(place)
    return {pair for places in members.values() for pair in combinations(places, 2)}


def quality_rows(collection: Collection, gold: Pairs) -> Iterator[tuple[str, ...]]:
    """For each way the pairs that it found, missed and put together wrongly."""
    for name, way in WAYS.items():
        found = pairs_of(way(collection))
        yield name, str(len(gold & found)), str(len(gold - found)), str(len(found - gold))


def held(collection: Collection, gold: Pairs) -> tuple[list[float], list[float]]:
    """How much the shorter of two texts is held by the other: of all pairs of copies, and of the nearest others."""
    bodies = Bodies.of(collection.words)
    sets = [bodies.shingles(row) for row in range(collection.words.n_articles)]
    found = {pair: likeness(sets[pair[0]], sets[pair[1]]).containment for pair in combinations(range(len(sets)), 2)}
    others = sorted((value for pair, value in found.items() if pair not in gold), reverse=True)
    return sorted(found[pair] for pair in gold), others[:NEAREST]


def planted_tables(path: Path) -> list[Table]:
    """Quality on articles whose copies are known."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    collection, gold = collection_of(rows), pairs_of([row["story"] for row in rows])
    copies, others = held(collection, gold)
    figures = [
        (name, ", ".join(f"{value:.2f}" for value in values))
        for name, values in (
            (f"the {len(copies)} pairs of copies", copies),
            (f"the {NEAREST} nearest other pairs", others),
        )
    ]
    return [
        Table(
            f"{len(gold)} pairs among {len(rows):,} articles",
            ("found", "missed", "wrong"),
            list(quality_rows(collection, gold)),
        ),
        Table("Part of the shorter text that the other holds", ("containment",), figures),
    ]


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description="Time and score stories.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles")
    parser.add_argument("--runs", type=int, default=3, help="runs of each size")
    parser.add_argument("--planted", type=Path, default=PLANTED, help="articles whose copies are known")
    chosen = parser.parse_args()
    speeds: list[tuple[str, ...]] = []
    for size in map(int, chosen.sizes.split(",")):
        timed = time_ways(collection_of(islice(articles(), size)), chosen.runs)
        speeds += [speed_row(name, one) for name, one in timed.items()]
    tables = [Table("Speed", ("processor seconds", "articles a second", "stories"), speeds)]
    tables += planted_tables(chosen.planted) if chosen.planted.exists() else []
    publish("stories", "python -m benchmarks.stories", [*tables, Table("Machine", ("",), machine())])


if __name__ == "__main__":
    main()

"""What the tests of `analysis` are made of: articles, streams of words, and collections without a build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from analysis.articles import ARTICLES, Article, Document, Documents, article_rows
from analysis.bundle import Bundle
from analysis.collection import Collection, CollectionStep
from analysis.drafts import Draft
from analysis.pipeline import build
from analysis.schema import Table
from analysis.steps.words import STEP as WORDS
from analysis.steps.words import STREAMS
from analysis.word_ids import WordIds, WordIdsWriter

Sentences = Sequence[Sequence[str]]


def article(body: str, article_id: str = "a", **fields: object) -> Article:
    return Article(article_id, f"{article_id}.txt", fields.pop("headline", None), body, **fields)


def bodies(texts: Iterable[str]) -> list[Article]:
    """Articles with these bodies, in the order of their ids, in English."""
    return [article(text, f"{number:03}", language="en") for number, text in enumerate(texts)]


def word_ids(articles: Sequence[Sentences]) -> WordIds:
    """The streams of articles, each a list of sentences of words; no headline."""
    numbers = {"": 0}
    streams = [
        [0, *(numbers.setdefault(word, len(numbers)) for sentence in sentences for word in [*sentence, ""])]
        for sentences in articles
    ]
    offsets = np.cumsum([0, *map(len, streams)])
    return WordIds(tuple(numbers), np.array([n for stream in streams for n in stream], np.int32), offsets)


def collection_of(articles: Sequence[Article], folder: Path) -> tuple[Collection, Draft]:
    """What the first collection step sees of `articles`, and the draft that its tables go to."""
    draft = Draft(folder)
    documents = Documents([Document(one) for one in articles])
    draft.append(ARTICLES, article_rows(documents))
    writer = WordIdsWriter(folder / "words.bin")
    writer.add(WORDS(documents)[STREAMS])
    return Collection(writer.finish(), draft.read), draft


def run(step: CollectionStep, collection: Collection, draft: Draft) -> dict[Table, pa.Table]:
    """The tables of `step`, each whole, after they were stored in `draft` for the steps after it."""
    parts: dict[Table, list[pa.Table]] = {}
    for table, rows in step(collection):
        draft.append(table, rows)
        parts.setdefault(table, []).append(rows)
    return {table: pa.concat_tables(found) for table, found in parts.items()}


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    """`path`, with `rows` as JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def build_rows(rows: Iterable[Mapping[str, object]], folder: Path) -> Bundle:
    """The bundle of `rows`, in `folder`, built by one process."""
    return build([write_rows(folder / "rows.jsonl", rows)], folder / "bundle", n_workers=1)


_SUBJECTS = (
    "harbour strike dockers union crane container pier pay ballot picket wages cargo",
    "flood river rain dyke evacuation farm pumps rescue water bridge sandbags warning",
    "hospital nurses merger ward patients surgeons clinic beds regulators insurers fees care",
    "football club striker takeover stadium goal supporters league coach transfer match derby",
    "trial bank fraud judge jury ledger auditor witness accounts verdict court prosecutor",
)
_TONES = ("It was a great and happy success.", "It was a terrible and cruel failure.", "It was a building.")


def news(n_articles: int, seed: int = 0, n_sentences: int = 8) -> Iterator[dict[str, object]]:
    """Rows of made articles on five subjects, in a few outlets, over some months; some undated, some copies."""
    random = np.random.default_rng(seed)
    subjects = [np.array(words.split()) for words in _SUBJECTS]
    text = ""
    for number in range(n_articles):
        subject = subjects[number % len(subjects)]
        if number % 9 != 1:
            text = " ".join(_sentence(random, subject) for _ in range(n_sentences)) + f" {_TONES[number % 3]}"
        yield {
            "id": f"n{number:05}",
            "title": f"{subject[number % 12].capitalize()} and {subject[(number + 5) % 12]} number {number}",
            "text": text,
            "source": ("Gazette", "Herald", "Post", None)[number % 4],
            "date": f"2016-{1 + number % 5:02}-{1 + number % 28:02}" if number % 7 else None,
        }


def _sentence(random: np.random.Generator, subject: np.ndarray) -> str:
    words = random.choice(subject, 6)
    return (
        f"The {words[0]} {words[1]} of the {words[2]} met {words[3]} and {words[4]} near Great {words[5].title()} Hall."
    )

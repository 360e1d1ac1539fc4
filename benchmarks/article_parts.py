"""Article parts: how much of the work on an article a script that only counts and scores would have to do too."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from analysis.article_work import ArticleWork
from analysis.articles import ARTICLES, Article, Document, Documents, article_rows
from analysis.intake import take_in
from analysis.settings import Settings
from analysis.sources import Sources, read_items
from analysis.steps import words

_ARTICLES = 2_000
_BATCH = 200
_FIELDS = [field.name for field in fields(Article)]


def counting_share(source: Path, most: int = _ARTICLES) -> float:
    """The share, 0 to 1, of article work's processor time that goes to sentences, words and tone.

    What is left is reading the staged item, cleaning, dates and telling the language. Measured in this process on the
    first `most` articles of `source`, after a batch that warms it up.
    """
    with tempfile.TemporaryDirectory() as folder:
        intake = take_in(islice(read_items([source], Sources()), most), Path(folder) / "items.arrow")
        settings = Settings()
        steps = (settings.sentiment, words.STEP)
        orders = intake.date_orders.decided_by(settings.sources.date_order)
        now = datetime.now(UTC)
        work = ArticleWork(intake.staged, intake.repeats, intake.shared_date, orders, frozenset(), steps, now)
        batches = [intake.places[at : at + _BATCH] for at in range(0, len(intake.places), _BATCH)]
        work(batches[0])
        started = time.process_time()
        rows = [work(batch)[ARTICLES].select(_FIELDS).to_pylist() for batch in batches]
        whole = time.process_time() - started
    return min(1.0, _seconds_of_counting(rows, work) / whole)


def _seconds_of_counting(batches: Iterable[Sequence[dict[str, Any]]], work: ArticleWork) -> float:
    seconds = 0.0
    for rows in batches:
        together = Documents([Document(Article(**row)) for row in rows])
        started = time.process_time()
        article_rows(together)
        for step in work.steps:
            step(together)
        seconds += time.process_time() - started
    return seconds

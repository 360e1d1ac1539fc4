"""The order of the work, and nothing else."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain, groupby
from pathlib import Path
from typing import Any

import pyarrow as pa

from analysis import VERSION
from analysis.article_work import ArticleWork, Batch
from analysis.articles import PROBLEMS, Item, Problem
from analysis.bundle import FORMAT, Bundle, Draft, bundle_lock, commit, draft_in, is_bundle, open_bundle
from analysis.cleaning import RULES
from analysis.collection import Collection, CollectionStep
from analysis.curation import remember
from analysis.engines import choose_engine
from analysis.errors import SourceError
from analysis.intake import Intake, take_in
from analysis.progress import Progress, Report, say_nothing
from analysis.search import INDEX_NAME, write_index
from analysis.settings import Settings
from analysis.sources import Sources, read_items
from analysis.staging import ITEMS, staged_rows, stored_items
from analysis.steps import stories, words
from analysis.tally import tally
from analysis.word_ids import WordIds, WordIdsWriter

_BATCH_ARTICLES = 200


@dataclass(slots=True)
class _Clock:
    """Seconds by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[name] = round(time.perf_counter() - started, 3)


def build(
    paths: Sequence[Path],
    out: Path,
    settings: Settings | None = None,
    *,
    n_workers: int | None = None,
    wait_seconds: float = 0,
    report: Report = say_nothing,
) -> Bundle:
    """Read the articles at `paths`, analyse them, and write the bundle `out`, replacing the one that is there.

    A bundle among `paths` stands for the items that it was built from: with it a collection is built anew with other
    settings, or with more files, and `out` may be that same bundle.

    Raises:
        SourceError: a path cannot be read, or there is no readable article.
        BundleError: `out` is no place for a bundle, or another build is writing it.
    """
    settings = settings or Settings()
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
    with bundle_lock(out, wait_seconds=wait_seconds), draft_in(out) as draft:
        manifest = _fill(draft, paths, settings, n_workers, report)
        remember(out, manifest["fingerprint"])
        commit(out, draft, manifest)
    return open_bundle(out)


def _fill(
    draft: Draft, paths: Sequence[Path], settings: Settings, n_workers: int | None, report: Report
) -> Mapping[str, Any]:
    clock = _Clock()
    with clock.stage("intake"):
        intake = take_in(_found(paths, settings.sources), draft.folder / "items.arrow", report)
    if not intake.places:
        raise SourceError(_nothing_readable(paths, intake))
    with clock.stage("articles"):
        word_ids = _work_on_articles(draft, intake, settings, n_workers, report)
        for rows in staged_rows(intake.staged, intake.places):
            draft.append(ITEMS, rows)
    draft.append(PROBLEMS, PROBLEMS.from_rows(intake.problems))
    collection = Collection(word_ids, draft.read)
    for name, step in _collection_steps(settings).items():
        report(Progress(name.capitalize(), 0))
        with clock.stage(name):
            for table, rows in step(collection):
                draft.append(table, rows)
    report(Progress("Search index", 0))
    with clock.stage("index"):
        write_index(word_ids, draft.folder / INDEX_NAME)
    manifest = _manifest(draft, intake, settings, clock.seconds)
    for name in ("items.arrow", "words.bin"):
        (draft.folder / name).unlink(missing_ok=True)
    return manifest


def _found(paths: Sequence[Path], sources: Sources) -> Iterator[Item | Problem]:
    """What is at `paths`; a bundle among them stands for what it was built from."""
    for is_stored, group in groupby(paths, key=is_bundle):
        if is_stored:
            yield from chain.from_iterable(stored_items(open_bundle(path)) for path in group)
        else:
            yield from read_items(group, sources)


def _collection_steps(settings: Settings) -> dict[str, CollectionStep]:
    """The steps over the whole collection, in their order: each may read what those before it wrote."""
    return {"stories": stories.STEP, "keywords": settings.keywords, "topics": settings.topics}


def _work_on_articles(
    draft: Draft, intake: Intake, settings: Settings, n_workers: int | None, report: Report
) -> WordIds:
    steps = (settings.sentiment, words.STEP)
    off = frozenset(settings.cleaning.off)
    orders = intake.date_orders.decided_by(settings.sources.date_order)
    work = ArticleWork(intake.staged, intake.repeats, intake.shared_date, orders, off, steps, datetime.now(UTC))
    batches = _batches(intake)
    writer = WordIdsWriter(draft.folder / "words.bin")
    done = 0
    for tables in choose_engine(n_workers, len(batches)).run(work, batches):
        done += _store(draft, writer, tables)
        report(Progress("Articles", done, len(intake.places)))
    return writer.finish()


def _batches(intake: Intake) -> list[Batch]:
    places = intake.places
    return [places[start : start + _BATCH_ARTICLES] for start in range(0, len(places), _BATCH_ARTICLES)]


def _store(draft: Draft, writer: WordIdsWriter, tables: Mapping[Any, pa.Table]) -> int:
    """Store the rows of one batch; how many articles it had."""
    for table, rows in tables.items():
        if table == words.STREAMS:
            writer.add(rows)
        else:
            draft.append(table, rows)
    return len(tables[words.STREAMS])


def _manifest(draft: Draft, intake: Intake, settings: Settings, seconds: Mapping[str, float]) -> dict[str, Any]:
    stated = settings.as_dict()
    return {
        "format": FORMAT,
        "program": VERSION,
        "settings": stated,
        "cleaning_rules": [rule for rule in RULES if rule not in settings.cleaning.off],
        "corpus_fingerprint": intake.corpus_fingerprint,
        "fingerprint": _fingerprint(intake, stated),
        "counts": tally(draft.read),
        "seconds": dict(seconds),
    }


def _fingerprint(intake: Intake, settings: Mapping[str, Any]) -> str:
    """Sixteen hex digits that change with the items, their fields, the problems, the settings, and the program."""
    parts = (intake.corpus_fingerprint, intake.metadata_fingerprint, intake.problems, settings, FORMAT, VERSION)
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _nothing_readable(paths: Sequence[Path], intake: Intake) -> str:
    places = ", ".join(map(str, paths))
    if not intake.problems:
        return f"{places}: no article in it"
    first = intake.problems[0]
    more = f" (and {len(intake.problems) - 1:,} more)" if len(intake.problems) > 1 else ""
    where = f"{first.source_path} {first.item}".strip()
    return f"{places}: no readable article; {where}: {first.problem}: {first.detail}{more}"

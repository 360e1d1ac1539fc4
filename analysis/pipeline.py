"""The order of the work, and nothing else."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from analysis import VERSION
from analysis.article_stage import WORD_FILES, ArticleStage, ChooseEngine
from analysis.articles import PROBLEMS, Item, Problem
from analysis.bundle import FORMAT, Bundle, open_bundle, open_source
from analysis.cleaning import RULES
from analysis.cluster import dask_cluster
from analysis.collection import Collection, CollectionStep
from analysis.curation import remember
from analysis.drafts import Draft, bundle_lock, commit, draft_in
from analysis.engines import ThisProcess, choose_engine, start_ahead
from analysis.errors import SourceError
from analysis.intake import Intake, take_in
from analysis.manifest import file_of, is_bundle
from analysis.progress import Progress, Report, say_nothing
from analysis.reuse import Earlier, find_earlier
from analysis.search import INDEX_NAME, write_index
from analysis.settings import Settings
from analysis.sources import Sources, read_items
from analysis.stages import Reading, Stages
from analysis.staging import stored_items
from analysis.steps import stories
from analysis.tally import tally

_STAGED = "items.arrow"


@dataclass(slots=True)
class _Clock:
    """Seconds by stage; those of a stage within another are not the other's."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        started, known = time.perf_counter(), sum(self.seconds.values())
        yield
        within = sum(self.seconds.values()) - known
        self.seconds[name] = round(time.perf_counter() - started - within, 3)


@dataclass(frozen=True, slots=True)
class How:
    """How a build goes about it; what it writes does not depend on this.

    `fresh` takes nothing over from earlier bundles; another build of the same bundle is waited for so many seconds.
    The engine "dask" runs article work on the cluster of the `scheduler`, or on one of this machine.
    """

    fresh: bool = False
    engine: str = "local"
    scheduler: str | None = None
    wait_seconds: float = 0


def build(
    paths: Sequence[Path],
    out: Path,
    settings: Settings | None = None,
    *,
    n_workers: int | None = None,
    how: How | None = None,
    report: Report = say_nothing,
) -> Bundle:
    """Read the articles at `paths`, analyse them, and write the bundle `out`, replacing the one that is there.

    A bundle among `paths` stands for the items that it was built from: with it a collection is built anew with other
    settings, or with more files, and `out` may be that same bundle. What these bundles have of articles that did not
    change is taken over, and so are the results of stages that have nothing new to read; what is written is the same.

    Raises:
        SourceError: a path cannot be read, or there is no readable article.
        BundleError: `out` is no place for a bundle, or another build is writing it.
        BroadsheetError: the cluster is not there, or is lost.
    """
    settings, how = settings or Settings(), how or How()
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder")
    with (
        _engines(how, n_workers) as choose,
        bundle_lock(out, wait_seconds=how.wait_seconds),
        draft_in(out) as draft,
    ):
        earlier = Earlier() if how.fresh else find_earlier([out, *paths])
        found = _found(paths, settings.sources)
        if how.engine == "local" and not earlier.bundles:
            found = start_ahead(n_workers, found)
        manifest = _Making(draft, settings, earlier, report).make(paths, found, choose)
        remember(out, manifest["fingerprint"])
        commit(out, draft, manifest)
    return open_bundle(out)


@contextmanager
def _engines(how: How, n_workers: int | None) -> Iterator[ChooseEngine]:
    """What runs so many batches; a cluster is there before anything is read."""
    if how.engine == "local":
        yield partial(choose_engine, n_workers)
        return
    with dask_cluster(how.scheduler, n_workers) as cluster:
        yield lambda n_batches: cluster if n_batches else ThisProcess()


@dataclass(frozen=True, slots=True)
class _Making:
    """One build, into `draft`."""

    draft: Draft
    settings: Settings
    earlier: Earlier
    report: Report
    clock: _Clock = field(default_factory=_Clock)

    def make(self, paths: Sequence[Path], found: Iterable[Item | Problem], choose: ChooseEngine) -> dict[str, Any]:
        """Write all tables of what was `found` at `paths`; the manifest."""
        with self.clock.stage("intake"):
            intake = take_in(found, self.draft.folder / _STAGED, self.report)
        if not intake.places:
            raise SourceError(_nothing_readable(paths, intake))
        articles = ArticleStage(self.draft, intake, self.settings, self.earlier.bundles)
        stages = Stages(self.draft, self.earlier.bundles)
        try:
            n_reused = self._stages(articles, stages, intake, choose)
        finally:
            articles.close()
        intake.staged.unlink()
        reused = {"articles": n_reused, "stages": stages.reused, "refused": self.earlier.refused}
        return {
            **_stated(intake, self.settings),
            "counts": tally(self.draft.read),
            "seconds": self.clock.seconds,
            "reused": reused,
            "stages": stages.done,
            "files": self.draft.digests(),
        }

    def _stages(self, articles: ArticleStage, stages: Stages, intake: Intake, choose: ChooseEngine) -> int:
        """All that follows the intake; how many articles were taken over."""
        with self.clock.stage("articles"):
            n_reused = articles.run(choose, self.report)
        self.draft.append(PROBLEMS, PROBLEMS.from_rows(intake.problems))
        for name, step in _collection_steps(self.settings).items():
            self._step(name, step, articles, stages)
        self._index(articles, stages)
        return n_reused

    def _step(self, name: str, step: CollectionStep, articles: ArticleStage, stages: Stages) -> None:
        self.report(Progress(name.capitalize(), 0))
        with self.clock.stage(name):
            if stages.take(name, step):
                return
            read = Reading(self.draft)
            for table, rows in step(Collection(articles.words(), read, self.clock.stage)):
                self.draft.append(table, rows)
            stages.record(name, step, {*read.files, *WORD_FILES}, [file_of(table.name) for table in step.tables])

    def _index(self, articles: ArticleStage, stages: Stages) -> None:
        self.report(Progress("Search index", 0))
        with self.clock.stage("index"):
            is_written = articles.finish_index()
            if stages.take("index"):
                return
            if not is_written:
                write_index(articles.words(), self.draft.folder / INDEX_NAME)
            stages.record("index", None, WORD_FILES, [INDEX_NAME])


def _found(paths: Sequence[Path], sources: Sources) -> Iterator[Item | Problem]:
    """What is at `paths`; a bundle among them stands for what it was built from."""
    for is_stored, group in groupby(paths, key=is_bundle):
        if is_stored:
            yield from chain.from_iterable(stored_items(open_source(path)) for path in group)
        else:
            yield from read_items(group, sources)


def _collection_steps(settings: Settings) -> dict[str, CollectionStep]:
    """The steps over the whole collection, in their order: each may read what those before it wrote."""
    return {"stories": stories.STEP, "keywords": settings.keywords, "topics": settings.topics}


def _stated(intake: Intake, settings: Settings) -> dict[str, Any]:
    """What the manifest says of what the bundle was made from."""
    stated = settings.as_dict()
    return {
        "format": FORMAT,
        "program": VERSION,
        "settings": stated,
        "cleaning_rules": [rule for rule in RULES if rule not in settings.cleaning.off],
        "corpus_fingerprint": intake.corpus_fingerprint,
        "metadata_fingerprint": intake.metadata_fingerprint,
        "fingerprint": _fingerprint(intake, stated),
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

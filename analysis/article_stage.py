"""Article stage: the rows of single articles, from workers or from an earlier build, in the order of the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pyarrow as pa

from analysis.article_work import ArticleWork
from analysis.bundle import Bundle
from analysis.drafts import Draft
from analysis.engines import Engine
from analysis.intake import Intake
from analysis.manifest import file_of
from analysis.progress import Progress, Report
from analysis.reuse import Plan
from analysis.schema import Table
from analysis.search import INDEX_NAME, IndexWriter
from analysis.settings import Settings
from analysis.staging import ITEMS, staged_rows
from analysis.steps import words
from analysis.stored_words import VOCABULARY, WORD_STREAMS, read_words, stream_rows
from analysis.word_ids import WordIds, WordIdsWriter
from analysis.work_keys import ARTICLE_KEYS, work_keys

# What the words of all articles are read from.
WORD_FILES = (file_of(WORD_STREAMS.name), file_of(VOCABULARY.name))

_BATCH_ARTICLES = 200
_WORDS = "words.bin"

# How to run so many batches.
ChooseEngine = Callable[[int], Engine]


@dataclass(slots=True)
class ArticleStage:
    """Fills the tables of single articles in `draft`; what `bundles` have of them is taken over.

    While articles are worked on, a thread stores the items and another fills the search index.
    """

    draft: Draft
    intake: Intake
    settings: Settings
    bundles: Sequence[Bundle]
    _words: WordIds | None = field(default=None, init=False)
    _index: IndexWriter | None = field(default=None, init=False)
    _is_closed: Event = field(default_factory=Event, init=False)

    def run(self, choose: ChooseEngine, report: Report) -> int:
        """Do the work; how many articles were taken over."""
        keys = work_keys(self.intake, self.settings)
        plan = Plan.of(self.intake.places, keys, self.bundles)
        same = plan.same()
        with ThreadPoolExecutor(1, "items") as aside:
            kept = aside.submit(self._keep_items, same)
            if same:
                for table in (*_stored(self._work()), ARTICLE_KEYS, VOCABULARY):
                    self.draft.take(same, file_of(table.name))
                report(Progress("Articles", len(keys), len(keys)))
            else:
                self.draft.append(ARTICLE_KEYS, keys)
                self._work_on(plan, keys, choose, report)
            kept.result()
        return plan.n_reused

    def _work_on(self, plan: Plan, keys: pa.Table, choose: ChooseEngine, report: Report) -> None:
        self._index = IndexWriter(self.draft.folder / INDEX_NAME)
        try:
            self._words = self._store(_worked(self._work(), plan, choose), keys, report)
        except BaseException:
            self.close()
            raise

    def _keep_items(self, same: Bundle | None) -> None:
        if same and same.manifest["metadata_fingerprint"] == self.intake.metadata_fingerprint:
            self.draft.take(same, file_of(ITEMS.name))
            return
        for rows in staged_rows(self.intake.staged, self.intake.places):
            if self._is_closed.is_set():
                return
            self.draft.append(ITEMS, rows)

    def words(self) -> WordIds:
        """The words of all articles."""
        if self._words is None:
            streams, vocabulary = (self.draft.batches(table.name) for table in (WORD_STREAMS, VOCABULARY))
            self._words = read_words(streams, vocabulary, self._words_file)
        return self._words

    def finish_index(self) -> bool:
        """Wait until the search index is whole; False where no thread fills one, since no article was worked on."""
        if self._index is None:
            return False
        self._index.finish()
        return True

    def close(self) -> None:
        """Remove what is not part of the tables, and stop what still goes on."""
        self._is_closed.set()
        if self._index is not None:
            self._index.drop()
        self._words = None
        self._words_file.unlink(missing_ok=True)

    @property
    def _words_file(self) -> Path:
        return self.draft.folder / _WORDS

    def _work(self) -> ArticleWork:
        intake, settings = self.intake, self.settings
        steps = (settings.sentiment, words.STEP)
        off = frozenset(settings.cleaning.off)
        orders = intake.date_orders.decided_by(settings.sources.date_order)
        # Workers may have been started in another folder.
        staged = intake.staged.absolute()
        return ArticleWork(staged, intake.repeats, intake.shared_date, orders, off, steps, datetime.now(UTC))

    def _store(self, parts: Iterator[Mapping[Table, pa.Table]], keys: pa.Table, report: Report) -> WordIds:
        writer, done = WordIdsWriter(self._words_file), 0
        for tables in parts:
            for table, rows in tables.items():
                if table == words.STREAMS:
                    self._add_words(writer, rows)
                else:
                    self.draft.append(table, rows)
            done += len(tables[words.STREAMS])
            report(Progress("Articles", done, len(keys)))
        found = writer.finish()
        for rows in stream_rows(found, keys["article_id"]):
            self.draft.append(WORD_STREAMS, rows)
        self.draft.append(VOCABULARY, VOCABULARY.from_columns({"word": found.vocabulary}))
        return found

    def _add_words(self, writer: WordIdsWriter, rows: pa.Table) -> None:
        for part in writer.add(rows):
            if self._index is not None:
                self._index.add(part)


def _stored(work: ArticleWork) -> list[Table]:
    return [WORD_STREAMS if table == words.STREAMS else table for table in work.tables]


def _worked(work: ArticleWork, plan: Plan, choose: ChooseEngine) -> Iterator[Mapping[Table, pa.Table]]:
    """The rows of all articles, in their order, as many at a time as there are in a batch."""
    places = plan.fresh
    starts = range(0, len(places), _BATCH_ARTICLES)
    batches = (places[start : start + _BATCH_ARTICLES] for start in starts)
    with closing(choose(len(starts)).run(work, batches)) as results:
        yield from plan.rows(work.tables, results, _BATCH_ARTICLES) if plan.n_reused else results

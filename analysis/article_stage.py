"""Article stage: the rows of single articles, from workers or from an earlier build, in the order of the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa

from analysis.article_work import ArticleWork
from analysis.bundle import Bundle, Draft, file_of
from analysis.engines import Engine
from analysis.intake import Intake
from analysis.progress import Progress, Report
from analysis.reuse import Plan
from analysis.schema import Table
from analysis.settings import Settings
from analysis.staging import ITEMS, Place, staged_rows
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
    """Fills the tables of single articles in `draft`; what `bundles` have of them is taken over."""

    draft: Draft
    intake: Intake
    settings: Settings
    bundles: Sequence[Bundle]
    _words: WordIds | None = field(default=None, init=False)

    def run(self, choose: ChooseEngine, report: Report) -> int:
        """Do the work; how many articles were taken over."""
        keys = work_keys(self.intake, self.settings)
        plan = Plan.of(self.intake.places, keys, self.bundles)
        work = self._work()
        if same := plan.same():
            for table in (*_stored(work), ARTICLE_KEYS, VOCABULARY):
                self.draft.take(same, file_of(table.name))
            report(Progress("Articles", len(keys), len(keys)))
        else:
            self.draft.append(ARTICLE_KEYS, keys)
            self._words = self._store(_worked(work, plan, choose), keys, report)
        self._keep_items(same)
        return plan.n_reused

    def _keep_items(self, same: Bundle | None) -> None:
        if same and same.manifest["metadata_fingerprint"] == self.intake.metadata_fingerprint:
            self.draft.take(same, file_of(ITEMS.name))
            return
        for rows in staged_rows(self.intake.staged, self.intake.places):
            self.draft.append(ITEMS, rows)

    def words(self) -> WordIds:
        """The words of all articles."""
        if self._words is None:
            streams, vocabulary = (self.draft.batches(table.name) for table in (WORD_STREAMS, VOCABULARY))
            self._words = read_words(streams, vocabulary, self._words_file)
        return self._words

    def clear(self) -> None:
        """Remove what is not part of the tables."""
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
                    writer.add(rows)
                else:
                    self.draft.append(table, rows)
            done += len(tables[words.STREAMS])
            report(Progress("Articles", done, len(keys)))
        found = writer.finish()
        for rows in stream_rows(found, keys["article_id"]):
            self.draft.append(WORD_STREAMS, rows)
        self.draft.append(VOCABULARY, VOCABULARY.from_columns({"word": found.vocabulary}))
        return found


def _stored(work: ArticleWork) -> list[Table]:
    return [WORD_STREAMS if table == words.STREAMS else table for table in work.tables]


def _worked(work: ArticleWork, plan: Plan, choose: ChooseEngine) -> Iterator[Mapping[Table, pa.Table]]:
    """The rows of all articles, in their order, as many at a time as there are in a batch."""
    batches = _batches(plan.fresh)
    with closing(choose(len(batches)).run(work, batches)) as results:
        yield from plan.rows(work.tables, results, _BATCH_ARTICLES) if plan.n_reused else results


def _batches(places: Sequence[Place]) -> list[Sequence[Place]]:
    return [places[start : start + _BATCH_ARTICLES] for start in range(0, len(places), _BATCH_ARTICLES)]

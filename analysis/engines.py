"""Engines: where batches of article work run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext
from typing import Any, Protocol, TypeVar

from analysis.errors import BroadsheetError

# Imported by the process that workers are forked from: it loads what each of them would load.
_PRELOADED = ["analysis.article_work", "analysis.ready"]

# So many items are worth worker processes, most likely.
_MANY_ITEMS = 500

# Batches under way for each worker: enough that none waits, few enough to hold.
_AHEAD = 3


T = TypeVar("T")


class Engine(Protocol):
    """Runs a function over batches."""

    def run(self, work: Callable[[Any], Any], batches: Iterable[Any]) -> Generator[Any, None, None]:
        """`work` of each batch, in the order of the batches, whatever finishes first.

        What it holds for that, such as processes, goes when the generator is closed.
        """
        ...


@dataclass(frozen=True, slots=True)
class ThisProcess:
    """Runs one batch after the other, here."""

    def run(self, work: Callable[[Any], Any], batches: Iterable[Any]) -> Generator[Any, None, None]:
        """`work` of each batch, in order."""
        yield from map(work, batches)


@dataclass(frozen=True, slots=True)
class LocalProcesses:
    """Runs batches in worker processes of this machine, which end when this process does."""

    n_workers: int

    def run(self, work: Callable[[Any], Any], batches: Iterable[Any]) -> Generator[Any, None, None]:
        """`work` of each batch, in order; `work` is sent to each worker once.

        Raises:
            BroadsheetError: a worker was killed, by the system when memory ran out, for example.
        """
        with ProcessPoolExecutor(self.n_workers, _forking(), _start_worker, (work,)) as pool:
            pending: deque[Future[Any]] = deque()
            try:
                for batch in batches:
                    pending.append(pool.submit(_work_on, batch))
                    if len(pending) >= _AHEAD * self.n_workers:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            except BrokenProcessPool as error:
                raise BroadsheetError(
                    "a worker process was killed, perhaps because memory ran out; "
                    "try again with --workers 1 or on a machine with more memory"
                ) from error
            finally:
                for future in pending:
                    future.cancel()


def choose_engine(n_workers: int | None, n_batches: int) -> Engine:
    """The engine for this many batches; `n_workers` is by default the number of processors.

    Starting processes costs more than a few batches do.
    """
    wanted = _wanted(n_workers)
    return LocalProcesses(min(wanted, n_batches)) if wanted > 1 and n_batches > 1 else ThisProcess()


def start_ahead(n_workers: int | None, items: Iterable[T]) -> Iterator[T]:
    """`items` as they are; when they become many, the process is started that workers will be forked from.

    It loads models for seconds, beside whoever reads the items.
    """
    for number, item in enumerate(items):
        if number == _MANY_ITEMS and _wanted(n_workers) > 1:
            _forking()
            forkserver.ensure_running()
        yield item


def _forking() -> ForkServerContext:
    """How workers start: forked from a process that has loaded what each of them needs."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _wanted(n_workers: int | None) -> int:
    return n_workers or len(os.sched_getaffinity(0))


_work: Callable[[Any], Any] | None = None


def _start_worker(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    # A terminal sends Ctrl-C to workers too; the parent alone answers it, and takes them along.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work_on(batch: Any) -> Any:
    if _work is None:
        raise RuntimeError("this worker was not started by an engine")
    return _work(batch)

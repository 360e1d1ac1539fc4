"""Cluster: batches of article work on the workers of a Dask cluster, this machine's or others'.

Dask is an optional package: nothing of it is loaded before a cluster is asked for.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import shutil
import signal
import time
import warnings
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any

from analysis.errors import BroadsheetError
from analysis.program import differences, program_state
from analysis.remote_work import another_program, by_name, pack, pick_up

# Batches under way for each thread of the cluster: enough that none waits, few enough to hold their results.
_AHEAD = 3

# More than the building machine could take in while one batch is worked on: so memory has a bound whatever the cluster.
_MOST_AHEAD = 64

# Seconds for a scheduler to answer, for a first worker to come, and for one to come back when all were lost.
_ANSWER = 5
_FIRST_WORKER = 10
_COME_BACK = 60
_GLANCE = 5

_SILENCE = logging.CRITICAL + 1

# Packages in which all parts of a cluster speak to each other.
_PROTOCOL = ("dask", "distributed")


@dataclass(frozen=True, slots=True)
class DaskCluster:
    """Runs batches on the workers behind `client`."""

    client: Any

    def run(self, work: Any, batches: Iterable[Any]) -> Generator[Any, None, None]:
        """`work` of each batch, in order; at most `_MOST_AHEAD` batches are under way or held at a time.

        `work` has a path `staged`, of which batches are rows, and makes batches with their items, `packed`. It goes to
        the scheduler once, from where each worker has it once. Workers that see the folder of the staged file read the
        items there, and put their results there; others are sent the items, and send results back. What a lost worker
        had is done again by the others.

        Raises:
            BroadsheetError: no worker is left, the scheduler is lost, a worker has another program, or one batch ends
                every worker that gets it.
        """
        with _folder_beside(work.staged) as shared:
            errands = _Errands(self.client, work, shared)
            pending = deque[tuple[Any, Any]]()
            for batch in batches:
                pending.append((batch, errands.send(batch)))
                if len(pending) >= errands.most_ahead():
                    yield errands.result(*pending.popleft())
            while pending:
                yield errands.result(*pending.popleft())


class _Errands:
    """One `work`, given to the workers batch by batch."""

    def __init__(self, client: Any, work: Any, shared: Path) -> None:
        self._client, self._plain, self._shared = client, work, shared
        self._name, self._numbers = f"broadsheet-{secrets.token_hex(4)}", count()
        self._by_name, self._program = by_name(), dict(program_state())
        with _told_clearly():
            seen = client.run(os.path.isdir, str(shared), on_error="return")
            # Unlike a scattered value that of a task is made again where the workers that held it are lost.
            self._work = client.submit(bytes, pack(work), key=f"{self._name}-work", pure=False)
        self._is_shared = all(answer is True for answer in seen.values())

    def most_ahead(self) -> int:
        """How many batches may be under way now."""
        with _told_clearly():
            n_threads: int = sum(self._client.nthreads().values())
        return min(_AHEAD * max(1, n_threads), _MOST_AHEAD)

    def send(self, batch: Any) -> Any:
        """The future of the batch: sent as row numbers where all workers see the folder, else with its items."""
        shared = str(self._shared) if self._is_shared else None
        packed = pack(batch if shared else self._plain.packed(batch))
        task = (self._by_name, self._work, self._program, shared, packed)
        with _told_clearly():
            return self._client.submit(*task, key=f"{self._name}-{next(self._numbers):07}", pure=False)

    def result(self, batch: Any, future: Any) -> Any:
        """The result of the batch, waited for as long as there is a worker."""
        with _told_clearly():
            found = self._wait(future)
            if found is None:
                # A worker came later, and does not see what the others see.
                self._is_shared = False
                found = self._wait(self.send(batch))
        return pick_up(found, self._shared)

    def _wait(self, future: Any) -> Any:
        idle_since: float | None = None
        while True:
            try:
                return future.result(timeout=_GLANCE)
            except TimeoutError:
                if self._is_any_running():
                    idle_since = None
                    continue
            idle_since = idle_since or time.monotonic()
            if time.monotonic() - idle_since > _COME_BACK:
                raise BroadsheetError(
                    "all workers of the cluster are gone, or have paused since their memory is full; start them "
                    "(with more memory) and build again"
                )

    def _is_any_running(self) -> bool:
        workers = self._client.scheduler_info(n_workers=-1)["workers"]
        return any(worker["status"] == "running" for worker in workers.values())


@contextmanager
def _folder_beside(staged: Path) -> Iterator[Path]:
    """A new folder for results; gone afterwards."""
    folder = staged.with_name(f"results-{secrets.token_hex(4)}")
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _told_clearly() -> Iterator[None]:
    """What Dask says of a cluster that fails, as errors of this program."""
    from distributed import CancelledError, KilledWorker

    try:
        yield
    except KilledWorker as error:
        raise BroadsheetError(
            "several workers of the cluster ended while they worked on the same articles, perhaps because memory "
            "ran out; give each worker more of it"
        ) from error
    except ImportError as error:
        raise BroadsheetError(f"a worker cannot load Broadsheet ({error}); {_HOW_TO_START}") from error
    except (CancelledError, OSError) as error:
        raise BroadsheetError("the scheduler of the cluster was lost; start it and build again") from error


@contextmanager
def dask_cluster(address: str | None, n_workers: int | None) -> Iterator[DaskCluster]:
    """The cluster whose scheduler is at `address`; without one, so many processes of this machine.

    Raises:
        BroadsheetError: Dask is not installed, nobody answers at `address`, or the workers have no or another program.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise BroadsheetError(
            "--engine dask needs the package Dask: python -m pip install -r requirements-dask.txt"
        ) from error
    with _quiet():
        if address is None:
            with _of_this_machine(n_workers) as cluster, Client(cluster) as client:
                yield DaskCluster(client)
            return
        _ask(address)
        with _told_clearly():
            client = Client(address, timeout=_ANSWER)
        with client:
            with _told_clearly():
                _check(client, address)
            yield DaskCluster(client)


def _ask(address: str) -> None:
    """Raise unless a scheduler answers: a client would wait for minutes for one that accepts and says nothing."""
    from distributed.core import rpc

    async def ask() -> None:
        async with rpc(address) as scheduler:
            await asyncio.wait_for(scheduler.identity(), _ANSWER)

    try:
        # In a thread of its own: the caller's may run a loop, as those of notebooks and of browsers' drivers do.
        with ThreadPoolExecutor(1) as apart:
            apart.submit(lambda: asyncio.run(ask())).result()
    # Whatever else may be listening there answers in its own way, which is taken for lengths of messages, for example.
    except Exception as error:
        start = "start one with `python -m dask scheduler`"
        raise BroadsheetError(
            f"{address}: no Dask scheduler answers there ({error or 'no answer'}); {start}"
        ) from error


def _of_this_machine(n_workers: int | None) -> Any:
    """A cluster of so many processes, whom Ctrl-C does not reach: this one answers it, and takes them along."""
    from distributed import LocalCluster

    # It would undo the mask when it is started.
    resource_tracker.ensure_running()
    held = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        # The threads that are started here, and their processes, keep the mask.
        return LocalCluster(
            n_workers=n_workers, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=_SILENCE
        )
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask has to say of lost connections and of versions is said by the errors here."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(_SILENCE)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="distributed")
        yield


def _check(client: Any, address: str) -> None:
    """Raise unless the scheduler speaks as this machine does, and all workers have its program."""
    try:
        client.wait_for_workers(1, timeout=_FIRST_WORKER)
    except TimeoutError as error:
        start = f"python -m dask worker {address}"
        raise BroadsheetError(f"{address}: the scheduler has no workers; start some with `{start}`") from error
    versions = client.get_versions()
    here = _protocol(versions["client"])
    if differing := differences(_protocol(versions["scheduler"]), here):
        raise BroadsheetError(another_program(f"{address}: the scheduler", differing))
    for worker, found in sorted(versions["workers"].items()):
        if differing := differences(_protocol(found), here):
            raise BroadsheetError(another_program(f"{worker}: this worker", differing))
    for worker, found in sorted(client.run(program_state, on_error="return").items()):
        if isinstance(found, BaseException):
            raise BroadsheetError(f"{worker}: this worker cannot load Broadsheet ({found}); {_HOW_TO_START}")
        if differing := differences(found, program_state()):
            raise BroadsheetError(another_program(f"{worker}: this worker", differing))


def _protocol(versions: Mapping[str, Any]) -> dict[str, str]:
    """What has to be the same for the parts of a cluster to understand each other."""
    python = ".".join(versions["host"]["python"].split(".")[:2])
    return {"Python": python, **{name: versions["packages"][name] for name in _PROTOCOL}}


_HOW_TO_START = (
    "start it with `python -m dask worker` in the folder of the program, with the Python that has its packages"
)

"""Cluster: batches of article work on the workers of a Dask cluster, this machine's or others'.

Dask is an optional package: nothing of it is loaded before a cluster is asked for.
"""

from __future__ import annotations

import logging
import pickle
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import BroadsheetError
from analysis.program import program_digest

# Batches under way for each thread of the cluster: enough that none waits, few enough to hold their results.
_AHEAD = 3

# Seconds for a scheduler to answer, for a first worker to come, and for one to come back when all were lost.
_ANSWER = 5
_FIRST_WORKER = 10
_COME_BACK = 60
_GLANCE = 5

_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class DaskCluster:
    """Runs batches on the workers behind `client`."""

    client: Any

    def run(self, work: Any, batches: Iterable[Any]) -> Iterator[Any]:
        """`work` of each batch, in order; only a few batches for each worker are under way or held at a time.

        `work` has a path `staged`, of which batches are rows, and makes batches with their items, `packed`. It goes to
        the scheduler once, from where each worker has it once. Workers read the items from the staged file where all
        of them see it; else they are sent. What a lost worker had is done again by the others.

        Raises:
            BroadsheetError: no worker is left, the scheduler is lost, or one batch ends every worker that gets it.
        """
        from distributed import CancelledError, KilledWorker

        if not self._see(work.staged):
            batches = map(work.packed, batches)
        name, pending = f"broadsheet-{secrets.token_hex(4)}", deque[Any]()
        try:
            # Unlike scattered values this one is made again where the workers that held it are lost.
            shared = self.client.submit(pickle.loads, pickle.dumps(work), key=f"{name}-work")
            for number, batch in enumerate(batches):
                task = (_work_on, shared, program_digest(), batch)
                pending.append(self.client.submit(*task, key=f"{name}-{number:07}", pure=False))
                if len(pending) >= self._ahead():
                    yield self._result(pending.popleft())
            while pending:
                yield self._result(pending.popleft())
        except KilledWorker as error:
            raise BroadsheetError(
                "several workers of the cluster ended while they worked on the same articles, perhaps because memory "
                "ran out; give each worker more of it"
            ) from error
        except (CancelledError, OSError) as error:
            raise BroadsheetError("the scheduler of the cluster was lost; start it and build again") from error
        finally:
            for future in pending:
                future.release()

    def _see(self, staged: Path) -> bool:
        """Whether all workers see the file."""
        sizes = self.client.run(_size_of, str(staged), on_error="return")
        return all(size == staged.stat().st_size for size in sizes.values())

    def _ahead(self) -> int:
        n_threads: int = sum(self.client.nthreads().values())
        return _AHEAD * max(1, n_threads)

    def _result(self, future: Any) -> Any:
        """The result, waited for as long as there is a worker."""
        alone_since: float | None = None
        while True:
            try:
                return future.result(timeout=_GLANCE)
            except TimeoutError:
                if self.client.nthreads():
                    alone_since = None
                    continue
            alone_since = alone_since or time.monotonic()
            if time.monotonic() - alone_since > _COME_BACK:
                raise BroadsheetError("all workers of the cluster are gone; start them and build again")


@contextmanager
def dask_cluster(address: str | None, n_workers: int | None) -> Iterator[DaskCluster]:
    """The cluster whose scheduler is at `address`; without one, so many processes of this machine.

    Raises:
        BroadsheetError: Dask is not installed, nobody answers at `address`, or the workers have no or another program.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise BroadsheetError(
            "--engine dask needs the package Dask: python -m pip install -r requirements-dask.txt"
        ) from error
    # What they have to say of lost connections is said by the errors here.
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    if address is None:
        with (
            LocalCluster(n_workers=n_workers, threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
            Client(cluster) as client,
        ):
            yield DaskCluster(client)
        return
    try:
        client = Client(address, timeout=_ANSWER)
    except (OSError, ValueError) as error:
        raise BroadsheetError(f"{address}: no Dask scheduler answers there; start one with `dask scheduler`") from error
    with client:
        _check_workers(client, address)
        yield DaskCluster(client)


def _check_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_FIRST_WORKER)
    except TimeoutError as error:
        start = f"dask worker {address}"
        raise BroadsheetError(f"{address}: the scheduler has no workers; start some with `{start}`") from error
    for worker, found in sorted(client.run(program_digest, on_error="return").items()):
        if isinstance(found, BaseException):
            raise BroadsheetError(
                f"{worker}: this worker cannot load Broadsheet ({found}); start it in the folder of the program, with "
                f"the Python that has its packages"
            )
        if found != program_digest():
            raise BroadsheetError(_ANOTHER_STATE.format(worker=worker))


_ANOTHER_STATE = (
    "{worker}: this worker has another version of Broadsheet or of a package that it uses; put the same on all "
    "machines and start the workers again"
)


def _size_of(path: str) -> int:
    return Path(path).stat().st_size


def _work_on(work: Callable[[Any], Any], program: str, batch: Any) -> Any:
    """`work` of the batch, in a worker: one batch at a time, since word splitters are not made for several threads."""
    if program_digest() != program:
        from distributed import get_worker

        raise BroadsheetError(_ANOTHER_STATE.format(worker=get_worker().address))
    with _ONE_AT_A_TIME:
        return work(batch)

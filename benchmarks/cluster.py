"""What the article stage costs the machine that builds, with local processes and with a Dask cluster.

    python -m benchmarks.cluster [--sizes 1000,5000,20000]

A scheduler and two workers are started on this machine. Each collection (`benchmarks/recombined.py`) is read and its
articles are worked on, then the build is stopped: by two local processes; by the workers, which see the folder of the
bundle; and by the workers where they do not, so that all is sent. Processors are shared by all, so seconds by the
clock say little of several machines; processor seconds do.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import psutil

from benchmarks.processes import machine
from benchmarks.recombined import ROOT, write_articles
from benchmarks.report import Table, publish

SIZES = (1_000, 5_000, 20_000)
N_WORKERS = 2
_ADDRESS = "tcp://127.0.0.1:{port}"
_ANOTHER_FOLDER_IN_EVERY_PROCESS = Path("/proc/self/cwd")
_PYTHON = (sys.executable, "-m")


class Cost(NamedTuple):
    """What working on the articles of one collection took, reading excluded but for memory.

    `peak_bytes` is the memory of the builder at the worst moment up to the last article, without pages of files that
    are mapped: the system has these back whenever it wants.
    """

    seconds: float
    builder: float
    scheduler: float
    workers: float
    peak_bytes: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler and its workers, on loopback."""

    address: str
    scheduler: psutil.Process
    workers: Sequence[psutil.Process]


def measure(articles: Path, out: Path, cluster: Cluster | None) -> Cost:
    """Build as far as the last article, in two local processes or on `cluster`."""
    how = ("--engine", "dask", "--scheduler", cluster.address) if cluster else ("--workers", str(N_WORKERS))
    command = [*_PYTHON, "analysis", "build", str(articles), "--out", str(out), *how, "--progress", "json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603 - our own
        command, cwd=articles.parent, env=environment, stderr=subprocess.PIPE, text=True
    ) as build:
        builder = psutil.Process(build.pid)
        peak, started, before, now = 0, time.perf_counter(), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)
        for line in build.stderr or ():
            stage = json.loads(line)["stage"] if line.startswith("{") else line
            if stage not in ("Reading", "Articles"):
                break
            peak, now = max(peak, _own_bytes(build.pid)), _spent(builder, cluster)
            if stage == "Reading":
                started, before = time.perf_counter(), now
        seconds = time.perf_counter() - started
        build.terminate()
        build.communicate()
    return Cost(seconds, now[0] - before[0], now[1] - before[1], now[2] - before[2], peak)


def _own_bytes(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("RssAnon"))


def _spent(builder: psutil.Process, cluster: Cluster | None) -> tuple[float, float, float]:
    """Processor seconds so far of the builder, the scheduler and the workers."""
    workers = cluster.workers if cluster else builder.children(recursive=True)
    scheduler = _seconds(cluster.scheduler) if cluster else 0.0
    return _seconds(builder), scheduler, sum(map(_seconds, workers))


def _seconds(process: psutil.Process) -> float:
    with suppress(psutil.Error):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


@contextmanager
def running_cluster(folder: Path, port: int) -> Iterator[Cluster]:
    """A cluster, warm: it has worked on the seeds."""
    address = _ADDRESS.format(port=port)
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with ExitStack() as stack:
        start = [("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"), *[worker] * N_WORKERS]
        first, *others = [stack.enter_context(_running(one, folder)) for one in start]
        cluster = Cluster(address, first, others)
        time.sleep(5)
        measure(ROOT / "seeds" / "articles", folder / "warm", cluster)
        yield cluster


@contextmanager
def _running(command: Sequence[str], folder: Path) -> Iterator[psutil.Process]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603 - our own
        [*_PYTHON, "dask", *command], cwd=folder, env=environment, stderr=subprocess.DEVNULL
    ) as running:
        yield psutil.Process(running.pid)
        running.kill()


def row(n_articles: int, way: str, cost: Cost) -> tuple[str, ...]:
    """How a measurement is shown."""
    seconds = (cost.seconds, cost.builder, cost.scheduler, cost.workers)
    return (f"{n_articles:,} articles, {way}", *(f"{one:,.1f}" for one in seconds), f"{cost.peak_bytes / 1e6:,.0f}")


def measure_size(n_articles: int, folder: Path, cluster: Cluster) -> list[tuple[str, ...]]:
    """A row a way for one collection, which is made in `folder`."""
    articles = folder / "files" / f"{n_articles}.jsonl"
    articles.parent.mkdir(exist_ok=True)
    write_articles(articles, n_articles)
    ways = {
        "two local processes": (folder / "local", None),
        "shared folder": (folder / "shared", cluster),
        "sent": (_ANOTHER_FOLDER_IN_EVERY_PROCESS / "sent", cluster),
    }
    return [row(n_articles, way, measure(articles, out, on)) for way, (out, on) in ways.items()]


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cluster", description="What a cluster costs.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles")
    parser.add_argument("--port", type=int, default=18_787, help="of the scheduler on loopback")
    chosen = parser.parse_args()
    on = Table("Machine", ("",), machine())
    with tempfile.TemporaryDirectory() as folder, running_cluster(Path(folder), chosen.port) as cluster:
        rows = [one for size in chosen.sizes.split(",") for one in measure_size(int(size), Path(folder), cluster)]
    columns = ("seconds", "CPU seconds: builder", "scheduler", "workers", "peak MB of the builder")
    publish("cluster", "python -m benchmarks.cluster", [Table("Article stage", columns, rows), on])


if __name__ == "__main__":
    main()

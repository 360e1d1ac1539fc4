"""Processes: the time and memory of a command with all the processes that it starts."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import psutil

_EVERY_SECONDS = 0.1
_PACKAGES = ("pyarrow", "numpy", "scikit-learn", "nltk")


class Cost(NamedTuple):
    """What a command took: seconds by the clock and of processors, and bytes of memory at the worst moment.

    Memory that processes share is counted once.
    """

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    output: str


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder`, looking at all its processes ten times a second.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    started = time.perf_counter()
    cpu: dict[int, float] = {}
    peak = 0
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603 - our own
        first = psutil.Process(running.pid)
        while running.poll() is None:
            peak = max(peak, _look_at(first, cpu))
            time.sleep(_EVERY_SECONDS)
        seconds = time.perf_counter() - started
        output = running.stdout.read() if running.stdout else ""
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, list(command))
    return Cost(seconds, sum(cpu.values()), peak, output)


def _look_at(first: psutil.Process, cpu: dict[int, float]) -> int:
    """Note the processor seconds of each process so far; the bytes that they hold together."""
    held = 0
    with suppress(psutil.Error):
        for process in (first, *first.children(recursive=True)):
            with suppress(psutil.Error):
                times = process.cpu_times()
                cpu[process.pid] = times.user + times.system
                held += process.memory_full_info().pss
    return held


def machine() -> list[tuple[str, str]]:
    """What the figures were measured on, and with."""
    name = next((line for line in _lines("/proc/cpuinfo") if line.startswith("model name")), ":").partition(":")[2]
    rows = [
        ("processor", name.strip() or platform.machine()),
        ("processors used", str(len(os.sched_getaffinity(0)))),
        ("memory", f"{psutil.virtual_memory().total / 1e9:.0f} GB"),
        ("busy with other work at the start", f"{os.getloadavg()[0]:.1f} processes"),
        ("system", f"{platform.system()} {platform.release()}, Python {platform.python_version()}"),
    ]
    return [*rows, *((package, version(package)) for package in _PACKAGES)]


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()

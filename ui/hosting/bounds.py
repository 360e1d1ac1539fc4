"""Bounds: what the process of one build may take of the machine."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import OUT_OF_MEMORY

_LOWER_PRIORITY = 10

# One thread and one pool: memory is what the process holds, and not what libraries set aside.
_FRUGAL = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}

# The system refuses memory beyond this many times the bound, for what grows faster than anybody looks. Not at the
# bound itself: OpenBLAS asks again and again for what it is refused, and so would never end.
_SLACK = 2
# The index is written by a thread of its own.
_PROCESSORS = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """Seconds by the clock, megabytes of memory, and megabytes a file; 0 is no limit."""

    seconds: int = 0
    memory_mb: int = 0
    file_mb: int = 0

    @property
    def environment(self) -> Mapping[str, str]:
        """What the process finds in its environment."""
        return _FRUGAL if self.memory_mb else {}

    @property
    def arguments(self) -> list[str]:
        """What the process is told: the memory is that of one process, so there is one."""
        return ["--workers", "1"] if self.memory_mb else []

    def hold(self, pid: int) -> None:
        """Let all others go before a process that was just started, and have the system end it where nobody looks.

        For `excess` tells only who asks. Linux alone can do that.
        """
        limits = {
            resource.RLIMIT_DATA: 1_000_000 * _SLACK * self.memory_mb,
            resource.RLIMIT_FSIZE: 1_000_000 * self.file_mb,
            resource.RLIMIT_CPU: _PROCESSORS * self.seconds,
        }
        with suppress(ProcessLookupError):
            for kind, most in limits.items():
                if most:
                    resource.prlimit(pid, kind, (most, most))
            if any(limits.values()):
                os.setpriority(os.PRIO_PROCESS, pid, _LOWER_PRIORITY)

    def excess(self, pid: int, seconds: float) -> str:
        """Why a process that has run for so many `seconds` may not go on; empty where it may."""
        if self.seconds and seconds > self.seconds:
            return self._too_long
        return self._too_large if self.memory_mb and _held_bytes(pid) > 1_000_000 * self.memory_mb else ""

    def told_by(self, code: int) -> str:
        """What of them the system enforced on a process that ended with `code`; empty where it was none.

        Libraries in C end by a signal where they are refused memory.
        """
        if self.seconds and code == -signal.SIGXCPU:
            return self._too_long
        return self._too_large if self.memory_mb and (code == OUT_OF_MEMORY or code < 0) else ""

    @property
    def _too_long(self) -> str:
        return f"it took longer than the {self.seconds:,} seconds it may take here; give fewer articles"

    @property
    def _too_large(self) -> str:
        return f"it needed more than the {self.memory_mb:,} MB of memory it may have here; give fewer articles"


def _held_bytes(pid: int) -> int:
    """The memory that a process holds for itself; files that it only looks into are not counted. 0 when it is gone."""
    try:
        _, resident, shared, *_ = map(int, Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return 0
    return (resident - shared) * resource.getpagesize()

"""Building: a bundle made by a process of its own, watched by whoever waits for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from analysis.errors import BroadsheetError
from analysis.progress import Pace, Progress
from analysis.settings import Settings
from ui.hosting import LOG, Bounds

_ROOT = Path(__file__).resolve().parent.parent
_GLANCE_SECONDS = 0.2
_PATIENCE_SECONDS = 5.0


@dataclass(slots=True)
class Build:
    """A build that runs or has ended, and what was asked for: its paths, and its settings as JSON."""

    process: subprocess.Popen[str]
    asked: tuple[tuple[Path, ...], str]
    bounds: Bounds = field(default_factory=Bounds)
    pace: Pace = field(default_factory=Pace)
    messages: list[str] = field(default_factory=list)
    reader: threading.Thread | None = None
    excess: str = ""

    def listen(self) -> None:
        """Tell the process its settings, and take in what it says, to its end."""
        began = time.monotonic()
        threading.Thread(target=self._hold, args=(began,), daemon=True).start()
        self._listen()
        how = "done" if self.process.returncode == 0 else "over its bounds" if self.excess else "failed"
        LOG.info("build %s with %s after %.1f s", how, self.process.returncode, time.monotonic() - began)

    @property
    def failure(self) -> str:
        """Why it came to nothing; empty where it did not."""
        code = self.process.returncode
        said = self.messages[-1] if self.messages else f"it ended with {code}"
        return "" if code == 0 else self.excess or self.bounds.told_by(code) or said.removeprefix("error: ")

    def _hold(self, began: float) -> None:
        """End the process when it takes more than it may."""
        while self.process.poll() is None:
            self.excess = self.bounds.excess(self.process.pid, time.monotonic() - began)
            if self.excess:
                self.process.kill()
                return
            time.sleep(_GLANCE_SECONDS)

    def _listen(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stderr is not None
        with suppress(BrokenPipeError), self.process.stdin as told:
            told.write(self.asked[1])
        for line in self.process.stderr:
            try:
                self.pace.note(Progress(**json.loads(line)))
            except (ValueError, TypeError):
                self.messages.append(line.strip())
        self.process.wait()


def start(paths: Sequence[Path], out: Path, settings: Settings | None = None, bounds: Bounds | None = None) -> Build:
    """The build of `paths` into the bundle `out`: the one that is under way, or a new one, held to `bounds`.

    It runs in a process of its own: the server stays quick, and its memory goes when it ends.

    Raises:
        BroadsheetError: a build of something else into `out` is under way.
    """
    asked = (tuple(paths), json.dumps((settings or Settings()).as_dict()))
    with _lock():
        running = _running()
        if out in running and running[out].process.poll() is None:
            if running[out].asked != asked:
                raise BroadsheetError("This collection is being analysed already; wait for that to end and try again")
            return running[out]
        bounds = bounds or Bounds()
        running[out] = build = Build(_process(paths, out, bounds), asked, bounds)
        build.reader = threading.Thread(target=build.listen, daemon=True)
        build.reader.start()
        return build


def _process(paths: Sequence[Path], out: Path, bounds: Bounds) -> subprocess.Popen[str]:
    """The program's own `build`, waiting for its settings."""
    command = [sys.executable, "-m", "analysis", "build", *map(str, paths), "--out", str(out), *bounds.arguments]
    process = subprocess.Popen(  # noqa: S603 - our own program, its arguments paths of our own making
        [*command, "--settings", "-", "--progress", "json"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **bounds.environment},
    )
    bounds.hold(process.pid)
    return process


def watch(build: Build) -> None:
    """Show how far `build` is until it ends.

    Raises:
        BroadsheetError: it failed; the message says why.
    """
    bar = st.progress(0.0, "Starting")
    while build.process.poll() is None:
        outlook = build.pace.outlook()
        bar.progress(outlook.share, outlook.said())
        time.sleep(_GLANCE_SECONDS)
    if build.reader is not None:
        build.reader.join(timeout=_PATIENCE_SECONDS)
    bar.empty()
    if build.failure:
        raise BroadsheetError(build.failure)


def stop(build: Build) -> None:
    """End `build` if it still runs; it changes nothing then."""
    build.process.terminate()
    try:
        build.process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        # It is deep in a library, which hears of no signal but this one.
        build.process.kill()
        build.process.wait()


@st.cache_resource(show_spinner=False)
def _running() -> dict[Path, Build]:
    return {}


@st.cache_resource(show_spinner=False)
def _lock() -> threading.Lock:
    return threading.Lock()

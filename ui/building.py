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

_ROOT = Path(__file__).resolve().parent.parent
_GLANCE_SECONDS = 0.2


@dataclass(slots=True)
class Build:
    """A build that runs or has ended, and what was asked for: its paths, and its settings as JSON."""

    process: subprocess.Popen[str]
    asked: tuple[tuple[Path, ...], str]
    pace: Pace = field(default_factory=Pace)
    messages: list[str] = field(default_factory=list)
    reader: threading.Thread | None = None

    def listen(self) -> None:
        """Tell the process its settings, and take in what it says, to its end."""
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


def start(paths: Sequence[Path], out: Path, settings: Settings | None = None) -> Build:
    """The build of `paths` into the bundle `out`: the one that is under way, or a new one.

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
        running[out] = build = Build(_process(paths, out), asked)
        build.reader = threading.Thread(target=build.listen, daemon=True)
        build.reader.start()
        return build


def _process(paths: Sequence[Path], out: Path) -> subprocess.Popen[str]:
    """The program's own `build`, waiting for its settings."""
    command = [sys.executable, "-m", "analysis", "build", *map(str, paths), "--out", str(out)]
    return subprocess.Popen(  # noqa: S603 - our own program, its arguments paths of our own making
        [*command, "--settings", "-", "--progress", "json"],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


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
        build.reader.join(timeout=5)
    bar.empty()
    if build.process.returncode != 0:
        said = build.messages[-1] if build.messages else f"it ended with {build.process.returncode}"
        raise BroadsheetError(said.removeprefix("error: "))


def stop(build: Build) -> None:
    """End `build` if it still runs; it changes nothing then."""
    build.process.terminate()
    build.process.wait()


@st.cache_resource(show_spinner=False)
def _running() -> dict[Path, Build]:
    return {}


@st.cache_resource(show_spinner=False)
def _lock() -> threading.Lock:
    return threading.Lock()

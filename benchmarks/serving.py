"""Serving: the dashboard on a port of its own, as a process that can be measured."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent

_LOOKS, _LOOK_EVERY_SECONDS = 240, 0.25


@contextmanager
def serving(script: Path, **environment: str) -> Iterator[tuple[str, int]]:
    """A server of `script` on a free port: its address and its process.

    Raises:
        ChildProcessError: it ended.
        TimeoutError: it does not answer within a minute.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    arguments = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BROADSHEET_")}
    with subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, "-m", "streamlit", "run", str(script), *arguments],
        cwd=script.parent,
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            address = f"http://localhost:{port}"
            _await_health(address, server)
            yield address, server.pid
        finally:
            server.terminate()


def _await_health(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(_LOOKS):
        if server.poll() is not None:
            raise ChildProcessError("the server ended")
        try:
            urlopen(f"{address}/_stcore/health", timeout=1).read()  # noqa: S310 - our own
        except (URLError, OSError):
            time.sleep(_LOOK_EVERY_SECONDS)
        else:
            return
    raise TimeoutError(address)

"""Servers to test against, and a page that is waited for."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]

HEIGHT = 900
_TO_TAKE_ITS_PLACE = 10_000

# The links of the articles that a page lists as evidence.
ENTRY_LINK = "[class*=st-key-entry_] [data-testid=stPageLink] a"


@contextmanager
def serving(script: Path, **environment: str) -> Iterator[tuple[str, int]]:
    """A server of `script` on a free port: its address and its process."""
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
    with subprocess.Popen(
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
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            urlopen(f"{address}/_stcore/health", timeout=1).read()
        except (URLError, OSError):
            time.sleep(0.25)
        else:
            return
    raise TimeoutError(address)


def settle(page: Any) -> None:
    """Wait until the script of the page has run and all of it is drawn; then wait for what you expect on it."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1").wait_for()
    page.wait_for_function("!document.querySelector('[data-stale=true], [data-testid=stSkeleton]')")


def assert_fits(page: Any) -> None:
    """Nothing on the page is wider than the window, when all has taken its place."""
    page.wait_for_function(
        "main => main.scrollWidth <= main.clientWidth",
        arg=page.get_by_test_id("stMain").element_handle(),
        timeout=_TO_TAKE_ITS_PLACE,
    )


def widen(page: Any, width: int) -> None:
    """Give the window another width, in which the page fits."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    settle(page)
    assert_fits(page)


def visit(page: Any, url: str) -> Any:
    """Open `url` in `page`, and wait."""
    page.goto(url)
    settle(page)
    return page

"""One server for all browser tests, and windows that hear every complaint."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.bundle import Bundle
from analysis.pipeline import build
from tests.browser.driving import HEIGHT, ROOT, serving
from tests.pages.making import hostile, write_rows

HOSTILE = "hostile_collection_key"

# Streamlit asks for these below the path of every page that is opened by a deep link, and does without.
_HARMLESS = ("_stcore/health", "_stcore/host-config")
_PATIENCE = 60_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def dashboard(chromium: Any, sample: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard over the sample, which also holds an upload with hostile articles."""
    workspace = tmp_path_factory.mktemp("workspace")
    shutil.copytree(sample.folder, workspace / "sample")
    upload = workspace / "uploads" / HOSTILE
    build([write_rows(hostile(), upload / "input")], upload / "bundle", n_workers=1)
    with serving(ROOT / "app.py", BROADSHEET_WORKSPACE=str(workspace)) as (address, _):
        yield address


@pytest.fixture(scope="session")
def profile(chromium: Any) -> Iterator[tuple[Any, Complaints]]:
    """A profile that windows share, so that the files of the dashboard itself are loaded once; and its complaints."""
    complaints = Complaints()
    context = _context(chromium, complaints)
    yield context, complaints
    context.close()


@pytest.fixture
def window(chromium: Any, profile: tuple[Any, Complaints]) -> Iterator[Callable[..., Any]]:
    """Opens a new window; `fresh`: of a profile of its own. Nothing in it may call out or complain.

    The dashboard keeps nothing in a profile: every window is a new visitor.
    """
    pytest.importorskip("playwright.sync_api").expect.set_options(timeout=_PATIENCE)
    shared, complaints = profile
    contexts: list[Any] = []

    def _window(width: int = 1440, scheme: str = "light", fresh: bool = False) -> Any:
        if fresh:
            contexts.append(_context(chromium, complaints))
        page = (contexts[-1] if fresh else shared).new_page()
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        return page

    yield _window
    for page in shared.pages:
        page.close()
    for context in contexts:
        context.close()
    shared.clear_cookies()
    assert complaints.take() == []


def _context(chromium: Any, complaints: Complaints) -> Any:
    context = chromium.new_context(reduced_motion="reduce")
    context.set_default_timeout(_PATIENCE)
    context.on("request", complaints.note_request)
    context.on("console", complaints.note_message)
    context.on("weberror", lambda error: complaints.heard.append(str(error.error)))
    return context


class Complaints:
    """What windows complained of, and whom outside they called."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def note_request(self, sent: Any) -> None:
        if not sent.url.startswith(("http://localhost:", "ws://localhost:", "blob:", "data:")):
            self.heard.append(f"called {sent.url}")

    def note_message(self, message: Any) -> None:
        if message.type == "error" and not message.location["url"].endswith(_HARMLESS):
            self.heard.append(message.text)

    def take(self) -> list[str]:
        """All that was heard since it was asked last."""
        taken, self.heard = self.heard, []
        return taken

"""One server for all browser tests, and windows that hear every complaint."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from analysis.bundle import Bundle
from analysis.pipeline import build
from tests.browser.driving import ROOT, serving
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


@pytest.fixture
def window(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Opens a new window: one without a memory of what others did. Nothing in it may call out or complain."""
    pytest.importorskip("playwright.sync_api").expect.set_options(timeout=_PATIENCE)
    contexts: list[Any] = []
    outside: list[str] = []
    complaints: list[str] = []

    def _heard(message: Any) -> None:
        if message.type == "error" and not message.location["url"].endswith(_HARMLESS):
            complaints.append(message.text)

    def _window(width: int = 1440, scheme: str = "light") -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        context.set_default_timeout(_PATIENCE)
        context.on("request", lambda sent: None if _is_local(sent.url) else outside.append(sent.url))
        context.on("console", _heard)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        return context.new_page()

    yield _window
    for context in contexts:
        context.close()
    assert outside == []
    assert complaints == []


def _is_local(url: str) -> bool:
    return url.startswith(("http://localhost:", "ws://localhost:", "blob:", "data:"))

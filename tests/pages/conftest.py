"""Pages opened without a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]

OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> OpenPage:
    """Open a page over the bundle in a folder, with these parameters in the address."""

    def _open_page(page: str, folder: Path | None, **params: str | list[str]) -> AppTest:
        # The dashboard takes a bundle from its arguments, which are pytest's here.
        monkeypatch.setattr(sys, "argv", sys.argv[:1])
        monkeypatch.setenv("BROADSHEET_WORKSPACE", str(tmp_path / "workspace"))
        monkeypatch.setenv("BROADSHEET_BUNDLE", str(folder or ""))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        if page != "app.py":
            app.switch_page(page)
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    return _open_page

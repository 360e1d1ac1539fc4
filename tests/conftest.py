"""What tests share: bundles of small collections and one browser, each made once a run."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

# Tests run side by side already: threads of one would only wait for those of the others. It holds for libraries that
# are loaded after this, here and in the processes that tests start, whose compiled modules are kept.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest
from hypothesis import settings

from analysis.bundle import Bundle
from analysis.pipeline import build
from tests.dirty import write_dirty
from tests.pages.making import COLLECTIONS, write_rows

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "articles"

# No time decides a test: a machine may be busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Tests with these marks take long.
_LONG = ("browser", "quality")

Row = dict[str, Any]
BuildRows = Callable[..., Bundle]
BundleOf = Callable[[str], Bundle]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first: in the end no worker waits for another one's last file."""
    items.sort(key=lambda item: not any(map(item.get_closest_marker, _LONG)))


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Put back `__main__`: a page opened without a browser leaves its own there, which new processes would run."""
    kept = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = kept


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data outside the project; tests that use it are skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the development data is not here")
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The bundle of the sample collection."""
    return build([SEEDS], tmp_path_factory.mktemp("sample") / "bundle", n_workers=1)


@pytest.fixture(scope="session")
def bundle_of(sample: Bundle, tmp_path_factory: pytest.TempPathFactory) -> BundleOf:
    """The bundle of a collection by its name."""

    @cache
    def _bundle_of(name: str) -> Bundle:
        if name == "sample":
            return sample
        folder = tmp_path_factory.mktemp("collection")
        return build([write_rows(COLLECTIONS[name](), folder)], folder / "bundle", n_workers=1)

    return _bundle_of


@pytest.fixture(scope="session")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The bundle of a collection in which every check finds something."""
    folder = tmp_path_factory.mktemp("dirty")
    return build([write_dirty(folder / "files")], folder / "bundle", n_workers=1)


@pytest.fixture
def build_rows(tmp_path: Path) -> BuildRows:
    """Builds a bundle from rows, as JSON lines, in this process."""

    def _build(rows: Sequence[Row], *arguments: Any, **keywords: Any) -> Bundle:
        source = tmp_path / "rows.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return build([source], tmp_path / "bundle", *arguments, n_workers=1, **keywords)

    return _build


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser; where there is none the tests that need it are skipped."""
    api = pytest.importorskip("playwright.sync_api", reason="browser tests need `pip install -r requirements-dev.txt`")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium: install it with `apt-get install chromium`")
    with api.sync_playwright() as driver:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()

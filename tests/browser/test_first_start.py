"""A server without a bundle builds the sample once, however many wait for it."""

import re
import time
from pathlib import Path

import pytest

from tests.browser.driving import ROOT, serving

expect = pytest.importorskip("playwright.sync_api").expect

VISITORS = 4
_PATIENCE_SECONDS = 120


def test_all_visitors_of_an_empty_server_see_one_build_and_then_the_sample(tmp_path, window):
    first = window(fresh=True)
    with serving(ROOT / "app.py", BROADSHEET_WORKSPACE=str(tmp_path)) as (address, server):
        pages = [first, *(first.context.new_page() for _ in range(VISITORS - 1))]
        for page, path in zip(pages, ["/keywords", "/", "/data", "/articles"], strict=True):
            page.goto(address + path, wait_until="commit")
        builds = set()
        until = time.monotonic() + _PATIENCE_SECONDS
        while not (tmp_path / "sample" / "manifest.json").exists() and time.monotonic() < until:
            builds |= builds_of(server)
            first.wait_for_timeout(100)

        for page in pages:
            expect(page.get_by_text(re.compile(r"\d+ articles")).filter(visible=True).first).to_be_visible(
                timeout=60_000
            )
            expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
            expect(page.get_by_text("Building the sample collection")).to_have_count(0)
        # Pages complain of a server that goes while they are open.
        first.context.close()
        assert len(builds) == 1
        assert len(list((tmp_path / "sample").glob("tables-*"))) == 1


def builds_of(server: int) -> set[int]:
    """The processes that `server` started to build a bundle."""
    found = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            command = (process / "cmdline").read_text()
        except (OSError, ValueError):
            continue  # it has ended meanwhile
        if parent == server and "build" in command.split("\0"):
            found.add(int(process.name))
    return found

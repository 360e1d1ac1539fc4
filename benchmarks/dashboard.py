"""How long the dashboard takes to be drawn and redrawn, what that sends to the browser, and how much memory it takes.

    python -m benchmarks.dashboard [--sizes 1000,10000,100000] [--times 12] [--bundles FOLDER]

Bundles are built of recombined articles (`benchmarks/recombined.py`) and kept in FOLDER, if one is named. Each has a
server of its own, and a person at Chromium opens every page and does on it what readers do (`benchmarks/journey.py`),
each time with another word, mark or outlet, so that no answer is at hand. A step lasts from the press of the mouse or
the key to the last change of the page: its script has ended, no chart is missing, and nothing moves for a quarter of a
second after it. Larger collections stand beside the smallest, which says what their size costs.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from analysis.bundle import open_bundle
from analysis.errors import BundleError
from benchmarks.journey import PAGES, Step, newest_article, steps, words_to_search
from benchmarks.processes import machine
from benchmarks.recombined import write_articles
from benchmarks.report import Table, publish
from benchmarks.serving import ROOT, serving
from benchmarks.visitor import Redraw, Visitor, visiting

SIZES = (1_000, 10_000, 100_000)
SESSIONS = 5
_PERCENTILE = 95


@dataclass(frozen=True, slots=True)
class Measured:
    """One collection: what each opening and step took, by name, and the server's memory at each point."""

    n_articles: int
    opened: dict[str, list[Redraw]]
    redrawn: dict[str, list[Redraw]]
    memory: dict[str, int]


def bundle_of(n_articles: int, folder: Path) -> Path:
    """A bundle of so many recombined articles in `folder`; the one that is there, if this version can read it."""
    bundle, source = folder / f"{n_articles}", folder / f"{n_articles}.jsonl"
    try:
        open_bundle(bundle)
    except BundleError:
        shutil.rmtree(bundle, ignore_errors=True)
        write_articles(source, n_articles)
        command = [sys.executable, "-m", "analysis", "build", str(source), "--out", str(bundle)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
        source.unlink()
    return bundle


def measure(bundle: Path, times: int) -> Measured:
    """Serve `bundle`, and do everything `times` times."""
    opened = open_bundle(bundle)
    journey = steps(words_to_search(opened, times), newest_article(opened))
    with serving(ROOT / "app.py", BROADSHEET_BUNDLE=str(bundle)) as (address, process), browsing() as browser:
        server = psutil.Process(process)
        memory = {"before anybody came": server.memory_info().rss}
        openings = _openings(browser, address, process, times)
        redrawn: dict[str, list[Redraw]] = {}
        with visiting(browser, address, process) as visitor:
            for step in journey:
                _walk(visitor, step, times, redrawn)
        memory["one session, all steps"] = server.memory_info().rss
        _fill(browser, address, process)
        memory[f"{SESSIONS} sessions more, all pages"] = server.memory_info().rss
    return Measured(int(opened.counts["articles"]), openings, redrawn, memory)


@contextmanager
def browsing() -> Iterator[Any]:
    """Debian's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


def _openings(browser: Any, address: str, process: int, times: int) -> dict[str, list[Redraw]]:
    """Every page by a link from elsewhere, each time in a new window; the first, of a cold server, apart."""
    found: dict[str, list[Redraw]] = {}
    for turn in range(times + 1):
        for path in PAGES:
            with visiting(browser, address, process) as visitor:
                found.setdefault(path if turn else f"{path}, the first time", []).append(visitor.open(path))
    return found


def _walk(visitor: Visitor, step: Step, times: int, redrawn: dict[str, list[Redraw]]) -> None:
    """Do one step again and again, and take it back each time where it can be."""
    visitor.open(step.path)
    name = f"{step.path.partition('?')[0]}: {step.name}"
    for number in range(times):
        redrawn.setdefault(name, []).append(visitor.act(partial(step.do, number=number)))
        if step.undo is not None:
            taken_back = visitor.act(partial(step.undo, number=number))
            redrawn.setdefault(f"{name}, taken back", []).append(taken_back)


def _fill(browser: Any, address: str, process: int) -> None:
    """Let so many sessions look at every page, and stay."""
    with ExitStack() as stack:
        for _ in range(SESSIONS):
            visitor = stack.enter_context(visiting(browser, address, process))
            for path in PAGES:
                visitor.open(path)


def table_of(title: str, measured: Sequence[Measured], kind: str) -> Table:
    """A row a step: median and 95th percentile in milliseconds by size, server's processor time and bytes of the last.

    `kind` is the field of `Measured` that has the steps.
    """
    sizes = [f"{one.n_articles:,}" for one in measured]
    columns = (*(f"{size}: p50 / p95 ms" for size in sizes), "growth", f"server ms at {sizes[-1]}", "kB sent")
    names = list(getattr(measured[-1], kind))
    return Table(
        title, columns, [(name, *_row([getattr(one, kind).get(name, []) for one in measured])) for name in names]
    )


def _row(runs: Sequence[Sequence[Redraw]]) -> Iterator[str]:
    for run in runs:
        yield f"{median_of(run):,.0f} / {percentile_of(run):,.0f}" if run else ""
    first, last = runs[0], runs[-1]
    yield f"{median_of(last) / median_of(first):.1f}" if first and last else ""
    yield f"{1000 * float(np.median([one.cpu_seconds for one in last])):,.0f}"
    yield f"{float(np.median([one.n_bytes for one in last])) / 1000:,.0f}"


def median_of(run: Sequence[Redraw]) -> float:
    """The median of the milliseconds."""
    return float(np.median([one.milliseconds for one in run]))


def percentile_of(run: Sequence[Redraw]) -> float:
    """The 95th percentile of the milliseconds: none of them but is not shorter than it, so of few it is the longest."""
    return float(np.percentile([one.milliseconds for one in run], _PERCENTILE, method="higher"))


def memory_table(measured: Sequence[Measured]) -> Table:
    """A row a moment: the server's memory by size."""
    columns = tuple(f"{one.n_articles:,}" for one in measured)
    rows = [(when, *(f"{one.memory[when] / 1e6:,.0f} MB" for one in measured)) for when in measured[-1].memory]
    return Table("Memory of the server", columns, rows)


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dashboard", description="Time the dashboard.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles")
    parser.add_argument("--times", type=int, default=12, help="how often everything is done")
    parser.add_argument("--bundles", type=Path, help="where bundles are found, or built and kept")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.bundles or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        on = Table("Machine", ("",), machine())
        measured = [measure(bundle_of(int(size), folder), chosen.times) for size in chosen.sizes.split(",")]
    opened = table_of("A page opened by a link, in a new window", measured, "opened")
    redrawn = table_of("A step, from the press to the last change", measured, "redrawn")
    publish(
        "dashboard",
        f"python -m benchmarks.dashboard --times {chosen.times}",
        [opened, redrawn, memory_table(measured), on],
    )


if __name__ == "__main__":
    main()

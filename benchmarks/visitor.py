"""Visitor: a person at a browser, whose every step is timed from the input to the last change of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import psutil

_PATIENCE = 120_000
# A page that has not changed for so long is taken to be drawn; the time of its last change counts.
_QUIET_MILLISECONDS = 250

# Notes when something was pressed, when the page changed last, and how often its script has come to an end.
_WATCH = """
(() => {
  const seen = window.__seen = {pressed: 0, changed: 0, runs: 0, state: null};
  const look = () => {
    const app = document.querySelector('[data-testid=stApp]');
    const state = app && app.getAttribute('data-test-script-state');
    if (state !== seen.state && state === 'notRunning' && seen.state) seen.runs++;
    seen.state = state;
    seen.changed = performance.now();
  };
  const watched = {subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['data-test-script-state', 'data-stale', 'd', 'href', 'aria-label']};
  new MutationObserver(look).observe(document, watched);
  for (const kind of ['click', 'keydown'])
    window.addEventListener(kind, event => { seen.pressed = event.timeStamp; }, true);
})()
"""
_DRAWN = """
([runs, quiet]) => {
  const seen = window.__seen;
  const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')];
  return seen && seen.runs > runs && seen.state === 'notRunning' && document.querySelector('h1')
    && !document.querySelector('[data-stale=true], [data-testid=stSkeleton]')
    && charts.every(chart => chart.querySelector('svg, canvas'))
    && performance.now() - seen.changed > quiet;
}
"""
_BROKEN = "[data-testid=stException], [data-testid=stAlertContentError]"


class Redraw(NamedTuple):
    """One step: milliseconds until the page stood still, bytes that the server sent, and its processor seconds."""

    milliseconds: float
    n_bytes: int
    cpu_seconds: float


@dataclass(slots=True)
class Visitor:
    """One window on a dashboard. `received` counts the bytes that its pages were sent over their websockets."""

    address: str
    page: Any
    server: psutil.Process
    received: int = 0

    def open(self, path: str) -> Redraw:
        """Go to `path` as somebody who follows a link from elsewhere: the whole of the page is loaded."""
        return self._timed(lambda: self.page.goto(self.address + path, wait_until="commit"), 0, from_press=False)

    def act(self, step: Callable[[Any], None]) -> Redraw:
        """Do `step` on the page, whose last press of the mouse or of a key makes its script run."""
        runs = int(self.page.evaluate("window.__seen.runs"))
        return self._timed(lambda: step(self.page), runs, from_press=True)

    def _timed(self, step: Callable[[], Any], runs: int, *, from_press: bool) -> Redraw:
        sent, cpu = self.received, _cpu_seconds(self.server)
        step()
        self.page.wait_for_function(_DRAWN, arg=[runs, _QUIET_MILLISECONDS])
        if self.page.locator(_BROKEN).count():
            raise RuntimeError(f"{self.page.url}: {self.page.locator(_BROKEN).first.inner_text()}")
        seen = self.page.evaluate("window.__seen")
        took = float(seen["changed"] - (seen["pressed"] if from_press else 0))
        return Redraw(took, self.received - sent, _cpu_seconds(self.server) - cpu)

    def hear(self, socket: Any) -> None:
        """Count what comes over `socket`."""
        socket.on("framereceived", lambda frame: self._count(frame))

    def _count(self, frame: str | bytes) -> None:
        self.received += len(frame)


@contextmanager
def visiting(browser: Any, address: str, process: int) -> Iterator[Visitor]:
    """A new window on the dashboard at `address`, with nothing in its cache; `process` is the server's."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(_PATIENCE)
    context.add_init_script(_WATCH)
    visitor = Visitor(address, context.new_page(), psutil.Process(process))
    # Not the method itself: the driver writes on the object of a method that it is given.
    visitor.page.on("websocket", lambda socket: visitor.hear(socket))
    try:
        yield visitor
    finally:
        context.close()


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)

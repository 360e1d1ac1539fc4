"""Servers to test against, and a page that is waited for."""

from __future__ import annotations

from typing import Any

from benchmarks.serving import ROOT, serving
from screenshots.camera import HEIGHT, settle

__all__ = ["ENTRY_LINK", "HEIGHT", "ROOT", "serving", "settle", "visit"]

_TO_TAKE_ITS_PLACE = 10_000

# The links of the articles that a page lists as evidence.
ENTRY_LINK = "[class*=st-key-entry_] [data-testid=stPageLink] a"


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

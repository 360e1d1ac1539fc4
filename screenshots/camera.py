"""Camera: a page that is waited for, fitted to the window at its full height, and photographed."""

from __future__ import annotations

from typing import Any

HEIGHT = 900
"""The height of a window in pixels before it is fitted to what is in it."""

# A page whose charts take their place may grow once more.
_MOST_FITS = 8
# A page that has not changed for so long stands still.
_STILL_MILLISECONDS = 400

_DRAWN = """async () => {
  await document.fonts.ready;
  const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart]')];
  return charts.every(chart => chart.querySelector('svg, canvas'));
}"""
_STANDS_STILL = """quiet => new Promise(resolve => {
  let timer = setTimeout(resolve, quiet);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(resolve, quiet); });
  watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
})"""


def settle(page: Any) -> None:
    """Wait until the script of the page has run and all of it is drawn; then wait for what you expect on it."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1").wait_for()
    page.wait_for_function("!document.querySelector('[data-stale=true], [data-testid=stSkeleton]')")


def fit(page: Any, width: int) -> None:
    """Give the window this width, and as much height as the page has: it scrolls inside, and a picture would be cut."""
    main, height = page.get_by_test_id("stMain"), HEIGHT
    page.set_viewport_size({"width": width, "height": height})
    for _ in range(_MOST_FITS):
        stand_still(page)
        wanted = max(HEIGHT, main.evaluate("main => main.scrollHeight"))
        if wanted == height:
            return
        height = wanted
        page.set_viewport_size({"width": width, "height": height})


def photograph(page: Any, width: int, scheme: str) -> bytes:
    """A PNG of the whole page at this width, in the scheme "light" or "dark", with the pointer out of the way."""
    page.emulate_media(color_scheme=scheme)
    fit(page, width)
    page.mouse.move(0, 0)
    stand_still(page)
    picture: bytes = page.screenshot(animations="disabled", caret="hide")
    return picture


def stand_still(page: Any) -> None:
    """Wait until all is drawn, charts and letters too, and nothing moves any more."""
    settle(page)
    page.wait_for_function(_DRAWN)
    page.evaluate(_STANDS_STILL, _STILL_MILLISECONDS)

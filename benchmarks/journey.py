"""Journey: what a reader does on each page of the dashboard, step by step, with other words and marks each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np

from analysis.articles import ARTICLES as ARTICLE_ROWS
from analysis.bundle import Bundle
from analysis.steps.keywords import TERMS

PAGES = ("/", "/keywords", "/topics", "/sentiment", "/stories", "/articles", "/data")
OVERVIEW, KEYWORDS, TOPICS, SENTIMENT, STORIES, ARTICLES = PAGES[:6]

_ROW_PIXELS = 35


class Do(Protocol):
    """Does something on a page, for the n-th time."""

    def __call__(self, page: Any, number: int) -> None: ...


class Step(NamedTuple):
    """Something to do on the page at `path`, for the n-th time; `undo`, where it is, takes it back."""

    name: str
    path: str
    do: Do
    undo: Do | None = None


def words_to_search(bundle: Bundle, number: int) -> list[str]:
    """So many different words: from one that most articles hold to one that a few do, in steps of the same ratio."""
    terms = bundle.frame(TERMS, ["term", "n_tokens", "n_articles", "is_keyword"])
    words = terms[(terms["n_tokens"] == 1) & terms["is_keyword"] & terms["term"].str.isalpha()]
    ranked = words.sort_values(["n_articles", "term"], ascending=[False, True])["term"].tolist()
    ranks = np.unique(np.geomspace(1, len(ranked) / 4, 4 * number).astype(int) - 1)
    return [ranked[rank] for rank in ranks[np.linspace(0, len(ranks) - 1, number).astype(int)]]


def newest_article(bundle: Bundle) -> str:
    """The id of the article that a list begins with."""
    articles = bundle.frame(ARTICLE_ROWS, ["article_id", "published_at"])
    return str(articles.loc[articles["published_at"].idxmax(), "article_id"])


def steps(words: Sequence[str], article: str) -> list[Step]:
    """What is done, page by page: each of `words` is searched for; `article` is the id of the newest."""

    def _search(page: Any, number: int) -> None:
        box = page.locator(".st-key-w_q input")
        box.fill(words[number % len(words)])
        box.press("Enter")

    def _everywhere(name: str, do: Do, undo: Do) -> list[Step]:
        return [Step(name, path, do, undo) for path in PAGES[:6]]

    return [
        *_everywhere("search", _search, _clear),
        *_everywhere("one outlet", _outlet, _clear),
        Step("count stories", OVERVIEW, _count("Stories"), _count("Articles")),
        Step("a topic's bar", OVERVIEW, _mark("topics")),
        Step("a month's column", OVERVIEW, _mark("time")),
        Step("a point of the map", OVERVIEW, _point),
        Step("a term's bar", KEYWORDS, _mark("terms")),
        Step("its lines in context", f"{KEYWORDS}?term=said", _segment("In context"), _segment("Articles")),
        Step("its spread", f"{KEYWORDS}?term=said", _segment("Spread"), _segment("Articles")),
        Step("what sets an outlet apart", f"{KEYWORDS}?tab=apart", _offered, _menu("Compare", 0)),
        Step("a topic's bar", TOPICS, _mark("topics")),
        Step("an outlet's tone", SENTIMENT, _mark("outlet_tone")),
        Step("a tenth of the text", SENTIMENT, _mark("course_tone")),
        Step("a column of tones", SENTIMENT, _mark("tone")),
        Step("a story's line", STORIES, _mark("carried")),
        Step("two outlets", STORIES, _mark("pairs")),
        Step("next page of a list", f"{STORIES}?term=said", _next_page),
        Step("an article of the list", ARTICLES, _row, _link("Close")),
        Step("the next article", f"{ARTICLES}?article={article}", _link("Next →")),
    ]


def _clear(page: Any, number: int) -> None:
    page.keyboard.press("Escape")
    page.locator(".st-key-clear_0 button").locator("visible=true").first.click()


def _outlet(page: Any, number: int) -> None:
    page.locator(".st-key-p_outlets button").first.click()
    page.get_by_role("combobox", name="Outlets").click()
    options = page.get_by_role("option")
    options.first.wait_for()
    options.nth(number % options.count()).click()


def _count(by: str) -> Do:
    return lambda page, number: page.locator(".st-key-w_count").get_by_text(by, exact=True).click()


def _segment(name: str) -> Do:
    return lambda page, number: page.get_by_role("radio", name=name, exact=True).last.click()


def _offered(page: Any, number: int) -> None:
    buttons = page.locator(".st-key-offered_outlet button")
    buttons.nth(number % buttons.count()).click()


def _menu(label: str, option: int) -> Do:
    def _choose(page: Any, number: int) -> None:
        page.get_by_role("combobox", name=label).click()
        page.get_by_role("option").nth(option).click()

    return _choose


def _mark(figure: str) -> Do:
    """Click the n-th mark of a figure, in its middle, whatever lies over it."""

    def _click(page: Any, number: int) -> None:
        marks = page.locator(f"[class*='st-key-{figure}_'] path[role=graphics-symbol][aria-label]")
        mark = marks.nth(number % marks.count())
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    return _click


def _point(page: Any, number: int) -> None:
    """Click the n-th place of the map that has a point under it."""
    drawing = page.locator("[class*='st-key-map_']").locator("canvas.marks, svg.marks").first
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    start = 7 * number
    for place in range(start, start + 500):
        x = box["x"] + box["width"] * (0.2 + 0.6 * (place * 0.618 % 1))
        y = box["y"] + box["height"] * (0.4 + 0.4 * (place * 0.382 % 1))
        page.mouse.move(x, y)
        if drawing.evaluate(_HAS_POINTER, [x, y]):
            page.mouse.click(x, y)
            return
    raise LookupError("the map has no point")


# Vega shows a hand over a mark that can be picked: on a canvas as the style of the whole drawing.
_HAS_POINTER = """
(drawing, [x, y]) => {
  const found = drawing.tagName === 'CANVAS' ? drawing : document.elementFromPoint(x, y);
  return !!found && getComputedStyle(found).cursor === 'pointer';
}
"""


def _next_page(page: Any, number: int) -> None:
    page.get_by_test_id("stPaginationNext").click()


def _row(page: Any, number: int) -> None:
    """Select the n-th row of the list, which is drawn on a canvas: its box is at its left edge."""
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    page.mouse.click(box["x"] + 12, box["y"] + _ROW_PIXELS * (number % 10 + 1) + _ROW_PIXELS / 2)


def _link(name: str) -> Do:
    return lambda page, number: page.get_by_role("link", name=name, exact=True).click()

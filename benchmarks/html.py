"""HTML: the words of the body of a page that the program reads and cleans, beside trafilatura called directly.

python -m benchmarks.html
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from analysis.articles import Item
from analysis.cleaning import Cleaned, clean
from analysis.sources import read_items
from benchmarks.labelled import Kept, total
from benchmarks.layouts import Layout, layouts
from benchmarks.report import Table, publish

_WORD = re.compile(r"\w+")


def read_page(page: bytes) -> tuple[Item, Cleaned]:
    """What the program makes of a page: the item, and the article without the steps after cleaning."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(page)
        [item] = read_items([path])
    if not isinstance(item, Item):
        raise ValueError(f"not an article: {item}")
    return item, clean(item.text, headline=item.headline, taken=item.taken)


def extract(page: bytes) -> str:
    """What trafilatura makes of a page, without comments, as the program calls it."""
    import trafilatura

    return trafilatura.extract(page, include_comments=False) or ""


def score_words(text: str, own: Iterable[str]) -> Kept:
    """Words of `text` against those of the article, each as often as it is there."""
    found, wanted = (Counter(_WORD.findall(part.casefold())) for part in (text, "\n".join(own)))
    right = (found & wanted).total()
    return Kept(right, found.total() - right, wanted.total() - right)


def compare(layout: Layout) -> tuple[Kept, Kept]:
    """The score of the program's body, and that of trafilatura's text."""
    _, cleaned = read_page(layout.page)
    return score_words(cleaned.body, layout.own), score_words(extract(layout.page), layout.own)


def main() -> None:
    """Measure, print, and write the page of results."""
    scores = {name: compare(layout) for name, layout in layouts().items()}
    scores["all"] = (total(ours for ours, _ in scores.values()), total(theirs for _, theirs in scores.values()))
    rows = [(name, f"{ours.f1:.3f}", f"{theirs.f1:.3f}") for name, (ours, theirs) in scores.items()]
    columns = ("F1 of Broadsheet's body", "F1 of trafilatura's text")
    publish("html", "python -m benchmarks.html", [Table("One invented article in many layouts", columns, rows)])


if __name__ == "__main__":
    main()

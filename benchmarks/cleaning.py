"""Cleaning: how much of the furniture goes and how much of the articles stays, beside simpler ways.

    python -m benchmarks.cleaning [FOLDER]

FOLDER has `cleaning_pages.jsonl` and `cleaning_extracted.jsonl`: news pages line by line, and what five extractors
make of the same pages, from the article-extraction-benchmark of Scrapinghub (2020).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from analysis.cleaning.lines import count_words
from benchmarks import cleaners
from benchmarks.labelled import Cleaner, Kept, Labelled, noise, read_labelled, read_languages, score, total
from benchmarks.report import Table, publish

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
FILES = {
    "Pages, all their lines": "cleaning_pages.jsonl",
    "The same pages through five extractors": "cleaning_extracted.jsonl",
}
WAYS: dict[str, Cleaner] = {
    "Broadsheet": cleaners.keep_what_cleaning_leaves,
    "everything kept": cleaners.keep_everything,
    "lines of ten words or more": cleaners.keep_long_lines,
    "jusText 3, any language": cleaners.keep_what_justext_keeps,
}
_FIGURES: tuple[tuple[str, Callable[[Kept], float]], ...] = (
    ("precision", lambda kept: kept.precision),
    ("recall", lambda kept: kept.recall),
    ("F1", lambda kept: kept.f1),
)


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cleaning", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    folder = parser.parse_args().folder
    tables = [_table(title, read_labelled(folder / name)) for title, name in FILES.items()]
    publish("cleaning", "python -m benchmarks.cleaning", [*tables, _languages(read_languages())])


def _table(title: str, texts: Sequence[Labelled]) -> Table:
    columns = tuple(column for name, _ in _FIGURES for column in (name, "±"))
    return Table(f"{title} ({len(texts)})", columns, [_row(name, way, texts) for name, way in WAYS.items()])


def _row(name: str, way: Cleaner, texts: Sequence[Labelled]) -> tuple[str, ...]:
    """Each figure and how much it changes when a tenth of the pages is left out."""
    scores = score(texts, way)
    whole = total(scores)
    cells = [(figure(whole), noise(texts, scores, figure)) for _, figure in _FIGURES]
    return (name, *(f"{value:.3f}" for cell in cells for value in cell))


def _languages(texts: Sequence[Labelled]) -> Table:
    found = zip(texts, *(score(texts, way, count_words) for way in list(WAYS.values())[:2]), strict=True)
    rows = [
        (text.page, f"{cleaned.recall:.3f}", f"{cleaned.f1:.3f}", f"{kept.f1:.3f}") for text, cleaned, kept in found
    ]
    return Table("Invented pages, one a language", ("recall", "F1", "F1 of everything kept"), rows)


if __name__ == "__main__":
    main()

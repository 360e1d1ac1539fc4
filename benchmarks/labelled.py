"""Labelled: texts whose lines are known to be the article's own or not, and how well a choice of lines meets them."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

LANGUAGES = Path(__file__).resolve().parent / "pages" / "languages"
_TENTHS = 10
_FURNITURE, _BODY, _HEADLINE = "-", "+", "="


class Labelled(NamedTuple):
    """The lines of one text, and for each whether it is the article's own; None: it does not count.

    `page` is the same for versions of one article, `collection` for texts that are read together.
    """

    lines: tuple[str, ...]
    keep: tuple[bool | None, ...]
    page: str = ""
    collection: str = ""


class Kept(NamedTuple):
    """Words kept rightly, kept wrongly and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the article's own among the words kept, 0 to 1; 0 where none was kept."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the words kept among the article's own, 0 to 1."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


Cleaner = Callable[[Sequence[Labelled]], list[Container[int]]]
"""For each text of a collection the numbers of the lines it keeps."""


def read_labelled(path: Path) -> list[Labelled]:
    """The texts of a file of JSON lines with `lines`, `keep`, `id` and perhaps `extractor`, by extractor."""
    with path.open(encoding="utf-8") as rows:
        found = [json.loads(row) for row in rows]
    texts = [Labelled(tuple(r["lines"]), tuple(r["keep"]), r["id"], r.get("extractor", "")) for r in found]
    return sorted(texts, key=lambda text: text.collection)


def read_languages(folder: Path = LANGUAGES) -> list[Labelled]:
    """Invented pages, one a language; the first sign of a line says whose it is: see `README.md`."""
    marks = {_BODY: True, _FURNITURE: False, _HEADLINE: None}
    return [
        Labelled(tuple(row[2:] for row in rows), tuple(marks[row[0]] for row in rows), path.stem, path.stem)
        for path in sorted(folder.glob("*.txt"))
        for rows in [path.read_text(encoding="utf-8").splitlines()]
    ]


def words_between_spaces(line: str) -> int:
    """The weight of a line, in words."""
    return len(line.split())


def score(
    texts: Sequence[Labelled], cleaner: Cleaner, weigh: Callable[[str], int] = words_between_spaces
) -> list[Kept]:
    """For each text what `cleaner` does with it; texts of one collection are cleaned together."""
    scores = list[Kept]()
    for _, group in groupby(texts, key=lambda text: text.collection):
        together = list(group)
        scores += [_score(text, kept, weigh) for text, kept in zip(together, cleaner(together), strict=True)]
    return scores


def total(scores: Iterable[Kept]) -> Kept:
    """All words together."""
    return Kept(*(map(sum, zip(*scores, strict=True))))


def noise(texts: Sequence[Labelled], scores: Sequence[Kept], figure: Callable[[Kept], float]) -> float:
    """The most that `figure` of all scores changes when any tenth of the pages is left out."""
    pages = {page: number % _TENTHS for number, page in enumerate(sorted({text.page for text in texts}))}
    whole = figure(total(scores))
    without = [
        total(one for text, one in zip(texts, scores, strict=True) if pages[text.page] != tenth)
        for tenth in range(_TENTHS)
    ]
    return max(abs(figure(part) - whole) for part in without)


def _score(text: Labelled, kept: Container[int], weigh: Callable[[str], int]) -> Kept:
    right = wrong = missed = 0
    for number, (line, keep) in enumerate(zip(text.lines, text.keep, strict=True)):
        words = weigh(line)
        if keep is None:
            continue
        right += words * (number in kept and keep)
        wrong += words * (number in kept and not keep)
        missed += words * (number not in kept and keep)
    return Kept(right, wrong, missed)

"""Cleaners: the program's own choice of lines, and choices to compare it with."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Container, Sequence
from html import escape
from pathlib import Path

from analysis.articles import Item
from analysis.cleaning import LineSurvey, clean
from analysis.cleaning.lines import count_words
from analysis.sources import read_items
from benchmarks.labelled import Labelled

_LONG_LINE = 10


def keep_everything(texts: Sequence[Labelled]) -> list[Container[int]]:
    """All lines."""
    return [range(len(text.lines)) for text in texts]


def keep_long_lines(texts: Sequence[Labelled]) -> list[Container[int]]:
    """Lines of ten words or more: the simplest rule that knows nothing of wording."""
    return [{n for n, line in enumerate(text.lines) if count_words(line) >= _LONG_LINE} for text in texts]


def keep_what_justext_keeps(texts: Sequence[Labelled]) -> list[Container[int]]:
    """The lines that jusText calls good, each given to it as a paragraph, without a list of stop words.

    Pomikálek (2011), Removing Boilerplate and Duplicate Content from Web Corpora.
    """
    return [_good_for_justext(text) for text in texts]


def keep_what_cleaning_leaves(texts: Sequence[Labelled]) -> list[Container[int]]:
    """The lines that are in no list of removed lines after the texts were read and cleaned as a build does it.

    A text that became no article loses all its lines.
    """
    items = _read(texts)
    survey = LineSurvey()
    for item in items.values():
        survey.add(item.text, item.outlet)
    repeated = survey.finish().lines_of(None)
    return [
        _left(text, {line.line_number for line in clean(item.text, repeated=repeated).removed}) if item else ()
        for number, text in enumerate(texts)
        for item in [items.get(str(number))]
    ]


def _left(text: Labelled, removed: Container[int]) -> set[int]:
    """Numbers of the lines left; a labelled line that has line ends in it is several of the item, the first counts."""
    left, number = set[int](), 0
    for place, line in enumerate(text.lines):
        if number not in removed:
            left.add(place)
        number += 1 + line.count("\n")
    return left


def _read(texts: Sequence[Labelled]) -> dict[str, Item]:
    """The items by the number of their text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        rows = ({"id": str(number), "text": "\n".join(text.lines)} for number, text in enumerate(texts))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return {item.given_id or "": item for item in read_items([path]) if isinstance(item, Item)}


def _good_for_justext(text: Labelled) -> set[int]:
    from justext import justext

    numbers = [number for number, line in enumerate(text.lines) if line.strip()]
    body = "".join(f"<p>{escape(text.lines[number])}</p>" for number in numbers)
    page = f"<html><body>{body}</body></html>"
    found = justext(page, frozenset(), stopwords_low=0, stopwords_high=0) if numbers else []
    return {number for number, line in zip(numbers, found, strict=True) if not line.is_boilerplate}

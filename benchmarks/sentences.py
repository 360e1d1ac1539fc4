"""Sentences: how well running news text is split, and how fast, beside a regular expression and ICU.

    python -m benchmarks.sentences [FOLDER]

FOLDER has `sentiment_sentences.jsonl`, single sentences of NewsMTSC (Hamborg and Donnay 2021), and `news.jsonl`,
whole articles. The sentences, shuffled, are joined into paragraphs of five, and the ends found are compared with
the joins. Left out are those that do not open with a capital or end with a mark, hold a line end, or were torn at a
title. What else is no single sentence counts against precision, so that 1 cannot be reached. Speeds are the best
of five runs over the articles, in megabytes of UTF-8 a second of this process.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from icu4py.breakers import SentenceBreaker

from analysis.tokens import split_sentences, word_list
from analysis.tokens.abbreviations import ABBREVIATIONS, Kind
from benchmarks.report import Table, publish

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
PARAGRAPH = 5
RUNS = 5

Splitter = Callable[[str], list[int]]

_WHOLE = re.compile(r"[\"“‘'(\[]?[A-Z0-9][^\n\r]*[.!?…]\]?[\"”’')]*")
_BOUNDARY = re.compile(r"(?<=[.!?])[\"”’)]*(\s+)(?=[\"“‘(]?[A-Z])")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def with_broadsheet(text: str) -> list[int]:
    """The program's own."""
    return [sentence.end for sentence in split_sentences(text)]


def with_expression(text: str) -> list[int]:
    """A mark, what closes with it, white space and a capital: what people write first."""
    return [*(found.start(1) for found in _BOUNDARY.finditer(text)), len(text)]


def with_icu(text: str) -> list[int]:
    """Unicode Standard Annex 29, by ICU; characters beyond the basic plane are one as they are here."""
    spans = SentenceBreaker(_ASTRAL.sub("x", text), "en").segments()
    return [len(text[:end].rstrip()) for _, end in spans]


SPLITTERS: dict[str, Splitter] = {
    "Broadsheet": with_broadsheet,
    "regular expression": with_expression,
    "ICU": with_icu,
}


WORD_FINDERS: dict[str, Callable[[str], list[str]]] = {
    "Broadsheet": word_list,
    "regular expression \\w+": re.compile(r"\w+").findall,
}


def read_texts(path: Path) -> list[str]:
    """The field `text` of each row of a JSON lines file."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


def paragraphs_of(sentences: Sequence[str]) -> list[list[str]]:
    """The usable ones among `sentences`, each once, shuffled, in paragraphs."""
    usable = sorted({text.strip() for text in sentences if _is_usable(text.strip())})
    random.Random(0).shuffle(usable)  # noqa: S311 - nothing secret
    return [usable[start : start + PARAGRAPH] for start in range(0, len(usable), PARAGRAPH)]


def _is_usable(text: str) -> bool:
    torn = text and ABBREVIATIONS.get(text.rsplit(None, 1)[-1].rstrip(".")) is Kind.NEVER
    return bool(_WHOLE.fullmatch(text)) and not torn


def score(split: Splitter, paragraphs: Sequence[Sequence[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the ends that `split` finds."""
    right = n_found = n_gold = 0
    for sentences in paragraphs:
        gold = set(_ends_of(sentences))
        found = set(split(" ".join(sentences)))
        right, n_found, n_gold = right + len(gold & found), n_found + len(found), n_gold + len(gold)
    return right / n_found, right / n_gold, 2 * right / (n_found + n_gold)


def _ends_of(sentences: Sequence[str]) -> Iterator[int]:
    end = -1
    for sentence in sentences:
        end += 1 + len(sentence)
        yield end


def megabytes_a_second(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """How much text `work` gets through, at best."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    return size / min(_seconds(work, texts) for _ in range(RUNS))


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    started = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - started


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sentences", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=DATA)
    folder = parser.parse_args().folder
    paragraphs = paragraphs_of(read_texts(folder / "sentiment_sentences.jsonl"))
    articles = read_texts(folder / "news.jsonl")
    title = f"{sum(map(len, paragraphs)):,} sentences in {len(paragraphs):,} paragraphs; {len(articles):,} articles"
    split = [
        (name, *(f"{value:.4f}" for value in score(way, paragraphs)), f"{megabytes_a_second(way, articles):.1f}")
        for name, way in SPLITTERS.items()
    ]
    found = [(name, f"{megabytes_a_second(way, articles):.1f}") for name, way in WORD_FINDERS.items()]
    tables = [Table(title, ("precision", "recall", "F1", "MB/s"), split), Table("Words", ("MB/s",), found)]
    publish("sentences", "python -m benchmarks.sentences", tables)


if __name__ == "__main__":
    main()

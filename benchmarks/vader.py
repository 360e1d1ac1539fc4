"""How fast our VADER is, beside NLTK's own class, and whether both say the same.

    python -m benchmarks.vader NEWS.jsonl

The file has one article a line with its `text`. Both score the same sentences in one run, by turns, in this process;
what counts is processor time, the best of three rounds. Ours begins each round with an empty memory of tokens, as a
build does.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

from analysis.tokens import split_sentences
from analysis.tone import vader_tokens
from analysis.tone.vader import score_with_vader
from benchmarks.report import Table, publish

Scorer = Callable[[str], float]


class Reference(SentimentIntensityAnalyzer):  # type: ignore[misc]
    """NLTK's own class over the lexicon of the package vaderSentiment: its constructor would look for a download."""

    def __init__(self) -> None:
        self.lexicon = vader_tokens.lexicon()
        self.constants = VaderConstants()

    def compound(self, sentence: str) -> float:
        """The compound score."""
        scores: dict[str, Any] = self.polarity_scores(sentence)
        return float(scores["compound"])


def sentences_of(path: Path) -> list[str]:
    """All sentences of the articles in the file."""
    texts = [json.loads(row)["text"] for row in path.read_text(encoding="utf-8").splitlines()]
    return [text[found.start : found.end] for text in texts for found in split_sentences(text)]


def seconds(scorer: Scorer, sentences: Sequence[str]) -> float:
    """The processor time that `scorer` takes for all `sentences`."""
    vader_tokens.forget()
    started = time.process_time()
    for sentence in sentences:
        scorer(sentence)
    return time.process_time() - started


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(description="Time VADER beside NLTK's class.")
    parser.add_argument("data", type=Path, help="articles as JSON lines with a field `text`")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    sentences = sentences_of(arguments.data)
    reference = Reference().compound
    rounds = [(seconds(reference, sentences), seconds(score_with_vader, sentences)) for _ in range(arguments.rounds)]
    theirs, ours = (min(times) for times in zip(*rounds, strict=True))
    differ = sum(reference(sentence) != score_with_vader(sentence) for sentence in sentences)
    rows = [("NLTK", f"{theirs:.2f}", "1.0", ""), ("ours", f"{ours:.2f}", f"{theirs / ours:.1f}", f"{differ}")]
    columns = ("seconds", "times as fast", "other scores")
    publish("vader", "python -m benchmarks.vader FILE", [Table(f"{len(sentences):,} sentences", columns, rows)])


if __name__ == "__main__":
    main()

"""Sentence boundaries against the hand-made cases outside the project, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from analysis.tokens import split_sentences

GOLDEN = Path(__file__).resolve().parents[4] / "shared" / "data" / "sentences_golden.jsonl"

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not GOLDEN.exists(), reason="needs the development data beside the project"),
]


def n_solid(text: str) -> int:
    return len("".join(text.split()))


def gold_ends(sentences: list[str]) -> set[int]:
    return {n_solid("".join(sentences[: number + 1])) for number in range(len(sentences))}


def found_ends(text: str) -> set[int]:
    return {n_solid(text[:end]) for _, end, _ in split_sentences(text)}


def test_at_least_55_of_56_golden_texts_are_split_exactly() -> None:
    items = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]

    exact = [item["id"] for item in items if found_ends(item["text"]) == gold_ends(item["sents"])]

    assert len(exact) >= 55, f"lost: {[item['id'] for item in items if item['id'] not in exact]}"

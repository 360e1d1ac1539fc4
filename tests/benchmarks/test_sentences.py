"""The benchmark of sentences: what it measures, and the floor that the program keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import sentences


def test_each_usable_sentence_is_in_one_paragraph() -> None:
    usable = [f"Sentence number {n} ended." for n in range(12)]
    torn = ["He met Sen.", "no capital here.", "No mark here", "Two\nlines.", ""]
    paragraphs = sentences.paragraphs_of([*usable, *torn, *usable])

    assert [len(paragraph) for paragraph in paragraphs] == [5, 5, 2]
    assert sorted(text for paragraph in paragraphs for text in paragraph) == sorted(usable)


@pytest.mark.parametrize(
    ("found", "figures"),
    [
        ([8, 16], (1, 1, 1)),
        ([16], (1, 0.5, 2 / 3)),
        ([3, 8, 12, 16], (0.5, 1, 2 / 3)),
    ],
)
def test_ends_are_compared_with_the_joins(found: list[int], figures: tuple[float, float, float]) -> None:
    assert sentences.score(lambda _: found, [["It rain.", "It did."]]) == pytest.approx(figures)


@pytest.mark.parametrize("name", sentences.SPLITTERS)
def test_every_splitter_finds_plain_ends(name: str) -> None:
    assert sentences.SPLITTERS[name]("The 😀 day was long. It ended. “Good.” They left.") == [19, 29, 37, 48]


@pytest.mark.quality
def test_ends_in_running_news_text_are_found(shared: Path) -> None:
    paragraphs = sentences.paragraphs_of(sentences.read_texts(shared / "data" / "sentiment_sentences.jsonl"))
    precision, recall, f1 = sentences.score(sentences.with_broadsheet, paragraphs)

    assert min(precision, recall) >= 0.985
    assert f1 >= 0.99

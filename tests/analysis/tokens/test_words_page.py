"""The page docs/words.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.tokens import bases, find_words, fold, word_list

PAGE = Path(__file__).resolve().parents[3] / "docs" / "words.md"
CODE = re.compile(r"`([^`]+)`")


def table(heading: str) -> list[list[list[str]]]:
    """What is in backticks in each cell of each row of the table under `heading`."""
    section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| `")]
    return [[CODE.findall(cell) for cell in row] for row in rows]


@pytest.mark.parametrize(("text", "words", "folded"), [row[:3] for row in table("Found and folded")])
def test_words_are_found_and_folded_as_the_page_says(text: list[str], words: list[str], folded: list[str]) -> None:
    written = [text[0][start:end] for start, end in find_words(text[0])]

    assert word_list(text[0]) == words
    assert [fold(word) for word in word_list(text[0])] == folded
    assert [word.casefold() for word in written] == [word.casefold() for word in words]


def test_the_page_has_rows() -> None:
    assert len(table("Found and folded")) > 25


@pytest.mark.parametrize(("words", "together"), [row[:2] for row in table("Forms of one word")])
def test_forms_are_found_as_the_page_says(words: list[str], together: list[str]) -> None:
    base_of = bases(words, "en")
    grouped = [word for word in words if word in base_of or word in base_of.values()]

    assert grouped == together
    assert len(set(base_of.values())) == (1 if together else 0)

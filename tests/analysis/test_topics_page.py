"""The page docs/topics.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis import clusters, topic_model, topic_stability, topic_words, vectors
from analysis.steps import topics

PAGE = Path(__file__).resolve().parents[2] / "docs" / "topics.md"


def section(heading: str) -> list[str]:
    """What is in backticks in the section under `heading`, numbers without their commas."""
    text = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [found.replace(",", "") for found in re.findall(r"`([^`]+)`", text)]


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("How topics are made", [topic_model._MOST_FITTED, topics._RARE, vectors._MOST_DIMENSIONS]),
        ("How topics are made", [vectors._MOST_MEETING, clusters._RUNS, clusters.MIN_STORIES]),
        ("What fits nowhere", [topic_model.MAJORITY, topic_model._NEARLY_AS_SURE]),
        ("How many topics", [topic_stability._FEWEST, topic_stability._MOST, topic_stability.MOST_COMPARED]),
        ("How many topics", [topic_stability._QUICK_REFITS, topic_stability._SMALLEST]),
        ("What stability means", [topic_stability._N_REFITS, topic_stability._REFIT_SHARE, topic_stability._BACK]),
        ("What stability means", [topic_stability._MOST_REFITTED, topic_stability.SHAKY]),
        ("How words are chosen", [topic_model._CANDIDATES, topic_model._MOST_READ, topic_model._LEAST_SHARE]),
        ("How words are chosen", [topic_words._COVERAGE, topic_words._COVERING, topic_words._ENOUGH_COVERAGE]),
        ("How words are chosen", [topic_words._WEIGHT, topic_words._SHARED, topic_model._PHRASES_A_TOPIC]),
    ],
)
def test_the_page_has_the_numbers_of_the_code(heading: str, values: list[float]) -> None:
    assert [value for value in values if str(value) not in section(heading)] == []


def test_the_half_of_the_words_and_the_forms_of_fit_are_those_of_the_code() -> None:
    assert topics._MOST_ARTICLES_SHARE == 0.5
    assert clusters._FENCE == 1.5
    assert clusters._LIKE == 0.5
    assert topic_words.WORDS_A_TOPIC == 10

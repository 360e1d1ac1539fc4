"""Recombined articles are the same each time, and like news in what makes work."""

import json
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.recombined import SEEDS, articles, write_articles


@pytest.fixture(scope="module")
def made() -> list[dict[str, str]]:
    return list(islice(articles(sources=[SEEDS]), 800))


def test_the_same_articles_come_each_time(made):
    assert list(islice(articles(sources=[SEEDS]), 50)) == made[:50]


def test_lengths_are_what_was_asked_for(made):
    n_words = [article["text"].count(" ") + 1 for article in made]

    assert 340 < sum(n_words) / len(n_words) < 440
    assert max(n_words) > 2 * min(n_words)


def test_two_in_a_hundred_are_near_copies(made):
    days = [(article["title"], article["date"]) for article in made]

    assert 0.005 < 1 - len(set(days)) / len(days) < 0.05


def test_new_words_keep_coming(made):
    words = [set(article["text"].split()) for article in made]
    halves = [len(set[str]().union(*words[:400])), len(set[str]().union(*words))]

    assert 1.2 * halves[0] < halves[1] < 2 * halves[0]


def test_a_file_has_an_article_a_line(tmp_path: Path):
    write_articles(tmp_path / "made.jsonl", 5, words=100)

    rows = [json.loads(line) for line in (tmp_path / "made.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [f"a{number:07}" for number in range(5)]
    assert all(row["title"] and row["source"] and row["date"] and row["text"] for row in rows)

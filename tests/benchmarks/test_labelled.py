"""What a choice of lines is worth: words of the article's own against words of furniture."""

import json

import pytest

from benchmarks.cleaners import (
    keep_everything,
    keep_long_lines,
    keep_what_cleaning_leaves,
    keep_what_justext_keeps,
)
from benchmarks.labelled import Kept, Labelled, noise, read_labelled, read_languages, score, total

PAGE = Labelled(("Share this article", "Rain fell. " * 30, "Its name"), (False, True, None), "a")


@pytest.mark.parametrize(
    ("cleaner", "kept"),
    [
        (keep_everything, Kept(60, 3, 0)),
        (keep_long_lines, Kept(60, 0, 0)),
        (keep_what_justext_keeps, Kept(60, 0, 0)),
        (keep_what_cleaning_leaves, Kept(60, 0, 0)),
        (lambda texts: [()] * len(texts), Kept(0, 0, 60)),
    ],
)
def test_words_are_counted_where_a_line_counts(cleaner, kept):
    assert score([PAGE], cleaner) == [kept]


def test_a_text_that_became_no_article_loses_all_its_lines():
    assert score([Labelled((" ", "  "), (True, True))], keep_what_cleaning_leaves, len) == [Kept(0, 0, 3)]


@pytest.mark.parametrize(
    ("kept", "precision", "recall", "f1"),
    [(Kept(6, 2, 6), 0.75, 0.5, 0.6), (Kept(), 0, 0, 0), (Kept(0, 5, 5), 0, 0, 0), (Kept(5), 1, 1, 1)],
)
def test_figures(kept, precision, recall, f1):
    assert (kept.precision, kept.recall, kept.f1) == pytest.approx((precision, recall, f1))


def test_noise_is_the_most_that_a_tenth_changes_and_versions_of_a_page_go_together():
    texts = [Labelled((), (), f"{number:02}") for number in range(20) for _ in range(2)]
    scores = [Kept(1, number == 7) for number in range(20) for _ in range(2)]

    assert total(scores) == Kept(40, 2, 0)
    assert noise(texts, scores, lambda kept: kept.precision) == pytest.approx(1 - 40 / 42)


def test_collections_are_cleaned_apart():
    sizes = []

    def count(texts):
        sizes.append(len(texts))
        return keep_everything(texts)

    score([PAGE, PAGE, PAGE._replace(collection="b")], count)

    assert sizes == [2, 1]


def test_lines_with_line_ends_in_them_keep_their_numbers():
    lines = (
        "Rain fell in the hills for two long days.\nSnow came in the night.",
        "Share this article",
        "Snow fell for two days. " * 4,
    )

    assert score([Labelled(lines, (True, False, True))], keep_what_cleaning_leaves) == [Kept(34, 0, 0)]


def test_labelled_files_are_read_by_collection(tmp_path):
    rows = [{"id": "a", "extractor": extractor, "lines": ["x"], "keep": [True]} for extractor in ("two", "one", "two")]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    assert [text.collection for text in read_labelled(path)] == ["one", "two", "two"]


def test_there_are_pages_in_many_languages():
    texts = read_languages()

    assert len(texts) >= 12
    for text in texts:
        assert text.keep.count(None) == 1
        assert text.keep.count(True) >= 8
        assert text.keep.count(False) >= 8

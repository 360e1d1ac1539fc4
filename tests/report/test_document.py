"""Parts of a document as data."""

import pytest

from report.document import Bullets, Quote, Run, as_data, pictures_of, plain, runs_backwards, text_of
from tests.report.making import small_report


@pytest.mark.parametrize(
    ("text", "backwards"),
    [("Flood", False), ("", False), ("12 %", False), ("قال", True), ("12 ראש", True), ("A ראש", False)],
)
def test_the_first_letter_says_where_a_line_begins(text, backwards):
    assert runs_backwards(text) is backwards


def test_a_part_says_its_kind():
    assert as_data(Quote(plain("x"), "y")) == {
        "kind": "quote",
        "line": [{"kind": "run", "text": "x", "style": "", "link": ""}],
        "source": "y",
    }


def test_lists_stay_lists():
    assert as_data(Bullets((plain("a"), plain("b"))))["lines"][1][0]["text"] == "b"


def test_the_text_of_a_line_is_that_of_its_runs():
    assert text_of((Run("a "), Run("b", "strong"))) == "a b"


def test_pictures_of_findings_are_pictures():
    assert [picture.key for picture in pictures_of(small_report())] == ["one", "two"]

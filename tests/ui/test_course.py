"""The course of a tone: a row a scored sentence, in shares of the body."""

import pytest

from ui.course import frame
from ui.reader import Page, Sentence


def page(body, *sentences):
    return Page("a", None, (), body, sentences, ())


def test_each_scored_sentence_has_its_place_and_its_number():
    found = frame(page("One. Two. Six.", Sentence(0, 4, 0.5), Sentence(5, 9), Sentence(10, 14, -0.25)))

    assert found["mark"].tolist() == ["0", "2"]
    assert found["polarity"].tolist() == [0.5, -0.25]
    assert found["start"].tolist() == pytest.approx([0, 10 / 14])
    assert found["end"].tolist() == pytest.approx([4 / 14, 1])
    assert found["headline"].tolist() == ["One.", "Six."]


@pytest.mark.parametrize("sentences", [(), (Sentence(0, 4),)])
def test_without_a_scored_sentence_there_is_no_row(sentences):
    assert frame(page("One.", *sentences)).empty

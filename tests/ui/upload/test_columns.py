"""What seems wrong with the columns that were chosen is said before anything is analysed."""

import pytest

from analysis.sources import Preview
from ui.upload.columns import doubts

LONG = "The harbour was closed on Tuesday; ships waited outside, and nobody knew for how long."
HEADERS = ("nr", "story", "blank", "when", "story")
ROWS = (("1", LONG, " ", "4 May 2016", "x"), ("2", LONG, "", "soon", "x"), ("3",))
TABLE = Preview("a.csv", "", HEADERS, True, {}, ROWS)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"text": "story"}, []),
        ({"text": "story", "published": "when", "id": "nr", "url": ""}, []),
        ({"text": "nr"}, ["“nr” holds values like “1”. Is that the text of an article?"]),
        ({"text": "blank"}, ["“blank” is empty in the first rows: articles without a text become problems."]),
        ({"text": "story", "published": "nr"}, ["“1” in “nr” is no date that can be read."]),
        ({"text": "story", "published": "blank"}, []),
        ({"text": "story", "headline": "story"}, ["“story” is chosen for more than one thing."]),
    ],
)
def test_a_doubtful_choice_is_named(chosen, said):
    assert doubts(TABLE, chosen) == said


@pytest.mark.parametrize("text", ["新华社北京五月四日电" * 5, LONG, "Rain fell on the harbour."])
def test_texts_are_no_doubt(text):
    table = Preview("a.csv", "", ("a", "b"), True, {}, (("1", text),))

    assert doubts(table, {"text": "b"}) == []


def test_a_table_without_rows_is_not_judged():
    assert doubts(Preview("a.csv", "", ("a", "b"), True, {}, ()), {"text": "a", "published": "b"}) == []

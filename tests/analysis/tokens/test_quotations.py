"""Quotation marks: in each row the sentences that lie in quotation marks are between ⟦ and ⟧."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tokens import split_sentences
from analysis.tokens.quotations import quotations

ROWS = [
    # kinds of marks
    '⟦"We won."⟧ The crowd went home.',
    "⟦“We won.”⟧ The crowd went home.",
    "⟦« Nous avons gagné. »⟧ La foule est partie.",
    "⟦»Wir haben gewonnen.«⟧ Die Menge ging heim.",
    "⟦„Wir haben gewonnen.“⟧ Die Menge ging heim.",
    "⟦„Wygraliśmy.”⟧ Tłum wrócił do domu.",
    "⟦”Vi vann.”⟧ Folket gick hem.",
    "⟦‘We won,’ he said.⟧ The workers’ party went home.",
    "⟦'We won,' he said.⟧ The workers' party didn't go home.",
    "⟦''We won.''⟧ The crowd went home.",
    "⟦``We won.''⟧ The crowd went home.",
    "⟦「勝った。」⟧群衆は帰った。",
    # how much of the sentence
    "⟦“We won,” said Mr. Brown.⟧ They left.",
    "⟦Mr. Brown said: “We won.”⟧ They left.",
    "⟦“We,” he said, “won.”⟧ They left.",
    "The “expert” knew nothing of the town and its people.",
    "He called the plan “a joke” and left the room with his papers.",
    "⟦He called it “a complete and utter waste of everybody's time and money”.⟧ Then he left.",
    # over several sentences and paragraphs
    "⟦“We won.⟧ ⟦We will win again,” she said.⟧ They left.",
    "⟦“We won.⟧\n\n⟦“We will win again.⟧\n\n⟦“Thank you all.”⟧\n\nThey left.",
    '⟦"We won.⟧\n\n⟦"We will win again.⟧\n\n⟦"Thank you all."⟧\n\nThey left.',
    "⟦“We won the game in the last minute of the day\nand went home to our wives and children.”⟧ They left.",
    "⟦« Nous avons gagné.⟧\n\n⟦« Nous gagnerons encore. »⟧\n\nIls sont partis.",
    "⟦‘We won,’ he said.⟧ ⟦‘We will win again.’⟧ They left.",
    "⟦“We won.⟧ ⟦We ‘will’ win again.”⟧ They left.",
    "⟦“This quotation is never closed.⟧\nThe next paragraph is the reporter's.",
    # marks that do not quote
    'He is 6\'2" tall and 5" wide. She is not.',
    "It's the '90s again. The boys' school was theirs.",
    "Rock 'n' roll isn't dead. It's resting.",
    # dashes
    "⟦—Vamos —dijo Juan—.⟧ ⟦Ya es tarde.⟧\nSalieron.",
    "⟦— Да, — сказал он.⟧ ⟦— Пойдём.⟧\nОни ушли.",
    "— The first point of the plan.\n— The second point of the plan.",
]


def in_quotes_of(text: str) -> list[str]:
    return [text[start:end] for start, end, quoted in split_sentences(text) if quoted]


@pytest.mark.parametrize("row", ROWS)
def test_quoted_sentences_are_those_of_the_row(row: str) -> None:
    assert in_quotes_of(row.replace("⟦", "").replace("⟧", "")) == re.findall("⟦(.*?)⟧", row, re.DOTALL)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("", []),
        ("no marks", []),
        ('a "b" c', ['"b"']),
        ("“a ‘b’ c”", ["“a ‘b’ c”"]),
        ("“a «b» c” d", ["“a «b» c”"]),
        ('a "b\nc" d', ['"b']),
        ("“a", ["“a"]),
        ("a” b", []),
    ],
)
def test_quotations_hold_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


@settings(max_examples=400)
@given(st.lists(st.sampled_from([*"aA .\"'“”‘’«»„「」—\n,", "''", "\n\n", "said"])).map("".join))
def test_quotations_are_in_range_in_order_and_apart(text: str) -> None:
    previous_end = 0
    for start, end in quotations(text):
        assert previous_end <= start < end <= len(text)
        previous_end = end


def test_text_without_marks_is_not_quoted() -> None:
    assert not any(quoted for *_, quoted in split_sentences("One. Two! Three? Four's here — and five."))

import hashlib

import pytest

from analysis.articles import Item, Notice, Problem
from analysis.intake import take_in
from analysis.staging import staged_items


def take(tmp_path, *found, name="items.arrow"):
    return take_in(iter(found), tmp_path / name)


def ids(intake):
    return [place.article_id for place in intake.places]


def test_an_item_without_an_id_is_named_by_its_text(tmp_path):
    assert ids(take(tmp_path, Item("a.txt", "Body."))) == [hashlib.sha256(b"Body.").hexdigest()[:12]]


def test_ids_that_repeat_are_numbered_in_the_order_of_the_hashes_of_their_texts(tmp_path):
    items = [Item("a.jsonl", text, given_id="x") for text in ("One.", "Two.", "Three.")]
    forward = take(tmp_path, *items)
    backward = take(tmp_path, *reversed(items), name="other.arrow")

    def texts(intake):
        return [item.text for item in staged_items(intake.staged, [place.row for place in intake.places])]

    by_hash = sorted(("One.", "Two.", "Three."), key=lambda text: hashlib.sha256(text.encode()).digest())
    assert ids(forward) == ids(backward) == ["x", "x-2", "x-3"]
    assert texts(forward) == texts(backward) == by_hash
    assert [place.repeats for place in forward.places] == ["", "id", "id"]


def test_a_numbered_id_never_meets_one_that_was_given(tmp_path):
    items = [Item("a", "One.", given_id="x"), Item("a", "Two.", given_id="x"), Item("a", "Three.", given_id="x-2")]

    assert ids(take(tmp_path, *items)) == ["x", "x-2", "x-3"]


def test_texts_that_repeat_say_so(tmp_path):
    intake = take(tmp_path, Item("a.txt", "Body."), Item("b.txt", "Body."))

    assert [place.repeats for place in intake.places] == ["", "text"]


def test_the_fingerprint_is_that_of_ids_and_texts_in_any_order(tmp_path):
    one, two = Item("a.txt", "One."), Item("b.txt", "Two.")
    forward, backward = take(tmp_path, one, two), take(tmp_path, two, one, name="b.arrow")

    assert forward.corpus_fingerprint == backward.corpus_fingerprint
    assert forward.metadata_fingerprint == backward.metadata_fingerprint
    assert take(tmp_path, one, name="c.arrow").corpus_fingerprint != forward.corpus_fingerprint


def test_another_date_changes_the_fingerprint_of_the_fields_alone(tmp_path):
    plain = take(tmp_path, Item("a.txt", "One."))
    dated = take(tmp_path, Item("a.txt", "One.", published="2016-05-04"), name="b.arrow")

    assert plain.corpus_fingerprint == dated.corpus_fingerprint
    assert plain.metadata_fingerprint != dated.metadata_fingerprint


def test_problems_are_kept_in_a_fixed_order(tmp_path):
    intake = take(tmp_path, Problem("b.txt", "", "empty"), Item("c.txt", "x"), Problem("a.txt", "", "empty"))

    assert [problem.source_path for problem in intake.problems] == ["a.txt", "b.txt"]


def test_items_come_back_as_they_were_staged(tmp_path):
    items = [
        Item("a.txt", f"Text {n}.", f"row {n}", headline="" if n % 2 else None, taken={n: "date line"})
        for n in range(700)
    ]
    intake = take(tmp_path, *items)

    assert list(staged_items(intake.staged, range(700))) == items
    assert list(staged_items(intake.staged, [699, 0, 300])) == [items[699], items[0], items[300]]


def test_notices_come_back_as_they_were_staged(tmp_path):
    items = [Item("a.txt", "One.", notices=(Notice("lost", "a \ud800"), Notice("lost", "b"))), Item("b.txt", "Two.")]
    intake = take(tmp_path, *items)

    assert [item.notices for item in staged_items(intake.staged, [0, 1])] == [
        (Notice("lost", "a \ufffd"), Notice("lost", "b")),
        (),
    ]


@pytest.mark.parametrize(
    ("dates", "shared"),
    [
        (["2016-05-04"] * 10, "2016-05-04"),
        (["2016-05-04", " 2016-05-04 ", None, ""] * 5, "2016-05-04"),
        (["2016-05-04"] * 9, None),
        (["2016-05-04"] * 20 + ["2016-05-05"], None),
        ([None] * 20, None),
    ],
)
def test_one_date_for_all_of_many_is_seen(tmp_path, dates, shared):
    items = [Item("a.jsonl", f"Text {number}.", published=date) for number, date in enumerate(dates)]

    assert take(tmp_path, *items).shared_date == shared


@pytest.mark.parametrize("text", ["\ud800 alone", "NUL \x00 inside", "😀", "\r\n\r mixed"])
def test_any_text_can_be_staged(tmp_path, text):
    intake = take(tmp_path, Item("a.txt", text))
    [item] = staged_items(intake.staged, [0])

    assert item.text == text.replace("\ud800", "\ufffd")

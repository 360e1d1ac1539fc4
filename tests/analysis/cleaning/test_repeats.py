"""Lines that repeat are furniture when different articles bear witness to them."""

from __future__ import annotations

import pickle
import random
import subprocess
import sys

import pytest

from analysis.cleaning import LineSurvey, Repeats, line_key

WORDS = [
    "wall",
    "storm",
    "tide",
    "gate",
    "boat",
    "coast",
    "harbour",
    "council",
    "vote",
    "winter",
    "water",
    "stone",
    "road",
    "bridge",
    "town",
]
FURNITURE = "Harbour Post, the paper of the coast"


def story(number: int, n_paragraphs: int = 6) -> list[str]:
    """Paragraphs that no other number has."""
    draw = random.Random(number)
    return [
        f"Report {number} part {part}: " + " ".join(draw.choices(WORDS, k=20)) + "." for part in range(n_paragraphs)
    ]


def survey(items: list[tuple[str, str | None]]) -> Repeats:
    counted = LineSurvey()
    for text, outlet in items:
        counted.add(text, outlet)
    return counted.finish()


def page(number: int, *lines: str) -> str:
    return "\n".join([*story(number), *lines])


def test_an_empty_collection_has_no_repeats():
    assert survey([]) == Repeats()
    assert line_key(FURNITURE) not in survey([("", None)]).lines_of(None)


@pytest.mark.parametrize(("n_articles", "repeats"), [(1, False), (2, False), (3, True), (30, True)])
def test_a_line_repeats_when_three_different_articles_have_it(n_articles, repeats):
    found = survey([(page(number, FURNITURE), "post") for number in range(n_articles)])

    assert (line_key(FURNITURE) in found.lines_of("post")) is repeats


def test_lines_of_a_text_are_not_furniture():
    found = survey([(page(number, FURNITURE), "post") for number in range(10)])

    assert not any(line_key(line) in found.lines_of("post") for number in range(10) for line in story(number))


def test_forty_copies_of_one_text_are_one_witness():
    found = survey([(page(1, FURNITURE), f"outlet {number}") for number in range(40)])

    assert line_key(FURNITURE) not in found.lines_of("outlet 1")


def test_five_extractions_of_one_page_are_one_witness():
    body = story(1)
    versions = [body, body[1:], body[:-1], [*body, "Share"], ["Home", *body[:4]]]
    found = survey([("\n".join([*version, FURNITURE]), "post") for version in versions])

    assert not any(line_key(line) in found.lines_of("post") for line in (*body, FURNITURE))


def test_copies_of_three_articles_are_three_witnesses():
    found = survey([(page(number % 3, FURNITURE), "post") for number in range(12)])

    assert line_key(FURNITURE) in found.lines_of("post")


def test_long_furniture_does_not_make_different_articles_versions_of_one():
    long = [f"{'The Harbour Post is printed on paper from local wood ' * 2}{part}" for part in range(3)]
    found = survey([(page(number, *long), "post") for number in range(5)])

    assert all(line_key(line) in found.lines_of("post") for line in long)


def test_a_line_counts_once_in_an_article():
    assert line_key(FURNITURE) not in survey([(page(1, *[FURNITURE] * 9), "post")]).lines_of("post")


def test_each_outlet_has_its_own_lines():
    items = [(page(number, FURNITURE), "post") for number in range(4)]
    items += [(page(number), "times") for number in range(100, 500)]
    found = survey(items)

    assert line_key(FURNITURE) in found.lines_of("post")
    assert line_key(FURNITURE) not in found.lines_of("times")
    assert line_key(FURNITURE) not in found.lines_of("no such outlet")


def test_lines_of_the_whole_collection_count_in_every_outlet():
    found = survey([(page(number, FURNITURE), f"outlet {number}") for number in range(10)])

    assert line_key(FURNITURE) in found.lines_of("outlet 3")
    assert line_key(FURNITURE) in found.lines_of(None)


@pytest.mark.parametrize("line", ["Yes.", "* * *", "___", "He laughed.", "“No!”"])
def test_short_sentences_and_ornaments_are_never_furniture(line):
    found = survey([(page(number, line), "post") for number in range(20)])

    assert line_key(line) not in found.lines_of("post")


@pytest.mark.parametrize(("n_with", "repeats"), [(4, False), (10, True)])
def test_a_sentence_must_stand_in_more_articles_than_a_label(n_with, repeats):
    sentence = "The storms of last winter broke the wall in four places."
    items = [(page(number, sentence), "post") for number in range(n_with)]
    items += [(page(number), "post") for number in range(100, 130)]

    assert (line_key(sentence) in survey(items).lines_of("post")) is repeats


@pytest.mark.parametrize(
    ("n_articles", "n_others", "repeats"), [(2, 0, False), (3, 2, True), (3, 12, True), (3, 30, False)]
)
@pytest.mark.parametrize("place", [0, 1, -1, -2])
def test_a_sentence_at_the_edge_needs_fewer_articles(n_articles, n_others, repeats, place):
    sentence = "The Harbour Post, established 1887. A Lindmoor Titles newspaper."
    items = []
    for number in range(n_articles):
        lines = [*story(number), "Share"]
        lines.insert(place if place >= 0 else len(lines) + 1 + place, sentence)
        items.append(("\n".join(lines), "post"))
    items += [(page(number), "post") for number in range(100, 100 + n_others)]

    assert (line_key(sentence) in survey(items).lines_of("post")) is repeats


@pytest.mark.parametrize(
    "sentence", [f"The storms broke the wall {'and the gate ' * n}in four places." for n in (1, 12)]
)
def test_a_sentence_within_the_text_or_of_some_length_needs_many(sentence):
    at_edge = len(sentence) < 100
    items = []
    for number in range(3):
        lines = story(number, 8)
        lines.insert(4 if at_edge else 8, sentence)
        items.append(("\n".join(lines), "post"))

    assert line_key(sentence) not in survey(items).lines_of("post")


def test_a_sentence_mostly_within_the_text_is_not_at_the_edge():
    sentence = "The storms of last winter broke the wall in four places."
    items = [("\n".join([*story(number, 4), sentence, *story(50 + number, 4)]), "post") for number in range(2)]
    items += [(page(number, sentence), "post") for number in range(90, 92)]

    assert line_key(sentence) not in survey(items).lines_of("post")


def test_the_order_of_items_does_not_matter():
    items = [(page(number % 17, FURNITURE, f"Edition {number % 5}"), f"outlet {number % 3}") for number in range(60)]
    shuffled = random.Random(1).sample(items, len(items))

    assert survey(items) == survey(shuffled)


def test_repeats_can_be_sent_to_another_process():
    found = survey([(page(number, FURNITURE), "post") for number in range(5)])

    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("line", [FURNITURE.upper(), f"  {FURNITURE}\t", FURNITURE.replace(" ", "\u00a0")])
def test_a_key_does_not_mind_case_and_spaces(line):
    assert line_key(line) == line_key(FURNITURE)


def test_a_key_is_the_same_in_another_process():
    code = f"from analysis.cleaning import line_key; print(line_key({FURNITURE!r}))"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert int(printed) == line_key(FURNITURE)


@pytest.mark.parametrize("text", ["\ud800 lone\nline", "\x00\n\x85", "\u200b", "a\r\nb\rc"])
def test_any_text_can_be_counted(text):
    counted = LineSurvey()
    counted.add(text, None)

    assert counted.finish() == Repeats()


def test_lines_that_are_taken_are_no_evidence():
    survey = LineSurvey()
    for number in range(6):
        survey.add(
            f"Report {number} of the harbour master, who counts ships.\nHarbour bulletin", "Post", {1: "outside"}
        )

    assert line_key("Harbour bulletin") not in survey.finish().lines_of("Post")

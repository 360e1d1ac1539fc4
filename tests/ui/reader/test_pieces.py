"""A page in pieces: all of its text, in order, with every mark and every sentence where it belongs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.page import Mark, Options, Page, RemovedLine, Sentence
from ui.reader.pieces import build, link, opening, tone_title

BODY = "The river rose. Two people died.\nTrains stopped."
SENTENCES = (Sentence(0, 15, 0.0), Sentence(16, 32, -0.6), Sentence(33, 48))
PLAIN = Page("a1", "River rises", ("Courier", "", "14 March 2024"), BODY, SENTENCES, ())


def runs(built):
    """Every run of the body with the number of its sentence, in order."""
    paragraphs = [block for block in built["blocks"] if block["kind"] == "paragraph"]
    return [
        (run["text"], run["kinds"], run["place"], piece["number"])
        for paragraph in paragraphs
        for piece in paragraph["pieces"]
        for run in piece["runs"]
    ]


def text(built):
    return "".join(run[0] for run in runs(built))


def outline(built):
    """Each block as a string: its text, or the removed lines in brackets after their reason."""
    return [
        f"{block['reason']}: {block['lines']}"
        if block["kind"] == "removed"
        else "".join(run["text"] for piece in block["pieces"] for run in piece["runs"])
        for block in built["blocks"]
    ]


def test_paragraphs_hold_sentences_and_the_spaces_between_them():
    assert runs(build(PLAIN, Options())) == [
        ("The river rose.", "", None, 0),
        (" ", "", None, None),
        ("Two people died.", "", None, 1),
        ("Trains stopped.", "", None, 2),
    ]


def test_a_mark_over_a_border_is_one_place_in_two_sentences():
    page = replace(PLAIN, marks=(Mark(10, 19, "hit"),))

    assert runs(build(page, Options()))[:5] == [
        ("The river ", "", None, 0),
        ("rose.", "hit", 0, 0),
        (" ", "hit", 0, None),
        ("Two", "hit", 0, 1),
        (" people died.", "", None, 1),
    ]


def test_a_mark_over_two_paragraphs_loses_only_the_newline():
    page = replace(PLAIN, marks=(Mark(27, 39),))

    marked = [run for run in runs(build(page, Options())) if run[1]]
    assert marked == [("died.", "term", 0, 1), ("Trains", "term", 0, 2)]


def test_offsets_count_code_points():
    body = "😀👩‍👩‍👧 flood 🏳️‍🌈 flood"
    first = body.index("flood")
    marks = (Mark(first, first + 5), Mark(len(body) - 5, len(body)))
    page = replace(PLAIN, body=body, sentences=(), marks=marks)

    assert [run[0] for run in runs(build(page, Options())) if run[1]] == ["flood", "flood"]


def test_places_of_the_headline_are_counted_before_those_of_the_body():
    page = replace(PLAIN, headline_marks=(Mark(0, 5),), marks=(Mark(4, 9),))
    built = build(page, Options())

    assert [(run["text"], run["place"]) for run in built["headline"]] == [("River", 0), (" rises", None)]
    assert [run[2] for run in runs(built) if run[1]] == [1]


def test_without_a_headline_the_opening_words_stand_in_unmarked():
    built = build(replace(PLAIN, headline=None, headline_marks=(Mark(0, 5),)), Options())

    assert built["untitled"]
    assert [run["text"] for run in built["headline"]] == ["The river rose. Two people died. Trains stopped."]
    assert built["headline"][0]["place"] is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("One\ntwo", "One two"),
        ("word " * 16, ("word " * 16).strip()),
        ("word " * 17, ("word " * 16).strip() + "…"),
        ("x" * 500, "x" * 80 + "…"),
    ],
)
def test_opening(body, expected):
    assert opening(body) == expected


@pytest.mark.parametrize(
    ("offsets", "expected"),
    [
        ([0], ["why: ['0']", "One.", "Two."]),
        ([4], ["One.", "why: ['4']", "Two."]),
        ([5], ["One.", "why: ['5']", "Two."]),
        ([9], ["One.", "Two.", "why: ['9']"]),
        ([99], ["One.", "Two.", "why: ['99']"]),
        ([7], ["One.", "Tw", "why: ['7']", "o."]),
        ([9, 0, 0], ["why: ['0', '0']", "One.", "Two.", "why: ['9']"]),
    ],
)
def test_removed_lines_stand_at_their_place(offsets, expected):
    removed = tuple(RemovedLine(offset, str(offset), "why") for offset in offsets)
    page = replace(PLAIN, body="One.\nTwo.", sentences=(), removed=removed)

    assert outline(build(page, Options(removed=True))) == expected
    assert outline(build(page, Options(removed=False))) == ["One.", "Two."]


def test_only_neighbours_with_one_reason_share_a_label():
    reasons = ("menu", "menu", "advertisement", "menu")
    removed = tuple(RemovedLine(0, str(number), reason) for number, reason in enumerate(reasons))
    built = build(replace(PLAIN, removed=removed), Options(removed=True))

    assert outline(built)[:3] == ["menu: ['0', '1']", "advertisement: ['2']", "menu: ['3']"]


def test_an_article_of_removed_lines_only_shows_them():
    page = replace(PLAIN, body="", sentences=(), removed=(RemovedLine(0, "Log in", "menu"),))

    assert outline(build(page, Options(removed=True))) == ["menu: ['Log in']"]
    assert build(page, Options())["blocks"] == []


def test_tone_is_sent_only_when_asked():
    toned, plain = build(PLAIN, Options(tone=True)), build(PLAIN, Options(tone=False))

    assert [piece["polarity"] for piece in toned["blocks"][0]["pieces"]] == [0.0, None, -0.6]
    assert toned["toned"]
    assert not plain["toned"]
    assert {piece["polarity"] for block in plain["blocks"] for piece in block["pieces"]} == {None}
    assert {piece["title"] for block in plain["blocks"] for piece in block["pieces"]} == {""}


def test_an_article_without_scores_has_no_legend():
    sentences = tuple(sentence._replace(polarity=None) for sentence in SENTENCES)

    assert not build(replace(PLAIN, sentences=sentences), Options())["toned"]


@pytest.mark.parametrize(
    ("polarity", "in_quotes", "expected"),
    [
        (0.42, False, "Tone +0.42"),
        (-0.31, False, "Tone −0.31"),
        (-1, True, "Tone −1.00, in quotation marks"),
        (0.0, False, "Tone 0.00"),
        (-0.001, False, "Tone 0.00"),
        (None, True, "Tone: not scored"),
    ],
)
def test_tone_title(polarity, in_quotes, expected):
    assert tone_title(Sentence(0, 1, polarity, in_quotes)) == expected


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.courier.example/a?b=c#d", "courier.example"),
        (" http://courier.example ", "courier.example"),
        ("HTTPS://Courier.example", "courier.example"),
        ("https://good.example@evil.example/", "evil.example"),
    ],
)
def test_a_link_names_its_host(url, host):
    assert link(url) == {"href": url.strip(), "host": host}


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "courier.example/a",
        "//courier.example/a",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "https://a.example/\u202egpj.exe",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "https://evil.example\\@good.example/",
        "https://",
        "http://[::1",
    ],
)
def test_what_is_no_web_address_is_no_link(url):
    assert link(url) is None


def test_empty_details_leave_no_dots():
    assert build(PLAIN, Options())["details"] == ["Courier", "14 March 2024"]


BODIES = st.text(st.sampled_from("ab .\n\n😀é\u200dا"), max_size=40)
OFFSETS = st.integers(-2, 44)
MARKS = st.lists(st.builds(Mark, OFFSETS, OFFSETS, st.sampled_from(["term", "hit"])), max_size=6)
BORDERS = st.lists(st.integers(0, 40), unique=True, max_size=8).map(sorted)
REMOVED = st.lists(st.builds(RemovedLine, OFFSETS, st.just("x"), st.sampled_from("rs")), max_size=4)


def holder(sentences, offset):
    """The number of the sentence at `offset`."""
    return next((n for n, one in enumerate(sentences) if one.start <= offset < one.end), None)


def sentences_between(borders, body):
    inside = [border for border in borders if border <= len(body)]
    return tuple(Sentence(start, end, 0.1) for start, end in zip(inside[::2], inside[1::2], strict=False))


@given(BODIES, MARKS, BORDERS, REMOVED)
def test_every_character_comes_once_with_its_own_marks_and_sentence(body, marks, borders, removed):
    sentences = sentences_between(borders, body)
    page = Page("a", None, (), body, sentences, tuple(marks), removed=tuple(removed))

    shown = [
        (character, set(kinds.split()), number)
        for run, kinds, _, number in runs(build(page, Options(removed=True)))
        for character in run
    ]

    assert shown == [
        (
            character,
            {mark.kind for mark in marks if mark.start <= offset < mark.end},
            holder(sentences, offset),
        )
        for offset, character in enumerate(body)
        if character != "\n"
    ]


@given(BODIES, REMOVED)
def test_every_removed_line_is_shown_once(body, removed):
    built = build(Page("a", "h", (), body, (), (), removed=tuple(removed)), Options(removed=True))

    shown = [line for block in built["blocks"] if block["kind"] == "removed" for line in block["lines"]]
    assert len(shown) == len(removed)
    assert text(built) == body.replace("\n", "")

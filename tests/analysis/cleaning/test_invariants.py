"""Whatever the text: nothing lost, nothing said twice, nothing raised."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cleaning import RULES, clean, line_key
from analysis.cleaning.lines import split_lines

from .conftest import PARAGRAPHS

AWKWARD = "\x00\x0b\x0c\x1c\x85\u2028\u2029\ud800\udfff\u200b\ufeff\u0301\xa0\t \r\n{}[]()|…—«»।。"
characters = st.one_of(st.sampled_from(AWKWARD), st.characters(codec=None))
phrases = st.sampled_from(
    [
        *PARAGRAPHS,
        "Share",
        "Related",
        "Most read",
        "By Jo Marsh",
        "By",
        "Jo Marsh",
        "3 March 2019",
        "Subscribe now",
        "€4.90/Month",
        "© 2019",
        "Advertisement",
        "{{name}}",
        "--IANS",
        "Sea wall to be rebuilt",
        "",
        " ",
        "* * *",
    ]
)
lines = st.lists(st.one_of(phrases, st.text(characters, max_size=40)), max_size=40)
texts = st.one_of(
    st.text(characters, max_size=300),
    st.builds(lambda parts, end: end.join(parts), lines, st.sampled_from(["\n", "\r\n", "\r", "\n\n"])),
)
headlines = st.one_of(st.none(), st.just(""), st.just("Sea wall to be rebuilt"), st.text(characters, max_size=30))


@settings(max_examples=400)
@given(text=texts, headline=headlines, off=st.sets(st.sampled_from(RULES)))
def test_every_visible_line_is_kept_or_removed_once_and_in_order(text, headline, off):
    cleaned = clean(text, headline=headline, off=off)
    removed = {line.line_number: line.text for line in cleaned.removed}
    kept = iter(line for line in cleaned.body.split("\n") if line)

    for number, line in enumerate(split_lines(text)):
        if number in removed:
            assert removed[number] == line
        elif line:
            assert next(kept, None) == line
    assert next(kept, None) is None


@settings(max_examples=200)
@given(text=texts, headline=headlines)
def test_removed_lines_are_in_order_and_point_into_the_body(text, headline):
    cleaned = clean(text, headline=headline)
    numbers = [line.line_number for line in cleaned.removed]
    offsets = [line.body_offset for line in cleaned.removed]

    assert numbers == sorted(set(numbers))
    assert offsets == sorted(offsets)
    for offset in offsets:
        assert offset in (0, len(cleaned.body)) or cleaned.body[offset - 1] == "\n"


@settings(max_examples=200)
@given(text=texts, headline=headlines)
def test_a_body_is_tidy(text, headline):
    body = clean(text, headline=headline).body

    assert "\n\n\n" not in body
    assert "  " not in body
    assert body == body.strip("\n ")
    body.encode()


@settings(max_examples=200)
@given(text=texts, headline=headlines)
def test_cleaning_is_deterministic(text, headline):
    assert clean(text, headline=headline) == clean(text, headline=headline)


@settings(max_examples=200)
@given(text=texts)
def test_a_text_with_visible_lines_keeps_a_body(text):
    cleaned = clean(text, headline="")

    metadata = {"byline", "date line"}
    if any(line.text and line.reason not in metadata for line in cleaned.removed):
        assert cleaned.body


@settings(max_examples=100)
@given(text=texts)
def test_rules_that_are_all_off_remove_nothing(text):
    cleaned = clean(text, off=RULES, repeated={line_key("Share")})

    assert {line.reason for line in cleaned.removed} <= {"no visible text"}
    assert cleaned.headline is None


def test_a_long_single_line_is_read_in_time():
    text = "word " * 400_000

    assert clean(text, headline="").body == text.strip()


def test_many_short_lines_are_read_in_time():
    text = "\n".join(f"{word} {number}" for number, word in zip(range(30_000), itertools.cycle(["Home", "a", "By"])))

    assert len(clean(text).body) > 0

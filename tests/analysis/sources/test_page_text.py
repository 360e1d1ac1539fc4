"""What a page shows, and which of it a text does not have."""

import pytest

from analysis.sources.page_text import lines_outside, text_of_page


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript><p>x</p></noscript>",
        "<template><p>x</p></template>",
        "<svg><title>x</title></svg>",
        "<p hidden>x</p>",
        '<div style="color: red; Display : none"><p>x</p></div>',
        '<p style="visibility:hidden">x</p>',
        "<!-- x -->",
    ],
)
def test_what_is_not_shown_is_no_text(unseen):
    page = f"<head><title>x</title></head><body><p>One.</p>{unseen} Two.<p>Three.</p></body>"

    assert [line for line in text_of_page(page).split("\n") if line] == ["One.", "Two.", "Three."]


def test_a_page_that_hides_itself_until_a_script_has_run_is_read():
    assert text_of_page('<html hidden><body style="visibility: hidden"><p>One.</p></body></html>').strip() == "One."


LONG = "The harbour was closed on Tuesday, and ships waited outside."


@pytest.mark.parametrize(
    ("text", "main_text", "outside"),
    [
        ("a\nb\n\nc", "b", ["a", "c"]),
        ("one point", "- one point", []),
        ("a b", "| a | b |", []),
        (LONG, f"He said: {LONG} So it was.", []),
        ("Sport", "They talked of sport.", ["Sport"]),
        ("Sport\nSport", "Sport", ["Sport"]),
        ("* * *\n—", "a\n\nb", ["* * *", "—"]),
        ("港口关闭了\n体育", "港口关闭了", ["体育"]),
        ("", "a", []),
    ],
)
def test_lines_that_a_text_does_not_have_are_outside(text, main_text, outside):
    assert lines_outside(text, main_text) == outside


def test_a_page_of_very_many_blocks_is_read_in_time():
    page = "".join(
        f"<div>Block {number} of many, with words enough to be a part of a line</div>" for number in range(100_000)
    )
    text = text_of_page(page)

    assert len(lines_outside(text, LONG * 20_000)) == 100_000

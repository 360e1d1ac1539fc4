"""The reader in a real browser: hostile text stays text, marks can be walked, a click reaches Python."""

import pytest

from tests.browser.driving import assert_fits, serving

playwright = pytest.importorskip("playwright.sync_api")

HOSTILE = [
    "<script>window.pwned = 1</script> <img src=http://tracker.invalid/x onerror='window.pwned = 2'> rose.",
    "It cost $100 and $math$ :red[said] ![](http://tracker.invalid/y.png) <svg onload='window.pwned = 3'>.",
    "قال المسؤولون إن الجسر انهار.",
    "ראש העיר אמר כי הגשר נהרס.",
    "😀👩‍👩‍👧 saw the flood 🏳️‍🌈.",
    "w" * 500 + ".",
]
SCRIPT = """
import streamlit as st

from ui.reader import Mark, Options, Page, RemovedLine, Sentence, reader

LINES = {lines!r} + [f"Line {{n}} says that the water is safe." for n in range(60)]
BODY = "\\n".join(LINES)
STARTS = [sum(len(line) + 1 for line in LINES[:n]) for n in range(len(LINES))]
SENTENCES = tuple(Sentence(start, start + len(line), 0.42) for start, line in zip(STARTS, LINES, strict=True))
FLOOD = BODY.index("flood")
MARKS = (Mark(FLOOD, FLOOD + 5), Mark(STARTS[40] + 31, STARTS[41] + 4, "hit"))
REMOVED = (RemovedLine(0, "<b>Log in</b>", "menu"), RemovedLine(STARTS[3], "Read more", "related"))
PAGE = Page("a1", "<i>River</i> rises", ("Courier", "14 March"), BODY, SENTENCES, MARKS, removed=REMOVED)

asked = int(st.query_params["sentence"]) if "sentence" in st.query_params else None
st.text_input("Search")
number = reader(PAGE, Options(removed=True, sentence=asked), key="reader")
st.text(f"clicked {{number}}")
"""


@pytest.fixture(scope="module")
def reader_address(tmp_path_factory):
    script = tmp_path_factory.mktemp("reader") / "app.py"
    script.write_text(SCRIPT.format(lines=HOSTILE), encoding="utf-8")
    with serving(script) as (address, _):
        yield address


@pytest.fixture
def visit(window, reader_address):
    """Open the reader in a new window."""

    def open_reader(query="", **looks):
        page = window(**looks)
        page.goto(reader_address + query)
        page.get_by_text("clicked None").wait_for()
        page.locator("article h2").wait_for()
        return page

    return open_reader


def test_hostile_text_is_text(visit):
    page = visit()

    shown = page.locator("article").inner_text()
    assert all(line.split("<")[0] in shown and line[-20:] in shown for line in HOSTILE)
    assert "<script>window.pwned = 1</script>" in shown
    assert page.locator("article h2").inner_text() == "<i>River</i> rises"
    assert page.locator("article").locator("script, img, svg, iframe, b, i").count() == 0
    assert page.evaluate("window.pwned") is None


def test_marks_are_exact_after_emoji_and_over_paragraphs(visit):
    page = visit()

    assert page.locator("mark.term").all_inner_texts() == ["flood"]
    assert "".join(page.locator("mark.hit").all_inner_texts()) == "safe.Line"


def test_sentences_say_their_tone_and_removed_lines_their_reason(visit):
    page = visit()

    assert page.locator("[data-sentence='0']").get_attribute("title") == "Tone +0.42"
    assert page.locator(".removed .reason").all_inner_texts() == ["Removed: menu", "Removed: related"]
    assert page.locator(".removed del").all_inner_texts() == ["<b>Log in</b>", "Read more"]


def test_a_click_reaches_python(visit):
    page = visit()

    # A sentence that wraps has its middle outside itself, where a mouse would hit the neighbour.
    page.locator("[data-sentence='7']").evaluate("sentence => sentence.click()")

    page.get_by_text("clicked 7").wait_for()
    assert page.locator("[aria-current=true]").get_attribute("data-sentence") == "7"


def test_enter_chooses_the_sentence_that_the_arrows_reached(visit):
    page = visit()
    page.locator("[data-sentence='7']").focus()

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    page.get_by_text("clicked 8").wait_for()


def test_keys_walk_through_the_marked_places_but_not_while_typing(visit):
    page = visit()
    count = page.locator(".count")

    page.keyboard.press("n")
    assert count.inner_text() == "1/2"
    page.keyboard.press("n")
    assert page.locator("mark.current").first.inner_text() == "safe."
    playwright.expect(page.locator("mark.current").first).to_be_in_viewport()
    page.keyboard.press("p")
    assert count.inner_text() == "1/2"

    page.get_by_label("Search").click()
    page.keyboard.type("n")
    assert count.inner_text() == "1/2"


def test_a_click_on_the_strip_goes_to_the_nearest_mark(visit):
    page = visit()
    strip = page.locator(".strip").bounding_box()

    page.mouse.click(strip["x"] + strip["width"] / 2, strip["y"] + strip["height"] - 2)

    assert page.locator(".count").inner_text() == "2/2"


def test_the_reader_opens_at_the_sentence_asked_for(visit):
    page = visit("/?sentence=55")

    sentence = page.locator("[data-sentence='55']")
    playwright.expect(sentence).to_be_in_viewport()
    assert sentence.get_attribute("aria-current") == "true"


def test_the_text_fits_the_window(visit):
    page = visit(width=400, scheme="dark")

    assert_fits(page)
    assert page.locator("article").bounding_box()["width"] <= 400

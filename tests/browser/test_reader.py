"""The reader in a real browser: hostile text stays text, marks can be walked, a click reaches Python."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.browser

PROJECT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
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


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_health(address, server):
    for _ in range(120):
        assert server.poll() is None, "the server ended"
        try:
            return urlopen(f"{address}/_stcore/health", timeout=1).read()
        except (URLError, OSError):
            time.sleep(0.25)
    raise TimeoutError(address)


@pytest.fixture(scope="module")
def reader_address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reader")
    script = folder / "app.py"
    script.write_text(SCRIPT.format(lines=HOSTILE), encoding="utf-8")
    port = free_port()
    options = ["--server.port", str(port), "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://localhost:{port}"
            await_health(address, server)
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def reader_browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium: install it with `apt-get install chromium`")
    with playwright.sync_playwright() as driver:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(reader_browser, reader_address):
    """Open the reader; the page that comes back lists in `outside` the requests that left for elsewhere."""
    contexts = []

    def open_reader(query="", width=1440, scheme="light"):
        size = {"width": width, "height": 900}
        context = reader_browser.new_context(viewport=size, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.outside = []
        page.on("request", lambda request: note_outside(page, request.url, reader_address))
        page.goto(reader_address + query)
        page.get_by_text("clicked None").wait_for(timeout=30_000)
        page.locator("article h2").wait_for()
        return page

    yield open_reader
    for context in contexts:
        context.close()


def note_outside(page, url, address):
    if not url.startswith((address, "blob:", "data:")):
        page.outside.append(url)


def test_hostile_text_is_text(visit):
    page = visit()

    shown = page.locator("article").inner_text()
    assert all(line.split("<")[0] in shown and line[-20:] in shown for line in HOSTILE)
    assert "<script>window.pwned = 1</script>" in shown
    assert page.locator("article h2").inner_text() == "<i>River</i> rises"
    assert page.locator("article").locator("script, img, svg, iframe, b, i").count() == 0
    assert page.evaluate("window.pwned") is None
    assert page.outside == []


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


@pytest.mark.parametrize("width", [1440, 400])
def test_the_text_fits_the_window(visit, width):
    page = visit(width=width, scheme="dark")

    main = page.get_by_test_id("stMain")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    assert page.locator("article").bounding_box()["width"] <= width

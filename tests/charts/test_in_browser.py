"""The charts in a real browser: they fit, they are whole, and a click on them reaches Python."""

import shutil

import pytest

from tests.browser.driving import ROOT, serving
from tests.charts.making import CHARTS, TITLE

pytestmark = pytest.mark.browser

SCRIPT = """
import streamlit as st

from charts import picked_marks
from tests.charts import making

st.set_page_config(layout="wide")
for draw in making.CHARTS:
    name = draw.__name__
    picked = picked_marks(st.session_state.get(name))
    chart = draw(chosen=picked[0] if picked else None)
    event = st.altair_chart(chart, width="stretch", key=name, on_select="rerun")
    st.text(f"{name}: {picked_marks(event)}")
st.altair_chart(making.bars(making.BARS.head(0)), key="none", on_select="rerun")
"""
LEADING = 5  # Boxes of text reach above the letters.
NAMES = [draw.__name__ for draw in CHARTS]
TARGETS = {
    "bars": ('path[aria-roledescription="bar"][aria-label*="flood: 37 articles"]', "t2"),
    "weeks": ('path[aria-roledescription="bar"][aria-label^="week of 28 Dec 2015: 40"]', "2015-12-28"),
    "bins": ('path[aria-roledescription="bar"][aria-label*="20 articles"]', "b2"),
    "toned_bins": ('path[aria-roledescription="bar"][aria-label*="20 articles"]', "b2"),
    "ranges": ('path[aria-roledescription="point"][aria-label^="Herald"]', "o1"),
    "sides": ('path[aria-roledescription="bar"][aria-label^="girls"]', "s3"),
    "lines": ('path[aria-roledescription="rect mark"][aria-label^="Courier, 9 Jan 2016"]', "a4"),
    "company": ('line[aria-label="flood and rescue: 1 sentence"]', "flood|rescue"),
    "points": ('path[aria-roledescription="point"][aria-label^="Nothing new"]', "a4"),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts")
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    (folder / "app.py").write_text(SCRIPT, encoding="utf-8")
    with serving(folder / "app.py") as (address, _):
        yield address


@pytest.fixture(params=[(1440, "light"), (400, "dark")], ids=["wide, light", "narrow, dark"], scope="module")
def page(request, chromium, address):
    """The page with all charts drawn; `complaints` lists what the browser's console complains of."""
    width, scheme = request.param
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    shown = context.new_page()
    shown.complaints = []
    shown.on("console", lambda said: said.type in ("error", "warning") and shown.complaints.append(said.text))
    shown.goto(address)
    for name in NAMES:
        shown.locator(f".st-key-{name} svg.marks").wait_for(timeout=60_000)
    shown.locator(".st-key-none svg.marks").wait_for()
    yield shown
    context.close()


def test_nothing_is_complained_of(page):
    assert page.complaints == []
    assert page.locator("[data-testid=stException]").count() == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_fits_its_container(page, name):
    drawing = page.locator(f".st-key-{name} svg.marks").bounding_box()
    container = page.locator(f".st-key-{name}").bounding_box()

    assert drawing["width"] <= container["width"] + 1


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_cut(page, name):
    """Every text lies within the drawing, and the title is whole."""
    chart = page.locator(f".st-key-{name} svg.marks")
    frame = chart.bounding_box()
    texts = [(text.text_content(), text.bounding_box()) for text in chart.locator("text").all()]

    for text, box in texts:
        if text and box:
            assert box["x"] >= frame["x"] - 1, text
            assert box["y"] >= frame["y"] - LEADING, text
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1, text
    assert TITLE.replace(" ", "") in "".join(text for text, _ in texts).replace(" ", "")


@pytest.mark.parametrize(("name", "target"), TARGETS.items(), ids=TARGETS)
def test_a_click_reaches_python(page, name, target):
    selector, mark = target
    page.locator(f".st-key-{name} {selector}").click()

    page.get_by_text(f"{name}: ['{mark}']", exact=True).wait_for(timeout=10_000)


def test_a_click_beside_a_bar_chooses_its_row(page):
    chart = page.locator(".st-key-topic_bars svg.marks")
    middle = page.locator('.st-key-topic_bars path[aria-label^="vote"]').bounding_box()
    frame = chart.bounding_box()
    place = {"x": frame["width"] * 0.7, "y": middle["y"] + middle["height"] / 2 - frame["y"]}
    chart.click(position=place)

    page.get_by_text("topic_bars: ['t3']", exact=True).wait_for(timeout=10_000)


def test_an_empty_chart_says_so(page):
    assert page.locator(".st-key-none svg.marks text", has_text="Nothing to show").count() == 1

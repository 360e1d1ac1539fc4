"""What a browser draws wrong is found, and what is meant is not taken for it."""

import pytest

from screenshots.faults import faults

pytestmark = pytest.mark.browser

PAGE = (
    """<style>html, body {{margin: 0}}</style><main data-testid=stMain style="width: 600px; overflow: auto">{}</main>"""
)
CHART = '<div class="st-key-topics"><div data-testid=stVegaLiteChart>{}</div></div>'
DRAWING = '<svg width=200 height=100><g role="graphics-symbol" aria-roledescription="{}"></g>{}</svg>'
BAR = DRAWING.format("bar", "")
BLANK = "<canvas width=20 height=20></canvas>"
ONE_LINE = "white-space: nowrap; width: 80px"
LONG = "A headline that goes on and on, far beyond its place"

WRONG = {
    "an error": ("<p data-testid=stException>It broke</p>", ["an error: It broke"]),
    "a warning": ("<p data-testid=stAlertContentWarning>Mind</p>", ["an error: Mind"]),
    "a chart without a drawing": (CHART.format(""), ["an empty chart: topics"]),
    "a chart of nothing but axes": (CHART.format(DRAWING.format("axis", "")), ["an empty chart: topics"]),
    "a blank canvas": (CHART.format(BLANK), ["an empty chart: topics"]),
    "a text beyond its drawing": (
        CHART.format(DRAWING.format("bar", "<text x=150 y=50>strike and more</text>")),
        ["cut text: strike and more"],
    ),
    "a text that is cut": (f'<p style="overflow: hidden; {ONE_LINE}">{LONG}</p>', [f"cut text: {LONG}"]),
    "what is wider than the window": (
        '<div style="width: 700px">x</div>',
        ["wider than the window: 700 in 600 pixels"],
    ),
}
MEANT = {
    "a chart with a bar": CHART.format(BAR),
    "a text in its drawing": CHART.format(DRAWING.format("bar", "<text x=10 y=50>strike</text>")),
    "a text of several lines": f'<p style="width: 80px">{LONG}</p>',
    "a line of a concordance": f'<div class=kwic><div style="overflow: hidden; {ONE_LINE}">{LONG}</div></div>',
    "what is only heard": f'<span style="position: absolute; overflow: hidden; width: 1px; height: 1px">{LONG}</span>',
    "a text that is hidden": f'<p style="display: none; overflow: hidden; {ONE_LINE}">{LONG}</p>',
}


@pytest.fixture(scope="module")
def page(chromium):
    shown = chromium.new_page(viewport={"width": 1000, "height": 400})
    yield shown
    shown.close()


@pytest.mark.parametrize(("inside", "said"), WRONG.values(), ids=WRONG)
def test_a_fault_is_found(inside, said, page):
    page.set_content(PAGE.format(inside))

    assert faults(page) == said


@pytest.mark.parametrize("inside", MEANT.values(), ids=MEANT)
def test_what_is_meant_is_no_fault(inside, page):
    page.set_content(PAGE.format(inside))

    assert faults(page) == []

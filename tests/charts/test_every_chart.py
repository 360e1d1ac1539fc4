"""What holds for every chart."""

import xml.etree.ElementTree as ET

import pandas as pd
import pytest

from charts.theme import ROLES
from tests.charts.making import (
    CHARTS,
    SUBTITLE,
    TITLE,
    bars,
    column,
    expressions,
    lines,
    lit_points,
    points,
    ranges,
    rows,
    sides,
    strings,
    svg,
)

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "field": "datum.pwned",
    "expression": "'] + alert(1) + ['",
    "brackets": "a[0].b\\c",
    "quotes": '"It\'s" «so» ‘said’',
    "long word": "w" * 300,
    "long": "the minister of the interior and of the exterior " * 8,
    "right to left": "قال المسؤولون إن الجسر انهار",
    "mixed": "ראש העיר said 12 %",
    "joined": "👩‍👩‍👧 flood 🏳️‍🌈",
    "control": "a\x00b\x1b[31mc\nd\u2028e",
    "wide": "朝日新聞の記事",
    "blank": " \t\n",
    "empty": "",
    "format": "%d {0} {} ${x}",
}
TEXTS = ("label", "headline", "outlet", "topic")

every_chart = pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)


text_chart = pytest.mark.parametrize("draw", [bars, ranges, points, sides, lines], ids=lambda draw: draw.__name__)


def with_texts(draw, texts):
    """The frame of `draw` with a row for each of `texts`."""
    frame = CHARTS[draw].head(1)
    written = [frame.assign(**{name: text for name in TEXTS if name in frame}) for text in texts]
    return pd.concat(written).assign(mark=[f"m{place}" for place in range(len(texts))])


@every_chart
def test_a_chart_is_valid(draw):
    assert draw().to_dict(validate=True)["layer"]


@every_chart
@pytest.mark.parametrize("is_empty", [False, True], ids=["full", "empty"])
def test_a_chart_has_one_pick_over_the_marks_of_one_layer(draw, is_empty):
    spec = draw(CHARTS[draw].head(0) if is_empty else CHARTS[draw]).to_dict()

    picks = [param for param in spec["params"] if "select" in param]
    assert [(param["name"], param["select"]) for param in picks] == [("pick", {"type": "point", "fields": ["mark"]})]
    assert len(picks[0]["views"]) == 1
    assert sum(layer.get("name") == picks[0]["views"][0] for layer in spec["layer"]) == 1


@every_chart
def test_every_row_carries_its_mark_as_a_string(draw):
    assert sorted(column(draw(), "mark")) == sorted(CHARTS[draw]["mark"])


@every_chart
def test_marks_that_are_numbers_become_strings(draw):
    frame = CHARTS[draw].assign(mark=range(len(CHARTS[draw])))

    assert sorted(column(draw(frame), "mark")) == sorted(map(str, range(len(frame))))


@every_chart
def test_every_row_says_what_it_is_to_a_screen_reader(draw):
    chart = draw()

    # Of many points the browser puts it together itself.
    assert draw in (points, lit_points) or all(column(chart, "about"))
    assert [layer for layer in chart.to_dict()["layer"] if "description" in layer.get("encoding", {})]


@every_chart
def test_only_the_marks_that_count_are_read_out(draw):
    for layer in draw().to_dict()["layer"]:
        assert ("description" in layer.get("encoding", {})) == (layer["mark"].get("aria") is not False)


@every_chart
def test_every_role_has_a_colour(draw):
    assert set(column(draw(), "role")) <= set(ROLES)


@every_chart
@pytest.mark.parametrize("width", [336, 720])
def test_a_chart_is_drawn_with_its_title_and_subtitle(draw, width):
    drawing = svg(draw(), width)
    words = " ".join("".join(text.itertext()) for text in ET.fromstring(drawing).iter())

    assert "undefined" not in drawing
    assert "NaN" not in drawing
    for word in f"{TITLE} {SUBTITLE}".replace(" = ", "\u00a0=\u00a0").split(" "):
        assert word in words


@pytest.fixture(scope="module")
def hostile_bars():
    """All that is written on bars with hostile names, wide enough for a line each."""
    texts = ET.fromstring(svg(bars(with_texts(bars, list(HOSTILE.values()))), 1200)).iter(
        "{http://www.w3.org/2000/svg}text"
    )
    return ["".join(text.itertext()) for text in texts]


@text_chart
def test_hostile_text_is_drawn_as_text(draw):
    drawing = ET.fromstring(svg(draw(with_texts(draw, list(HOSTILE.values())))))

    assert not [node for node in drawing.iter() if node.tag.endswith(("script", "image", "foreignObject"))]


@pytest.mark.parametrize("name", ["script", "expression", "quotes", "right to left", "mixed", "wide", "format"])
def test_hostile_labels_can_be_read(name, hostile_bars):
    assert HOSTILE[name] in hostile_bars


@text_chart
def test_text_of_articles_travels_in_the_frame_only(draw):
    spec = draw(with_texts(draw, list(HOSTILE.values()))).to_dict()
    del spec["datasets"]

    assert not [found for found in strings(spec) for text in list(HOSTILE.values()) if text.strip() and text in found]


@every_chart
@pytest.mark.parametrize("text", ["'] + alert(1) + ['", "datum.pwned", "<b>"])
def test_titles_are_never_read_as_expressions(draw, text):
    spec = draw(title=text, subtitle=text).to_dict()

    assert not [found for found in expressions(spec) if text in found]


@every_chart
def test_a_title_is_never_cut(draw):
    title = draw().to_dict()["title"]

    assert title["limit"] == 0


@every_chart
def test_an_empty_frame_says_that_there_is_nothing_to_show(draw):
    drawing = svg(draw(CHARTS[draw].head(0)))

    assert "Nothing to show" in drawing
    assert "the most articles?" in drawing


@every_chart
def test_one_row_is_enough(draw):
    assert "NaN" not in svg(draw(CHARTS[draw].head(1)))


@every_chart
def test_nothing_travels_but_what_is_drawn(draw):
    frame = CHARTS[draw].assign(secret="whole body of the article")

    assert not [text for text in strings(rows(draw(frame))) if "whole body" in text]


@every_chart
def test_the_frame_stays_as_it_was(draw):
    before = CHARTS[draw].copy()
    draw(CHARTS[draw], chosen=before["mark"].iloc[0])

    assert CHARTS[draw].equals(before)


@every_chart
def test_the_index_of_the_frame_does_not_matter(draw):
    shifted = CHARTS[draw].set_axis(range(100, 100 + len(CHARTS[draw])))

    assert rows(draw(shifted)) == rows(draw())


@every_chart
def test_choosing_a_mark_changes_the_rows_and_not_the_chart(draw):
    """The browser then replaces the data, and does not draw the chart anew."""
    specs = [draw(chosen=chosen).to_dict() for chosen in (None, CHARTS[draw]["mark"].iloc[1])]
    for spec in specs:
        del spec["datasets"], spec["data"]

    assert specs[0] == specs[1]


@every_chart
def test_a_mark_that_is_not_there_is_not_chosen(draw):
    assert rows(draw(chosen="gone")) == rows(draw())

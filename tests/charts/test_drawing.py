"""Charts become pictures: whole ones, the same each time, that fetch nothing."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from charts import standalone
from charts.drawing import drawn, png, svg
from charts.outlines import SVG, TEXT, outlined
from charts.theme import DARK, LIGHT
from tests.charts.making import CHARTS, TITLE, bars, topic_bars
from tests.charts.test_every_chart import HOSTILE, every_chart, with_texts

HREF = "{http://www.w3.org/1999/xlink}href"


def texts(file):
    """All texts of an SVG."""
    return ["".join(text.itertext()) for text in ET.fromstring(file).iter(TEXT)]


def opened(file):
    picture = Image.open(io.BytesIO(file))
    picture.load()
    return picture


@every_chart
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_is_a_picture_on_its_paper(draw, colours):
    picture = opened(png(drawn(standalone(draw(), 720, colours)), 1)).convert("RGB")
    paper = tuple(bytes.fromhex(colours.paper[1:]))

    assert picture.width == pytest.approx(720, abs=2)
    assert picture.getpixel((1, 1)) == paper
    assert len(picture.getcolors(1 << 20)) > 10


@every_chart
def test_texts_can_be_found_and_every_outline_is_there(draw):
    file = svg(drawn(standalone(draw())))
    picture = ET.fromstring(file)
    shapes = {shape.get("id") for shape in picture.iter(f"{{{SVG}}}path")}
    used = {use.get(HREF, "").removeprefix("#") for use in picture.iter(f"{{{SVG}}}use")}

    assert TITLE.replace(" ", "") in "".join(texts(file)).replace(" ", "")
    assert used
    assert used <= shapes


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_a_scale_multiplies_the_pixels(scale):
    picture = drawn(standalone(bars()))
    width, height = (round(float(picture.get(side))) for side in ("width", "height"))

    assert opened(png(picture, scale)).size == (width * scale, height * scale)


def test_the_same_chart_gives_the_same_bytes():
    first, second = (drawn(standalone(topic_bars())) for _ in range(2))

    assert svg(first) == svg(second)
    assert png(first, 2, {"Title": "a"}) == png(second, 2, {"Title": "a"})


def test_what_a_picture_is_about_is_written_into_it():
    about = {"Title": "Wer schrieb es?", "Description": "朝日新聞 – قال"}

    assert opened(png(drawn(standalone(bars())), 1, about)).text == about


def test_a_picture_of_many_rows_needs_no_leave():
    frame = CHARTS[bars]
    many = frame.loc[frame.index.repeat(2_000)].assign(mark=[str(number) for number in range(6_000)])

    assert len(standalone(bars(many))["datasets"]) >= 1


def test_nothing_is_fetched():
    spec = {"data": {"url": "https://example.invalid/rows.json"}, "mark": "bar", "encoding": {}}

    with pytest.raises(ValueError, match=r"example\.invalid"):
        drawn(spec)


@pytest.mark.parametrize(
    "name", [name for name in HOSTILE if name not in ("control", "blank", "empty", "long word", "long")]
)
def test_hostile_labels_are_drawn_as_they_are(name):
    file = svg(drawn(standalone(bars(with_texts(bars, [HOSTILE[name]])), 1200)))

    assert HOSTILE[name] in texts(file)
    assert not [node for node in ET.fromstring(file).iter() if node.tag.endswith(("script", "image", "foreignObject"))]


def outlines_of(markup):
    picture = outlined(ET.fromstring(f'<svg xmlns="{SVG}">{markup}</svg>'), with_texts=False)
    return picture.findall(f"./{{{SVG}}}g")


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_text_stands_where_its_anchor_asks(anchor, share):
    [group] = outlines_of(f'<text text-anchor="{anchor}" font-size="20px">m</text>')
    left = float(group[0].get("transform").removeprefix("translate(").partition(",")[0])

    [whole] = outlines_of('<text text-anchor="end" font-size="20px">m</text>')
    width = -float(whole[0].get("transform").removeprefix("translate(").partition(",")[0])
    assert left == pytest.approx(-share * width, abs=0.01)


def test_lines_stand_below_each_other():
    [group] = outlines_of('<text font-size="10px"><tspan>a</tspan><tspan x="0" dy="15">b</tspan></text>')

    assert [line.get("transform").partition(")")[0].rpartition(",")[2] for line in group] == ["0", "15"]


def test_a_halo_is_as_wide_as_it_was():
    [group] = outlines_of('<text font-size="10px" stroke="#fff" stroke-width="4">a</text>')

    assert float(group[0].get("stroke-width")) == pytest.approx(400)

"""A figure that left the dashboard still explains itself: the files are opened, and all that it says is found."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from analysis.bundle import Bundle
from charts.outlines import SVG, TEXT
from charts.theme import DARK, LIGHT
from figures import picture, tone, topics
from figures.figure import Figure
from figures.picture import PROGRAM
from figures.stated import stated
from tests.figures.making import all_drawn, all_figures, reading_of

DRAWN = {"svg", "g", "path", "defs", "use", "line", "text", "tspan", "rect", "title", "desc", "clipPath"}
PAPER = {"light": LIGHT.paper, "dark": DARK.paper}


@pytest.fixture(scope="module")
def reading(sample: Bundle):
    return reading_of(sample, outlet=["Marchland Post", "Tidewater Dispatch"])


@pytest.fixture(scope="module")
def figures(reading):
    return all_figures(reading, "strike")


def texts(file):
    """All that is written in an SVG, without blanks: lines break where they must."""
    return squeezed("".join("".join(text.itertext()) for text in ET.fromstring(file).iter(TEXT)))


def squeezed(text):
    return "".join(text.split())


def opened(file):
    shown = Image.open(io.BytesIO(file))
    shown.load()
    return shown


@pytest.mark.parametrize("mode", PAPER)
def test_an_svg_says_all_that_the_figure_says_of_itself(mode, reading, figures):
    for figure in figures:
        file, said = picture.svg(reading, figure, mode), stated(reading, figure)
        written = texts(file)

        for part in (said.title, said.method, said.scope, *said.legend, said.source):
            assert squeezed(part) in written, (figure.key, part)
        assert ET.fromstring(file).find(f"{{{SVG}}}title").text == said.title
        assert ET.fromstring(file).find(f"{{{SVG}}}desc").text == said.alternative


@pytest.mark.parametrize("mode", PAPER)
def test_a_png_is_drawn_on_its_paper_and_carries_the_statement(mode, reading, figures):
    paper = tuple(bytes.fromhex(PAPER[mode][1:]))
    for figure in figures:
        file, said = opened(picture.png(reading, figure, mode, 1)), stated(reading, figure)
        pixels = file.convert("RGB")

        assert file.text == {
            "Title": said.title,
            "Description": said.caption,
            "Software": PROGRAM,
            "Source": said.source,
        }
        assert pixels.getpixel((1, 1)) == pixels.getpixel((pixels.width - 2, pixels.height - 2)) == paper
        assert len(set(pixels.get_flattened_data())) > 10, figure.key


def test_nothing_is_cut_at_the_edge(reading, figures):
    for figure in figures:
        pixels = opened(picture.png(reading, figure, "light", 1)).convert("RGB")
        width, height = pixels.size
        edges = [(0, 0, width, 1), (0, 0, 1, height), (width - 1, 0, width, height), (0, height - 1, width, height)]

        assert [len(pixels.crop(edge).getcolors()) for edge in edges] == [1, 1, 1, 1], figure.key


def test_no_name_of_a_topic_is_cut(reading):
    for figure in (topics.sizes(reading), topics.over_time(reading)):
        assert "…" not in texts(picture.svg(reading, figure))


def test_scales_are_of_one_picture(reading):
    figure = tone.distribution(reading)
    one, two, three = (opened(picture.png(reading, figure, "light", scale)).size for scale in (1, 2, 3))

    assert (two, three) == tuple(tuple(side * scale for side in one) for scale in (2, 3))


def test_the_same_figure_is_the_same_file(reading):
    figure = topics.over_time(reading)

    assert picture.svg(reading, figure) == picture.svg(reading, figure)
    assert picture.png(reading, figure) == picture.png(reading, topics.over_time(reading))


@pytest.mark.parametrize(
    "name", ["two articles", "one article", "no dates", "all the same", "hostile", "many languages"]
)
def test_any_collection_is_drawn_and_its_words_are_words(name, bundle_of):
    reading = reading_of(bundle_of(name))
    for figure in all_figures(reading, "strike"):
        file = picture.svg(reading, figure)
        tags = {node.tag.partition("}")[2] for node in ET.fromstring(file).iter()}

        assert "NaN" not in file
        assert "undefined" not in file
        assert tags <= {
            "svg",
            "g",
            "path",
            "defs",
            "use",
            "line",
            "text",
            "tspan",
            "rect",
            "title",
            "desc",
            "clipPath",
        }, figure.key


def test_hostile_names_are_written_as_they_are(bundle_of):
    reading = reading_of(bundle_of("hostile"))
    written = "".join(texts(picture.svg(reading, figure)) for figure in all_figures(reading, "flood"))

    for snippet in ("<script>window.pwned = 1</script>", "$math$", "**loud** and `code`", ":red[x]", "=cmd()"):
        assert squeezed(snippet) in written


def test_an_empty_selection_is_drawn_or_says_why_not(sample):
    reading = reading_of(sample, q=["zzzznothing"])

    assert reading.articles.empty
    for drawn in all_drawn(reading, "strike"):
        if isinstance(drawn, Figure):
            assert drawn.key == "numbers" or "Selected: “zzzznothing”; 0 of" in stated(reading, drawn).scope
            assert picture.svg(reading, drawn)
        else:
            assert drawn.reason

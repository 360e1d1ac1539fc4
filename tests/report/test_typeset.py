"""A report on paper: what a PDF holds beside its looks, and pages that are not blank."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from report import typeset
from report.document import Paragraph, Section, pictures_of, plain
from tests.pages.making import SNIPPETS
from tests.report.making import pdf_of, pdf_text, small_report

POINTS = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture(scope="module")
def printed(whole):
    return typeset.pdf(whole)


def test_every_section_is_a_bookmark(printed, whole):
    outline = [entry.title for entry in pdf_of(printed).outline if not isinstance(entry, list)]

    assert outline == [section.title for section in whole.sections]


def test_the_pages_are_numbered(printed):
    pages = pdf_of(printed).pages

    assert 5 <= len(pages) <= 30
    for number, page in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in " ".join(page.extract_text().split())


def test_all_text_can_be_searched(printed, whole):
    text = pdf_text(printed)

    for section in whole.sections:
        assert section.title in text
    assert whole.title in text
    assert whole.source in text
    assert "Chebucto Terminals" in text


def test_the_metadata_say_what_it_is(printed, whole):
    found = pdf_of(printed)
    catalog = found.trailer["/Root"]

    assert found.metadata.title == whole.title
    assert found.metadata.subject == whole.deck
    assert found.metadata.author == whole.source
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()


def test_every_figure_has_an_alternative(printed, whole):
    told = [
        node["/Alt"]
        for node in nodes(pdf_of(printed).trailer["/Root"]["/StructTreeRoot"])
        if node.get("/S") == "/Figure"
    ]

    assert len(told) >= 15
    assert told == [picture.alternative for picture in pictures_of(whole)]


def nodes(node):
    """A node of the tree of tags, and all below it."""
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(found, "get"):
            yield from nodes(found)


def test_all_fonts_are_embedded(printed):
    fonts = {
        str(font["/BaseFont"]): font
        for page in pdf_of(printed).pages
        for font in (entry.get_object() for entry in page["/Resources"].get("/Font", {}).values())
    }

    assert fonts
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)


def test_the_same_report_gives_the_same_bytes(printed, whole):
    assert typeset.pdf(whole) == printed


@pytest.mark.parametrize(("paper", "size"), POINTS.items())
def test_the_paper_is_what_was_asked_for(paper, size):
    box = pdf_of(typeset.pdf(small_report(), paper)).pages[0].mediabox

    assert (round(box.width), round(box.height)) == size


@pytest.mark.parametrize(
    "text", [*SNIPPETS, '#panic() #import "x"', "$ x $ @ref <label> = - + / // /* *_`", "\\u{1F600} \\"]
)
def test_markup_comes_out_as_text(text):
    printed = pdf_text(typeset.pdf(small_report(text)))

    # Each part says it; a hyphen or a blank may stand where a line ends.
    assert printed.replace(" ", "").replace("-", "").count(text.replace(" ", "").replace("-", "")) >= 10


@pytest.mark.parametrize(
    "text",
    [
        "w" * 500,
        "https://example.org/" + "path/" * 60,
        "قال المسؤولون",
        "ראש העיר",
        "\u202egnp.exe",
        "a\x00b\x1f",
        "中文 😀 \ue000",
        "",
    ],
)
def test_any_text_is_set_within_the_page(text):
    found = pdf_of(typeset.pdf(small_report(text)))
    image = pixels(typeset.pages(small_report(text), pixels_per_inch=60)[0])

    assert len(found.pages) <= 12
    assert (image[:, -20:] == 255).all()
    assert (image[:, :20] == 255).all()


def test_no_page_is_blank(whole):
    for page in typeset.pages(whole, pixels_per_inch=60):
        assert (pixels(page) < 128).mean() > 0.002


def test_a_heading_does_not_stand_alone_at_the_end_of_a_page():
    filler = tuple(Paragraph(plain(f"Line {number}.")) for number in range(38))
    for extra in range(6):
        sections = [Section(f"s{n}", f"Heading {n}", filler[: 20 + extra]) for n in range(4)]
        for page in pdf_of(typeset.pdf(small_report("x", *sections))).pages:
            lines = [line for line in page.extract_text().splitlines() if line.strip()]
            assert not lines[-3].startswith("Heading")


def pixels(page):
    return np.asarray(Image.open(BytesIO(page)).convert("L"))

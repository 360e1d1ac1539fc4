"""Which pictures there are, and what they are."""

import io

import pytest
from PIL import Image

from screenshots.__main__ import addresses, path_of, small
from ui.layout import PAGES


def test_every_page_is_photographed_and_what_opens_on_it(sample):
    found = addresses(sample)

    assert {path_of(file) for file, _ in PAGES} <= {*found.values()}
    assert {"evidence", "reader", "print"} <= {*found}


@pytest.mark.parametrize(("file", "path"), [("app.py", "/"), ("pages/keywords.py", "/keywords")])
def test_the_address_of_a_page(file, path):
    assert path_of(file) == path


def test_a_picture_keeps_its_size_and_its_colours():
    whole = Image.new("RGB", (300, 200), "#fbfaf6")
    whole.paste("#0a488a", (10, 10, 200, 40))
    png = io.BytesIO()
    whole.save(png, "PNG")

    packed = Image.open(io.BytesIO(small(png.getvalue())))

    assert packed.format == "WEBP"
    assert packed.size == whole.size
    assert packed.convert("RGB").getpixel((20, 20)) == whole.getpixel((20, 20))
    assert small(png.getvalue()) == small(png.getvalue())

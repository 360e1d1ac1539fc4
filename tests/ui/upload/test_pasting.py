"""Pasted text becomes a file that is read as what was pasted, with the fields that were given and no others."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.articles import Item
from analysis.sources import read_items
from ui.upload.files import safe_name
from ui.upload.pasting import pasted

TEXT = "Harbour closed\n\nThe harbour was closed on Tuesday. Ships waited outside."
NONE = {"headline": "", "outlet": "", "published": ""}


@pytest.fixture
def read(tmp_path):
    """Reads what was pasted as it is read from disk."""

    def _read(text, *, several=False, **fields):
        files = pasted(text, several=several, **{**NONE, **fields})
        for file in files:
            (tmp_path / safe_name(file.name)).write_bytes(file.content)
        return list(chain.from_iterable(read_items([tmp_path / safe_name(file.name)]) for file in files))

    return _read


def test_a_text_alone_is_an_article(read):
    [item] = read(TEXT)

    assert item == Item(item.source_path, TEXT)
    assert item.source_path == "Harbour closed.txt"


def test_fields_are_those_of_the_article(read):
    [item] = read(TEXT, headline="Port shut", outlet="The Gazette", published="2016-05-04")

    assert (item.headline, item.outlet, item.published) == ("Port shut", "The Gazette", "2016-05-04")
    assert item.text.endswith(TEXT)
    assert item.source_path == "Port shut.txt"


@pytest.mark.parametrize("field", ["headline", "outlet", "published"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x85"])
def test_a_field_cannot_bring_another_along(read, field, end):
    [item] = read(TEXT, **{field: f"x{end}Url: javascript:alert(1){end}{end}Injected text"})

    assert getattr(item, field) == "x Url: javascript:alert(1) Injected text"
    assert item.url is None
    assert {name for name in NONE if getattr(item, name) is not None} == {field}
    assert item.text.endswith(TEXT)


def test_a_header_in_the_text_gives_what_the_fields_leave_out(read):
    [item] = read(f"Title: Own\nAuthor: Ada\n\n{TEXT}", outlet="The Gazette", headline="Given")

    assert (item.headline, item.outlet, item.byline) == ("Given", "The Gazette", "Ada")


def test_front_matter_stays_front_matter(read):
    [item] = read(f"---\nauthor: Ada\n---\n{TEXT}", outlet="The Gazette")

    assert (item.outlet, item.byline) == ("The Gazette", "Ada")


@pytest.mark.parametrize("divider", ["---", "-----", "  ---  ", "\n---\n"])
def test_lines_of_dashes_divide_several_articles(read, divider):
    items = read(f"One is here.\n{divider}\nTwo - is --- here.\n---\n", several=True, outlet="Gazette")

    assert [item.text.splitlines()[-1] for item in items] == ["One is here.", "Two - is --- here."]
    assert {item.outlet for item in items} == {"Gazette"}


def test_one_article_may_have_lines_of_dashes(read):
    [item] = read("One.\n---\nTwo.")

    assert item.text == "One.\n---\nTwo."


@pytest.mark.parametrize("text", ["", "   \n", "---\n---"])
def test_nothing_is_pasted_where_there_is_no_text(text):
    assert pasted(text, several=True, **{**NONE, "outlet": "Gazette"}) == []


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("AC/DC in town", "AC DC in town.txt"),
        ("..\\..\\etc", ".. .. etc.txt"),
        ("  Rain  ", "Rain.txt"),
        ("word " * 40, f"{'word ' * 12}….txt"),
    ],
)
def test_the_file_is_named_after_the_first_line(first, name):
    [file] = pasted(f"{first}\nText.", several=False, **NONE)

    assert file.name == name


def test_a_blank_headline_is_none(read):
    [item] = read(TEXT, headline="  ")

    assert (item.headline, item.source_path) == (None, "Harbour closed.txt")


@given(st.text(max_size=80), st.text(max_size=80), st.text(min_size=1, max_size=80))
def test_whatever_is_pasted_can_be_written(headline, outlet, text):
    for file in pasted(text, several=False, headline=headline, outlet=outlet, published=""):
        assert file.content.decode().count("\n") <= text.count("\n") + 3
        assert "/" not in file.name
        assert safe_name(file.name).endswith("txt")

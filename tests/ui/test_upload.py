"""A name for a file of a visitor's: one that can do no harm."""

from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.upload.files import safe_name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("articles.csv", "articles.csv"),
        ("News of May.txt", "News of May.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\news\\articles.zip", "articles.zip"),
        ("/", "file"),
        ("", "file"),
        ("..", "file"),
        ("a/..", "file"),
        (".hidden", "hidden"),
        ("...csv", "csv"),
        ("a\0b.txt", "ab.txt"),
        ("archive.tar.gz", "archive.tar.gz"),
        ("новости.csv", "новости.csv"),
    ],
)
def test_a_name_is_made_safe(given_name, name):
    assert safe_name(given_name) == name


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_a_safe_name_is_one_short_visible_part_of_a_path(text):
    name = safe_name(text)

    assert PurePath(name).parts == (name,)
    assert not name.startswith(".")
    assert "\0" not in name


@pytest.mark.parametrize("letter", ["x", "新", "😀"])
def test_a_long_name_keeps_its_ending(letter):
    name = safe_name(letter * 400 + ".csv")

    assert name.endswith(".csv")
    assert 100 < len(name.encode()) < 250

"""The files of a visitor's: under names that can do no harm, and on disk no longer than they are needed."""

import os
import time
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.upload.files import Given, kept, safe_name


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("BROADSHEET_WORKSPACE", str(tmp_path))
    return tmp_path


def on_disk(workspace):
    return [path for path in (workspace / "incoming").rglob("*") if path.is_file()]


def test_files_are_kept_while_they_are_needed(workspace):
    files = [Given(name, name.encode(), name) for name in ("a.txt", "x/a.txt", "../a.txt", "b.txt")]
    with kept(files) as folder:
        found = {path.name: path.read_bytes() for path in folder.iterdir()}

        assert found == {"a.txt": b"a.txt", "a-1.txt": b"x/a.txt", "a-2.txt": b"../a.txt", "b.txt": b"b.txt"}
    assert on_disk(workspace) == []


@pytest.mark.parametrize("ending", [ValueError, KeyboardInterrupt, SystemExit])
def test_files_go_however_it_ends(workspace, ending):
    with pytest.raises(ending), kept([Given("a.txt", b"x", "a")]):
        raise ending

    assert list((workspace / "incoming").iterdir()) == []


def test_what_a_killed_server_left_goes_after_a_day(workspace):
    for name, age_hours in [("old", 25), ("new", 1)]:
        folder = workspace / "incoming" / name
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text("x")
        os.utime(folder, (time.time() - 3600 * age_hours,) * 2)
    with kept([]):
        pass

    assert [folder.name for folder in (workspace / "incoming").iterdir()] == ["new"]


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

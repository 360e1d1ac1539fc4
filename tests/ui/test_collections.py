"""Which collection a page shows: the one that was given, the sample, or one whose name nobody can guess."""

import shutil
import sys

import pytest
from streamlit.testing.v1 import AppTest

TOKEN = "AbcdefghijklmnopqrstuV"
SCRIPT = """
import streamlit as st
from analysis.errors import BroadsheetError
from ui import collections
try:
    place = collections.current()
    st.session_state["found"] = [place.key, place.name, str(place.folder), collections.address_of(place)]
except BroadsheetError as error:
    st.session_state["found"] = str(error)
"""


@pytest.fixture
def workspace(tmp_path, sample, monkeypatch):
    """A workspace with the bundle of an upload in it, and one that lies where no upload does."""
    for place in ("uploads", "elsewhere"):
        shutil.copytree(sample.folder, tmp_path / place / TOKEN / "bundle")
    shutil.copytree(sample.folder, tmp_path / "own")
    monkeypatch.setattr(sys, "argv", sys.argv[:1])
    monkeypatch.setenv("BROADSHEET_WORKSPACE", str(tmp_path))
    monkeypatch.delenv("BROADSHEET_BUNDLE", raising=False)
    return tmp_path


def current(**params):
    app = AppTest.from_string(SCRIPT)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app.session_state["found"]


def test_the_sample_is_shown_where_nothing_was_given(workspace):
    assert current() == ["sample", "Sample collection", str(workspace / "sample"), ""]


@pytest.mark.parametrize("way", ["argument", "environment"])
def test_what_was_given_comes_first(workspace, monkeypatch, way):
    own = str(workspace / "own")
    if way == "argument":
        monkeypatch.setattr(sys, "argv", ["app.py", own])
    else:
        monkeypatch.setenv("BROADSHEET_BUNDLE", own)

    assert current() == ["own", "own", own, ""]
    assert current(collection="sample")[3] == "sample"


def test_a_link_opens_an_upload(workspace):
    folder = str(workspace / "uploads" / TOKEN / "bundle")

    assert current(collection=TOKEN) == [TOKEN, "Uploaded collection", folder, TOKEN]


@pytest.mark.parametrize(
    "key",
    ["B" * 22, "own", "x", f"../elsewhere/{TOKEN}", f"{TOKEN}/", f"{TOKEN}\n", f"./{TOKEN}", "/etc", "x" * 1_000],
)
def test_a_name_that_was_given_to_nobody_opens_nothing(workspace, key):
    assert "is not on this server" in current(collection=key)

"""On a hosted server each visitor has the shared collections and their own, and nobody has another's."""

import shutil
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.errors import BundleError
from figures import words
from ui import collections
from ui.hosting import server

TOKEN = "AbcdefghijklmnopqrstuV"
SCRIPT = """
import streamlit as st
from analysis.errors import BroadsheetError
from ui import collections, hosting
hosting.admit(collections.workspace())
st.session_state["folder"] = str(collections.upload_folder("{token}"))
try:
    place = collections.current()
    st.session_state["found"] = [place.key, str(place.folder), collections.may_change(place)]
except BroadsheetError as error:
    st.session_state["found"] = collections.said(error)
st.session_state["known"] = [place.key for place in collections.known()]
""".replace("{token}", TOKEN)


@pytest.fixture
def workspace(tmp_path, sample, monkeypatch):
    """The workspace of a hosted server that shares one collection."""
    for name in ("election", "sample", ".hidden", "no bundle"):
        shutil.copytree(sample.folder, tmp_path / "shared" / name)
    shutil.rmtree(next((tmp_path / "shared" / "no bundle").glob("tables-*")))
    monkeypatch.setattr(sys, "argv", sys.argv[:1])
    monkeypatch.setenv("BROADSHEET_MODE", "hosted")
    monkeypatch.setenv("BROADSHEET_SHARED", str(tmp_path / "shared"))
    monkeypatch.setenv("BROADSHEET_WORKSPACE", str(tmp_path / "work"))
    monkeypatch.delenv("BROADSHEET_BUNDLE", raising=False)
    return tmp_path


def visit(**params):
    return again(AppTest.from_string(SCRIPT), **params)


def again(app, **params):
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def upload(app, sample):
    """Give the visitor of `app` a collection of their own."""
    folder = app.session_state["folder"]
    shutil.copytree(sample.folder, f"{folder}/bundle")
    app.session_state["uploads"] = {TOKEN: "Mine"}
    return again(app)


def test_the_sample_and_what_the_host_shares_are_there_for_all(workspace):
    app = visit()

    assert app.session_state["known"] == ["sample", "election"]
    assert app.session_state["found"][0] == "sample"
    assert again(app, collection="election").session_state["found"] == [
        "election",
        str(workspace / "shared" / "election"),
        False,
    ]


@pytest.mark.parametrize("key", ["../election", "no bundle", ".hidden", "/etc", "election/", "election\n"])
def test_nothing_else_can_be_named(workspace, key):
    assert "is not on this server" in visit(collection=key).session_state["found"]


def test_what_the_host_opened_is_not_the_visitors_to_change(workspace, monkeypatch, sample):
    monkeypatch.setenv("BROADSHEET_BUNDLE", str(sample.folder))

    assert visit().session_state["found"] == ["own", str(sample.folder), False]


def test_a_collection_of_a_visitors_is_theirs_alone(workspace, sample):
    owner, other = upload(visit(), sample), visit()

    assert again(owner, collection=TOKEN).session_state["found"] == [
        TOKEN,
        f"{owner.session_state['folder']}/bundle",
        True,
    ]
    assert again(other, collection=TOKEN).session_state["found"] == "This collection was private and is gone"
    assert TOKEN not in other.session_state["known"]
    assert owner.session_state["visit"] not in str(other.session_state["found"])


def test_the_folder_of_a_session_cannot_be_guessed_and_is_nobody_elses(workspace):
    folders = {visit().session_state["folder"] for _ in range(3)}

    assert len(folders) == 3
    assert all(len(Path(folder).parent.name) == 22 for folder in folders)


def test_what_is_gone_is_named_so_and_no_longer_offered(workspace, sample):
    app = upload(visit(), sample)
    assert TOKEN in app.session_state["known"]
    shutil.rmtree(app.session_state["folder"])

    assert again(app, collection=TOKEN).session_state["found"] == "This collection was private and is gone"
    assert TOKEN not in app.session_state["known"]


def test_a_local_server_knows_no_visits(workspace, monkeypatch):
    monkeypatch.setenv("BROADSHEET_MODE", "local")
    app = visit()

    assert "visit" not in app.session_state
    assert app.session_state["folder"] == str(workspace / "work" / "uploads" / TOKEN)
    assert app.session_state["known"] == ["sample"]


def test_no_message_names_a_folder_of_the_server(workspace, monkeypatch):
    app = visit(collection="election")
    own = app.session_state["folder"]
    error = BundleError(f"{workspace}/work/sample: {workspace}/shared/election, {own}, {collections.ROOT}/app.py")
    monkeypatch.setattr(collections.st, "session_state", {"visit": app.session_state["visit"]})

    assert collections.said(error) == f"sample: election, {TOKEN}, app.py"
    monkeypatch.setenv("BROADSHEET_MODE", "local")
    assert collections.said(error) == str(error)


def test_a_server_with_an_unsafe_option_lets_nobody_in(workspace, monkeypatch, open_hosted):
    monkeypatch.setitem(server.SAFE_OPTIONS, "server.enableXsrfProtection", "not so")
    page = open_hosted("app.py")

    assert not page.exception
    assert page.info[0].value == words.plain("This server is not set up to let visitors in; its log says why.")
    assert [title.value for title in page.title] == ["Broadsheet"]
    assert not page.get("page_link")


def test_a_full_server_says_so_and_shows_nothing(workspace, monkeypatch, open_hosted):
    monkeypatch.setenv("BROADSHEET_SESSIONS", "1")
    visit()
    page = open_hosted("app.py")

    assert "This demo has 1 visitors now" in page.info[0].value
    assert not page.get("page_link")


@pytest.fixture
def open_hosted(sample, workspace):
    """Open a page of a hosted server."""
    shutil.copytree(sample.folder, workspace / "work" / "sample")

    def _open(file):
        app = AppTest.from_file(str(collections.ROOT / "app.py"), default_timeout=60)
        if file != "app.py":
            app.switch_page(file)
        return app.run()

    return _open

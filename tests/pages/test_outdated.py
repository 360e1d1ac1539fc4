"""A collection of an older version is analysed anew by a click, where the reader may change it."""

import json
import shutil

import pytest

from analysis.bundle import FORMAT, open_bundle
from figures import words
from tests.pages.elements import markdown, warnings


@pytest.fixture
def outdated(bundle_of, tmp_path):
    """Makes a bundle that an older version wrote, with other parts of its manifest changed."""

    def _outdated(**changes):
        folder = shutil.copytree(bundle_of("two articles").folder, tmp_path / "old")
        manifest = json.loads((folder / "manifest.json").read_text())
        (folder / "manifest.json").write_text(json.dumps({**manifest, "format": FORMAT - 1, **changes}))
        return folder

    return _outdated


def test_a_click_analyses_it_anew_where_it_stands(outdated, open_page):
    folder = outdated()
    page = open_page("pages/topics.py", folder, q="strike")
    assert warnings(page) == []
    assert "was analysed by an older version" in page.info[0].value
    page.button(key="renew").click().run()

    assert warnings(page) == []
    assert open_bundle(folder).counts["articles"] == 2
    assert "1 of 2 articles" in markdown(page)
    assert page.query_params == {"q": "strike"}


def test_settings_that_are_none_today_are_named_and_not_followed(outdated, open_page):
    folder = outdated(settings={"of_old": {}})
    page = open_page("app.py", folder)
    assert words.plain("Its settings cannot be taken over") in markdown(page)
    page.button(key="renew").click().run()

    assert warnings(page) == []
    assert open_bundle(folder).counts["articles"] == 2


def test_what_nobody_may_write_is_not_offered_to_be_analysed(outdated, monkeypatch, open_page):
    folder = outdated()
    monkeypatch.setattr("ui.outdated.os.access", lambda *_: False)
    page = open_page("app.py", folder)

    assert not page.exception
    assert not page.button
    assert "an older version" in page.warning[0].value
    assert str(folder) not in markdown(page)


def test_a_later_version_is_named_as_the_trouble(outdated, open_page):
    page = open_page("app.py", outdated(format=FORMAT + 1))

    assert "a later version" in page.error[0].value
    assert not page.button

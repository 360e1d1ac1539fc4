"""Where changes of the topics are kept, and that every page has the topics from one place."""

import ast
from dataclasses import replace

import pytest

from tests.conftest import ROOT
from ui import collections, curations
from ui.collections import Place

# What the tables say of topics before a reader's changes: only the view may ask.
_RAW = {"TOPICS", "TOPIC_TERMS", "articles_of"}


def test_no_page_reads_topics_but_through_the_view():
    sources = [*ROOT.glob("ui/**/*.py"), *ROOT.glob("figures/*.py"), *ROOT.glob("pages/*.py"), ROOT / "app.py"]
    found = {
        path.relative_to(ROOT).as_posix()
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and _RAW & {name.name for name in node.names}
    }

    assert found == {"figures/reading.py"}


@pytest.mark.parametrize(
    ("key", "own", "outlasts"),
    [("own", [], True), ("sample", [], False), ("token", [], False), ("token", ["token"], True)],
)
def test_changes_stay_with_a_collection_of_the_visitors_own(key, own, outlasts, sample, tmp_path, monkeypatch):
    monkeypatch.setattr(collections.st, "session_state", {"uploads": dict.fromkeys(own, "x")})
    bundle = replace(sample, folder=tmp_path)

    assert curations.home(Place(key, key, tmp_path), bundle).outlasts == outlasts

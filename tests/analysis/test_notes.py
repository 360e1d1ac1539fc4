"""Tags and notes: their limits, the file that keeps them, what is found and saved of them."""

import json
from dataclasses import replace

import pytest

from analysis import notes as module
from analysis.bundle import NOTES, open_bundle
from analysis.errors import NotesError
from analysis.notes import (
    LONGEST_NOTE,
    LONGEST_TAG,
    MOST_TAGS,
    Notes,
    as_json_lines,
    clean_note,
    clean_tags,
    edit_notes,
    noted_articles,
    read_notes,
)
from analysis.pipeline import build
from analysis.selection import Selection, articles_of, select
from tests.conftest import ROOT
from tests.pages.making import SNIPPETS

ROWS = [{"id": f"a{n}", "title": f"Headline {n}", "text": f"The flood rose on day {n}."} for n in range(4)]


@pytest.fixture
def bundle(build_rows):
    return build_rows(ROWS)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ([], ()),
        (["b", "a", "b"], ("a", "b")),
        (["  to   check\n", ""], ("to check",)),
        (["Flut", "flut"], ("Flut", "flut")),
        (["a\0b", "\ud800"], ("?", "ab")),
        (["x" * LONGEST_TAG], ("x" * LONGEST_TAG,)),
    ],
)
def test_tags_are_each_there_once_in_order(typed, kept):
    assert clean_tags(typed) == kept


@pytest.mark.parametrize(
    ("tags", "said"), [(["x" * (LONGEST_TAG + 1)], "shorten"), (map(str, range(MOST_TAGS + 1)), "take one away")]
)
def test_too_many_or_too_long_tags_are_refused_with_what_to_do(tags, said):
    with pytest.raises(NotesError, match=said):
        clean_tags(tags)


def test_a_note_has_a_longest_length():
    assert clean_note(" a\r\nb\rc ") == "a\nb\nc"
    assert len(clean_note("x" * LONGEST_NOTE)) == LONGEST_NOTE
    with pytest.raises(NotesError, match="shorten it"):
        clean_note("x" * (LONGEST_NOTE + 1))


def test_only_so_many_articles_can_be_noted(monkeypatch):
    monkeypatch.setattr(module, "MOST_NOTED", 1)
    one = Notes().tag("a", ["x"])

    assert one.tag("a", ["y"])["a"].tags == ("y",)
    with pytest.raises(NotesError, match="take some away"):
        one.write("b", "text")


def test_what_is_taken_away_is_gone():
    notes = Notes().tag("a", ["x", "y"]).write("a", "text").tag("b", ["x"])

    assert notes.tags == {"x": 2, "y": 1}
    assert notes.tagged(["y", "z"]) == ("a",)
    assert notes.tag("a", []).write("a", "  ").tag("b", []) == Notes()


def test_notes_are_stored_and_outlive_a_rebuild(bundle, tmp_path):
    edit_notes(bundle, lambda notes: notes.tag("a1", ["to check"]).write("a3", "Who said so?"))
    stored = (bundle.folder / NOTES).read_bytes()
    rows = tmp_path / "fewer.jsonl"
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS[:2]), encoding="utf-8")
    rebuilt = build([rows], bundle.folder, n_workers=1)

    assert (bundle.folder / NOTES).read_bytes() == stored
    notes = read_notes(open_bundle(bundle.folder).folder)
    assert notes["a1"].tags == ("to check",)
    assert notes["a3"].text == "Who said so?"
    assert noted_articles(notes, articles_of(rebuilt))["article_id"].tolist() == ["a1"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"format": 2, "articles": {}}',
        b'{"format": 1}',
        b'{"format": 1, "articles": []}',
        b'{"format": 1, "articles": {"a": 1}}',
        b'{"format": 1, "articles": {"a": {"tags": [1], "note": ""}}}',
        b'{"format": 1, "articles": {"a": {"tags": [], "note": null}}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_named_and_never_overwritten(content, bundle):
    (bundle.folder / NOTES).write_bytes(content)

    with pytest.raises(NotesError, match=r"notes\.json.*move it away, or mend it"):
        read_notes(bundle.folder)
    edit_notes(bundle, lambda notes: notes.tag("a1", ["x"]))
    assert (bundle.folder / "notes-damaged-1.json").read_bytes() == content
    assert read_notes(bundle.folder).tagged(["x"]) == ("a1",)


def test_an_edit_that_is_refused_changes_no_file(bundle):
    edit_notes(bundle, lambda notes: notes.tag("a1", ["x"]))
    before = (bundle.folder / NOTES).read_bytes()

    with pytest.raises(NotesError):
        edit_notes(bundle, lambda notes: notes.write("a1", "x" * (LONGEST_NOTE + 1)))
    assert (bundle.folder / NOTES).read_bytes() == before


def test_no_file_is_no_note(bundle):
    assert read_notes(bundle.folder) == Notes()


@pytest.mark.parametrize(
    ("sought", "ids"),
    [
        ("", ["a0", "a1"]),
        ("flood", ["a1"]),
        ("FLOOD who", ["a1"]),
        ("to check", ["a0"]),
        ("headline 1", ["a1"]),
        (".*", []),
    ],
)
def test_notes_tags_and_headlines_are_searched_by_their_text(sought, ids, bundle):
    notes = Notes().tag("a0", ["to check"]).write("a1", "Who saw the Flood?").tag("gone", ["x"])

    assert noted_articles(notes, articles_of(bundle), sought)["article_id"].tolist() == ids


def test_saved_lines_hold_what_was_noted(bundle):
    notes = Notes().tag("a0", ["b", "a"]).write("a0", "\n".join(SNIPPETS) + "\n“Ä”")
    (line,) = as_json_lines(noted_articles(notes, articles_of(bundle))).decode().splitlines()

    assert json.loads(line) == {
        "id": "a0",
        "headline": "Headline 0",
        "outlet": None,
        "published": None,
        "url": None,
        "tags": ["a", "b"],
        "note": "\n".join(SNIPPETS) + "\n“Ä”",
    }


def test_a_selection_has_the_articles_with_one_of_its_tags(bundle):
    articles, notes = articles_of(bundle), Notes().tag("a0", ["x"]).tag("a2", ["y"])
    chosen = Selection.from_params({"tag": ["x", "y", "x"]})

    assert chosen.to_params() == {"tag": ["x", "y"]}
    assert not chosen.is_everything
    tagged = replace(chosen, tagged=notes.tagged(chosen.tags))
    assert select(bundle, articles, tagged)["article_id"].tolist() == ["a0", "a2"]
    assert select(bundle, articles, Selection(tags=("z",))).empty


def test_the_documentation_says_the_limits():
    said = (ROOT / "docs" / "notes.md").read_text(encoding="utf-8")

    for limit in (MOST_TAGS, LONGEST_TAG, LONGEST_NOTE, module.MOST_NOTED):
        assert f"{limit:,}" in said
    for name in as_json_lines.__doc__.partition(": ")[2].rstrip(".").split(", "):
        assert f"`{name}`" in said
    assert NOTES in said
    assert "notes-damaged-1.json" in said

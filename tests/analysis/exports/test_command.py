"""`python -m analysis export`: the name of the file says what is written, and it is written whole or not at all."""

import json
import shutil
import zipfile
from dataclasses import replace

import pytest

from analysis.__main__ import main
from analysis.articles import ARTICLES
from analysis.bundle import open_bundle
from analysis.curation import Merge, Rename, edit_curation
from analysis.notes import Note, Notes, edit_notes
from analysis.steps.topics import ARTICLE_TOPICS


@pytest.fixture
def bundle(sample, tmp_path):
    """A copy of the sample, which a reader may change."""
    return open_bundle(shutil.copytree(sample.folder, tmp_path / "bundle"))


def run(bundle, out, *more):
    return main(["export", str(bundle.folder), "--out", str(out), *more])


def ids_in(path):
    return [json.loads(line)["article_id"] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx", "zip"])
def test_a_file_is_written_in_the_format_that_its_name_ends_in(ending, bundle, tmp_path, capsys):
    out = tmp_path / f"saved.{ending}"

    assert run(bundle, out) == 0
    said = "the bundle, 60 articles" if ending == "zip" else "60 rows of articles"
    assert capsys.readouterr().out == f"{out}: {said}\n"
    assert zipfile.is_zipfile(out) == (ending in ("xlsx", "zip"))


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ("outlet=Marchland Post", lambda found: found["outlet"] == "Marchland Post"),
        (
            "?outlet=Marchland+Post&outlet=none",
            lambda found: found["outlet"].isin(["Marchland Post"]) | found["outlet"].isna(),
        ),
        ("from=2026-03-10&to=2026-03-20", lambda found: found["published_at"].between("2026-03-10", "2026-03-21")),
        ("", lambda found: found["n_words"] >= 0),
    ],
)
def test_only_what_is_selected_is_written(selection, expected, bundle, tmp_path):
    articles = bundle.frame(ARTICLES)

    run(bundle, tmp_path / "some.jsonl", "--selection", selection)

    assert ids_in(tmp_path / "some.jsonl") == articles.loc[expected(articles), "article_id"].tolist()


def test_a_selection_knows_the_topics_as_the_reader_left_them(bundle, tmp_path):
    topics = bundle.frame(ARTICLE_TOPICS)
    edit_curation(bundle, lambda curation: replace(curation, rules=(Merge(1, 0),)))

    run(bundle, tmp_path / "some.jsonl", "--selection", "topic=1")

    assert ids_in(tmp_path / "some.jsonl") == topics.loc[topics["topic_id"].isin([0, 1]), "article_id"].tolist()


def test_a_selection_knows_the_tags_of_the_reader(bundle, tmp_path):
    first = bundle.frame(ARTICLES, ["article_id"])["article_id"].iloc[0]
    edit_notes(bundle, lambda _: Notes({first: Note(("to check",), "")}))

    run(bundle, tmp_path / "some.jsonl", "--selection", "tag=to+check")

    assert ids_in(tmp_path / "some.jsonl") == [first]


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("x.foo", [], "the name must end in one of .csv, "),
        ("x.csv", ["--table", "nothing"], "there is no table 'nothing'; there are articles, "),
        ("x.csv", ["--table", "terms", "--selection", "q=flood"], "'terms' is about the whole collection"),
        ("x.csv", ["--selection", "outlets=x"], "a selection has no 'outlets'; it has q, outlet, "),
        ("x.csv", ["--selection", "from=soon"], "a selection has no 'from=soon'"),
        ("x.csv", ["--selection", "topic=0&topic=x"], "a selection has no 'topic=0, x'"),
        ("x.jsonl", ["--bom"], "only CSV can have a byte order mark"),
        ("x.zip", ["--no-text"], "a zip holds the whole bundle"),
        ("nowhere/x.csv", [], "cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be_had_is_said_in_one_line_and_nothing_is_written(name, more, said, bundle, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()

    assert run(bundle, out / name, *more) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert list(out.iterdir()) == []


def test_a_file_that_is_there_stays_if_another_cannot_be_written(bundle, tmp_path):
    out = tmp_path / "articles.csv"
    out.write_text("mine")
    next(bundle.folder.glob("tables-*/articles.parquet")).write_bytes(b"PAR1")

    assert run(bundle, out) == 2
    assert out.read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.csv", "bundle"]


def test_a_command_can_leave_texts_out_and_mark_the_encoding(bundle, tmp_path):
    run(bundle, tmp_path / "articles.csv", "--no-text", "--bom")

    names = (tmp_path / "articles.csv").read_bytes().split(b"\r\n")[0]
    assert names.startswith(b"\xef\xbb\xbf")
    assert b'"body"' not in names


def test_a_zip_takes_along_what_the_reader_made_of_the_bundle(bundle, tmp_path):
    edit_curation(bundle, lambda curation: replace(curation, rules=(Rename(0, "Zero"),)))
    edit_notes(bundle, lambda _: Notes({"a": Note((), "A note")}))

    run(bundle, tmp_path / "all.zip")

    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert {name for name in packed.namelist() if name.count("/") == 1} == {
            "all/manifest.json",
            "all/curation.json",
            "all/notes.json",
        }

import io
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from analysis.__main__ import main
from analysis.bundle import CURATION, open_bundle
from analysis.curation import Rename, edit_curation
from analysis.health import notices_of
from analysis.steps.topics import TOPICS
from tests.analysis.making import news, write_rows
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    rows = [*news(30), {"text": ""}]
    return write_rows(tmp_path_factory.mktemp("source") / "news.jsonl", rows)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "bundle"


def run(*arguments):
    """The exit code of a command, whether it returns or argparse ends it."""
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as end:
        return end.code


def build(source, out, *more):
    return run("build", source, "--out", out, "--workers", 1, *more)


def test_a_build_says_what_it_wrote_and_how_many_items_it_could_not_read(source, out, capsys):
    assert build(source, out) == 0
    said = capsys.readouterr()

    assert said.err == ""
    assert said.out.splitlines()[0].startswith(f"{out}: 30 articles, ")
    assert said.out.splitlines()[1].startswith("1 items could not be read; `python -m analysis info")


def test_a_rebuild_says_how_many_articles_it_took_over(source, out, capsys):
    build(source, out)
    build(source, out, "--topics", 2)
    build(source, out, "--fresh")

    said = [line for line in capsys.readouterr().out.splitlines() if "unchanged" in line]
    assert said == ["30 of 30 articles were unchanged and not worked on again"]


def test_a_rebuild_says_why_it_took_nothing_over(source, out, capsys):
    build(source, out)
    next(out.glob("tables-*/articles.parquet")).write_bytes(b"PAR1")
    build(source, out)

    assert f"{out}: articles.parquet is damaged; nothing of it was taken over" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(("topics", "number"), [("3", 3), ("auto", None), ("1", 1)])
def test_as_many_topics_as_were_asked_for(source, out, topics, number):
    assert build(source, out, "--topics", topics) == 0
    assert len(open_bundle(out).frame(TOPICS)) == (number or open_bundle(out).counts["topics"]) > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--topics", "x"], "must be a whole number from 1, not 'x'"),
        (["--topics", "0"], "must be a whole number from 1, not '0'"),
        (["--topics", "-1"], "must be a whole number from 1, not '-1'"),
        (["--topics", "2.5"], "must be a whole number from 1, not '2.5'"),
        (["--workers", "0"], "must be a whole number from 1, not '0'"),
        (["--engine", "cloud"], "invalid choice: 'cloud'"),
        (["--tpoics", "3"], "unrecognized arguments: --tpoics 3"),
        (["--settings", "nothing.toml"], "nothing.toml: cannot be read"),
    ],
)
def test_a_bad_argument_is_one_clear_line(source, out, capsys, arguments, said):
    assert build(source, out, *arguments) == 2
    assert_one_line(capsys, said)
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "COMMAND"),
        (["bild"], "invalid choice: 'bild'"),
        (["build"], "the following arguments are required: PATH, --out"),
        (["build", "x"], "the following arguments are required: --out"),
        (["info"], "the following arguments are required: BUNDLE"),
        (["info", "nothing"], "nothing: no bundle; make one with `python -m analysis build"),
        (["build", "nothing", "--out", "b"], "nothing: no such file or folder"),
    ],
)
def test_a_bad_command_is_one_clear_line(capsys, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)

    assert run(*arguments) == 2
    assert_one_line(capsys, said)
    assert list(tmp_path.iterdir()) == []


def assert_one_line(capsys, said):
    printed = capsys.readouterr()

    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert printed.err.startswith("error: ")
    assert said in printed.err


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "", "no readable article; a.txt: empty"),
        ("a.exe", "x", "no readable article; a.exe: not a format that is read"),
        ("a.jsonl", "\n", "no article in it"),
        ("a.csv", "name,story\nA,B", "no readable article; a.csv: no column with the text"),
    ],
)
def test_no_readable_article_is_one_clear_line(tmp_path, out, capsys, name, content, said):
    (tmp_path / name).write_text(content)

    assert build(tmp_path / name, out) == 2
    assert_one_line(capsys, said)
    assert not out.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_path_without_read_permission_is_one_clear_line(tmp_path, out, capsys):
    (tmp_path / "a.txt").touch(mode=0)

    assert build(tmp_path / "a.txt", out) == 2
    assert_one_line(capsys, "may not be read")


def test_a_folder_of_other_things_is_refused_and_left_alone(source, out, capsys):
    out.mkdir()
    (out / "thesis.txt").write_text("Years of work.")

    assert build(source, out) == 2
    assert_one_line(capsys, "is not empty and not a bundle (it holds thesis.txt)")
    assert [entry.name for entry in out.iterdir()] == ["thesis.txt"]


def test_a_file_is_refused_and_left_alone(source, out, capsys):
    out.write_text("Years of work.")

    assert build(source, out) == 2
    assert_one_line(capsys, "is a file")
    assert out.read_text() == "Years of work."


def test_an_empty_folder_and_a_bundle_are_taken(source, out):
    out.mkdir()

    assert build(source, out) == build(source, out, "--topics", 2) == 0
    assert open_bundle(out).counts["topics"] == 2


@pytest.mark.parametrize(
    ("toml", "code", "said"),
    [
        ("[topics]\nnumber = 4", 0, ""),
        ("[topics]\nnumbr = 4", 2, "'topics' has no setting ['numbr']; it has ['number']"),
        ("[topcis]\nnumber = 4", 2, "there is no section 'topcis'"),
    ],
)
def test_a_settings_file_is_read_and_its_misspellings_are_said(source, out, capsys, tmp_path, toml, code, said):
    (tmp_path / "s.toml").write_text(toml)

    assert build(source, out, "--settings", tmp_path / "s.toml") == code
    if code:
        assert_one_line(capsys, said)
    else:
        assert open_bundle(out).counts["topics"] == 4


def test_the_command_line_wins_over_the_settings_file(source, out, tmp_path):
    (tmp_path / "s.toml").write_text("[topics]\nnumber = 4")
    build(source, out, "--settings", tmp_path / "s.toml", "--topics", 2)

    assert open_bundle(out).counts["topics"] == 2


def test_info_says_what_a_bundle_holds(source, out, capsys):
    build(source, out, "--topics", 3)
    capsys.readouterr()

    assert run("info", out) == 0
    lines = capsys.readouterr().out.splitlines()
    assert dict(line.split(maxsplit=1) for line in lines[:7]) == {
        "articles": "30",
        "stories": str(open_bundle(out).counts["stories"]),
        "outlets": "3",
        "dates": "2016-01-06 to 2016-05-25 (5 articles undated)",
        "topics": "3",
        "problems": "1",
        "fingerprint": open_bundle(out).fingerprint,
    }
    assert lines[7:] == ["  news.jsonl line 31: no text: 'text' is empty", "notices      none"]


def test_info_counts_the_changes_of_topics(source, out, capsys):
    build(source, out, "--topics", 3)
    bundle = open_bundle(out)
    edit_curation(bundle, lambda c: replace(c, rules=(Rename(0, "Zero"), Rename(9, "Nine"))))
    assert run("info", out) == 0
    assert "edits        2 of the topics, 1 not applied\n" in capsys.readouterr().out
    (out / CURATION).write_text("damaged")
    assert run("info", out) == 0
    assert "curation.json: cannot be read" in capsys.readouterr().out


def test_info_counts_the_notices_by_kind(dirty, capsys):
    assert run("info", dirty.folder) == 0

    lines = capsys.readouterr().out.splitlines()
    kinds = [line.rsplit(maxsplit=1) for line in lines[lines.index("notices      by the number of articles:") + 1 :]]
    assert [(kind.strip(), int(number)) for kind, number in kinds] == list(
        notices_of(dirty).itertuples(index=False, name=None)
    )
    assert ["  date not believed", "2"] in kinds


def test_progress_can_be_told_as_json(source, out, capsys):
    build(source, out, "--progress", "json")

    assert '{"stage": "Articles", "done": 30, "total": 30}' in capsys.readouterr().err


WITHOUT_DASK = """
import sys
sys.modules["dask"] = sys.modules["distributed"] = None
from analysis.__main__ import main
code = main(["build", *sys.argv[1:3], "--out", sys.argv[3], "--workers", "1"])
assert code == 0
sys.exit(main(["build", *sys.argv[1:3], "--out", sys.argv[3], "--engine", "dask"]))
"""


def test_dask_is_needed_for_nothing_but_its_engine(source, out):
    command = [sys.executable, "-c", WITHOUT_DASK, str(source), str(source), str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 2
    assert (
        done.stderr == "error: --engine dask needs the package Dask: python -m pip install -r requirements-dask.txt\n"
    )


HELP = """
import sys
from analysis.__main__ import main
try:
    main(["build", "--help"])
except SystemExit as end:
    print(end.code, *{"nltk", "sklearn", "pandas", "pyarrow", "numpy", "scipy"} & set(sys.modules))
"""

INFO = """
import sys
from analysis.__main__ import main
code = main(["info", sys.argv[1]])
print(code, *{"nltk", "sklearn", "scipy", "pandas", "streamlit", "py3langid", "trafilatura"} & set(sys.modules))
"""


def test_what_a_bundle_holds_is_told_without_the_heavy_libraries(dirty):
    command = [sys.executable, "-c", INFO, str(dirty.folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "0"


def test_help_loads_none_of_the_heavy_libraries():
    done = subprocess.run([sys.executable, "-c", HELP], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[0].startswith("usage: python -m analysis build")
    assert done.stdout.splitlines()[-1] == "0"


class Terminal(io.StringIO):
    """Standard error of a terminal."""

    def isatty(self):
        return True


def test_a_terminal_is_shown_one_line_that_is_gone_at_the_end(source, out, monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    build(source, out)
    lines = terminal.getvalue().split("\r\033[K")

    assert any("Cleaning and scoring · 30 of 30" in line for line in lines)
    assert lines[-1] == ""
    assert "\n" not in terminal.getvalue()

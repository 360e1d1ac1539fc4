"""Bad input that is known to break programs: each is an article or a problem, and takes nothing else along."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.articles import ARTICLES, NOTICES, PROBLEMS
from analysis.errors import SourceError
from analysis.pipeline import build
from analysis.sources import READERS, Sources, read_items
from tests.analysis.making import write_rows
from tests.analysis.sources.making import (
    TEXT,
    encrypted_pdf,
    items_of,
    one_of_each,
    problems_of,
    read,
    scanned_pdf,
    write,
)
from tests.analysis.test_pipeline import check_lines
from tests.conftest import ROOT


@pytest.mark.parametrize("ending", [".txt", ".md", ".csv", ".html", ".jsonl", ".json", ".rtf", ".pdf"])
def test_the_naughty_strings_are_articles_or_problems(shared, tmp_path, ending):
    content = (shared / "data" / "bad_input" / "blns.txt").read_bytes()
    found = read(tmp_path / f"a{ending}", content)

    assert found
    assert items_of(found) or ending in (".json", ".jsonl")


def test_the_naughty_strings_are_one_article_with_all_their_lines(shared, tmp_path):
    path = shared / "data" / "bad_input" / "blns.txt"
    [item] = read_items([path])

    assert item.text == path.read_bytes().decode("utf-8")


def test_every_line_of_every_format_is_in_a_body_or_among_the_removed_once(tmp_path):
    for ending, content in one_of_each().items():
        write(tmp_path / "in" / f"a{ending}", content)
    paths = [tmp_path / "in", Path(__file__).parent / "exports"]

    check_lines(build(paths, tmp_path / "bundle", n_workers=1), paths, tmp_path)


def test_one_date_for_all_is_noticed_and_not_believed(tmp_path):
    rows = [{"text": f"It rained for {number} days.", "date": "2016-05-04"} for number in range(12)]
    bundle = build([write_rows(tmp_path / "a.jsonl", rows)], tmp_path / "bundle", n_workers=1)
    notices = bundle.frame(NOTICES)

    assert bundle.frame(ARTICLES)["published_at"].isna().all()
    assert (notices["kind"] == "date not believed").sum() == 12


def test_what_was_noticed_while_reading_is_among_the_notices(tmp_path):
    bundle = build([write(tmp_path / "a.txt", "Itâ€™s so.")], tmp_path / "bundle", n_workers=1)

    assert bundle.frame(NOTICES)["kind"].tolist() == ["mojibake repaired"]
    assert bundle.frame(ARTICLES)["body"].tolist() == ["It’s so."]


def test_a_folder_of_bad_input_becomes_a_bundle(tmp_path):
    folder = tmp_path / "bad"
    write(folder / "good.txt", TEXT)
    write(folder / "encrypted.pdf", encrypted_pdf("secret"))
    write(folder / "scanned.pdf", scanned_pdf(2))
    write(folder / "deep.json", "[" * 100_000)
    write(folder / "torn.zip", b"PK\x03\x04 torn")
    write(folder / "torn.csv.gz", b"\x1f\x8b\x08\x00 torn")
    for ending in READERS:
        write(folder / f"empty{ending}", b"")
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "pipe.txt")
    bundle = build([folder], tmp_path / "bundle", n_workers=1)
    problems = bundle.frame(PROBLEMS)

    assert bundle.frame(ARTICLES)["source_path"].tolist() == ["good.txt"]
    assert len(problems) == 7 + len(READERS)
    assert (problems["problem"].str.len() > 0).all()
    assert bundle.counts["items"] == 8 + len(READERS)


def test_a_name_that_is_no_utf_8_is_no_trouble(tmp_path):
    write(tmp_path / os.fsdecode(b"caf\xe9.txt"), TEXT)
    bundle = build([tmp_path], tmp_path / "bundle", n_workers=1)

    assert bundle.counts["articles"] == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_read_permission_is_a_problem(tmp_path):
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "shut" / "b.txt", TEXT).parent.chmod(0)
    found = list(read_items([tmp_path]))
    (tmp_path / "shut").chmod(0o700)

    assert len(items_of(found)) == 1
    assert problems_of(found) == [("shut", "", "a folder that cannot be read")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_read_permission_that_is_given_is_an_error(tmp_path):
    write(tmp_path / "shut" / "b.txt", TEXT).parent.chmod(0)
    with pytest.raises(SourceError, match="may not be read"):
        list(read_items([tmp_path / "shut"]))
    (tmp_path / "shut").chmod(0o700)


def test_no_reader_says_anything_on_standard_error(tmp_path):
    write(tmp_path / "a.pdf", b"%PDF-1.4\n" + bytes(500))
    write(tmp_path / "a.html", b"<html><body></body></html>")
    write(tmp_path / "a.txt", TEXT)
    code = "import sys, pathlib; from analysis.sources import read_items; list(read_items([pathlib.Path(sys.argv[1])]))"
    run = subprocess.run([sys.executable, "-c", code, tmp_path], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stderr == ""


def test_a_command_starts_without_the_libraries_of_the_formats():
    heavy = ["trafilatura", "lxml", "openpyxl", "pypdf", "docx", "striprtf", "ftfy", "dateparser", "charset_normalizer"]
    code = f"import sys, analysis.sources, analysis.dates; print([n for n in {heavy} if n in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_limits_have_defaults():
    assert Sources().item_bytes < Sources().whole_file_bytes < Sources().file_bytes

"""A bundle as a zip is a bundle again wherever it is unpacked."""

import io
import shutil
import zipfile

import pytest

from analysis.__main__ import main
from analysis.bundle import CURATION, NOTES, open_bundle
from analysis.curation import Curation, as_text, read_curation
from analysis.errors import BroadsheetError, BundleError
from analysis.exports import is_archive, unpack_archive, write_archive
from analysis.notes import Note, Notes, read_notes
from analysis.notes import as_text as notes_as_text
from analysis.sources import read_items


def archive_of(bundle, name="sample", **beside):
    out = io.BytesIO()
    write_archive(bundle, out, name, {f"{stem}.json": text for stem, text in beside.items()})
    return out


def unpacked(archive, folder):
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    (top,) = folder.iterdir()
    return top


def test_it_opens_elsewhere_with_all_that_it_had(sample, tmp_path, capsys):
    there = unpacked(archive_of(sample), tmp_path)

    again = open_bundle(there)
    again.check()
    assert again.manifest == sample.manifest
    assert main(["info", str(there)]) == 0
    assert f"fingerprint  {sample.fingerprint}" in capsys.readouterr().out


def test_what_a_reader_made_of_it_comes_along_where_it_is_given(sample, tmp_path):
    notes = Notes({"a": Note(("to check",), "Who said so?")})
    there = unpacked(archive_of(sample, curation=as_text(Curation()), notes=notes_as_text(notes)), tmp_path)

    assert read_notes(there) == notes
    assert read_curation(there) == Curation()
    assert {path.name for path in there.iterdir() if path.is_file()} == {"manifest.json", CURATION, NOTES}


def test_the_same_bundle_gives_the_same_bytes(sample):
    assert archive_of(sample).getvalue() == archive_of(sample).getvalue()


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("My articles, 2016", "My-articles--2016"),
        ("../../etc", "etc"),
        ("", "bundle"),
        ("C:\\x", "C--x"),
        ("东京", "东京"),
    ],
)
def test_its_folder_can_be_made_on_every_system(name, folder, sample):
    with zipfile.ZipFile(archive_of(sample, name)) as packed:
        assert {entry.split("/")[0] for entry in packed.namelist()} == {folder}


def test_a_bundle_that_lacks_a_file_is_named(sample, tmp_path):
    broken = shutil.copytree(sample.folder, tmp_path / "broken")
    next(broken.glob("tables-*/terms.parquet")).unlink()

    with pytest.raises(BundleError, match=r"terms\.parquet is missing"):
        archive_of(open_bundle(broken))


ROOM = 1_000_000_000


def test_it_is_unpacked_as_it_was(sample, tmp_path):
    notes = Notes({"a": Note(("to check",), "Who said so?")})
    archive = archive_of(sample, notes=notes_as_text(notes))

    again = unpack_archive(archive, tmp_path / "bundle", ROOM)

    assert again.manifest == sample.manifest
    assert read_notes(again.folder) == notes


def changed(archive, change):
    """The archive with other files: `change` is given what it holds by name, and changes that."""
    with zipfile.ZipFile(archive) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out


def with_file(name, content=b"x"):
    return lambda files: files.update({name: content})


def table_of(files, name):
    return next(path for path in files if path.endswith(name))


BAD = {
    "a path out of it": (with_file("sample/../../evil.json"), "which is no part of one collection"),
    "an absolute path": (with_file("/etc/cron.d/evil"), "which is no part of one collection"),
    "another folder": (with_file("other/manifest.json"), "which is no part of one collection"),
    "a program": (with_file("sample/run.py"), "which is no part of one collection"),
    "another table": (
        lambda files: files.update({table_of(files, "terms.parquet"): b"PAR1"}),
        r"terms",
    ),
    "a manifest that is none": (with_file("sample/manifest.json", b"[]"), "not the manifest of a bundle"),
    "a manifest that leads out": (
        lambda files: files.update(
            {"sample/manifest.json": files["sample/manifest.json"].replace(b'"tables-', b'"../tables-')}
        ),
        "names tables outside the bundle",
    ),
    "a missing table": (lambda files: files.pop(table_of(files, "terms.parquet")), r"terms"),
    "notes that are none": (with_file("sample/notes.json", b"{}"), "notes"),
    "changes that are none": (with_file("sample/curation.json", b"[]"), "curation"),
}


@pytest.mark.parametrize(("change", "said"), BAD.values(), ids=BAD)
def test_what_is_no_whole_bundle_is_refused_and_leaves_nothing(change, said, sample, tmp_path):
    archive = changed(archive_of(sample), change)

    with pytest.raises(BroadsheetError, match=said):
        unpack_archive(archive, tmp_path / "inside" / "bundle", ROOM)
    assert [path.name for path in tmp_path.rglob("*")] == ["inside"]


def test_what_is_too_large_is_refused_before_it_is_unpacked(sample, tmp_path):
    with pytest.raises(BundleError, match="over the limit of 1,000"):
        unpack_archive(archive_of(sample), tmp_path / "bundle", 1_000)


def test_a_torn_zip_is_refused(sample, tmp_path):
    torn = bytearray(archive_of(sample).getvalue())
    torn[20_000:20_100] = bytes(100)

    with pytest.raises(BundleError, match="the zip is damaged"):
        unpack_archive(io.BytesIO(torn), tmp_path / "bundle", ROOM)


def test_only_a_zip_of_a_bundle_is_taken_for_one(sample):
    articles = io.BytesIO()
    with zipfile.ZipFile(articles, "w") as packed:
        packed.writestr("news/manifest.json", "{}")
        packed.writestr("news/a.txt", "text")

    assert is_archive(archive_of(sample))
    assert not is_archive(articles)
    assert not is_archive(io.BytesIO(b"no zip"))


def test_a_build_says_what_such_a_zip_is(sample, tmp_path):
    path = tmp_path / "sample.zip"
    path.write_bytes(archive_of(sample).getvalue())

    (problem,) = read_items([path])
    assert (problem.source_path, problem.problem) == ("sample.zip", "a whole collection")

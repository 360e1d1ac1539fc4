"""A bundle as a zip is a bundle again wherever it is unpacked."""

import io
import shutil
import zipfile

import pytest

from analysis.__main__ import main
from analysis.bundle import CURATION, NOTES, open_bundle
from analysis.curation import Curation, as_text, read_curation
from analysis.errors import BundleError
from analysis.exports import write_archive
from analysis.notes import Note, Notes, read_notes
from analysis.notes import as_text as notes_as_text


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

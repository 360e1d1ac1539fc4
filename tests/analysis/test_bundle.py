import json
import multiprocessing

import pyarrow as pa
import pytest

from analysis.bundle import FORMAT, open_bundle
from analysis.drafts import bundle_lock, commit, draft_in
from analysis.errors import BundleError, SchemaError
from analysis.manifest import is_bundle
from analysis.schema import Column, Table

NUMBERS = Table("numbers", "One row a number.", (Column("number", pa.int32(), "It."),))


def write(folder, *numbers, fingerprint="f1"):
    with bundle_lock(folder), draft_in(folder) as draft:
        for number in numbers:
            draft.append(NUMBERS, NUMBERS.from_rows([(number,)]))
        commit(folder, draft, {"format": FORMAT, "fingerprint": fingerprint, "counts": {}})


def numbers_in(folder):
    return open_bundle(folder).frame(NUMBERS)["number"].tolist()


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_rows_are_read_in_the_order_in_which_they_were_written(tmp_path):
    write(tmp_path / "b", 3, 1, 2)

    assert numbers_in(tmp_path / "b") == [3, 1, 2]


def test_a_new_bundle_replaces_the_old_one_and_nothing_else_stays(tmp_path):
    write(tmp_path, 1, fingerprint="f1")
    write(tmp_path, 2, fingerprint="f2")

    assert numbers_in(tmp_path) == [2]
    assert names(tmp_path) == [".lock", "manifest.json", "tables-f2"]


def test_a_rebuild_of_the_same_fingerprint_is_whole(tmp_path):
    write(tmp_path, 1)
    write(tmp_path, 2)

    assert numbers_in(tmp_path) == [2]
    assert names(tmp_path) == [".lock", "manifest.json", "tables-f1"]


def write_and_fail(folder):
    with bundle_lock(folder), draft_in(folder) as draft:
        draft.append(NUMBERS, NUMBERS.from_rows([(2,)]))
        raise RuntimeError


def test_a_failed_build_leaves_the_old_bundle(tmp_path):
    write(tmp_path, 1)
    with pytest.raises(RuntimeError):
        write_and_fail(tmp_path)

    assert numbers_in(tmp_path) == [1]
    assert names(tmp_path) == [".lock", "manifest.json", "tables-f1"]


def test_a_failed_first_build_leaves_no_folder(tmp_path):
    with pytest.raises(RuntimeError), bundle_lock(tmp_path / "b"), draft_in(tmp_path / "b"):
        raise RuntimeError

    assert not (tmp_path / "b").exists()


def test_what_a_killed_build_left_is_swept_away_by_the_next(tmp_path):
    (tmp_path / ".draft-1").mkdir()
    (tmp_path / "tables-old").mkdir()
    (tmp_path / ".lock").touch()
    write(tmp_path, 1)

    assert names(tmp_path) == [".lock", "manifest.json", "tables-f1"]


@pytest.mark.parametrize("content", ["notes.txt", "tables/x"])
def test_a_folder_with_something_else_in_it_is_refused(tmp_path, content):
    (tmp_path / content).parent.mkdir(exist_ok=True)
    (tmp_path / content).touch()
    with pytest.raises(BundleError, match="is not empty and not a bundle"), bundle_lock(tmp_path):
        pass


def test_a_manifest_of_something_else_is_not_overwritten(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "an app"}')
    (tmp_path / "index.html").touch()
    with pytest.raises(BundleError, match="is not empty and not a bundle"), bundle_lock(tmp_path):
        pass


def test_a_file_is_no_place_for_a_bundle(tmp_path):
    (tmp_path / "b").touch()
    with pytest.raises(BundleError, match="is a file"), bundle_lock(tmp_path / "b"):
        pass


def hold(folder, holds, may_end):
    with bundle_lock(folder):
        holds.set()
        may_end.wait(60)


def test_two_builds_into_one_bundle_refuse_or_wait_for_each_other(tmp_path):
    context = multiprocessing.get_context("spawn")
    holds, may_end = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path, holds, may_end))
    other.start()
    assert holds.wait(60)
    with pytest.raises(BundleError, match="another build is writing"), bundle_lock(tmp_path):
        pass
    may_end.set()
    with bundle_lock(tmp_path, wait_seconds=60):
        pass
    other.join()


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (None, "no bundle"),
        ("{", "cannot be read"),
        ("[]", "not the manifest of a bundle"),
        ('{"tables": 1}', "not the manifest of a bundle"),
        ('{"tables": "../other", "format": 1}', "names tables outside"),
        ('{"tables": "tables-x", "format": 0}', "another version"),
        (json.dumps({"tables": "tables-x", "format": FORMAT + 1}), "a later version"),
        (json.dumps({"tables": "tables-x", "format": FORMAT}), "its tables are missing"),
    ],
)
def test_what_is_no_bundle_cannot_be_opened(tmp_path, manifest, said):
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)

    assert not is_bundle(tmp_path)
    with pytest.raises(BundleError, match=said):
        open_bundle(tmp_path)


def test_a_damaged_table_is_a_clear_error(tmp_path):
    write(tmp_path, 1)
    (tmp_path / "tables-f1" / "numbers.parquet").write_bytes(b"PAR1 torn")
    with pytest.raises(BundleError, match="table 'numbers' cannot be read"):
        numbers_in(tmp_path)


def test_rows_pass_the_gate_before_they_are_stored(tmp_path):
    with pytest.raises(SchemaError), bundle_lock(tmp_path), draft_in(tmp_path) as draft:
        draft.append(NUMBERS, pa.table({"size": [1]}))

"""What goes to a worker and back, in this process."""

import subprocess
import sys
from pathlib import Path

import pytest

from analysis.errors import BroadsheetError
from analysis.program import differences, program_state
from analysis.remote_work import by_name, pack, pick_up, unpack, work_on

HERE = program_state()


cloudpickle = pytest.importorskip("cloudpickle", reason="needs `pip install -r requirements-dask.txt`")


def double(number):
    return 2 * number


@pytest.mark.parametrize("content", [None, "", b"", [1, "two"], "word " * 100_000], ids=repr)
def test_what_is_packed_comes_back(content):
    assert unpack(pack(content)) == content


def test_texts_are_sent_compressed():
    assert len(pack("word " * 100_000)) < 5_000


def test_a_result_is_put_into_the_folder_that_both_see_and_goes_when_it_is_picked_up(tmp_path):
    found = work_on(pack(double), HERE, str(tmp_path), pack(21))

    assert [entry.name for entry in tmp_path.iterdir()] == [found]
    assert pick_up(found, tmp_path) == 42
    assert list(tmp_path.iterdir()) == []


def test_a_result_is_sent_where_there_is_no_such_folder(tmp_path):
    assert pick_up(work_on(pack(double), HERE, None, pack(21)), tmp_path) == 42


def test_a_result_is_sent_where_the_folder_cannot_be_written(tmp_path, monkeypatch):
    def full(path, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    found = work_on(pack(double), HERE, str(tmp_path), pack(21))

    assert isinstance(found, bytes)
    assert pick_up(found, tmp_path) == 42


def test_a_worker_that_does_not_see_the_folder_says_so(tmp_path):
    assert work_on(pack(double), HERE, str(tmp_path / "elsewhere"), pack(21)) is None


def test_a_result_that_is_gone_is_a_clear_error(tmp_path):
    with pytest.raises(BroadsheetError, match="gone: cannot be read, though a worker wrote it: No such file"):
        pick_up("gone", tmp_path)


def test_the_work_can_be_passed_on_by_a_process_without_this_program(tmp_path):
    (tmp_path / "task").write_bytes(cloudpickle.dumps((by_name(), dict(HERE), pack(double), pack(21))))
    pass_on = "import pickle, sys; print(len(pickle.load(open('task', 'rb'))), 'analysis' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", pass_on], cwd=tmp_path, env={}, capture_output=True, text=True)

    assert done.stdout.split() == ["4", "False"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ""),
        ({"Python": "3.99"}, f"Python 3.99 (here {HERE['Python']})"),
        ({"numpy": ""}, f"numpy missing (here {HERE['numpy']})"),
        ({"numpy": "1", "files": "other"}, f"numpy 1 (here {HERE['numpy']})"),
        ({"files": "other"}, "other files of Broadsheet"),
        ({"more": "1"}, "other files of Broadsheet"),
    ],
)
def test_what_differs_between_two_programs_is_named(changed, said):
    assert differences({**HERE, **changed}, HERE) == said

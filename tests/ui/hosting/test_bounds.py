"""A build that takes more than it may is ended, says why, and leaves the machine to others meanwhile."""

import json
import os
import signal
import sys
from subprocess import Popen

import pytest

from analysis.bundle import open_bundle
from analysis.errors import OUT_OF_MEMORY, BroadsheetError
from ui import building
from ui.hosting import Bounds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone holds a process to bounds")

GREEDY = "held = []\nfor _ in range(10_000): held.append(bytearray(10_000_000))"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [{"title": f"Rain {number}", "text": f"Rain fell on harbour {number}."} for number in range(300)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def fail(source, tmp_path, bounds):
    with pytest.raises(BroadsheetError) as failure:
        building.watch(building.start([source], tmp_path / "bundle", bounds=bounds))
    assert not (tmp_path / "bundle" / "manifest.json").exists()
    return str(failure.value)


def test_a_build_within_its_bounds_is_done(source, tmp_path):
    build = building.start([source], tmp_path / "bundle", bounds=Bounds(120, 900, 100))
    assert os.getpriority(os.PRIO_PROCESS, build.process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
    building.watch(build)

    assert open_bundle(tmp_path / "bundle").counts["articles"] == 300


def test_a_build_over_its_seconds_ends_and_says_so(source, tmp_path):
    assert "longer than the 1 seconds" in fail(source, tmp_path, Bounds(seconds=1))


def test_a_build_over_its_memory_ends_and_says_so(source, tmp_path):
    assert "more than the 150 MB of memory" in fail(source, tmp_path, Bounds(memory_mb=150))


def test_the_system_refuses_what_grows_faster_than_anybody_looks():
    with Popen([sys.executable, "-c", f"input()\n{GREEDY}"], stdin=-1, stderr=-1, text=True) as process:
        Bounds(memory_mb=100).hold(process.pid)
        _, said = process.communicate("\n")

    assert process.returncode == 1
    assert said.splitlines()[-1] == "MemoryError"


@pytest.mark.parametrize(
    ("bounds", "code", "said"),
    [
        (Bounds(5, 7), OUT_OF_MEMORY, "7 MB of memory"),
        (Bounds(5, 7), -signal.SIGABRT, "7 MB of memory"),
        (Bounds(5, 7), -signal.SIGXCPU, "5 seconds"),
        (Bounds(5, 7), 2, ""),
        (Bounds(), OUT_OF_MEMORY, ""),
        (Bounds(), -signal.SIGXCPU, ""),
    ],
)
def test_how_a_process_ended_tells_what_the_system_enforced(bounds, code, said):
    told = bounds.told_by(code)

    assert said in told
    assert bool(told) == bool(said)


def test_a_process_that_nobody_watches_ends_by_itself():
    with Popen([sys.executable, "-c", "input()\nwhile True: pass"], stdin=-1, text=True) as process:
        Bounds(seconds=1).hold(process.pid)
        process.communicate("\n")

    assert process.returncode < 0


def test_nothing_is_bounded_where_there_is_no_limit(source):
    with Popen([sys.executable, "-c", "input()"], stdin=-1, text=True) as process:
        Bounds().hold(process.pid)
        priority = os.getpriority(os.PRIO_PROCESS, process.pid)
        process.communicate("\n")

    assert priority == os.getpriority(os.PRIO_PROCESS, 0)
    assert Bounds().excess(process.pid, 1e9) == ""
    assert Bounds().arguments == []

import os
import subprocess
import sys
import time

import pytest

from analysis.engines import LocalProcesses, ThisProcess, choose_engine
from analysis.errors import BroadsheetError


def double(number):
    # Later batches finish first.
    time.sleep(0.02 if number == 0 else 0)
    return 2 * number


def fail(number):
    raise ValueError(f"batch {number}")


def die(number):
    os._exit(1)


@pytest.mark.parametrize("engine", [ThisProcess(), LocalProcesses(2)], ids=["this process", "two processes"])
def test_results_come_in_the_order_of_the_batches(engine):
    assert list(engine.run(double, range(20))) == [2 * n for n in range(20)]


@pytest.mark.parametrize("engine", [ThisProcess(), LocalProcesses(2)], ids=["this process", "two processes"])
def test_no_batches_give_nothing(engine):
    assert list(engine.run(double, [])) == []


@pytest.mark.parametrize("engine", [ThisProcess(), LocalProcesses(2)], ids=["this process", "two processes"])
def test_an_error_of_the_work_is_the_callers(engine):
    with pytest.raises(ValueError, match="batch 0"):
        list(engine.run(fail, [0]))


def test_a_worker_that_was_killed_is_a_clear_error():
    with pytest.raises(BroadsheetError, match="a worker process was killed"):
        list(LocalProcesses(1).run(die, [0]))


@pytest.mark.parametrize(
    ("n_workers", "n_batches", "engine"),
    [
        (1, 10, ThisProcess()),
        (4, 1, ThisProcess()),
        (4, 2, LocalProcesses(2)),
        (2, 10, LocalProcesses(2)),
    ],
)
def test_processes_are_started_only_where_they_have_work(n_workers, n_batches, engine):
    assert choose_engine(n_workers, n_batches) == engine


_AHEAD = """
import sys
from multiprocessing import forkserver
from analysis.engines import start_ahead

items = list(start_ahead(int(sys.argv[1]), range(int(sys.argv[2]))))
print(items == list(range(int(sys.argv[2]))), forkserver._forkserver._forkserver_pid is not None)
"""


@pytest.mark.parametrize(
    ("n_workers", "n_items", "is_started"),
    [(2, 2_000, True), (2, 20, False), (1, 2_000, False)],
    ids=["many items", "few items", "one worker"],
)
def test_the_process_that_workers_come_from_loads_while_many_items_are_read(n_workers, n_items, is_started):
    command = [sys.executable, "-c", _AHEAD, str(n_workers), str(n_items)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout.split() == ["True", str(is_started)]

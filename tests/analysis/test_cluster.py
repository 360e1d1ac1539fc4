"""A build on a Dask cluster: a real scheduler, and two workers in processes of their own."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time

import pytest

from analysis.__main__ import main
from analysis.bundle import open_bundle
from analysis.cluster import dask_cluster
from analysis.errors import BroadsheetError
from analysis.pipeline import How, build
from tests.analysis.making import news, write_rows
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="needs `pip install -r requirements-dask.txt`"
)

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


class Cluster:
    """A scheduler and its workers, on loopback."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        self.scheduler = folder / "scheduler.json"
        self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(self.scheduler))
        deadline = time.monotonic() + 60
        while not self.scheduler.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    @property
    def address(self):
        from distributed import Client

        with Client(scheduler_file=str(self.scheduler)) as client:
            return client.scheduler.address

    def work(self, **environment):
        """Start a worker, in a folder of its own; its process."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1", "--death-timeout", "60")
        return self._start("worker", "--scheduler-file", str(self.scheduler), *options, environment=environment)

    def _start(self, *command, environment=None):
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *command],
            cwd=self.folder,
            env={**ENVIRONMENT, **(environment or {})},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def end(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    one = Cluster(tmp_path_factory.mktemp("cluster"))
    one.work()
    one.work()
    yield one
    one.end()


@pytest.fixture(scope="module")
def address(cluster):
    return cluster.address


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return write_rows(tmp_path_factory.mktemp("files") / "news.jsonl", news(900, n_sentences=2))


@pytest.fixture(scope="module")
def local(files, tmp_path_factory):
    return build([files], tmp_path_factory.mktemp("local") / "bundle", n_workers=1)


def test_a_cluster_writes_what_this_process_writes(address, files, local, tmp_path):
    bundle = build([files], tmp_path / "bundle", how=How(engine="dask", scheduler=address))

    assert bundle.fingerprint == local.fingerprint
    assert bundle.files == local.files


def test_workers_that_do_not_see_the_folder_are_sent_the_items(address, files, local, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # This is another folder in every process.
    here = type(tmp_path)("/proc/self/cwd")
    if not here.exists():
        pytest.skip("needs /proc")
    bundle = build([files], here / "bundle", how=How(engine="dask", scheduler=address))

    assert bundle.files == local.files


class Double:
    """Work that reads nothing, and takes a moment."""

    def __init__(self, staged):
        self.staged = staged

    def __call__(self, number):
        time.sleep(0.01)
        return 2 * number


class Fails(Double):
    """Work that cannot be done."""

    def __call__(self, number):
        raise ValueError(f"batch {number}")


@pytest.fixture
def staged(tmp_path):
    path = tmp_path / "items.arrow"
    path.write_bytes(b"rows")
    return path


def test_results_come_in_order_and_few_batches_are_under_way_at_a_time(address, staged):
    drawn = []
    with dask_cluster(address, None) as engine:
        results = engine.run(Double(staged), (drawn.append(n) or n for n in range(60)))
        ahead = []
        for number, result in enumerate(results):
            assert result == 2 * number
            ahead.append(len(drawn) - number)

    assert max(ahead) <= 6
    assert len(ahead) == 60


def test_an_error_of_the_work_is_the_callers(address, staged):
    with dask_cluster(address, None) as engine, pytest.raises(ValueError, match="batch 0"):
        list(engine.run(Fails(staged), [0]))


def wait_for_workers(address, number):
    from distributed import Client

    with Client(address) as client:
        deadline = time.monotonic() + 60
        while len(client.nthreads()) != number:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(cluster, address, files, local, tmp_path):
    wait_for_workers(address, 2)
    victim = cluster.processes[1]
    killed = []

    def kill(progress):
        if progress.stage == "Articles" and not killed:
            victim.kill()
            killed.append(progress.done)

    bundle = build([files], tmp_path / "bundle", how=How(engine="dask", scheduler=address), report=kill)
    cluster.work()
    wait_for_workers(address, 2)

    assert killed[0] < 900
    assert bundle.files == local.files


def older_program(folder):
    shutil.copytree(ROOT / "analysis", folder / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "analysis" / "articles.py").open("a") as changed:
        changed.write("# As it was.\n")
    return str(folder)


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (older_program, "this worker has another version of Broadsheet"),
        (str, "this worker cannot load Broadsheet"),
    ],
    ids=["another version", "none"],
)
def test_a_worker_with_another_program_is_a_clear_error(cluster, address, files, tmp_path, program, said):
    worker = cluster.work(PYTHONPATH=program(tmp_path))
    wait_for_workers(address, 3)
    with pytest.raises(BroadsheetError, match=re.escape(said)):
        build([files], tmp_path / "bundle", how=How(engine="dask", scheduler=address))
    worker.kill()
    wait_for_workers(address, 2)

    assert not (tmp_path / "bundle").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "nonsense://x"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--workers", "2"], "--workers is for this machine"),
        (["--scheduler", "tcp://127.0.0.1:1"], "it goes with --engine dask"),
    ],
)
def test_a_cluster_that_cannot_be_is_one_clear_line_within_seconds(files, tmp_path, capsys, arguments, said):
    started = time.monotonic()
    code = main(["build", str(files), "--out", str(tmp_path / "bundle"), *arguments])
    [line] = capsys.readouterr().err.splitlines()

    assert code == 2
    assert said in line
    assert time.monotonic() - started < 15
    assert not (tmp_path / "bundle").exists()


def test_a_scheduler_without_workers_is_a_clear_error(tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.cluster._FIRST_WORKER", 1)
    empty = Cluster(tmp_path)
    try:
        with pytest.raises(BroadsheetError, match="has no workers"), dask_cluster(empty.address, None):
            pass
    finally:
        empty.end()


def test_without_an_address_the_cluster_is_on_this_machine(local, files, tmp_path):
    command = ["build", str(files), "--out", str(tmp_path / "bundle"), "--engine", "dask", "--workers", "1"]
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *command], env=ENVIRONMENT, cwd=tmp_path, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert open_bundle(tmp_path / "bundle").files == local.files

"""A build on a Dask cluster: a real scheduler, and two workers in processes of their own."""

import asyncio
import importlib.metadata
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import psutil
import pytest

from analysis.__main__ import main
from analysis.articles import ARTICLES, REMOVED
from analysis.bundle import open_bundle
from analysis.cluster import _ask, dask_cluster
from analysis.errors import BroadsheetError
from analysis.pipeline import How, build
from analysis.settings import settings_of
from analysis.steps.sentiment import SENTIMENT
from tests.analysis.making import news, write_rows
from tests.analysis.sources.making import pdf
from tests.conftest import ROOT, SEEDS

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="needs `pip install -r requirements-dask.txt`"
)

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


class Cluster:
    """A scheduler that has nothing of this program, and its workers, on loopback."""

    def __init__(self, folder):
        self.folder, self.processes = folder, []
        self.scheduler = folder / "scheduler.json"
        options = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self.scheduler))
        self._start("scheduler", *options, environment={"PYTHONPATH": ""})
        deadline = time.monotonic() + 60
        while not self.scheduler.exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    @property
    def address(self):
        from distributed import Client

        with Client(scheduler_file=str(self.scheduler)) as client:
            return client.scheduler.address

    def work(self, *, folder=None, n_threads=1, **environment):
        """Start a worker, in a folder of its own; its process."""
        options = ("--nthreads", str(n_threads), "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        command = ("worker", "--scheduler-file", str(self.scheduler), *options, "--death-timeout", "60")
        return self._start(*command, folder=folder, environment=environment)

    def _start(self, *command, folder=None, environment=None):
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *command],
            cwd=folder or self.folder,
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


@pytest.fixture
def own_cluster(tmp_path):
    """A cluster without workers so far, for a test that spoils it."""
    one = Cluster(tmp_path)
    yield one
    one.end()


# Each changes rows of these files.
SETTINGS = settings_of({"cleaning": {"off": ["navigation"]}, "sentiment": {"reading": "vader", "min_scored": 1}})


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Rows, an archive, and a PDF."""
    folder = tmp_path_factory.mktemp("files")
    write_rows(folder / "news.jsonl", news(900, n_sentences=2))
    shutil.copy(SEEDS / "evening-sextant.zip", folder)
    (folder / "page.pdf").write_bytes(pdf([["The harbour is closed.", "Boats wait outside, said the master."]]))
    return folder


@pytest.fixture(scope="module")
def local(files, tmp_path_factory):
    return build([files], tmp_path_factory.mktemp("local") / "bundle", SETTINGS, n_workers=1)


def build_on(address, files, out, **more):
    return build([files], out, SETTINGS, how=How(engine="dask", scheduler=address), **more)


@pytest.fixture
def hidden(tmp_path, monkeypatch):
    """A folder that is another one in every process."""
    here = type(tmp_path)("/proc/self/cwd")
    if not here.exists():
        pytest.skip("needs /proc")
    monkeypatch.chdir(tmp_path)
    return here


def test_a_cluster_writes_what_this_process_writes(address, files, local, tmp_path):
    bundle = build_on(address, files, tmp_path / "bundle")

    assert bundle.fingerprint == local.fingerprint
    assert bundle.files == local.files


def test_workers_that_do_not_see_the_folder_are_sent_the_items(address, files, local, hidden):
    assert build_on(address, files, hidden / "bundle").files == local.files


def test_settings_and_all_kinds_of_files_reach_the_workers(local):
    sources = set(local.frame(ARTICLES)["source_path"])

    assert {"page.pdf", "evening-sextant.zip/maternity.txt"} <= sources
    assert "navigation" not in set(local.frame(REMOVED)["reason"])
    assert (local.frame(SENTIMENT)["n_scored"] < 3).any()


class Double:
    """Work that reads nothing, and takes a moment."""

    def __init__(self, staged):
        self.staged = staged

    def packed(self, number):
        return number

    def __call__(self, number):
        time.sleep(0.01)
        return 2 * number


class Fails(Double):
    """Work that cannot be done."""

    def __call__(self, error):
        raise error


@pytest.fixture
def staged(tmp_path):
    path = tmp_path / "items.arrow"
    path.write_bytes(b"rows")
    return path


def batches_ahead(engine, staged, n_batches):
    """How many batches were drawn and not given back, each time a result came."""
    drawn, ahead = [], []
    for number, result in enumerate(engine.run(Double(staged), (drawn.append(n) or n for n in range(n_batches)))):
        assert result == 2 * number
        ahead.append(len(drawn) - number)
    assert len(ahead) == n_batches
    return ahead


@pytest.mark.parametrize("way", ["shared", "sent"])
def test_results_come_in_order_and_few_batches_are_under_way_at_a_time(address, staged, hidden, way):
    with dask_cluster(address, None) as engine:
        ahead = batches_ahead(engine, staged if way == "shared" else hidden / staged.name, 60)

    assert max(ahead) == 6
    assert [entry.name for entry in staged.parent.iterdir()] == [staged.name]


def test_a_large_cluster_has_no_more_under_way_than_one_machine_can_hold(own_cluster, staged):
    own_cluster.work(n_threads=100)
    with dask_cluster(own_cluster.address, None) as engine:
        assert max(batches_ahead(engine, staged, 200)) == 64


@pytest.mark.parametrize(
    ("error", "raised", "said"),
    [
        (ValueError("batch 0"), ValueError, "batch 0"),
        # Not to be taken for a lost connection.
        (FileNotFoundError("words.txt"), BroadsheetError, "this worker cannot go on: words.txt"),
        (
            ModuleNotFoundError("No module named 'icu'"),
            BroadsheetError,
            "cannot load Broadsheet (No module named 'icu')",
        ),
    ],
)
def test_an_error_of_the_work_is_the_callers(address, staged, error, raised, said):
    with dask_cluster(address, None) as engine, pytest.raises(raised, match=re.escape(said)):
        list(engine.run(Fails(staged), [error]))


def wait_for_workers(address, number):
    from distributed import Client

    with Client(address) as client:
        deadline = time.monotonic() + 60
        while len(client.nthreads()) != number:
            assert time.monotonic() < deadline
            time.sleep(0.05)


def test_a_worker_that_comes_later_and_does_not_see_the_folder_is_sent_the_items(own_cluster, staged, hidden):
    first = own_cluster.work(folder=staged.parent)
    with dask_cluster(own_cluster.address, None) as engine:
        results = engine.run(Double(hidden / staged.name), range(30))
        found = [next(results)]
        (staged.parent / "elsewhere").mkdir()
        own_cluster.work(folder=staged.parent / "elsewhere")
        wait_for_workers(own_cluster.address, 2)
        first.kill()
        found += results

    assert found == [2 * number for number in range(30)]


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(cluster, address, files, local, tmp_path):
    wait_for_workers(address, 2)
    victim = cluster.processes[1]
    killed = []

    def kill(progress):
        if progress.stage == "Articles" and not killed:
            victim.kill()
            killed.append(progress.done)

    bundle = build_on(address, files, tmp_path / "bundle", report=kill)
    cluster.work()
    wait_for_workers(address, 2)

    assert killed[0] < 900
    assert bundle.files == local.files


def test_a_scheduler_that_is_lost_in_the_middle_leaves_the_bundle_that_was_there(own_cluster, files, tmp_path):
    old = build([SEEDS / "evening-sextant.zip"], tmp_path / "bundle", n_workers=1)
    own_cluster.work()

    def kill(progress):
        if progress.stage == "Articles":
            own_cluster.processes[0].kill()

    with pytest.raises(BroadsheetError, match="the scheduler of the cluster was lost"):
        build_on(own_cluster.address, files, tmp_path / "bundle", report=kill)

    assert open_bundle(tmp_path / "bundle").files == old.files
    assert sorted(entry.name for entry in old.folder.iterdir()) == [".lock", "manifest.json", old.manifest["tables"]]


def changed_program(folder, file, text):
    shutil.copytree(ROOT / "analysis", folder / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "analysis" / file
    path.write_text(path.read_text() + text)


def other_package(folder, name, version):
    """The package's own metadata under another version: Dask finds its commands there."""
    found = importlib.metadata.distribution(name)
    entry_points = found.read_text("entry_points.txt") or ""
    metadata = folder / f"{name}-{version}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (metadata / "entry_points.txt").write_text(entry_points)


def other_python(folder):
    """What says of a worker that was started that its Python is another."""
    (folder / "preload.py").write_text("import sys\nsys.version_info = (3, 99, 0, 'final', 0)\n")


# What is put into the folder that a worker loads first, and what is said of it.
OTHERS = {
    "other tables": (
        lambda folder: changed_program(folder, "bundle.py", "FORMAT = 0\n"),
        "has other files of Broadsheet;",
    ),
    "other version": (
        lambda folder: changed_program(folder, "__init__.py", 'VERSION = "0.0.9"\n'),
        "has Broadsheet 0.0.9 (here",
    ),
    "other package": (lambda folder: other_package(folder, "pyarrow", "1.0"), "has pyarrow 1.0 (here"),
    "other Dask": (lambda folder: other_package(folder, "distributed", "2020.1"), "has distributed 2020.1 (here"),
    "other Python": (other_python, "has Python 3.99 (here"),
    "nothing": (lambda folder: None, "cannot load Broadsheet ("),
}


@pytest.mark.parametrize(("put", "said"), OTHERS.values(), ids=OTHERS)
def test_a_worker_with_another_program_is_one_clear_line(cluster, address, files, tmp_path, capsys, put, said):
    put(tmp_path)
    path = [str(tmp_path)] if said.startswith("cannot") else [str(tmp_path), str(ROOT)]
    preload = [str(one) for one in tmp_path.glob("preload.py")]
    worker = cluster.work(PYTHONPATH=os.pathsep.join(path), DASK_DISTRIBUTED__WORKER__PRELOAD=str(preload))
    wait_for_workers(address, 3)
    code = main(["build", str(files), "--out", str(tmp_path / "bundle"), "--engine", "dask", "--scheduler", address])
    worker.kill()
    wait_for_workers(address, 2)
    [line] = capsys.readouterr().err.splitlines()

    assert code == 2
    assert re.search(r"tcp://\S+: this worker " + re.escape(said), line)
    assert not (tmp_path / "bundle").exists()


def test_a_worker_that_comes_later_with_another_program_is_a_clear_error(own_cluster, staged, tmp_path):
    (tmp_path / "nothing").mkdir()
    first = own_cluster.work()
    with dask_cluster(own_cluster.address, None) as engine:
        results = engine.run(Double(staged), range(30))
        next(results)
        own_cluster.work(PYTHONPATH="")
        wait_for_workers(own_cluster.address, 2)
        first.kill()
        with pytest.raises(BroadsheetError, match="a worker cannot load Broadsheet"):
            list(results)


@pytest.fixture
def silent():
    """The address of what takes a connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


class Web(BaseHTTPRequestHandler):
    def log_message(self, *said):
        pass


@pytest.fixture
def web():
    """The address of a server of another kind."""
    with HTTPServer(("127.0.0.1", 0), Web) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "SILENT"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "WEB"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "nonsense://x"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "tcp://no.such.host.invalid:1"], "no Dask scheduler answers there"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "--workers", "2"], "--workers is for this machine"),
        (["--scheduler", "tcp://127.0.0.1:1"], "it goes with --engine dask"),
    ],
)
def test_a_cluster_that_cannot_be_is_one_clear_line_within_seconds(
    files, tmp_path, capsys, silent, web, arguments, said
):
    arguments = [{"SILENT": silent, "WEB": web}.get(argument, argument) for argument in arguments]
    started = time.monotonic()
    code = main(["build", str(files), "--out", str(tmp_path / "bundle"), *arguments])
    [line] = capsys.readouterr().err.splitlines()

    assert code == 2
    assert said in line
    assert time.monotonic() - started < 15
    assert not (tmp_path / "bundle").exists()


def test_a_scheduler_without_workers_is_a_clear_error(own_cluster, monkeypatch):
    monkeypatch.setattr("analysis.cluster._FIRST_WORKER", 1)
    with pytest.raises(BroadsheetError, match="has no workers"), dask_cluster(own_cluster.address, None):
        pass


def test_a_scheduler_is_asked_from_a_thread_that_runs_a_loop(own_cluster):
    async def use():
        _ask(own_cluster.address)

    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(use())).result()


def start_on_this_machine(files, out):
    """A build on a cluster of this machine, in a session of its own; its process."""
    command = ["build", str(files), "--out", str(out), "--engine", "dask", "--workers", "2", "--progress", "json"]
    return subprocess.Popen(
        [sys.executable, "-m", "analysis", *command],
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whatever runs the tests may have told its children to ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def session_of(process):
    """The processes that `process` and its children have started."""
    return [one for one in psutil.process_iter() if one.pid != process.pid and session(one.pid) == process.pid]


def session(pid):
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return None


@pytest.mark.parametrize(
    ("stop", "code", "said"),
    [
        # A terminal sends Ctrl-C to the workers as well.
        (lambda process: os.killpg(process.pid, signal.SIGINT), 130, ["stopped; nothing was changed"]),
        (lambda process: process.kill(), -signal.SIGKILL, None),
    ],
    ids=["Ctrl-C", "kill -9"],
)
def test_a_build_that_is_stopped_takes_its_workers_along(files, tmp_path, stop, code, said):
    process = start_on_this_machine(files, tmp_path / "bundle")
    assert any('"Articles"' in line for line in process.stderr)
    started = session_of(process)
    stop(process)
    lines = [line.strip() for line in process.stderr if not line.startswith("{")]

    assert process.wait(60) == code
    assert said is None or lines == said
    assert len(started) >= 2
    assert psutil.wait_procs(started, timeout=30)[1] == []


def test_without_an_address_the_cluster_is_on_this_machine(local, files, tmp_path):
    (tmp_path / "settings.toml").write_text(
        '[cleaning]\noff = ["navigation"]\n[sentiment]\nreading = "vader"\nmin_scored = 1\n'
    )
    command = ["build", str(files), "--out", str(tmp_path / "bundle"), "--engine", "dask", "--workers", "1"]
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *command, "--settings", str(tmp_path / "settings.toml")],
        env=ENVIRONMENT,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert open_bundle(tmp_path / "bundle").files == local.files

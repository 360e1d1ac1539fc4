"""A build that is stopped leaves the bundle that was there."""

import os
import signal
import subprocess
import sys
import time

import pytest

from analysis.articles import ARTICLES
from analysis.bundle import open_bundle
from analysis.errors import BundleError
from analysis.pipeline import build
from tests.analysis.making import news, write_rows
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sources")
    return write_rows(folder / "few.jsonl", news(6)), write_rows(folder / "many.jsonl", news(1_500, n_sentences=2))


def start(source, out):
    """A build in a process of its own, as soon as some of its articles are stored."""
    command = [sys.executable, "-m", "analysis", "build", str(source), "--out", str(out), "--workers", "2"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whatever runs the tests may have told its children to ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 60
    while not any(part.stat().st_size > 100 for part in out.glob(".draft-*/articles.parquet")):
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return process


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_killed_build_leaves_the_old_bundle_whole_and_the_next_one_works(sources, tmp_path):
    few, many = sources
    old = build([few], tmp_path, n_workers=1)
    rows = old.frame(ARTICLES)
    process = start(many, tmp_path)
    process.kill()

    assert process.wait() == -signal.SIGKILL
    assert any(name.startswith(".draft-") for name in names(tmp_path))
    assert open_bundle(tmp_path).fingerprint == old.fingerprint
    assert open_bundle(tmp_path).frame(ARTICLES).equals(rows)

    new = build([few], tmp_path, n_workers=1)
    assert new.frame(ARTICLES).equals(rows)
    assert names(tmp_path) == [".lock", "manifest.json", new.manifest["tables"]]


def test_a_stopped_build_leaves_the_old_bundle_alone(sources, tmp_path):
    few, many = sources
    old = build([few], tmp_path, n_workers=1)
    process = start(many, tmp_path)
    # A terminal sends Ctrl-C to the workers as well.
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 130
    assert said == "stopped; nothing was changed\n"
    assert names(tmp_path) == [".lock", "manifest.json", old.manifest["tables"]]
    assert open_bundle(tmp_path).fingerprint == old.fingerprint


def test_a_first_build_keeps_others_out_and_leaves_nothing_when_it_is_stopped(sources, tmp_path):
    few, many = sources
    process = start(many, tmp_path / "bundle")
    with pytest.raises(BundleError, match="another build is writing this bundle"):
        build([few], tmp_path / "bundle")
    process.terminate()

    assert process.wait(60) == 130
    assert not (tmp_path / "bundle").exists()

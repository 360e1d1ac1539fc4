"""A build that many wait for runs once, and says why it failed."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.bundle import open_bundle
from analysis.errors import BroadsheetError
from analysis.settings import Cleaning, Settings
from ui import building


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"title": "Rain", "text": "Rain fell on the harbour."}), encoding="utf-8")
    return path


def test_ten_visitors_start_one_build(source, tmp_path):
    out = tmp_path / "bundle"
    with ThreadPoolExecutor(10) as visitors:
        builds = list(visitors.map(lambda _: building.start([source], out), range(10)))
        list(visitors.map(building.watch, builds))

    assert len({build.process.pid for build in builds}) == 1
    assert open_bundle(out).counts["articles"] == 1


def test_a_build_that_ended_can_be_started_again(source, tmp_path):
    first = building.start([source], tmp_path / "bundle")
    building.watch(first)
    second = building.start([source], tmp_path / "bundle")
    building.watch(second)

    assert first.process.pid != second.process.pid


def test_two_bundles_are_built_at_the_same_time(source, tmp_path):
    builds = [building.start([source], tmp_path / name) for name in ("one", "two")]
    for build in builds:
        building.watch(build)

    assert all((tmp_path / name / "manifest.json").exists() for name in ("one", "two"))


def test_a_failed_build_says_why(tmp_path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(BroadsheetError, match="no article") as failure:
        building.watch(building.start([tmp_path / "empty"], tmp_path / "bundle"))
    assert not str(failure.value).startswith("error:")
    assert not (tmp_path / "bundle").exists()


def test_a_build_is_told_its_settings(source, tmp_path):
    settings = Settings(cleaning=Cleaning(("copyright",)))
    building.watch(building.start([source], tmp_path / "bundle", settings))

    assert open_bundle(tmp_path / "bundle").manifest["settings"]["cleaning"] == {"off": ["copyright"]}


def test_another_build_of_a_bundle_that_is_being_built_is_refused(source, tmp_path):
    under_way = building.start([source], tmp_path / "bundle")

    with pytest.raises(BroadsheetError, match="already"):
        building.start([source], tmp_path / "bundle", Settings(cleaning=Cleaning(("copyright",))))
    building.watch(under_way)


def test_a_stopped_build_changes_nothing(source, tmp_path):
    for _ in range(2):
        build = building.start([source], tmp_path / "bundle")
        building.stop(build)
        building.stop(build)

        assert build.process.poll() is not None
        assert not (tmp_path / "bundle").exists()

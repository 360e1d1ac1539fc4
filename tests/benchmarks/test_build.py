"""The benchmark of builds: what it measures of processes, what the script beside it finds, and how it is told."""

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from benchmarks import build, peers
from benchmarks.article_parts import counting_share
from benchmarks.processes import Cost, machine, measure
from benchmarks.recombined import SEEDS, articles

_HOLD = "import time; held = bytearray({size}); time.sleep({seconds})"


def test_memory_of_all_processes_is_counted(tmp_path: Path):
    child = _HOLD.format(size=80_000_000, seconds=1)
    code = f"import subprocess, sys; print('done'); subprocess.run([sys.executable, '-c', {child!r}])"

    cost = measure([sys.executable, "-c", code], tmp_path)

    assert 80e6 < cost.peak_bytes < 300e6
    assert 1 < cost.seconds < 30
    assert 0 < cost.cpu_seconds < cost.seconds
    assert cost.output == "done\n"


def test_a_command_that_fails_is_no_measurement(tmp_path: Path):
    with pytest.raises(subprocess.CalledProcessError):
        measure([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_the_machine_is_described():
    assert {"processor", "memory", "pyarrow"} <= {name for name, _ in machine()}


def test_the_script_counts_splits_and_scores():
    assert peers.count_words(["Rain fell. The rain stopped."])["rain"] == 2
    good, bad = peers.mean_polarities(["A wonderful success. They love it.", "A horrible murder. They hate it."])
    assert bad < 0 < good


def test_the_script_finds_topics():
    texts = [article["text"] for article in islice(articles(sources=[SEEDS]), 60)]

    topics = peers.fit_topics(texts)

    assert len(topics) == peers.TOPICS
    assert all(word in " ".join(texts).lower() for words in topics for word in words)


@pytest.mark.parametrize(
    ("values", "text"),
    [([1.0], "1.0"), ([3.0, 1.0, 2.0], "2.0 (1.0 to 3.0)"), ([1000.0, 1000.0], "1,000.0 (1,000.0 to 1,000.0)")],
)
def test_the_median_is_told_with_its_spread(values, text):
    assert build.middle(values) == text


def test_figures_are_told_a_row_a_size():
    peer = json.dumps({"articles": 50, "words": 1.0, "topics": 2.0, "sentiment": 2.0})
    stages = {"intake": 1.0, "articles": 2.0, "index": 1.0, "topics": 3.0, "map": 2.5, "keywords": 0.5}
    whole, script = Cost(10.0, 16.0, 200_000_000, ""), Cost(5.0, 5.0, 100_000_000, peer)
    more, refit = Cost(4.0, 4.0, 100_000_000, ""), Cost(2.5, 2.5, 100_000_000, "")
    run = build.Run(whole, stages, more, refit, script, 50, 0.75)
    measured = [build.Measured(100, (run,))]

    assert build.whole(measured).rows == [
        ("100 articles", "10", "10.0", "16.0", "200", "25", "10", "100", "1.0"),
    ]
    # 10 seconds of the script for 100 articles; of ours .75 * 2 of the work on articles, phrases and topics.
    assert build.shared_work(measured).rows == [("100 articles", "0.75", "5.0", "10.0", "2.0")]
    assert build.rebuilds(measured).rows == [("100 articles", "4.0", "0.40", "2.5", "0.25")]
    assert build.stages(measured).rows[0] == ("topics", "3.00")
    assert ("sentiment", "2.00") in build.script_parts(measured).rows


def test_counting_and_scoring_is_a_part_of_the_work_on_articles():
    assert 0 < counting_share(SEEDS, most=60) <= 1

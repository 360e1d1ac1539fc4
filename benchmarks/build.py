"""How fast collections are built, how much memory that takes, and how long a plain script takes for less.

    python -m benchmarks.build [--sizes 1000,10000,100000] [--runs 3] [--words 380]

The articles are recombined from real and invented ones (`benchmarks/recombined.py`). Each size is built with as many
workers as there are processors, by turns with the script of `benchmarks/peers.py`; what is told is the median and the
spread. Sizes from 1,000,000 are built once. The script is given 10,000 articles at most: its time for more is in
proportion. What the script does too is told apart: of the stage of articles by the share of its processor time.
Each bundle is then built again with 100 articles more, and with another number of topics.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.article_parts import counting_share
from benchmarks.processes import Cost, machine, measure
from benchmarks.recombined import ROOT, WORDS, write_articles
from benchmarks.report import Table, publish

SIZES = (1_000, 10_000, 100_000)
ARTICLE_STAGES = ("intake", "articles", "index")
PEER_ARTICLES = 10_000
MORE_ARTICLES = 100
OTHER_TOPICS = 12
_ONCE_FROM = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """One build and what its manifest says, beside one run of the script, which had `n_peer` of the articles.

    `more` is a rebuild with 100 articles more, `refit` then one with another number of topics.
    `counting_share`: what part of the work on articles the script does too.
    """

    build: Cost
    stages: dict[str, float]
    more: Cost
    refit: Cost
    peer: Cost
    n_peer: int
    counting_share: float = 1.0

    @property
    def article_seconds(self) -> float:
        """Seconds of all that is done article by article, the index included."""
        return sum(self.stages[stage] for stage in ARTICLE_STAGES)

    @property
    def shared_seconds(self) -> float:
        """Seconds of what the script does too: sentences, words, tone, phrases and topics."""
        return self.stages["articles"] * self.counting_share + self.stages["keywords"] + self.stages["topics"]


@dataclass(frozen=True, slots=True)
class Measured:
    """All runs over one collection."""

    n_articles: int
    runs: tuple[Run, ...]


def measure_size(n_articles: int, words: int, n_runs: int, folder: Path) -> Measured:
    """Make a collection in `folder`, and build it so many times."""
    source, more = folder / f"{n_articles}.jsonl", folder / "more.jsonl"
    write_articles(source, n_articles, words)
    write_articles(more, MORE_ARTICLES, words, first=n_articles)
    share = counting_share(source)
    runs = tuple(_run(source, more, n_articles, share) for _ in range(1 if n_articles >= _ONCE_FROM else n_runs))
    source.unlink()
    return Measured(n_articles, runs)


def _run(source: Path, more: Path, n_articles: int, share: float) -> Run:
    # A folder that is empty: over its own bundle a build takes everything over.
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        bundle = Path(folder) / "bundle"
        first = _build(bundle, source)
        stages = _manifest(bundle)["seconds"]
        added = _build(bundle, source, more)
        refit = _build(bundle, source, more, "--topics", str(OTHER_TOPICS))
    n_peer = min(n_articles, PEER_ARTICLES)
    peer = measure([sys.executable, "-m", "benchmarks.peers", str(source), "--limit", str(n_peer)], ROOT)
    return Run(first, stages, added, refit, peer, n_peer, share)


def _build(bundle: Path, *asked: Path | str) -> Cost:
    return measure([sys.executable, "-m", "analysis", "build", *map(str, asked), "--out", str(bundle)], ROOT)


def _manifest(bundle: Path) -> dict[str, dict[str, float]]:
    manifest: dict[str, dict[str, float]] = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
    return manifest


def middle(values: Sequence[float], digits: int = 1) -> str:
    """The median of `values`, and how far they lie apart where there are several."""
    text = f"{median(values):,.{digits}f}"
    return text if len(values) == 1 else f"{text} ({min(values):,.{digits}f} to {max(values):,.{digits}f})"


def whole(measured: Sequence[Measured]) -> Table:
    """A row a size: the whole build, and the script."""
    columns = (
        *("articles a second", "seconds", "CPU seconds", "peak MB", "articles a second, article stages"),
        *("script: articles a second", "script: peak MB", "times as fast"),
    )
    return Table("Whole build, beside the script", columns, [_whole_row(one) for one in measured])


def _whole_row(one: Measured) -> tuple[str, ...]:
    n, runs = one.n_articles, one.runs
    return (
        f"{n:,} articles",
        middle([n / run.build.seconds for run in runs], 0),
        middle([run.build.seconds for run in runs]),
        middle([run.build.cpu_seconds for run in runs]),
        middle([run.build.peak_bytes / 1e6 for run in runs], 0),
        middle([n / run.article_seconds for run in runs], 0),
        middle([run.n_peer / run.peer.seconds for run in runs], 0),
        middle([run.peer.peak_bytes / 1e6 for run in runs], 0),
        middle([(run.peer.seconds / run.n_peer) / (run.build.seconds / n) for run in runs]),
    )


def stages(measured: Sequence[Measured]) -> Table:
    """A row a stage: seconds, as the manifest has them, by size."""
    names = list(measured[0].runs[0].stages)
    rows = [
        (name, *(middle([run.stages.get(name, 0.0) for run in one.runs], 2) for one in measured))
        for name in sorted(names, key=lambda name: -measured[-1].runs[0].stages.get(name, 0.0))
    ]
    return Table("Seconds a stage", tuple(f"{one.n_articles:,}" for one in measured), rows)


def shared_work(measured: Sequence[Measured]) -> Table:
    """A row a size: seconds of what both do, and of the whole script."""
    columns = ("share of work on articles", "seconds", "script: seconds", "times as fast")
    return Table("The script's own share of the work", columns, [_shared_row(one) for one in measured])


def _shared_row(one: Measured) -> tuple[str, ...]:
    ours = [run.shared_seconds for run in one.runs]
    theirs = [run.peer.seconds / run.n_peer * one.n_articles for run in one.runs]
    return (
        f"{one.n_articles:,} articles",
        f"{one.runs[0].counting_share:.2f}",
        middle(ours),
        middle(theirs),
        middle([their / our for their, our in zip(theirs, ours, strict=True)]),
    )


def rebuilds(measured: Sequence[Measured]) -> Table:
    """A row a size: seconds of rebuilds that take over what did not change, and their share of the whole build."""
    columns = (f"{MORE_ARTICLES} articles more: seconds", "share of the build", "another number of topics", "share")
    return Table("Rebuilds", columns, [_rebuilt_row(one) for one in measured])


def _rebuilt_row(one: Measured) -> tuple[str, ...]:
    row = [f"{one.n_articles:,} articles"]
    for costs in ([run.more for run in one.runs], [run.refit for run in one.runs]):
        shares = [cost.seconds / run.build.seconds for cost, run in zip(costs, one.runs, strict=True)]
        row += [middle([cost.seconds for cost in costs]), middle(shares, 2)]
    return tuple(row)


def script_parts(measured: Sequence[Measured]) -> Table:
    """A row a part of the script: seconds by size."""
    parts = [[json.loads(run.peer.output) for run in one.runs] for one in measured]
    names = [name for name in parts[0][0] if name != "articles"]
    rows = [(name, *(middle([part[name] for part in runs], 2) for runs in parts)) for name in names]
    return Table("Seconds of the script", tuple(f"{one.runs[0].n_peer:,}" for one in measured), rows)


TABLES = (whole, shared_work, stages, rebuilds, script_parts)


def main() -> None:
    """Measure, print, and write the page of results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description="Time builds beside a script.")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of articles")
    parser.add_argument("--runs", type=int, default=3, help="runs of each size below 1,000,000")
    parser.add_argument("--words", type=int, default=WORDS, help="mean number of words of an article")
    parser.add_argument("--folder", type=Path, help="where collections and bundles are put while they are needed")
    chosen = parser.parse_args()
    on = Table("Machine", ("",), machine())
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        sizes = [int(size) for size in chosen.sizes.split(",")]
        measured = [measure_size(size, chosen.words, chosen.runs, Path(folder)) for size in sizes]
    command = f"python -m benchmarks.build --words {chosen.words}"
    publish("build", command, [*(table(measured) for table in TABLES), on])


if __name__ == "__main__":
    main()

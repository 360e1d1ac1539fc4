"""Commands: `python -m analysis build`, `info` and `export`."""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from analysis.errors import OUT_OF_MEMORY, BroadsheetError, CurationError, SettingsError
from analysis.output import until_cut_off
from analysis.progress import Pace, Progress, Report, say_nothing

if TYPE_CHECKING:
    from analysis.bundle import Bundle
    from analysis.settings import Settings

_BAR_WIDTH = 20
_STANDARD_INPUT = Path("-")

_FORMATS = (
    "folders, .txt .md .jsonl .ndjson .json .csv .tsv .xlsx .html .htm .pdf .docx .rtf, each also .gz, "
    "and .zip of any of them; a bundle stands for what it was built from"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0, or with one line on standard error 2 (a user can mend it) or 3 (memory)."""
    chosen = _parser().parse_args(arguments)
    # `kill` ends a build as Ctrl-C does, so that its folder of drafts goes.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return _COMMANDS[chosen.command](chosen)
    except BroadsheetError as error:
        print(f"error: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except MemoryError:
        print("error: memory ran out; give fewer articles, or use a machine with more", file=sys.stderr)
        return OUT_OF_MEMORY
    except KeyboardInterrupt:
        print("stopped; nothing was changed", file=sys.stderr)
        return 130


def _build(chosen: argparse.Namespace) -> int:
    if chosen.scheduler and chosen.engine != "dask":
        raise SettingsError("--scheduler is the address of a Dask cluster; it goes with --engine dask")
    if chosen.scheduler and chosen.workers:
        raise SettingsError("--workers is for this machine; a cluster has the workers that were started for it")
    from analysis.pipeline import How, build

    try:
        bundle = build(
            chosen.paths,
            chosen.out,
            _settings(chosen),
            n_workers=chosen.workers,
            how=How(chosen.fresh, chosen.engine, chosen.scheduler),
            report=_reporter(chosen.progress),
        )
    finally:
        _clear_line(chosen.progress)
    counts = bundle.counts
    print(f"{chosen.out}: {counts['articles']:,} articles, {counts['stories']:,} stories, {counts['topics']} topics")
    reused = bundle.manifest["reused"]
    if reused["articles"]:
        print(f"{reused['articles']:,} of {counts['articles']:,} articles were unchanged and not worked on again")
    for refusal in reused["refused"]:
        print(f"{refusal}; nothing of it was taken over")
    if counts["problems"]:
        print(f"{counts['problems']:,} items could not be read; `python -m analysis info {chosen.out}` lists them")
    return 0


def _info(chosen: argparse.Namespace) -> int:
    from analysis.articles import NOTICES, PROBLEMS, Problem
    from analysis.bundle import open_bundle
    from analysis.tally import kinds_of

    bundle = open_bundle(chosen.bundle)
    if chosen.check:
        from analysis.validation import validate

        validate(bundle)
    counts = bundle.counts
    days = f"{counts['first_day']} to {counts['last_day']}" if counts["first_day"] else "none known"
    undated = f" ({counts['undated']:,} articles undated)" if counts["undated"] else ""
    rows = {name: f"{counts[name]:,}" for name in ("articles", "stories", "outlets")}
    rows |= {
        "dates": days + undated,
        "topics": f"{counts['topics']:,}",
        "problems": f"{counts['problems']:,}",
    }
    rows["fingerprint"] = bundle.fingerprint
    rows |= _edits(bundle)
    for name, value in rows.items():
        print(f"{name:<12} {value}")
    if counts["problems"]:
        for row in chain.from_iterable(batch.to_pylist() for batch in bundle.batches(PROBLEMS)):
            found = Problem(**row)
            where = f"{found.source_path} {found.item}".strip()
            print(f"  {where}: {found.problem}{f': {found.detail}' if found.detail else ''}")
    notices = kinds_of(bundle.batches(NOTICES))
    print(f"{'notices':<12} {'by the number of articles:' if notices else 'none'}")
    for kind, n_articles in notices:
        print(f"  {kind:<24} {n_articles:>8,}")
    return 0


def _edits(bundle: Bundle) -> dict[str, str]:
    """What a reader changed of the topics; nothing where nothing was."""
    from analysis.bundle import CURATION

    if not (bundle.folder / CURATION).exists():
        return {}
    # Loads pandas, which takes as long as all else.
    from analysis.curation import curate, read_curation

    try:
        curation = read_curation(bundle.folder)
    except CurationError as error:
        return {"edits": f"{error}"}
    if not curation.rules:
        return {}
    said = curate(bundle, curation).said
    lost = sum(bool(one.problem) for one in said)
    return {"edits": f"{len(said):,} of the topics" + (f", {lost:,} not applied" if lost else "")}


def _export(chosen: argparse.Namespace) -> int:
    from analysis.bundle import open_bundle
    from analysis.exports.command import Wanted, export

    wanted = Wanted(chosen.table, chosen.selection, with_text=not chosen.no_text, marked=chosen.bom)
    print(f"{chosen.out}: {export(open_bundle(chosen.bundle), chosen.out, wanted)}")
    return 0


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {"build": _build, "info": _info, "export": _export}


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, as all others are."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {' '.join(message.split())}; see `{self.prog} --help`\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m analysis", description="From news articles to a bundle of tables.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="read and analyse articles, and write a bundle")
    build.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help=f"what to read: {_FORMATS}; or a bundle, for what it was built from",
    )
    build.add_argument("--out", required=True, type=Path, metavar="BUNDLE", help="the folder of the bundle")
    build.add_argument("--topics", type=_topics, default=None, metavar="N|auto", help="how many topics (default: auto)")
    build.add_argument("--workers", type=_positive, metavar="N", help="processes (default: one a processor)")
    build.add_argument(
        "--settings",
        type=Path,
        metavar="FILE.toml",
        help="rules, limits, columns: docs/settings.md; - for JSON on standard input",
    )
    build.add_argument(
        "--fresh", action="store_true", help="take nothing over from the bundle that is there; it comes to the same"
    )
    build.add_argument(
        "--engine",
        choices=["local", "dask"],
        default="local",
        help="where articles are worked on: local processes, or a Dask cluster: docs/scaling.md (default: local)",
    )
    build.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="that of the Dask cluster, as tcp://host:8786 (default: one of this machine)",
    )
    build.add_argument("--progress", choices=["auto", "json", "none"], default="auto", help=argparse.SUPPRESS)
    info = commands.add_parser("info", help="what a bundle holds")
    info.add_argument("bundle", type=Path, metavar="BUNDLE", help="the folder of the bundle")
    info.add_argument("--check", action="store_true", help="read all of it first, and say what is damaged")
    _add_export(commands.add_parser("export", help="a table as a file for other programs, or the bundle as a zip"))
    return parser


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("bundle", type=Path, metavar="BUNDLE", help="the folder of the bundle")
    export.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE",
        help="its name says what is written: .csv, .jsonl, .parquet or .xlsx a table, .zip the whole bundle",
    )
    export.add_argument("--table", metavar="NAME", help="docs/tables.md lists them (default: articles)")
    export.add_argument(
        "--selection", metavar="ADDRESS", help="only of these articles, as in the address of a page: 'outlet=…&topic=…'"
    )
    export.add_argument("--no-text", action="store_true", help="without the columns in which articles can be read")
    export.add_argument("--bom", action="store_true", help="CSV with a byte order mark, by which Excel sees UTF-8")


def _topics(text: str) -> int:
    return 0 if text == "auto" else _positive(text)


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not '{text}'")
    return number


def _settings(chosen: argparse.Namespace) -> Settings:
    from analysis.settings import Settings, read_settings, read_stated

    settings = Settings()
    if chosen.settings == _STANDARD_INPUT:
        settings = read_stated(sys.stdin.read())
    elif chosen.settings:
        settings = read_settings(chosen.settings)
    if chosen.topics is None:
        return settings
    return replace(settings, topics=replace(settings.topics, number=chosen.topics))


def _reporter(kind: str) -> Report:
    if kind == "json":
        return lambda progress: print(json.dumps(progress._asdict()), file=sys.stderr, flush=True)
    if kind == "none" or not sys.stderr.isatty():
        return say_nothing
    return _Line().draw


class _Line:
    """One line of a terminal that is drawn over and over."""

    def __init__(self) -> None:
        self._pace = Pace()

    def draw(self, progress: Progress) -> None:
        """Show how far the build is."""
        self._pace.note(progress)
        outlook = self._pace.outlook()
        said, columns = outlook.said(), shutil.get_terminal_size().columns - 1
        # A narrow terminal has words rather than a bar.
        width = min(_BAR_WIDTH, columns - len(said) - len("[] "))
        bar = f"[{'█' * int(width * outlook.share):<{width}}] " if width > 0 else ""
        print(f"\r\033[K{bar}{said[:columns]}", end="", file=sys.stderr, flush=True)


def _clear_line(kind: str) -> None:
    """Leave nothing of a line of progress beside what is printed next."""
    if kind == "auto" and sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(until_cut_off(main))

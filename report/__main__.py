"""Command: `python -m report BUNDLE --out FILE.pdf|FILE.html|FILE.zip|FOLDER/`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn
from urllib.parse import parse_qs

from analysis.errors import BroadsheetError, SettingsError
from analysis.output import until_cut_off

_CHECKED = ("topic", "from", "to")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write one report; the exit code: 0, or 2 with one line on standard error for what a user can mend."""
    chosen = _parser().parse_args(arguments)
    try:
        _write(chosen)
    except BroadsheetError as error:
        print(f"error: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    return 0


def _write(chosen: argparse.Namespace) -> None:
    from analysis.bundle import open_bundle
    from analysis.curation import read_curation
    from analysis.notes import read_notes
    from analysis.selection import Selection
    from figures.reading import open_reading
    from report.asked import Asked, groups_in
    from report.making import keys_of, make
    from report.writing import form_of, write

    form = form_of(chosen.out)
    params = _params(chosen.selection)
    selection = Selection.from_params(params)
    _check(params, selection.to_params())
    asked = Asked(
        title=chosen.title,
        sections=keys_of(_names(chosen.sections)),
        notes=_notes(chosen.notes),
        articles=tuple(_names(chosen.articles)),
        groups=groups_in(params),
        with_text=not chosen.no_text,
        made_on=_day(),
    )
    bundle = open_bundle(chosen.bundle)
    reading = open_reading(bundle, read_curation(bundle.folder), selection, read_notes(bundle.folder))
    written = write(reading, make(reading, asked), chosen.out, form, chosen.paper)
    print(f"{chosen.out}: {written}, {reading.n_articles()}")


def _params(text: str) -> dict[str, list[str]]:
    """The parameters in an address of the dashboard, whole or only what follows the question mark."""
    return parse_qs(text.rpartition("?")[2])


def _check(params: dict[str, list[str]], understood: dict[str, list[str]]) -> None:
    """
    Raises:
        SettingsError: what a selection asks for makes no sense, so that the report would be about something else.
    """
    for name in _CHECKED:
        stated = params.get(name, [])
        if len(set(stated)) > len(understood.get(name, [])):
            raise SettingsError(
                f"--selection: {name}={' '.join(stated)} cannot be understood; topics are numbers, days as 2026-03-31"
            )


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _notes(path: Path | None) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace") if path else ""
    except OSError as error:
        raise SettingsError(f"--notes {path}: cannot be read ({error.strerror or error})") from error


def _day() -> date:
    """The day of SOURCE_DATE_EPOCH, by which the same input gives the same bytes on any day, or today."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(stated), UTC).date() if stated.isdecimal() else datetime.now(UTC).date()


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, as all others are."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"error: {' '.join(message.split())}; see `{self.prog} --help`\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m report", description="From a bundle to a report that explains itself.")
    parser.add_argument("bundle", type=Path, metavar="BUNDLE", help="the folder of the bundle")
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="OUT",
        help="FILE.pdf, FILE.html, FILE.zip, or a FOLDER for pages",
    )
    parser.add_argument(
        "--selection",
        default="",
        metavar="'outlet=…&topic=…'",
        help="as in an address of the dashboard",
    )
    parser.add_argument("--sections", default="", metavar="A,B", help="its sections, in order (default: all)")
    parser.add_argument("--articles", default="", metavar="ID,ID", help="articles that it shows (default: one a topic)")
    parser.add_argument("--notes", type=Path, metavar="FILE.md", help="words of your own, in Markdown")
    parser.add_argument("--title", default="", help="what it is called (default: the selection in words)")
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4", help="the paper of the pages (default: a4)")
    parser.add_argument("--no-text", action="store_true", help="no whole article, quotations of 200 characters at most")
    return parser


if __name__ == "__main__":
    sys.exit(until_cut_off(main))

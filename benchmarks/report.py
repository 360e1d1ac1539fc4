"""Report: the figures of a benchmark, printed and kept in `benchmarks/results/`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from analysis import VERSION

RESULTS = Path(__file__).resolve().parent / "results"


class Table(NamedTuple):
    """Figures of one measurement: what the rows are called, the columns, and a row each of what is compared."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def publish(name: str, command: str, tables: Sequence[Table], results: Path = RESULTS) -> str:
    """Print the tables, and write them to the page `name` of `results` with the command and the program's version."""
    text = f"# {name.capitalize()}\n\n`{command}`, version {VERSION}\n"
    text += "".join(f"\n{_as_markdown(table)}" for table in tables)
    results.mkdir(parents=True, exist_ok=True)
    (results / f"{name}.md").write_text(text, encoding="utf-8")
    print(text)
    return text


def _as_markdown(table: Table) -> str:
    lines = [("", *table.columns), ("---",) * (len(table.columns) + 1), *table.rows]
    return f"## {table.title}\n\n" + "".join(f"| {' | '.join(cells)} |\n" for cells in lines)

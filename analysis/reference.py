"""Reference: the documentation of tables and settings, written from their declarations.

`python -m analysis.reference` rewrites the pages in `docs/`; a test holds them to the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from analysis.cleaning import DESCRIPTIONS
from analysis.schema import Column, Table
from analysis.settings import Settings
from analysis.tables import TABLES

_FOLDER = Path(__file__).resolve().parent.parent / "docs"
_NOTE = "<!-- Written by `python -m analysis.reference`; change the declarations instead. -->\n"


def pages() -> Mapping[str, str]:
    """The text of each page by the name of its file."""
    return {"tables.md": _tables(), "settings.md": _settings(), "cleaning-rules.md": _rules()}


def write(folder: Path = _FOLDER) -> None:
    """Write all pages into `folder`."""
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


def _tables() -> str:
    head = f"{_NOTE}# Tables of a bundle\n\nOne Parquet file a table. No value is null unless its column says so.\n"
    return head + "".join(f"\n{_table(table)}" for table in TABLES)


def _table(table: Table) -> str:
    key = f"\n\nKey: {', '.join(f'`{name}`' for name in table.key)}." if table.key else ""
    rows = "".join(f"| `{c.name}` | {c.type} | {_note(c)} |\n" for c in table.columns)
    return f"## {table.name}\n\n{table.note}{key}\n\n| column | type | what it is |\n|---|---|---|\n{rows}"


def _note(column: Column) -> str:
    return f"{column.note} May be null." if column.nullable and "null" not in column.note else column.note


def _settings() -> str:
    head = (
        f"{_NOTE}# Settings\n\nA TOML file for `python -m analysis build ... --settings FILE.toml`; "
        "what it leaves out keeps the default shown here.\n\n```toml\n"
    )
    defaults = Settings()
    sections = [_section(section.name, getattr(defaults, section.name)) for section in fields(defaults)]
    return head + "\n".join(sections) + "```\n"


def _section(name: str, section: object) -> str:
    said = (type(section).__doc__ or "").strip().splitlines()
    notes = "".join(f"# {line.strip().replace('`', '')}\n" for line in said if line.strip())
    values = {f.name: getattr(section, f.name) for f in fields(section)}  # type: ignore[arg-type]
    own = "".join(f"{key} = {_toml(value)}\n" for key, value in values.items() if not is_dataclass(value))
    inner = "".join(f"\n{_section(f'{name}.{key}', value)}" for key, value in values.items() if is_dataclass(value))
    return f"{notes}[{name}]\n{own}{inner}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(part) for part in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _rules() -> str:
    head = (
        f"{_NOTE}# Rules of cleaning\n\nThe names are the reasons in the table `removed`. "
        'A rule is switched off by its name: `[cleaning]` `off = ["photo credit"]`.\n\n'
        "| rule | what it takes |\n|---|---|\n"
    )
    return head + "".join(f"| {name} | {what} |\n" for name, what in DESCRIPTIONS.items())


if __name__ == "__main__":
    write()

"""From paths to items: the only code that opens inputs, one reader a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.articles import Item, Problem
from analysis.errors import SettingsError
from analysis.sources.delimited import read_delimited
from analysis.sources.files import File, Limits, find_files
from analysis.sources.json_lines import read_json_lines
from analysis.sources.plain import read_plain

Reader = Callable[[File, Limits], Iterator[Item | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_delimited,
    ".tsv": read_delimited,
}

__all__ = ["READERS", "Limits", "Sources", "read_items"]


@dataclass(frozen=True, slots=True)
class Sources:
    """What is read, and how much of it; the section `[sources]` of a settings file."""

    item_bytes: int = 10_000_000
    archive_bytes: int = 4_000_000_000

    def __post_init__(self) -> None:
        for name in ("item_bytes", "archive_bytes"):
            if getattr(self, name) < 1:
                raise SettingsError(f"sources.{name} must be at least 1, not {getattr(self, name)}")

    @property
    def limits(self) -> Limits:
        """The bounds that the readers keep."""
        return Limits(self.item_bytes, self.archive_bytes)


def read_items(paths: Iterable[Path], limits: Limits | None = None) -> Iterator[Item | Problem]:
    """Every item below `paths`, sorted by file within each path: an `Item`, or the `Problem` it became.

    Raises:
        SourceError: a path is not there or cannot be read at all.
    """
    limits = limits or Limits()
    for path in paths:
        for found in find_files(path, limits):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _read_file(found, limits)


def _read_file(file: File, limits: Limits) -> Iterator[Item | Problem]:
    reader = READERS.get(file.suffix)
    if reader is None:
        readable = ", ".join(sorted(READERS))
        yield Problem(file.source_path, "", "not a format that is read", f"read are {readable} and .zip")
        return
    try:
        yield from reader(file, limits)
    except Exception as error:
        # One bad file must not end the build; whatever its reader could not foresee is listed.
        yield Problem(file.source_path, "", "cannot be read", f"{type(error).__name__}: {error}")

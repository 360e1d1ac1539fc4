"""From paths to items: the only code that opens inputs, one reader a format."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from analysis.articles import Item, Problem
from analysis.sources.delimited import read_delimited
from analysis.sources.excel import read_excel
from analysis.sources.files import File, find_files, find_in
from analysis.sources.html import read_html
from analysis.sources.json_files import read_json
from analysis.sources.json_lines import read_json_lines
from analysis.sources.mending import mend
from analysis.sources.options import FIELDS, Columns, KnownTable, Sources, replaced
from analysis.sources.pdf import read_pdf
from analysis.sources.plain import read_plain, with_header
from analysis.sources.previews import Preview, preview
from analysis.sources.recognise import recognise
from analysis.sources.rich_text import read_rich_text
from analysis.sources.streams import UnreadableError
from analysis.sources.word import read_word

Reader = Callable[[File, Sources], Iterator[Item | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".xlsx": read_excel,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_word,
    ".rtf": read_rich_text,
}

ENDINGS: tuple[str, ...] = (*READERS, ".gz", ".zip")
"""What the name of a file may end in to be read."""

__all__ = [
    "ENDINGS",
    "FIELDS",
    "READERS",
    "Columns",
    "KnownTable",
    "Preview",
    "Sources",
    "find_in",
    "preview",
    "read_items",
    "replaced",
    "with_header",
]


def read_items(paths: Iterable[Path], sources: Sources | None = None) -> Iterator[Item | Problem]:
    """Every item below `paths`, sorted by file within each path: an `Item`, or the `Problem` it became.

    Raises:
        SourceError: a path is not there or cannot be read at all.
    """
    sources = sources or Sources()
    left = sources.items
    for found in (found for path in paths for found in find_files(path, sources)):
        for outcome in [found] if isinstance(found, Problem) else _read_file(found, sources):
            if isinstance(outcome, Problem):
                yield outcome
            elif left:
                left -= 1
                yield outcome
            else:
                limit = f"over {sources.items:,} items (the limit sources.items)"
                yield Problem(
                    outcome.source_path, f"{outcome.place} and all after it".lstrip(), "too many items", limit
                )
                break


def _read_file(file: File, sources: Sources) -> Iterator[Item | Problem]:
    if file.suffix not in READERS:
        readable = ", ".join(sorted(READERS))
        yield Problem(
            file.source_path, "", "not a format that is read", f"read are {readable}, each also .gz, and .zip"
        )
        return
    n_found = 0
    try:
        for found in READERS[recognise(file)](file, sources):
            n_found += 1
            yield found if isinstance(found, Problem) else _checked(found, sources)
    except UnreadableError as error:
        yield Problem(file.source_path, "", error.problem, error.detail)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        read = f"; what was read before, {n_found:,} items, is kept" if n_found else ""
        yield Problem(file.source_path, "", "torn off or damaged", f"{error}{read}")
    except Exception as error:
        # One bad file must not end the build; whatever its reader could not foresee is listed.
        yield Problem(file.source_path, "", "cannot be read", f"{type(error).__name__}: {error}")
    else:
        if not n_found:
            yield Problem(file.source_path, "", "empty", "no article in it")


def _checked(item: Item, sources: Sources) -> Item | Problem:
    if len(item.text) > sources.item_bytes:
        over = f"over {sources.item_bytes:,} characters for one article (the limit sources.item_bytes)"
        return Problem(item.source_path, item.place, "too large", over)
    return mend(item)

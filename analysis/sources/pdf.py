"""PDF: the text of its pages, as pypdf finds it, with broken lines joined."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from analysis.articles import Item, Notice, Problem
from analysis.sources.exports import needs_blank_lines
from analysis.sources.exports.part import EXPORT_MARK
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.paragraphs import join_pages
from analysis.sources.plain import items_of_text, unsplit_notices
from analysis.sources.streams import UnreadableError

if TYPE_CHECKING:
    from pypdf import PdfReader

_SEARCHED_CHARACTERS = 2_000


def read_pdf(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The one article of a PDF, or those of an export; its lines are the paragraphs that its lines were joined to."""
    reader = _open(file.read_whole(sources))
    pages = list(_texts(reader, sources))
    without = sum(1 for page in pages if not page.strip())
    if without == len(pages):
        raise _no_text(reader, without)
    notices = _notices(without, len(pages))
    if exported := _exported(reader, pages, file.source_path, sources):
        yield from (replace(item, notices=notices) for item in exported)
        return
    text = join_pages(pages)
    notices += unsplit_notices("\n".join(pages))
    yield Item(file.source_path, text, headline=_title(reader, text), notices=notices)


def _notices(without: int, n_pages: int) -> tuple[Notice, ...]:
    return (Notice("pages without text", f"{without} of {n_pages}: a scan, or damaged"),) if without else ()


def _exported(reader: PdfReader, pages: Sequence[str], source_path: str, sources: Sources) -> list[Item]:
    text = _in_pages(pages)
    if needs_blank_lines(text):
        # The library drops blank lines unless it is asked for the places of the words, which takes longer.
        text = _in_pages(_texts(reader, sources, mode="layout"))
    return [_with_paragraphs(item) for item in items_of_text(source_path, text)]


def _in_pages(pages: Iterable[str]) -> str:
    return "\n\f".join(page.strip("\n") for page in pages)


def _with_paragraphs(item: Item) -> Item:
    """An article of an export with its lines joined to paragraphs; those that are taken keep their own.

    A paragraph may go on over the end of a page; what stands between its halves comes after it.
    """
    lines = item.text.split("\n")
    joined: list[str] = []
    taken: dict[int, str] = {}
    for in_text, numbers in groupby(_in_runs(lines, item.taken), key=lambda pair: pair[1]):
        run = [number for number, _ in numbers]
        marks = run if not in_text else [number for number in run if number in item.taken]
        if in_text:
            joined += join_pages(["\n".join(lines[n] for n in run if n not in item.taken)]).split("\n")
        for number in marks:
            if number in item.taken:
                taken[len(joined)] = item.taken[number]
            joined.append(lines[number])
    return replace(item, text="\n".join(joined), taken=taken)


def _in_runs(lines: Sequence[str], taken: Mapping[int, str]) -> Iterator[tuple[int, bool]]:
    """Each line, and whether it belongs to a run of text; marks of pages within the text do."""
    within = False
    for number, line in enumerate(lines):
        if line.strip():
            within = number not in taken or (within and taken[number] == EXPORT_MARK)
        yield number, within


def _open(content: bytes) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    # It says on standard error what it mends; what it cannot mend is raised.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise UnreadableError("encrypted", "it asks for a password; save it without one")
    except DependencyError as error:
        raise UnreadableError("encrypted", "save it without encryption") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("damaged", f"no PDF that can be read: {error}") from error
    return reader


def _texts(reader: PdfReader, sources: Sources, mode: Literal["plain", "layout"] = "plain") -> Iterator[str]:
    """The text of each page; empty where a page cannot be read. In the mode `layout` blank lines stay."""
    n_characters = 0
    for number in range(_n_pages(reader)):
        try:
            text = reader.pages[number].extract_text(extraction_mode=mode)
        except Exception:
            # A page may be broken in any way; the others are read.
            text = ""
        n_characters += len(text)
        if n_characters > sources.whole_file_bytes:
            raise UnreadableError("too large", f"over {sources.whole_file_bytes:,} characters")
        yield text


def _n_pages(reader: PdfReader) -> int:
    try:
        return len(reader.pages)
    except Exception as error:
        raise UnreadableError("damaged", f"its pages cannot be found: {error}") from error


def _no_text(reader: PdfReader, n_pages: int) -> UnreadableError:
    """Why none of the pages has text: they are pictures, or they are broken."""
    if not n_pages:
        return UnreadableError("a PDF without text", "it has no pages")
    try:
        reader.pages[0].extract_text()
    except Exception as error:
        return UnreadableError("damaged", f"its pages cannot be read: {error}")
    detail = f"its {n_pages:,} pages are pictures, as of a scan; its text has to be recognised first"
    return UnreadableError("a PDF without text", detail)


def _title(reader: PdfReader, text: str) -> str | None:
    """The title that the file gives itself if it stands at the top of the text; others name templates and programs."""
    try:
        title = " ".join(str(reader.metadata.title or "").split()) if reader.metadata else ""
    except Exception:
        # What a file says of itself may be broken in any way, and is not needed.
        return None
    return title if title and title in " ".join(text[:_SEARCHED_CHARACTERS].split()) else None

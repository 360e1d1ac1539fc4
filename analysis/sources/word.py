"""Word: the paragraphs and tables of a document, as python-docx finds them."""

from __future__ import annotations

import io
from collections.abc import Iterator

from analysis.articles import Item, Problem
from analysis.sources.archives import check_package
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.plain import items_of_text, unsplit_notices
from analysis.sources.streams import UnreadableError


def read_word(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The one article of a document, or those of an export; a line is a paragraph or a row of a table."""
    content = io.BytesIO(file.read_whole(sources))
    check_package(content, sources)
    text = "\n".join(_lines(content))
    if not text.strip():
        raise UnreadableError("empty", "the document has no text")
    whole = Item(file.source_path, text, notices=unsplit_notices(text))
    yield from items_of_text(file.source_path, text) or [whole]


def _lines(content: io.BytesIO) -> Iterator[str]:
    import docx
    from docx.table import Table

    try:
        document = docx.Document(content)
    except Exception as error:
        # The library raises whatever comes of the part that is missing.
        raise UnreadableError("damaged", f"no Word document: {error}") from error
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells))
        else:
            yield block.text

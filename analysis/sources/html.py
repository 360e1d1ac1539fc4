"""HTML: the main text of a page and its metadata, as trafilatura finds them; nothing is fetched."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from analysis.articles import Item, Problem
from analysis.sources.decoding import open_text
from analysis.sources.exports import is_export
from analysis.sources.files import File
from analysis.sources.options import Sources
from analysis.sources.page_dates import stated_date
from analysis.sources.plain import items_of_text
from analysis.sources.streams import UnreadableError

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "table", "title", "tr", "ul"),
    )
)
# Only what the page states as its date: of the dates in its text, none need be that of the article.
_DATE_SEARCH = {"extensive_search": False, "original_date": True}
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head"})


def read_html(file: File, sources: Sources) -> Iterator[Item | Problem]:
    """The one article of a page, or those of an export; the lines of an item are those of its main text."""
    file.check_size(sources)
    with open_text(file, newline="") as stream:
        page = stream.read(sources.whole_file_bytes)
    if "<" not in page:
        text = page
    elif is_export(text := text_of_page(page)):
        yield from items_of_text(file.source_path, text)
        return
    elif len(page) > sources.item_bytes:
        over = f"over {sources.item_bytes:,} characters for one page (the limit sources.item_bytes)"
        raise UnreadableError("too large", over)
    else:
        yield _article_of(page, text, file.source_path)
        return
    if not text.strip():
        raise UnreadableError("empty", "the page has no text")
    yield Item(file.source_path, text)


def text_of_page(page: str) -> str:
    """All the text of a page, a line for each block."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        _add(pieces, event, element)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\0"))
    return "\n".join(line for line in lines)


def _add(pieces: list[str], event: str, element: Any) -> None:
    """Add the text of an element at its start, and what follows it at its end; a NUL divides blocks."""
    if event in ("comment", "pi"):
        pieces.append(element.tail or "")
        return
    if element.tag in _BLOCKS:
        pieces.append("\0")
    elif element.tag in _CELLS:
        pieces.append("\t")
    if event == "end":
        pieces.append(element.tail or "")
    elif element.tag not in _UNSEEN:
        pieces.append((element.text or "").replace("\0", " "))


def _article_of(page: str, all_text: str, source_path: str) -> Item:
    import trafilatura

    # It says on standard error what becomes a problem here.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=_DATE_SEARCH, as_dict=True
    )
    fields = found if isinstance(found, dict) else {}
    text = fields.get("text") or all_text
    if not text.strip():
        raise UnreadableError("no text", "the page has no text")
    return Item(
        source_path,
        text,
        headline=fields.get("title") or None,
        outlet=fields.get("sitename") or fields.get("hostname") or None,
        published=stated_date(page),
        byline=fields.get("author") or None,
        url=fields.get("url") or None,
    )
